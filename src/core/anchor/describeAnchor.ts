import { type Anchor, OCCURRENCE } from '../annotation/model';
import { overlaps, type Span } from '../text/span';
import { bestIn, findAlike, MAX_PLACES, searchable, type Searchable } from './findPassage';
import { foldText, type FoldedText } from './foldText';
import { FewWords, wordsOf } from './wordIndex';

/** Context on either side, in characters: as fits on a line of a sidecar. */
export const CONTEXT_LENGTH = 40;

/**
 * What it was while nothing but its length told that words were repeated: then it was longer than CONTEXT_LENGTH; or that others were
 * much like them: then the suffix was.
 */
export const EARLIER_CONTEXT_LENGTH = 32;

/**
 * Of words that stand elsewhere too, context reaches so far beyond what their places have in common. More than CONTEXT_LENGTH, so
 * that a reader of an anchor knows that its words were repeated, and that its outermost context is what sets it apart.
 */
export const TELLING_LENGTH = 40;

/** Shorter words resemble others by chance, and are not taken for them: see resolveAnchors. */
const SHORTEST_ALIKE = 16;

/** So much of the words: as much as resolveAnchors may take for an altered passage. */
const ALIKE = 0.7;

/** Without so much of its words a place is not like itself, chance included. */
const TOO_FEW = 0.4;

/** Characters beside a place in which no other is looked for by its words: see findAlike. */
const BESIDE = 96;

/** So many of the pairs of words of a passage. */
const REPEATED_PAIRS = 0.8;

/** Of fewer pairs it tells nothing that they are repeated. */
const FEWEST_PAIRS = 3;

/** A near-copy may have so little of what tells the passage's place. */
const ALIKE_VOTES = 0.1;

/** Context grows up to this. */
export const MAX_CONTEXT_LENGTH = 256;

/** Of words that stand in an article more often than this, no more places are looked at. */
const MAX_REPEATS = 200;

/**
 * Describes a passage so that it can be found again. Blanks around it are left out; a span of blanks alone, or one that lies
 * outside the text, gives an empty quote. No character is cut in half.
 */
export const describeAnchor = (text: string, span: Span): Anchor => anchorsOf(text)(span);

/** What describes passages of one text: what it takes to know of the text is looked up once. */
export function anchorsOf(text: string): (span: Span) => Anchor {
  let folded: FoldedText | undefined;
  let prepared: Searchable | undefined;
  const whole: WholeText = {
    text,
    folded: () => (folded ??= foldText(text)),
    searchable: () => (prepared ??= searchable(whole.folded().text, new FewWords(whole.folded().text, MAX_PLACES + 1))),
  };
  return span => {
    const { start, end } = trim(text, clamp(text, span));
    const { before, after, occurrence } = surroundingsOf(whole, { start, end });
    return {
      quote: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, before, 1), start),
      suffix: text.slice(end, wholeCharacter(text, after, -1)),
      start,
      end,
      ...(occurrence ? { occurrence } : {}),
    };
  };
}

/** A text, and what is made of it when it is asked for. */
interface WholeText {
  readonly text: string;
  readonly folded: () => FoldedText;
  readonly searchable: () => Searchable;
}

/** True for an anchor whose words stood in the text more than once, as far as it tells. */
export const wereRepeated = (anchor: Anchor): boolean => {
  const { prefix, quote, suffix } = anchor;
  if (prefix.includes(quote) || suffix.includes(quote)) return true;
  const occurrence = occurrenceOf(anchor);
  if (occurrence) return occurrence.count > 1;
  return Math.max(prefix.length, suffix.length) > CONTEXT_LENGTH && !hadLikeness(anchor);
};

/** True for an anchor whose words stood in the text once, and words much like them stood there too. */
export const hadLikeness = (anchor: Anchor): boolean => {
  const { prefix, suffix, start } = anchor;
  const occurrence = occurrenceOf(anchor);
  if (occurrence) return occurrence.count === 1;
  const isShort = Math.abs(prefix.length - EARLIER_CONTEXT_LENGTH) <= 1 && start !== prefix.length;
  return isShort && suffix.length > EARLIER_CONTEXT_LENGTH + 1;
};

/** Which of the places where the same words stand; of words that stood once and others were much like, `1/1`. */
export interface Occurrence {
  /** Counted from 1, in the order of the text. */
  readonly ordinal: number;
  readonly count: number;
}

