import search from 'approx-string-match';
import { type Span } from '../text/span';
import { type Article } from './findPassage';
import { foldText } from './foldText';
import { type Scored, type Sought } from './scorePlaces';
import { type Edges, trimReplacedEnds } from './trimReplacedEnds';

/** From so many characters on a quote is long. */
export const LONG_QUOTE = 40;

/** Characters at either end of altered words; half of them may differ. */
const EDGE_LENGTH = 16;

/** The same of short ones: a quarter, for a misprint, and not another word. */
export const TIP_LENGTH = 8;

/** A side of the surroundings that agrees so well shows where the passage ends. */
const TELLING_EDGE = 0.7;

/** The span of a place in the article's own text, with the edges that the quote has where they are there. */
export function spanOfPlace({ text, folded }: Article, { anchor, quote }: Sought, place: Scored): Span {
  const span = wholeQuote(text, folded.toText(place), anchor.quote);
  if (place.likeness === 1 || place.isPart) return span;
  const rest = trimReplacedEnds(folded.text, place, quote, edgesOf(folded.text, place, quote));
  const inner = folded.toText(rest);
  return {
    start: rest.start === place.start ? span.start : inner.start,
    end: rest.end === place.end ? span.end : inner.end,
  };
}

/** The span, with the edges that the quote has where characters that are folded as one were cut by it. */
function wholeQuote(text: string, span: Span, quote: string): Span {
  const from = Math.max(0, span.start - 2);
  const at = from + text.slice(from, span.end + 2).indexOf(quote);
  if (at >= from) return { start: at, end: at + quote.length };
  const [head, tail] = [quote.slice(0, CUT_LENGTH), quote.slice(-CUT_LENGTH)];
  const start = span.start + (NUDGES.find(by => isAlike(text, span.start + by, head)) ?? 0);
  const end = span.end - (NUDGES.find(by => isAlike(text, span.end - by - tail.length, tail)) ?? 0);
  return { start, end: Math.max(start, end) };
}

/** So many characters show where a quote's edge is. */
const CUT_LENGTH = 12;

/** What is folded as one has at most three characters; a letter may be composed with what stands before a span. */
const NUDGES = [0, 1, 2, -1, -2];

/** True where the words stand at an offset, each character folded by itself. */
const isAlike = (text: string, offset: number, words: string): boolean =>
  offset >= 0 && [...words].every((letter, i) => foldText(letter).text === foldText(text[offset + i] ?? '').text);

/**
 * Words were changed here and there, and not one end replaced: then it would be another passage that has much of this one's words.
 * An end beside which the surroundings are as they were is one anyhow.
 */
export const hasEdges = (text: string, place: Scored, quote: string): boolean => {
  const edges = edgesOf(text, place, quote);
  return edges.start && edges.end;
};

/** Whether the start of a place is the quote's, and the end; each is looked at when it is asked for. */
function edgesOf(text: string, { start, end, sides }: Scored, quote: string): Edges {
  const isShort = quote.length < LONG_QUOTE;
  const isThere = (stretch: string, words: string): boolean =>
    stretch.includes(words) || search(stretch, words, isShort ? words.length >> 2 : words.length >> 1).length > 0;
  const length = isShort ? TIP_LENGTH : EDGE_LENGTH;
  const reach = length + (length >> 1);
  return {
    get start() {
      const stretch = text.slice(Math.max(0, start - 2), start + reach);
      return sides[0]! >= TELLING_EDGE || isThere(stretch, quote.slice(0, length));
    },
    get end() {
      const stretch = text.slice(Math.max(0, end - reach), end + 2);
      return sides[1]! >= TELLING_EDGE || isThere(stretch, quote.slice(-length));
    },
  };
}
