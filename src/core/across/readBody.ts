import { type PartKind, segment } from '../text/segmentation';
import { type Span } from '../text/span';
import { type Words, type WordReader } from './words';

/** The parts of a file that are the article's own words. */
const OWN_PARTS: ReadonlySet<PartKind> = new Set(['section', 'headline', 'paragraph']);

/** Where the article's own words stand, without what a web page adds, front matter, datelines and credits; in text order. */
export const bodyOf = (text: string): readonly Span[] => segment(text).filter(({ kind }) => OWN_PARTS.has(kind));

/** The words of the article's own parts, as `reader` holds them until it reads again. */
export function readBody(reader: WordReader, text: string): Words {
  reader.length = 0;
  for (const { start, end } of bodyOf(text)) reader.readMore(text, start, end);
  return reader;
}
