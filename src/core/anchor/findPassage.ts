import search from 'approx-string-match';
import { overlaps, type Span } from '../text/span';
import { Ballot, SHORTEST_STRETCH } from './ballot';
import { type FoldedText } from './foldText';
import { wordsOf, type Word, type WordPlaces } from './wordIndex';

/** A text made ready for finding many passages in it. All offsets are of the folded text. */
export interface Searchable {
  readonly text: string;
  readonly words: WordPlaces;
  readonly ballot: Ballot;
}

export const searchable = (text: string, words: WordPlaces): Searchable => ({
  text,
  words,
  ballot: new Ballot(text.length),
});

/** A text in which passages are found again. */
export interface Article {
  readonly text: string;
  readonly folded: FoldedText;
  /** The folded text. */
  readonly searchable: Searchable;
}

/** A place where a passage may be. */
export interface Candidate extends Span {
  /** How much of the quote stands there, 0..1; 1 means all of its words as they are. */
  readonly likeness: number;
  /** Set for a place of whole sentences of the quote, whose others are not beside it any more. */
  readonly isPart?: true;
}

/** Words that stand in more places than this tell little about where a passage is. */
export const MAX_PLACES = 64;

/** So many of the quote's words, the rarest, vote on where it is. */
const MAX_VOTERS = 48;

/** So many places are looked at closely: the best, and enough others to know by how much it leads. */
const MAX_WINDOWS = 4;

/** A place with less of the best place's votes is no rival: a near-copy of the passage has about as many. */
const RIVAL_VOTES = 0.3;

/** A passage of which two fifths were re-written is another one. */
const MAX_CHANGED = 0.4;

/** A sentence's end, its closing mark included. */
const SENTENCE_END = /[.!?]+["']?/g;

/** So much of a quote, and so many characters, stand for the whole. */
const SMALLEST_PART = 0.6;
const SHORTEST_PART = 24;

/** What letters that are alike by chance add to the likeness of a place that has only a part of the quote. */
const PART_LOSS = 0.05;

/** Longer quotes are found by their ends: matching takes time in proportion to the length of both quote and window. */
const LONG_QUOTE = 1024;
const END_LENGTH = 256;

/** Of words that stand in more places no more are looked at: with as many annotations of them, time would be squared. */
const MAX_REPEATS = 2000;

/** The places, in order, where the quote stands word for word; no more than `limit` of them. */
export function findExact({ text, words }: Searchable, quote: string, limit = MAX_REPEATS): readonly Candidate[] {
  const found: Candidate[] = [];
  const keep = (start: number): void => {
    if (start >= 0 && text.startsWith(quote, start)) found.push({ start, end: start + quote.length, likeness: 1 });
  };
  // The first and last word may be cut by the passage's edges, so they do not tell where it can be.
  const inner = wordsOf(quote).slice(1, -1);
  if (inner.length > 0) {
    const { at, places } = rarestOf(inner, words);
    for (const place of places) {
      keep(place - at);
      if (found.length >= limit) break;
    }
  } else {
    for (let at = text.indexOf(quote); at >= 0 && found.length < limit; at = text.indexOf(quote, at + 1)) keep(at);
  }
  return found;
}

/**
 * The places where something like the quote stands, at most MAX_WINDOWS. The words of quote and context vote on where to look,
 * the rarer the weightier; there the quote is matched letter by letter. Time grows with the quote's length, not the text's.
 */
export function findAlike(
  searchable: Searchable,
  prefix: string,
  quote: string,
  suffix: string,
  rivalVotes = RIVAL_VOTES,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const window of windows(searchable, prefix, quote, suffix, rivalVotes)) {
    const alike = bestIn(searchable.text, window, quote);
    if (!alike) continue;
    const part = largestPart(searchable.text, window, quote);
    const candidate = part && part.likeness >= alike.likeness - PART_LOSS ? part : alike;
    const same = found.findIndex(known => overlaps(known, candidate));
    if (same < 0) found.push(candidate);
    else if (found[same]!.likeness < candidate.likeness) found[same] = candidate;
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Where the first or the last sentences of a quote of several stand word for word: the others were moved or cut. Undefined where no
 * more than SMALLEST_PART of it stands so.
 */
function largestPart(text: string, { start, end }: Span, quote: string): Candidate | undefined {
  const stretch = text.slice(start, end);
  let best: Candidate | undefined;
  for (const { index, 0: mark } of quote.matchAll(SENTENCE_END)) {
    const cut = index + mark.length;
    for (const part of [quote.slice(0, cut).trimEnd(), quote.slice(cut).trimStart()]) {
      const likeness = part.length / quote.length;
      if (likeness < Math.max(SMALLEST_PART, best?.likeness ?? 0) || likeness === 1 || part.length < SHORTEST_PART)
        continue;
      const at = stretch.indexOf(part);
      if (at >= 0) best = { start: start + at, end: start + at + part.length, likeness, isPart: true };
    }
  }
  return best;
}

/** Stretches of the text to look at, the most promising first. */
function windows(
  { text, words, ballot }: Searchable,
  prefix: string,
  quote: string,
  suffix: string,
  rivalVotes: number,
): readonly Span[] {
  const bin = Math.max(SHORTEST_STRETCH, quote.length >> 2);
  const voters = wordsOf(prefix + quote + suffix)
    .map(({ text: word, at }) => ({ at: at - prefix.length, places: words.placesOf(word) }))
    .filter(({ places }) => places.length > 0 && places.length <= MAX_PLACES)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, MAX_VOTERS);
  ballot.clear();
  for (const { at, places } of voters)
    for (const place of places) ballot.vote(Math.floor((place - at) / bin), 1 / places.length);
  const slack = (quote.length >> 2) + bin;
  return ballot.winners(rivalVotes, MAX_WINDOWS).map(index => ({
    start: Math.max(0, index * bin - slack),
    end: Math.min(text.length, (index + 2) * bin + quote.length + slack),
  }));
}

/** Where the first of the words that stand in the fewest places is in the quote, and its places. */
function rarestOf(
  words: readonly Word[],
  index: WordPlaces,
): { readonly at: number; readonly places: readonly number[] } {
  let rarest: { readonly at: number; readonly places: readonly number[] } | undefined;
  for (const { text, at } of words) {
    const places = index.placesOf(text);
    if (!rarest || places.length < rarest.places.length) rarest = { at, places };
    if (places.length === 0) break;
  }
  return rarest ?? { at: 0, places: [] };
}

/** The place in a stretch of the text that is likest to the quote; undefined where none is much like it. */
export function bestIn(text: string, window: Span, quote: string): Candidate | undefined {
  if (quote.length <= LONG_QUOTE) return bestMatch(text, window, quote);
  const head = bestMatch(text, window, quote.slice(0, END_LENGTH));
  const tail = head && bestMatch(text, { start: head.end, end: window.end }, quote.slice(-END_LENGTH));
  if (!tail) return undefined;
  const length = (tail.end - head.start) / quote.length;
  const likeness = Math.min(head.likeness, tail.likeness, length, 1 / length);
  return likeness < 1 - MAX_CHANGED
    ? undefined
    : { start: head.start, end: tail.end, likeness: Math.min(likeness, 0.99) };
}

function bestMatch(text: string, window: Span, pattern: string): Candidate | undefined {
  const [best] = search(text.slice(window.start, window.end), pattern, Math.floor(pattern.length * MAX_CHANGED));
  if (!best) return undefined;
  return {
    start: window.start + best.start,
    end: window.start + best.end,
    likeness: 1 - best.errors / pattern.length,
  };
}
