import { type Span } from '../text/span';
import { alignWords, type WordPairs } from './alignWords';
import { isFunctionWord } from './functionWords';
import { judgeParaphrase, type TraceReason, type WeightOf } from './paraphrase';
import { canBeOne } from './speakerNames';
import { type SpokenPassage, type TracedDocument, type WordRange } from './tracedDocument';
import { mixed, WordFlag } from './words';

/**
 * How a quote stands elsewhere: `verbatim`, all of its words; `trimmed`, the same words but one has more of them; `altered`, with words left out,
 * added or replaced; `paraphrase`, in other words (through another language, too).
 */
export const TRACE_KINDS = ['verbatim', 'trimmed', 'altered', 'paraphrase'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

/** Words that are not the same here and there. An empty span is where they would stand. */
export interface WordChange {
  readonly kind: 'replaced' | 'leftOut' | 'added';
  readonly here: Span;
  readonly there: Span;
}

/** A place where a quote stands in another document. */
export interface Trace {
  readonly document: string;
  readonly kind: TraceKind;
  /** The words' place there. */
  readonly span: Span;
  /** The quote that they stand in there; absent where the article says them itself. */
  readonly passage?: SpokenPassage;
  /** 0 to 1: which part of the words is the same; of a paraphrase, of what they mean. */
  readonly likeness: number;
  /** `trimmed` only: where there is more of it. */
  readonly longer?: 'here' | 'there';
  /** `trimmed` only: it was cut within a sentence. */
  readonly withinSentence?: boolean;
  /** `altered` only, in text order. */
  readonly changes: readonly WordChange[];
  readonly reasons: readonly TraceReason[];
}

/** An altered quote keeps so much of its words: below, words in common are a matter of the subject. */
const ALTERED_SHARE = 0.6;
/** Of the words that mean something so many: "we will not … the … before the …" is no quote. */
const ALTERED_CONTENT = 0.5;
/** Fewer words than these in common, or fewer that mean something, are nobody's own. */
const LEAST_WORDS = 3;
const LEAST_CONTENT = 2;
/** In an altered quote more words are in common. */
const LEAST_ALTERED = 5;
/** A place is looked at where so much of the quote stands in runs of two words. */
const SEED_SHARE = 0.3;

/**
 * Where `passage` of one document stands in another: word for word, trimmed or altered anywhere in the text, in other words where somebody
 * is reported to have said so. In text order; empty where it does not. `weightOf` says how much a word tells.
 */
export function traceQuote(
  here: TracedDocument,
  passage: SpokenPassage,
  there: TracedDocument,
  weightOf: WeightOf,
): readonly Trace[] {
  const found = placesOf(here, passage, there).flatMap(place => judgePlace(here, passage, there, place) ?? []);
  if (found.length > 0) return found.sort((a, b) => a.span.start - b.span.start);
  const other = judgeParaphrase(here, passage, there, weightOf);
  if (!other) return [];
  const { range, likeness, reasons } = other;
  return [
    {
      document: there.id,
      kind: 'paraphrase',
      span: there.spanOf(range),
      passage: other.passage,
      likeness,
      changes: [],
      reasons,
    },
  ];
}

/** Stretches of the other text in which runs of the quote's words are dense; they do not overlap. */
function placesOf(here: TracedDocument, { from, to }: WordRange, there: TracedDocument): readonly WordRange[] {
  const size = to - from;
  if (size < 2) return [];
  const runs = new Set<number>();
  for (let at = from; at + 1 < to; at++) runs.add(runAt(here, at));
  const { length } = there.words;
  const isHit = new Uint8Array(length);
  let hits = 0;
  for (let at = 0; at + 1 < length; at++) if (runs.has(runAt(there, at))) hits += isHit[at] = 1;
  const least = Math.max(1, Math.ceil(SEED_SHARE * (size - 1)));
  const places: WordRange[] = [];
  // The densest windows of the quote's length first, each hit used once.
  while (hits >= 1 && places.length < MOST_PLACES) {
    let best = 0;
    let bestStart = -1;
    let count = 0;
    for (let at = 0; at < length; at++) {
      count += isHit[at]!;
      if (at >= size) count -= isHit[at - size]!;
      if (count > best) {
        best = count;
        bestStart = Math.max(0, at - size + 1);
      }
    }
    // A short quote that is part of this one has few runs, but all of its own.
    if (best < least && !standsForItself(there, bestStart, size, isHit)) break;
    while (bestStart < length && isHit[bestStart] === 0) bestStart++;
    const end = Math.min(length, bestStart + size);
    const slack = 2 + (size >> 2);
    places.push({ from: Math.max(0, bestStart - slack), to: Math.min(length, end + slack) });
    for (let at = bestStart; at < end; at++) {
      hits -= isHit[at]!;
      isHit[at] = 0;
    }
  }
  return places;
}

const MOST_PLACES = 4;

const runAt = ({ words }: TracedDocument, at: number): number =>
  mixed((Math.imul(words.stems[at]!, 31) + words.stems[at + 1]!) | 0);

/** Whether a hit in the window lies in a quote that is hits but for its last word. */
function standsForItself(there: TracedDocument, start: number, size: number, isHit: Uint8Array): boolean {
  for (const passage of there.passages) {
    if (!passage.isVerbatim || passage.from < start || passage.to > start + size + 1) continue;
    let all = passage.to - passage.from >= LEAST_WORDS;
    for (let at = passage.from; all && at + 1 < passage.to; at++) all = isHit[at] === 1;
    if (all) return true;
  }
  return false;
}

function judgePlace(
  here: TracedDocument,
  passage: SpokenPassage,
  there: TracedDocument,
  place: WordRange,
): Trace | undefined {
  const pairs = densest(alignWords(here.words, passage, there.words, place), passage.to - passage.from);
  if (pairs.length < 2) return undefined;
  const size = passage.to - passage.from;
  const first = pairs[0]!;
  const last = pairs.at(-1)!;
  const whole = { from: first[1], to: last[1] + 1 };
  const quoted = there.quotedAt(whole);
  const isExact =
    last[0] - first[0] + 1 === pairs.length &&
    last[1] - first[1] + 1 === pairs.length &&
    pairs.every(([a, b]) => here.words.hashes[a] === there.words.hashes[b]);
  const content = pairs.filter(([a]) => !isFunctionWord(here.words.hashes[a]!)).length;
  if (content < LEAST_CONTENT || (isExact && pairs.length < Math.min(LEAST_WORDS, size))) return undefined;
  if (quoted && !maySay(passage, quoted)) return undefined;
  const reasons = reasonsOf(passage, quoted);
  const common = { document: there.id, ...(quoted ? { passage: quoted } : {}), reasons };
  if (isExact && pairs.length === size) {
    const more = quoted ? quoted.to - quoted.from - size : 0;
    const span = there.spanOf(whole);
    if (quoted && more > 0 && isWithinSentence(there, quoted, whole))
      return { ...common, kind: 'trimmed', span, likeness: 1, longer: 'there', withinSentence: true, changes: [] };
    return { ...common, kind: 'verbatim', span, likeness: 1, changes: [] };
  }
  if (isExact && quoted?.from === whole.from && quoted.to === whole.to) {
    const withinSentence = isWithinSentence(here, passage, { from: first[0], to: last[0] + 1 });
    return {
      ...common,
      kind: 'trimmed',
      span: there.spanOf(whole),
      likeness: pairs.length / size,
      longer: 'here',
      withinSentence,
      changes: [],
    };
  }
  const stretch = quoted ? stretched(quoted, whole, first[0] - passage.from, passage.to - 1 - last[0]) : whole;
  const likeness = pairs.length / Math.max(size, stretch.to - stretch.from);
  if (pairs.length < LEAST_ALTERED || likeness < ALTERED_SHARE) return undefined;
  if (content < ALTERED_CONTENT * contentIn(here, passage)) return undefined;
  if (!quoted && pairs.length < 2 * LEAST_ALTERED && likeness < 0.8) return undefined;
  const changes = changesOf(here, passage, there, stretch, pairs);
  return { ...common, kind: 'altered', span: there.spanOf(stretch), likeness, changes, reasons };
}

function contentIn({ words }: TracedDocument, { from, to }: WordRange): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!isFunctionWord(words.hashes[at]!)) count++;
  return count;
}

