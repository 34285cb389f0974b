import search from 'approx-string-match';
import { type Anchor } from '../annotation/model';
import { overlaps, type Span } from '../text/span';
import { assignPlaces } from './assignPlaces';
import { hadLikeness, occurrenceOf, wereRepeated } from './describeAnchor';
import { findAlike, findExact, type Candidate, type Searchable } from './findPassage';
import { foldText, type FoldedText } from './foldText';
import { isSure, type Resolution } from './resolution';
import { SettledPassages } from './settledPassages';
import { type AmongPlaces, HALF_A_SIDE, scorePlaces, type Scored, type Sought } from './scorePlaces';
import { trimReplacedEnds } from './trimReplacedEnds';
import { wordsOf, WordIndex } from './wordIndex';

/**
 * So many words in a row, or so many characters, are no coincidence: where they stand once and stood once, that is the passage,
 * whatever became of its surroundings.
 */
const DISTINCTIVE_WORDS = 3;
const DISTINCTIVE_LENGTH = 16;

/** So much of altered words must be there. */
const SURE_LIKENESS = 0.7;

/** So much where one side of the surroundings agrees, or where the words are many. */
const SURE_LIKENESS_BESIDE = 0.8;

/** The same of a passage beside whose likeness it was tagged: that may be what is left. */
const SURE_LIKENESS_OF_ALIKE = 0.85;

/** So much where no side of the surroundings agrees; then the words must be many. */
const SURE_LIKENESS_ALONE = 0.75;
const LONG_QUOTE = 40;

/** Characters at either end of altered words; half of them may differ. */
const EDGE_LENGTH = 16;

/** The same of short ones: a quarter, for a misprint, and not another word. */
const TIP_LENGTH = 8;

/** So much of either side must agree where some of the places that the words had are gone: it may be the passage that is. */
const WHOLE_SIDE = 0.9;

/** Below this a place of altered words is not even worth showing. */
const WORTH_SHOWING = 0.4;

/** The best place must lead the second best by this. */
const SURE_LEAD = 0.08;

/** Where the place is told by one side and by being as expected: more than the latter alone can give. */
const SURE_LEAD_NEAR = 0.2;

/**
 * The same of repeated words, unless their neighbours moved as far or both sides agree by half. What nothing at all speaks for but the
 * words leads by 0.3. When it was chosen, over 20,000 random scripts and `bench:anchor` at medium strength: at 0.2 three more places were
 * wrong than at 0.292, and 0.1 % more were found; at 0.3 three fewer, and 0.24 % fewer were found.
 */
const SURE_LEAD_REPEATED = 0.292;

/** A side of the surroundings that agrees so well shows where the passage ends. */
const TELLING_EDGE = 0.7;

const LOST: Resolution = { state: 'lost', score: 0 };

/** Finds one annotation's passage again; see resolveAnchors. */
export const resolveAnchor = (text: string, anchor: Anchor): Resolution => resolveAnchors(text, [anchor])[0]!;

/**
 * Finds the passages of a document's annotations again, in the order of `anchors`. A passage that stands where it stood, in the
 * context in which it stood, is taken first. The others are looked for by their words, white space and the shapes of marks
 * aside; passages of the same words each take a place of their own, by their surroundings and else in the order in which they
 * stood. Words that are gone are looked for by likeness. Never throws, whatever an anchor's positions are.
 */
