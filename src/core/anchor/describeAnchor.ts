import { type Anchor } from '../annotation/model';
import { type Span } from '../text/span';

/** Context on either side, in characters: as much as Hypothesis keeps, and as fits on a line of a sidecar. */
export const CONTEXT_LENGTH = 32;

/** Where the passage's words stand elsewhere too, the context grows up to this, until it tells them apart. */
export const MAX_CONTEXT_LENGTH = 256;

/** Of words that stand in an article more often than this, no more places are looked at. */
const MAX_REPEATS = 200;

/**
 * Describes a passage so that it can be found again. Blanks around it are left out; a span of blanks alone, or one that lies
 * outside the text, gives an empty quote. No character is cut in half.
 */
export function describeAnchor(text: string, span: Span): Anchor {
  const { start, end } = trim(text, clamp(text, span));
  const quote = text.slice(start, end);
  const length = contextLength(text, start, quote);
  return {
    quote,
    prefix: text.slice(wholeCharacter(text, Math.max(0, start - length), 1), start),
    suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + length), -1)),
    start,
    end,
  };
}

/** The length of context that sets the passage apart from every other that has its words. */
function contextLength(text: string, start: number, quote: string): number {
  if (quote === '') return CONTEXT_LENGTH;
  let length = CONTEXT_LENGTH;
  let seen = 0;
  for (let at = text.indexOf(quote); at >= 0 && seen < MAX_REPEATS; at = text.indexOf(quote, at + 1), seen++) {
    if (at === start) continue;
    // Twice the plain length says that the words are repeated: then context must agree when they are found again.
    length = Math.max(length, 2 * CONTEXT_LENGTH);
    while (length < MAX_CONTEXT_LENGTH && isSameContext(text, start, at, quote.length, length))
      length += CONTEXT_LENGTH;
  }
  return length;
}

function isSameContext(text: string, a: number, b: number, quoteLength: number, length: number): boolean {
  const before = (at: number): string => text.slice(Math.max(0, at - length), at);
  const after = (at: number): string => text.slice(at + quoteLength, at + quoteLength + length);
  return before(a) === before(b) || after(a) === after(b);
}

function clamp(text: string, { start, end }: Span): Span {
  const within = (offset: number): number => Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
  const first = wholeCharacter(text, within(start), -1);
  return { start: first, end: Math.max(first, wholeCharacter(text, within(end), 1)) };
}

function trim(text: string, { start, end }: Span): Span {
  const within = text.slice(start, end);
  const first = start + (within.length - within.trimStart().length);
  return { start: first, end: Math.max(first, start + within.trimEnd().length) };
}

/** The offset, moved by `step` where it would cut a surrogate pair. */
function wholeCharacter(text: string, offset: number, step: 1 | -1): number {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const cuts = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return cuts ? offset + step : offset;
}
