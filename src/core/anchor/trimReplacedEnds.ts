import { type Span } from '../text/span';
import { type Word, wordsOf } from './wordIndex';

/** So many words at an end, or so many characters, are left out; fewer are a word that became another. */
const FEWEST_REPLACED = 2;
const SHORTEST_REPLACED = 12;

/** What is left is at least so much of the quote. */
const SMALLEST_REST = 0.5;

/** Whether an edge of a place is known to be the passage's. */
export interface Edges {
  readonly start: boolean;
  readonly end: boolean;
}

/**
 * A place of altered words less what at either end has no two words in a row with the quote in common: there the passage was cut off
 * or moved away, and what stands there is somebody else's. `kept` is asked only where it decides.
 */
export function trimReplacedEnds(text: string, place: Span, quote: string, kept: Edges): Span {
  const pairs = new Set(pairsOf(wordsOf(quote)));
  const words = wordsOf(text.slice(place.start, place.end));
  const known = pairsOf(words).map(pair => pairs.has(pair));
  const firstKnown = known.indexOf(true);
  const lastKnown = known.lastIndexOf(true) + 1;
  const [first, last] = [words[firstKnown], words[lastKnown]];
  if (!first || !last || firstKnown < 0) return place;
  const isReplaced = (count: number, length: number): boolean =>
    count >= FEWEST_REPLACED || length >= SHORTEST_REPLACED;
  const start = withMarksBefore(text, place.start + first.at, place.start);
  const end = withMarksAfter(text, place.start + last.at + last.text.length, place.end);
  const rest = {
    start: isReplaced(firstKnown, start - place.start) && !kept.start ? start : place.start,
    end: isReplaced(words.length - 1 - lastKnown, place.end - end) && !kept.end ? end : place.end,
  };
  return rest.end - rest.start >= quote.length * SMALLEST_REST ? rest : place;
}

const pairsOf = (words: readonly Word[]): readonly string[] =>
  words.slice(1).map((word, i) => `${words[i]!.text} ${word.text}`);

const MARK = /[^\s\p{L}\p{N}]/u;

function withMarksBefore(text: string, start: number, least: number): number {
  while (start > least && MARK.test(text.charAt(start - 1))) start--;
  return start;
}

function withMarksAfter(text: string, end: number, most: number): number {
  while (end < most && MARK.test(text.charAt(end))) end++;
  return end;
}
