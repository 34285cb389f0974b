import { type Anchor } from '../annotation/model';
import { drained } from '../drained';
import { overlaps, type Span } from '../text/span';
import { hadLikeness, occurrenceOf, wereRepeated } from './describeAnchor';
import { type Article, findAlike, findExact, type Candidate, searchable } from './findPassage';
import { foldingText, foldText } from './foldText';
import { SURE_LIKENESS_BESIDE } from './judgePlace';
import { isSure, LOST, type Resolution } from './resolution';
import { SettledPassages } from './settledPassages';
import { type AmongPlaces, type Sought } from './scorePlaces';
import { settlePlaces } from './settlePlaces';
import { WordIndex } from './wordIndex';

/** Finds one annotation's passage again; see resolveAnchors. */
export const resolveAnchor = (text: string, anchor: Anchor): Resolution => resolveAnchors(text, [anchor])[0]!;

/**
 * Finds the passages of a document's annotations again, in the order of `anchors`. A passage that stands where it stood, in the
 * context in which it stood, is taken first. The others are looked for by their words, white space and the shapes of marks
 * aside; passages of the same words each take a place of their own, by their surroundings and else in the order in which they
 * stood. Words that are gone are looked for by likeness. Never throws, whatever an anchor's positions are.
 */
export function resolveAnchors(text: string, anchors: readonly Anchor[]): readonly Resolution[] {
  return drained(resolvingAnchors(text, anchors));
}

/** Finds passages that have nothing to do with one another: each as if it were looked for alone, but the text is made ready once. */
export function resolveEach(text: string, anchors: readonly Anchor[]): readonly Resolution[] {
  let article: Article | undefined;
  const known = (): Article => (article ??= drained(articleOf(text)));
  return anchors.map(anchor => drained(resolvingAnchors(text, [anchor], known))[0]!);
}

/** As resolveAnchors, step by step, for one who has other things to do between the steps. `known`: gives the text where it was made ready before. */
export function* resolvingAnchors(
  text: string,
  anchors: readonly Anchor[],
  known?: () => Article,
): Generator<void, readonly Resolution[]> {
  const settled = new SettledPassages();
  for (const anchor of anchors) {
    if (!standsUnchanged(text, anchor)) continue;
    settled.set(anchor, { state: 'exact', span: spanOfQuote(anchor), score: 1 });
    yield;
  }
  if (anchors.some(anchor => !settled.has(anchor)))
    yield* resolvingMoved(known?.() ?? (yield* articleOf(text)), anchors, settled);
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

/** A text, made ready for looking things up in it. */
function* articleOf(text: string): Generator<void, Article> {
  const folded = yield* foldingText(text);
  return { text, folded, searchable: searchable(folded.text, yield* WordIndex.reading(folded.text)) };
}

function* resolvingMoved(
  article: Article,
  anchors: readonly Anchor[],
  settled: SettledPassages,
): Generator<void, void> {
  const { folded } = article;
  const groups: Group[] = [];
  for (const [quote, passages] of groupByWords(anchors)) {
    const exact = findExact(article.searchable, quote);
    const anchorsOfGroup = new Set(passages.flatMap(({ anchor, doubles }) => [anchor, ...doubles]));
    groups.push({ quote, passages, anchors: anchorsOfGroup, exact });
    yield;
  }
  const openOf = (group: Group): readonly Wanted[] => group.passages.filter(({ anchor }) => !settled.has(anchor));
  const resolve = (group: Group, places: readonly Candidate[], isSettled: (found: Resolution) => boolean): void => {
    const open = openOf(group).map(wanted => ({ ...wanted, ...amongPlaces(wanted.anchor, places, group) }));
    if (open.length === 0) return;
    const free = places.filter(place => !isTaken(folded.toText(place), place.likeness < 1, open, group, settled));
    for (const [{ anchor, doubles }, found] of settlePlaces(article, open, free, settled))
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
    const alike = altered.flatMap(({ prefix, quote, suffix }) => findAlike(article.searchable, prefix, quote, suffix));
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