/** Pairs at the ends that lie further from the others than what they add are left out: a stray "the" belongs to no quote. */
function densest(pairs: WordPairs, size: number): WordPairs {
  let best: WordPairs = [];
  let bestScore = 0;
  // The stretch of pairs with the most pairs less half of what stands between them: Kadane's algorithm.
  let start = 0;
  let score = 0;
  for (let at = 0; at < pairs.length; at++) {
    const gap = at === start ? 0 : Math.max(pairs[at]![0] - pairs[at - 1]![0], pairs[at]![1] - pairs[at - 1]![1]) - 1;
    if (score - gap / 2 <= 0) {
      start = at;
      score = 1;
    } else score += 1 - gap / 2;
    if (score > bestScore) {
      bestScore = score;
      best = pairs.slice(start, at + 1);
    }
  }
  return best.slice(0, size);
}

/** The place with the words at its quote's ends that stand for the words at ours. */
function stretched(quoted: WordRange, { from, to }: WordRange, before: number, behind: number): WordRange {
  const reach = (missing: number): number => missing + 2;
  return {
    from: from - quoted.from <= reach(before) ? quoted.from : from,
    to: quoted.to - to <= reach(behind) ? quoted.to : to,
  };
}

/** True where the passage goes on within the sentence on either side of the range. */
function isWithinSentence({ words }: TracedDocument, passage: WordRange, range: WordRange): boolean {
  const startsSentence = (at: number): boolean => (words.flags[at]! & WordFlag.first) !== 0;
  return (
    (range.from > passage.from && !startsSentence(range.from)) || (range.to < passage.to && !startsSentence(range.to))
  );
}

