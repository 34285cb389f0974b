import { type Block, blockAt } from './blocks';
import { isCookieNotice, isCredit, isEmbedLine, pageLineKind } from './boilerplate';
import { isLetter } from './characters';
import { type Span } from './span';

/** What a paragraph of an article file is. */
export const PART_KINDS = [
  'frontMatter',
  'breadcrumb',
  'section',
  'headline',
  'byline',
  'dateline',
  'caption',
  'embed',
  'boilerplate',
  'paragraph',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A stretch of an article, without the blanks around it. */
export interface Part extends Span {
  readonly kind: PartKind;
}

/**
 * Where in an article a paragraph stands, as far as the paragraphs before it tell: `opening` until the first real paragraph, `links`
 * in a list of other articles, `footer` behind the article.
 */
export type Zone = 'start' | 'frontMatter' | 'opening' | 'body' | 'links' | 'footer';

/** A paragraph at least this long that ends like a sentence is the article's own: links and forms are shorter. */
const PARAGRAPH_LENGTH = 160;
/** A link to another article is shorter, or it does not end like a sentence. */
const LINK_LENGTH = 80;
/** The longest headline. */
const HEADLINE_LENGTH = 180;
/** The longest headline that ends with a full stop. */
const STOPPED_HEADLINE_LENGTH = 110;

/** What one paragraph is, and the zone of the one after it. `line` is the paragraph without blanks around it. */
export function partOf(line: string, zone: Zone): { readonly kind: PartKind; readonly zone: Zone } {
  if (zone === 'start' && line === '---') return { kind: 'frontMatter', zone: 'frontMatter' };
  if (zone === 'frontMatter') {
    if (line === '---' || line === '...') return { kind: 'frontMatter', zone: 'opening' };
    if (FRONT_MATTER_LINE.test(line.slice(0, 80))) return { kind: 'frontMatter', zone };
  }
  const least = zone === 'links' ? LINK_LENGTH : PARAGRAPH_LENGTH;
  if (isCookieNotice(line)) return { kind: 'boilerplate', zone: after(zone) };
  const isLong = line.length >= least && endsSentence(line) && !ENDS_CUT.test(line.slice(-4));
  if (!isLong && line.length < 400) {
    const page = pageLineKind(line);
    if (page === 'footer')
      return { kind: 'boilerplate', zone: zone === 'start' || zone === 'opening' ? zone : 'footer' };
    if (page === 'links') return { kind: 'boilerplate', zone: 'links' };
    if (isEmbedLine(line)) return { kind: 'embed', zone: after(zone) };
    if (page === 'line') return { kind: 'boilerplate', zone: after(zone) };
    if (zone === 'links' || zone === 'footer') return { kind: 'boilerplate', zone };
    if (BREADCRUMB.test(line.slice(0, 80))) return { kind: 'breadcrumb', zone: after(zone) };
    if (isCredit(line))
      return { kind: line.length < 80 && BYLINE.test(line) ? 'byline' : 'caption', zone: after(zone) };
    if (zone !== 'body') return { kind: openingKind(line), zone: 'opening' };
  }
  return { kind: 'paragraph', zone: zone === 'footer' && line.length < 2 * PARAGRAPH_LENGTH ? 'footer' : 'body' };
}

/** A line of markup tells nothing of where the article is, but the start is past. */
const after = (zone: Zone): Zone => (zone === 'start' || zone === 'frontMatter' ? 'opening' : zone);

function openingKind(line: string): PartKind {
  if (!THREE_WORDS.test(line)) return 'section';
  if (line.length <= STOPPED_HEADLINE_LENGTH) return 'headline';
  return line.length <= HEADLINE_LENGTH && !endsSentence(line) ? 'headline' : 'paragraph';
}

/** A stop at the end is what most paragraphs have; only marks behind one want a closer look. */
function endsSentence(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last === 46 || last === 33 || last === 63 || (!isLetter(last) && ENDS_SENTENCE.test(line.slice(-8)));
}

/** Two blanks apart, with words around them. */
const THREE_WORDS = /\s\S+\s/;
const FRONT_MATTER_LINE = /^(?:[\w.-]+\s*:|-\s|#|[[\]{}|>]|(["'])[\w .-]+\1\s*:)/;
/** A closing mark may have been read in the wrong encoding: `flying.â€`. */
const ENDS_SENTENCE = /[.!?…](?:[”"’»)\]]|â[€\u0080][\u009d\u0099™]?){0,2}$/;
const ENDS_CUT = /(?:\.\.\.|…)$/;
/** A mark that closes a name (« … ») parts no links. */
const BREADCRUMB = /^[^.!?«‹<]{1,40}?\s(?:»|›|>)\s/;
const BYLINE = /^(?:by|von|par|por|translat\w+ by|edited by|reported by|written by|text:)\s/i;
/** "LONDON (Reuters) —", "Paris, 3 May (AFP) –" */
const DATELINE = /^[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40}(?:,[^—–()\n]{1,30})?(?:\s?\([^)\n]{2,30}\))?\s?(?:—|–|--|\.?-\s)/;
/** "Berlin (dpa) -", "Madrid, 3 may (EFE).-": a place in small letters is one before an agency in brackets. */
const AGENCY_DATELINE = /^[A-ZÀ-Þ][^.!?:;()\n]{1,40}\s?\([A-Za-zÀ-ž/ ]{2,12}\)\s?(?:—|–|--|\.?-)\s/;

const datelineOf = (head: string): string | undefined =>
  (DATELINE.exec(head) ?? AGENCY_DATELINE.exec(head))?.[0].trimEnd();

/** The parts of an article in text order, without gaps but for blanks. Linear time. */
export function segment(text: string): Part[] {
  const parts: Part[] = [];
  let zone: Zone = 'start';
  let start = 0;
  for (let block: Block | undefined = blockAt(text, 0); block; start += block.length, block = blockAt(text, start)) {
    if (block.size === 0) continue;
    const first = start + block.indent;
    const end = first + block.size;
    const line = text.slice(first, end);
    const part = partOf(line, zone);
    zone = part.zone;
    const dateline = part.kind === 'paragraph' ? datelineOf(line.slice(0, 120)) : undefined;
    if (dateline !== undefined) {
      parts.push({ kind: 'dateline', start: first, end: first + dateline.length });
      const rest =
        first + dateline.length + (/^\s*/.exec(line.slice(dateline.length, dateline.length + 20))?.[0].length ?? 0);
      if (rest < end) parts.push({ kind: 'paragraph', start: rest, end });
    } else parts.push({ kind: part.kind, start: first, end });
  }
  return parts;
}
