import { type PartKind, segment } from '../text/segmentation';
import { type Span } from '../text/span';
import { WORDS_A_STEP, type Words, type WordReader } from './words';

/** The parts of a file that are the article's own words. */
const OWN_PARTS: ReadonlySet<PartKind> = new Set(['section', 'headline', 'paragraph']);

/** Where the article's own words stand, without what a web page adds, front matter, datelines and credits; in text order. */
export const bodyOf = (text: string): readonly Span[] => segment(text).filter(({ kind }) => OWN_PARTS.has(kind));

/** The words of the article's own parts, as `reader` holds them until it reads again. In steps. */
export function* readingBody(reader: WordReader, text: string): Generator<void, Words> {
  reader.length = 0;
  let stepEnd = WORDS_A_STEP;
  for (const { start, end } of bodyOf(text)) {
    reader.readMore(text, start, end);
    if (reader.length < stepEnd) continue;
    stepEnd = reader.length + WORDS_A_STEP;
    yield;
  }
  return reader;
}
