import { isBlank, isLineBreak } from './characters';

/** How a text is written shows in so many of its first characters: no more is read, so that an edit further down need not ask again. */
export const HEAD_LENGTH = 2048;

/** Texts out of mails and PDFs have lines of about one width; paragraphs written on one line are longer, and headings shorter. */
const NARROWEST = 40;
const WIDEST = 120;
/** The fewest breaks within paragraphs that tell. */
const FEWEST_BREAKS = 3;
/** The share of them where the next word would not have fitted on the line, and of those where a sentence goes on. */
const LEAST_WRAPPED = 0.6;
const LEAST_GOING_ON = 0.3;
/** How much of the width a line with its next word fills at least: letters of a PDF have widths of their own. */
const LEAST_FILLED = 0.85;
/** The longest line of the beginning may not be that of the whole text. */
const MOST_FILLED = 1.15;
/** So much of the next line's first word is looked at. */
export const LONGEST_WORD = 24;

/** The width that a text's lines were wrapped to, as its beginning tells; 0 where every line is a paragraph. */
export function wrapWidthOf(head: string): number {
  const lines = head.split(/\r\n|\r|\n/, MOST_LINES);
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i + 2 < lines.length; i++)
    if (isText(lines[i]!) && isText(lines[i + 1]!)) pairs.push([lines[i]!.trimEnd(), lines[i + 1]!]);
  if (pairs.length < FEWEST_BREAKS) return 0;
  const width = Math.max(...pairs.map(([line]) => line.length));
  if (width < NARROWEST || width > WIDEST) return 0;
  const wrapped = pairs.filter(([line, next]) => fills(line.length, next, 0, width));
  const goingOn = wrapped.filter(([line, next]) => !ENDS.test(line) && STARTS_SMALL.test(next));
  const isWrapped =
    wrapped.length >= LEAST_WRAPPED * pairs.length && goingOn.length >= Math.max(2, LEAST_GOING_ON * wrapped.length);
  return isWrapped ? width : 0;
}

/** So many lines are looked at: what is read of a text's beginning may be all line breaks. */
const MOST_LINES = 400;
const ENDS = /[.!?:;…]["'”’»)\]]*$/;
const STARTS_SMALL = /^\s*["'“„«(]?\p{Ll}/u;

/** A line with several words, which an address has not. */
const isText = (line: string): boolean => /\S\s+\S/.test(line);

/**
 * Where the line after the break at `at` starts, if the break only wraps a text of this width: the line that started at `lineStart` had
 * no room for the next one's first word, and no item of a list follows. -1 where a paragraph ends.
 */
export function wrappedLineAt(text: string, lineStart: number, at: number, width: number): number {
  const next = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  if (next >= text.length || isBlank(text.charCodeAt(next))) return -1;
  let end = at;
  while (end > lineStart && isBlank(text.charCodeAt(end - 1))) end--;
  // A dash where no sentence ended is no item's.
  if (ITEM.test(text.slice(next, next + 5)) && ENDS.test(text.slice(Math.max(lineStart, end - 4), end))) return -1;
  return fills(end - lineStart, text, next, width) ? next : -1;
}

const ITEM = /^(?:[-–—*•>#]\s|\d{1,2}[.)]\s)/;

function fills(length: number, text: string, word: number, width: number): boolean {
  if (length > MOST_FILLED * width) return false;
  let end = word;
  while (end < text.length && end - word < LONGEST_WORD && !isBlank(text.charCodeAt(end))) end++;
  return length + 1 + (end - word) > LEAST_FILLED * width;
}

/** Where the line that an offset is on starts. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}