/** What an anchor says of the other places of its words; undefined where it says nothing that can be. */
export function occurrenceOf({ occurrence }: Anchor): Occurrence | undefined {
  const [, ordinal, count] = OCCURRENCE.exec(occurrence ?? '')?.map(Number) ?? [];
  return ordinal && count && ordinal <= count ? { ordinal, count } : undefined;
}

/** What stands around a passage, and which of several places of its words it is. */
interface Surroundings {
  /** Where the context begins and ends that sets the passage apart from its twins, marks and blanks aside. */
  readonly before: number;
  readonly after: number;
  readonly occurrence?: string;
}

function surroundingsOf(whole: WholeText, { start, end }: Span): Surroundings {
  const { text } = whole;
  const plain = { before: Math.max(0, start - CONTEXT_LENGTH), after: Math.min(text.length, end + CONTEXT_LENGTH) };
  const folded = whole.folded();
  const quote = foldText(text.slice(start, end)).text;
  if (quote === '') return plain;
  const places = placesOf(folded.text, quote);
  const index = places.findIndex(at => folded.toText({ start: at, end: at + quote.length }).start === start);
  if (index < 0) return plain;
  const own = { start: places[index]!, end: places[index]! + quote.length };
  const isRepeated = places.length > 1;
  const twins = isRepeated
    ? places.filter(at => at !== own.start).map(at => ({ start: at, end: at + quote.length }))
    : likenesses(whole, own);
  if (twins.length === 0 && !isMadeOfRepeats(whole, own)) return plain;
  let left = own.start;
  let right = own.end;
  for (const twin of twins) {
    if (isRepeated)
      left = Math.min(left, own.start - commonLength(folded.text, own.start, twin.start, -1) - TELLING_LENGTH);
    right = Math.max(right, own.end + commonLength(folded.text, own.end, twin.end, 1) + TELLING_LENGTH);
  }
  const edges = folded.toText({ start: Math.max(0, left), end: Math.min(folded.text.length, right) });
  const after = Math.min(end + MAX_CONTEXT_LENGTH, Math.max(plain.after, edges.end));
  const before = Math.max(start - MAX_CONTEXT_LENGTH, Math.min(plain.before, edges.start));
  // Of words that stand in very many places nobody counts them all.
  return places.length < MAX_REPEATS
    ? { before, after, occurrence: `${index + 1}/${places.length}` }
    : { before, after };
}

/** The other places of a text, which is folded, where words much like those of a place stand. */
function likenesses(whole: WholeText, own: Span): readonly Span[] {
  const { text } = whole.folded();
  const quote = text.slice(own.start, own.end);
  if (quote.length < SHORTEST_ALIKE) return [];
  const apart = findAlike(whole.searchable(), '', quote, '', ALIKE_VOTES).filter(place => !overlaps(place, own));
  // Right beside the place, or over a part of it, the place itself is always the likest: it is looked past.
  const past = Math.ceil(quote.length * TOO_FEW);
  const reach = 2 * quote.length + BESIDE;
  const beside = [
    bestIn(text, { start: Math.max(0, own.start - reach), end: own.end - past }, quote),
    bestIn(text, { start: own.start + past, end: Math.min(text.length, own.end + reach) }, quote),
  ];
  return [...apart, ...beside.filter(place => place !== undefined)].filter(({ likeness }) => likeness >= ALIKE);
}

/**
 * True for a place nearly all of whose pairs of words stand elsewhere in the text too: what is left of others may be put together to
 * something much like it.
 */
function isMadeOfRepeats(whole: WholeText, own: Span): boolean {
  const { text, words } = whole.searchable();
  // The outermost may be cut.
  const inner = wordsOf(text.slice(own.start, own.end)).slice(1, -1);
  const isRepeated = inner.slice(1).map(({ text: word, at }, i) => {
    const before = inner[i]!;
    const [places, following] = [words.placesOf(before.text), words.placesOf(word)];
    // Of words that stand in so many places not all are known.
    if (Math.min(places.length, following.length) > MAX_PLACES) return true;
    const stands = new Set(following);
    return places.some(place => place !== own.start + before.at && stands.has(place + at - before.at));
  });
  return isRepeated.length >= FEWEST_PAIRS && isRepeated.filter(Boolean).length >= REPEATED_PAIRS * isRepeated.length;
}

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MAX_REPEATS; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** How far the text is the same from two offsets on. */
function commonLength(text: string, a: number, b: number, step: 1 | -1): number {
  const at = (offset: number, length: number): number =>
    text.charCodeAt(step < 0 ? offset - 1 - length : offset + length);
  let length = 0;
  while (length < MAX_CONTEXT_LENGTH && at(a, length) === at(b, length)) length++;
  return length;
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