function changesOf(
  here: TracedDocument,
  passage: WordRange,
  there: TracedDocument,
  stretch: WordRange,
  pairs: WordPairs,
): readonly WordChange[] {
  const changes: WordChange[] = [];
  let a = passage.from;
  let b = stretch.from;
  const tell = (toA: number, toB: number): void => {
    const kind = toA > a ? (toB > b ? 'replaced' : 'leftOut') : 'added';
    if (toA > a || toB > b) changes.push({ kind, here: spanBetween(here, a, toA), there: spanBetween(there, b, toB) });
  };
  for (const [nextA, nextB] of pairs) {
    if (here.words.hashes[nextA] === there.words.hashes[nextB]) tell(nextA, nextB);
    else tell(nextA + 1, nextB + 1);
    a = nextA + 1;
    b = nextB + 1;
  }
  tell(passage.to, stretch.to);
  return changes;
}

/** An empty span before word `from` where there is none. */
function spanBetween(document: TracedDocument, from: number, to: number): Span {
  if (to > from) return document.spanOf({ from, to });
  const start = from < document.words.length ? document.words.starts[from]! : document.text.length;
  return { start, end: start };
}

/** Whom two passages name is not plainly two persons. */
const maySay = (a: SpokenPassage, b: SpokenPassage): boolean =>
  a.speakerStems.length === 0 || b.speakerStems.length === 0 || canBeOne(a.speakerStems, b.speakerStems);

function reasonsOf(a: SpokenPassage, b: SpokenPassage | undefined): readonly TraceReason[] {
  if (a.speaker === undefined || b?.speaker === undefined) return [];
  return canBeOne(a.speakerStems, b.speakerStems)
    ? [{ code: 'sameSpeaker', name: longerOf(a.speaker, b.speaker) }]
    : [];
}

const longerOf = (a: string, b: string): string => (b.length > a.length ? b : a);