export function resolveAnchors(text: string, anchors: readonly Anchor[]): readonly Resolution[] {
  const work = resolvingAnchors(text, anchors);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same, step by step, for one who has other things to do between the steps. */
export function* resolvingAnchors(text: string, anchors: readonly Anchor[]): Generator<void, readonly Resolution[]> {
  const settled = new SettledPassages();
  for (const anchor of anchors)
    if (standsUnchanged(text, anchor)) settled.set(anchor, { state: 'exact', span: spanOfQuote(anchor), score: 1 });
  if (anchors.some(anchor => !settled.has(anchor))) yield* resolvingMoved(text, anchors, settled);
  return anchors.map(anchor => settled.get(anchor) ?? LOST);
}

/** Passages of the same words. */
interface Group {
  readonly quote: string;
  readonly passages: readonly Wanted[];
  readonly anchors: ReadonlySet<Anchor>;
  /** Where the words stand as they are. */
  readonly exact: readonly Candidate[];
}

function* resolvingMoved(text: string, anchors: readonly Anchor[], settled: SettledPassages): Generator<void, void> {
  const folded = foldText(text);
  yield;
  const searchable: Searchable = { text: folded.text, words: new WordIndex(folded.text) };
  yield;
  const groups: Group[] = [];
  for (const [quote, passages] of groupByWords(anchors)) {
    const exact = findExact(searchable, quote);
    const anchorsOfGroup = new Set(passages.flatMap(({ anchor, doubles }) => [anchor, ...doubles]));
    groups.push({ quote, passages, anchors: anchorsOfGroup, exact });
    yield;
  }
  const openOf = (group: Group): readonly Wanted[] => group.passages.filter(({ anchor }) => !settled.has(anchor));
  const resolve = (group: Group, places: readonly Candidate[], isSettled: (found: Resolution) => boolean): void => {
    const open = openOf(group).map(wanted => ({ ...wanted, ...amongPlaces(wanted.anchor, places, group) }));
    if (open.length === 0) return;
    const free = places.filter(place => !isTaken(folded.toText(place), place.likeness < 1, open, group, settled));
    for (const [{ anchor, doubles }, found] of settle(text, folded, searchable, open, free, settled))
      if (isSettled(found)) for (const each of [anchor, ...doubles]) settled.set(each, found);
  };
  // Words that stand as often as they are sought first: what they show of the drift helps to tell the others apart.
  const excess = (group: Group): number => Math.abs(group.exact.length - group.passages.length);
  const inOrder = [...groups].sort((a, b) => excess(a) - excess(b));
  for (const group of inOrder) {
    resolve(group, group.exact, isSure);
    yield;
  }
  for (const group of inOrder) {
    const places = group.exact;
    // Words that stood once and stand still are not looked for in others.
    const altered = openOf(group).filter(({ isRepeated }) => isRepeated || places.length === 0);
    const alike = altered.flatMap(({ prefix, quote, suffix }) => findAlike(searchable, prefix, quote, suffix));
    resolve(group, distinct([...places, ...alike]), () => true);
    yield;
  }
}

/** Annotations of one and the same passage count as one. Those whose quote is blank are left out: they are nowhere. */
function groupByWords(anchors: readonly Anchor[]): ReadonlyMap<string, readonly Wanted[]> {
  const groups = new Map<string, Map<string, Wanted>>();
  for (const anchor of anchors) {
    const quote = foldText(anchor.quote).text.trim();
    if (quote === '') continue;
    const group = groups.get(quote) ?? new Map<string, Wanted>();
    groups.set(quote, group);
    const prefix = foldText(anchor.prefix).text;
    const suffix = foldText(anchor.suffix).text;
    const key = JSON.stringify([anchor.start, prefix, suffix]);
    const double = group.get(key);
    if (double) double.doubles.push(anchor);
    else
      group.set(key, {
        anchor,
        prefix,
        quote,
        suffix,
        isRepeated: wereRepeated(anchor),
        hadLikeness: hadLikeness(anchor),
        startsText: anchor.start === anchor.prefix.length,
        doubles: [],
      });
  }
  return new Map([...groups].map(([quote, group]) => [quote, [...group.values()]]));
}

/** What is sought, before it is known where its words stand. */
interface Wanted extends Omit<Sought, keyof AmongPlaces> {
  readonly doubles: Anchor[];
}

/** What the number and the order of its words' places, altered ones too, tell of a passage. */
function amongPlaces(anchor: Anchor, candidates: readonly Candidate[], { passages }: Group): AmongPlaces {
  const occurrence = occurrenceOf(anchor);
  const places = candidates.filter(({ likeness }) => likeness >= SURE_LIKENESS_BESIDE);
  return {
    areAsTheyWere: places.every(({ likeness }) => likeness === 1),
    inOrder:
      occurrence?.count === places.length && places.length > 1 ? places[occurrence.ordinal - 1]?.start : undefined,
    // Where all of them are sought, they are told apart by one another.
    hasFewer: occurrence !== undefined && places.length < occurrence.count && passages.length < occurrence.count,
  };
}

/** Of candidates that lie over each other the likest, in the order of the text. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.likeness - a.likeness))
    if (!kept.some(known => overlaps(known, candidate))) kept.push(candidate);
  return kept.sort((a, b) => a.start - b.start);
}

/** Gives each of the sought passages, all of the same words, its place. */
function settle(
  text: string,
  folded: FoldedText,
  searchable: Searchable,
  group: readonly Sought[],
  places: readonly Candidate[],
  settled: SettledPassages,
): readonly (readonly [Sought, Resolution])[] {
  const inOrder = [...group].sort((a, b) => a.anchor.start - b.anchor.start);
  const starts = places.map(place => folded.toText(place).start);
  const scores = inOrder.map(sought => {
    const { start } = sought.anchor;
    return scorePlaces(searchable, sought, places, starts, settled.expectationOf(start));
  });
  const chosen = assignPlaces(scores, SURE_LEAD);
  let results = chosen.map((column): Resolution => (column === undefined ? LOST : { state: 'moved', score: 1 }));
  // What is not surely placed speaks against a choice: a place that nobody has for sure, a passage that has none for sure.
  for (let sure = -1; sure !== results.filter(isSure).length;) {
    sure = results.filter(isSure).length;
    const isHeld = (column: number): boolean => chosen.some((other, row) => other === column && isSure(results[row]!));
    const before = results;
    results = chosen.map((column, row): Resolution => {
      const place = column === undefined ? undefined : scores[row]![column];
      if (!place) return LOST;
      const others = scores[row]!.filter((other, index) => other && other !== place && !isHeld(index));
      const rivals = scores.map((scored, other) =>
        other === row || isSure(before[other]!) ? undefined : scored[column!],
      );
      const lead = others.some(other => isBeside(other!, place))
        ? 0
        : Math.min(...[...others, ...rivals].map(other => place.score - (other?.score ?? 0)), place.score);
      return judge(text, folded, inOrder[row]!, place, lead, places.length === 1 && group.length === 1);
    });
  }
  const isSurelyHeld = (place: Scored): boolean =>
    chosen.some(
      (column, row) => column !== undefined && scores[row]![column]!.start === place.start && isSure(results[row]!),
    );
  const isDoubtful = (column: number): boolean =>
    chosen.some((other, row) => other === column && !isSure(results[row]!));
  return inOrder.map((sought, row) => {
    const { state } = results[row]!;
    const place = chosen[row] === undefined ? undefined : scores[row]![chosen[row]];
    // Where the words stand once, a guess is rather those than others like them, unless all around speaks for the others.
    const [asTheyAre, ...more] = scores[row]!.filter(other => other?.likeness === 1);
    const isGuess = place !== undefined && state === 'uncertain' && place.likeness < 1;
    if (isGuess && asTheyAre && more.length === 0 && !isSurelyHeld(asTheyAre))
      if (place.sides.some(side => side < HALF_A_SIDE))
        return [sought, judge(text, folded, sought, asTheyAre, 0, false)];
    if (state !== 'lost') return [sought, results[row]!];
    // A place that another passage has without certainty may as well be this one's.
    const offered = scores[row]!.filter((_, column) => isDoubtful(column));
    const best = offered.reduce((a, b) => (b && (!a || b.score > a.score) ? b : a), undefined);
    return [sought, best ? judge(text, folded, sought, best, 0, false) : LOST];
  });
}

/**
 * True where another place has a side of the surroundings that a place has not, or is where it should be: what stood beside the
 * passage, or the passage, was moved, and the text does not tell which.
 */
const isBeside = (other: Scored, place: Scored): boolean =>
  other.likeness >= place.likeness &&
  ((other.near && !place.near && !place.inOrder) ||
    other.sides.some(
      (side, i) => side > HALF_A_SIDE && side > place.sides[i]! && (!place.inOrder || place.telling[i]!),
    ));

/**
 * A place of altered words is sure where it leads, and either its surroundings say so too, or so much of a long quote is there that
 * nothing else can be meant.
 */
function isSureOfAltered(text: string, place: Scored, sought: Sought, lead: number): boolean {
  const { quote, isRepeated, hadLikeness } = sought;
  if (lead < SURE_LEAD) return false;
  if (place.isPart) return !isRepeated && !hadLikeness && (place.vouched || place.end - place.start >= LONG_QUOTE);
  if (place.vouched && place.enclosed && (!hadLikeness || place.near)) return place.likeness >= SURE_LIKENESS;
  if (isRepeated && place.inOrder && hasItsTwins(text, place, sought)) return true;
  // What is like the passage stood beside what stood beside it, or beside something like that.
  if (hadLikeness && !(place.near && place.vouched && place.likeness >= SURE_LIKENESS_OF_ALIKE)) return false;
  // A word or two that resemble a word or two are another's as likely as not: “Comment *”, “Post Comment”.
  if (quote.length < DISTINCTIVE_LENGTH) return false;
  const isLong = !isRepeated && quote.length >= LONG_QUOTE;
  if (isLong && place.likeness >= SURE_LIKENESS_BESIDE) return true;
  const areEdgesThere = hasEdges(text, place, quote);
  // Of a quote that was cut at one end the rest is there; where only its ends are, something else may stand between them.
  if (isLong && place.vouched && place.likeness >= SURE_LIKENESS && (place.near || !areEdgesThere)) return true;
  if (!areEdgesThere) return false;
  if (place.vouched) return place.likeness >= SURE_LIKENESS_BESIDE;
  return !isRepeated && place.likeness >= SURE_LIKENESS_ALONE && quote.length >= LONG_QUOTE;
}

/**
 * Words were changed here and there, and not one end replaced: then it would be another passage that has much of this one's words.
 * An end beside which the surroundings are as they were is one anyhow.
 */
const hasEdges = (text: string, place: Scored, quote: string): boolean => edgesOf(text, place, quote).every(Boolean);

/** For the start and the end of a place in turn, whether it is the quote's. */
function edgesOf(text: string, { start, end, sides }: Scored, quote: string): readonly boolean[] {
  const isShort = quote.length < LONG_QUOTE;
  const isThere = (stretch: string, words: string): boolean =>
    search(stretch, words, isShort ? words.length >> 2 : words.length >> 1).length > 0;
  const length = isShort ? TIP_LENGTH : EDGE_LENGTH;
  const reach = length + (length >> 1);
  return [
    sides[0]! >= TELLING_EDGE || isThere(text.slice(Math.max(0, start - 2), start + reach), quote.slice(0, length)),
    sides[1]! >= TELLING_EDGE || isThere(text.slice(Math.max(0, end - reach), end + 2), quote.slice(-length)),
  ];
}

/**
 * True where as many twins stand right beside a place as stood beside the passage. Where one of some in a row is gone, the text is the
 * same whichever it was.
 */
function hasItsTwins(text: string, { start, end }: Span, { prefix, quote, suffix }: Sought): boolean {
  const before = text.slice(Math.max(0, start - prefix.length - 2 * quote.length), start);
  const after = text.slice(end, end + suffix.length + 2 * quote.length);
  return (
    twinsBeside(before, quote, -1) === twinsBeside(prefix, quote, -1) &&
    twinsBeside(after, quote, 1) === twinsBeside(suffix, quote, 1)
  );
}

/** How often a stretch ends with the words, or starts with them, blanks aside. */
function twinsBeside(stretch: string, words: string, step: 1 | -1): number {
  let rest = stretch.trim();
  let count = 0;
  for (; step < 0 ? rest.endsWith(words) : rest.startsWith(words); count++)
    rest = (step < 0 ? rest.slice(0, -words.length) : rest.slice(words.length)).trim();
  // Of the outermost the context may hold a part.
  return count + Number(rest.length >= TIP_LENGTH && (step < 0 ? words.endsWith(rest) : words.startsWith(rest)));
}

const isRare = (quote: string): boolean =>
  wordsOf(quote).length >= DISTINCTIVE_WORDS || quote.length >= DISTINCTIVE_LENGTH;

function judge(
  text: string,
  folded: FoldedText,
  sought: Sought,
  place: Scored,
  lead: number,
  isOnly: boolean,
): Resolution {
  const { anchor, quote, isRepeated } = sought;
  const span =
    place.likeness < 1 && !place.isPart
      ? spanOfAltered(text, folded, place, sought)
      : wholeQuote(text, folded.toText(place), anchor.quote);
  const result = { span, score: Math.min(1, place.score) };
  if (place.likeness < 1) {
    if (place.score < WORTH_SHOWING) return LOST;
    return { ...result, state: isSureOfAltered(folded.text, place, sought, lead) ? 'moved' : 'uncertain' };
  }
  if (isRepeated && !hasItsTwins(folded.text, place, sought)) return { ...result, state: 'uncertain' };
  const isInPlace = span.start === anchor.start;
  const isDistinctive = isOnly && !isRepeated && isRare(quote);
  const isWordless = wordsOf(quote).length === 0;
  if (sought.hasFewer && !place.sides.every(side => side >= WHOLE_SIDE)) return { ...result, state: 'uncertain' };
  const isTold =
    place.vouched || isDistinctive || place.inOrder || (lead >= SURE_LEAD_NEAR && isExpected(place, isRepeated, lead));
  if (isWordless || !(lead >= SURE_LEAD || (isInPlace && lead > 0)) || !isTold)
    return { ...result, state: 'uncertain' };
  return { ...result, state: isInPlace && text.slice(span.start, span.end) === anchor.quote ? 'exact' : 'moved' };
}

/** True where the place is as expected, and for repeated words also told from the other places of them. */
const isExpected = ({ near, inStep, sides }: Scored, isRepeated: boolean, lead: number): boolean =>
  near && (!isRepeated || inStep || lead >= SURE_LEAD_REPEATED || sides.every(side => side >= HALF_A_SIDE));

/** The span of altered words, with the edges that the quote has where they are there. */
function spanOfAltered(text: string, folded: FoldedText, place: Scored, { anchor, quote }: Sought): Span {
  const rest = trimReplacedEnds(folded.text, place, quote, edgesOf(folded.text, place, quote));
  const span = wholeQuote(text, folded.toText(place), anchor.quote);
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

/** True where quote and context all stand where they stood. */
function standsUnchanged(text: string, { quote, prefix, suffix, start }: Anchor): boolean {
  if (!(start >= 0 && start <= text.length) || quote.trim() === '' || prefix + suffix === '') return false;
  return (
    text.startsWith(quote, start) &&
    text.startsWith(suffix, start + quote.length) &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length)
  );
}

const spanOfQuote = ({ start, quote }: Anchor): Span => ({ start, end: start + quote.length });

/**
 * True where a place is surely another annotation's passage, and so none of the sought ones': one of the same words there, or,
 * where the place only resembles them, one whose words did not hold them. Positions say nothing here: two annotations may have
 * been described in two versions of the text.
 */
function isTaken(
  place: Span,
  isAltered: boolean,
  open: readonly Sought[],
  group: Group,
  settled: SettledPassages,
): boolean {
  return settled
    .holdersOf(place)
    .some(other => group.anchors.has(other) || (isAltered && open.every(({ anchor }) => !wereTogether(anchor, other))));
}

/** True where two passages may have lain over each other. */
const wereTogether = (a: Anchor, b: Anchor): boolean =>
  overlaps(a, b) || surroundings(b).includes(a.quote) || surroundings(a).includes(b.quote);

const surroundings = ({ prefix, quote, suffix }: Anchor): string => prefix + quote + suffix;
