import { type Anchor } from '../annotation/model';
import { overlaps, type Span } from '../text/span';
import { CONTEXT_LENGTH } from './describeAnchor';
import { findAlike, findExact, type Candidate, type Searchable } from './findPassage';
import { foldText, type FoldedText } from './foldText';
import { assignInOrder } from './assignInOrder';
import { scorePlaces, type Scored, type Sought } from './scorePlaces';
import { wordsOf, WordIndex } from './wordIndex';

/** How sure it is where an annotation's passage is. */
export const RESOLUTION_STATES = ['exact', 'moved', 'uncertain', 'lost'] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

/**
 * Where an annotation's passage is. `exact`: at its place with its words. `moved`: elsewhere, or with slightly other words, and
 * there can be no doubt. `uncertain`: `span` is the best guess. `lost`: nowhere; no span.
 */
export interface Resolution {
  readonly state: ResolutionState;
  readonly span?: Span;
  /** 0..1: how much of quote and context is there. */
  readonly score: number;
}

/** So many words in a row are no coincidence: where they stand once, that is the passage, whatever became of its surroundings. */
const DISTINCTIVE_WORDS = 6;

/** A place of altered words must reach this to be `moved`; a sentence that only resembles the passage scores about 0.55. */
const SURE_SCORE = 0.68;

/** Below this a place of altered words is not even worth showing. */
const WORTH_SHOWING = 0.5;

/** The best place must lead the second best by this. */
const SURE_LEAD = 0.08;

const LOST: Resolution = { state: 'lost', score: 0 };

/** Finds one annotation's passage again; see resolveAnchors. */
export const resolveAnchor = (text: string, anchor: Anchor): Resolution => resolveAnchors(text, [anchor])[0]!;

/**
 * Finds the passages of a document's annotations again, in the order of `anchors`. A passage that stands where it stood, in the
 * context in which it stood, is taken first. The others are looked for by their words, white space and the shapes of marks
 * aside; annotations of the same words take their places in the order in which they stood, each its own. Words that are gone
 * are looked for by likeness. Never throws, whatever an anchor's positions are.
 */
export function resolveAnchors(text: string, anchors: readonly Anchor[]): readonly Resolution[] {
  const resolved = new Map<Anchor, Resolution>();
  for (const anchor of anchors)
    if (standsUnchanged(text, anchor)) resolved.set(anchor, { state: 'exact', span: spanOfQuote(anchor), score: 1 });
  if (resolved.size < anchors.length) resolveMoved(text, anchors, resolved);
  return anchors.map(anchor => resolved.get(anchor) ?? LOST);
}

function resolveMoved(text: string, anchors: readonly Anchor[], resolved: Map<Anchor, Resolution>): void {
  const folded = foldText(text);
  const searchable: Searchable = { text: folded.text, words: new WordIndex(folded.text) };
  const groups = new Map<string, Sought[]>();
  for (const anchor of anchors) {
    const sought = {
      anchor,
      prefix: foldText(anchor.prefix).text,
      quote: foldText(anchor.quote).text.trim(),
      suffix: foldText(anchor.suffix).text,
    };
    const group = groups.get(sought.quote);
    if (sought.quote === '') resolved.set(anchor, LOST);
    else if (group) group.push(sought);
    else groups.set(sought.quote, [sought]);
  }
  const exact = new Map([...groups].map(([quote, group]) => [group, findExact(searchable, quote)] as const));
  // Words that stand as often as they are sought first: what they show of the drift helps to tell the others apart.
  const inOrder = [...groups.values()].sort((a, b) => excess(exact.get(a)!, a) - excess(exact.get(b)!, b));
  const find = (
    group: readonly Sought[],
    places: readonly Candidate[],
    isSettled: (found: Resolution) => boolean,
  ): void => {
    const open = group.filter(({ anchor }) => !resolved.has(anchor));
    const free = places.filter(place => !open.every(({ anchor }) => isTaken(folded.toText(place), anchor, resolved)));
    for (const [{ anchor }, found] of settle(text, folded, open, free, resolved))
      if (isSettled(found)) resolved.set(anchor, found);
  };
  for (const group of inOrder) find(group, exact.get(group)!, isSure);
  for (const group of inOrder) {
    const open = group.filter(({ anchor }) => !resolved.has(anchor));
    if (open.length === 0) continue;
    const alike = open.flatMap(({ prefix, quote, suffix }) => findAlike(searchable, prefix, quote, suffix));
    find(open, distinct([...exact.get(group)!, ...alike]), () => true);
  }
}

const isSure = ({ state }: Resolution): boolean => state === 'exact' || state === 'moved';

const excess = (places: readonly Candidate[], group: readonly Sought[]): number =>
  Math.abs(places.length - group.length);

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
  group: readonly Sought[],
  places: readonly Candidate[],
  resolved: ReadonlyMap<Anchor, Resolution>,
): readonly (readonly [Sought, Resolution])[] {
  const inOrder = [...group].sort((a, b) => a.anchor.start - b.anchor.start);
  const drift = places.length !== group.length ? driftAround(resolved) : () => 0;
  const starts = places.map(place => folded.toText(place).start);
  const scores = inOrder.map(sought => {
    const { start } = sought.anchor;
    return scorePlaces(folded.text, sought, places, starts, start + drift(start));
  });
  const chosen = assignInOrder(scores.map(row => row.map(place => place?.score ?? 0)));
  // The places that nobody has, and the passages that have no place, speak against a choice.
  const given = new Set(chosen);
  const unplaced = scores.filter((_, row) => chosen[row] === undefined);
  return inOrder.map((sought, row) => {
    const column = chosen[row];
    if (column === undefined) return [sought, LOST];
    const place = scores[row]![column]!;
    const others = scores[row]!.filter((other, index) => other && !given.has(index));
    const rivals = unplaced.map(scored => scored[column]);
    const lead = [...others, ...rivals].reduce(
      (least, other) => Math.min(least, place.score - (other?.score ?? 0)),
      place.score,
    );
    return [sought, judge(text, folded, sought, place, lead, others.length === 0)];
  });
}

function judge(
  text: string,
  folded: FoldedText,
  { anchor, quote }: Sought,
  place: Scored,
  lead: number,
  isOnly: boolean,
): Resolution {
  const span = folded.toText(place);
  const result = { span, score: Math.min(1, place.score) };
  if (place.likeness < 1) {
    if (place.score < WORTH_SHOWING) return LOST;
    const isSure = place.score >= SURE_SCORE && lead >= SURE_LEAD && place.vouched;
    return { ...result, state: isSure ? 'moved' : 'uncertain' };
  }
  const isInPlace = span.start === anchor.start;
  const isDistinctive = isOnly && !wereRepeated(anchor) && wordsOf(quote).length >= DISTINCTIVE_WORDS;
  if (!(lead >= SURE_LEAD || (isInPlace && lead > 0)) || !(place.vouched || isDistinctive))
    return { ...result, state: 'uncertain' };
  return { ...result, state: isInPlace && text.slice(span.start, span.end) === anchor.quote ? 'exact' : 'moved' };
}

/** describeAnchor keeps more context than usual of words that stood in the text more than once. */
const wereRepeated = ({ prefix, suffix }: Anchor): boolean =>
  Math.max(prefix.length, suffix.length) > CONTEXT_LENGTH + 1;

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

/** A place that is another annotation's passage is not this one's, unless the two lay over each other before. */
function isTaken(place: Span, anchor: Anchor, resolved: ReadonlyMap<Anchor, Resolution>): boolean {
  for (const [other, found] of resolved)
    if (found.span && isSure(found) && isMostlyWithin(place, found.span) && !overlaps(other, anchor)) return true;
  return false;
}

/** Where words were altered a place is not sharp: its edges may reach into its neighbours. */
const isMostlyWithin = (place: Span, span: Span): boolean =>
  2 * (Math.min(place.end, span.end) - Math.max(place.start, span.start)) > place.end - place.start;

/** How far the text around a place has moved, by the passages found so far: the nearest tells. */
function driftAround(resolved: ReadonlyMap<Anchor, Resolution>): (start: number) => number {
  const known = [...resolved].flatMap(([{ start }, found]) =>
    found.span && isSure(found) && Number.isFinite(start) ? [{ start, drift: found.span.start - start }] : [],
  );
  return start => {
    let nearest: { readonly start: number; readonly drift: number } | undefined;
    for (const place of known)
      if (!nearest || Math.abs(place.start - start) < Math.abs(nearest.start - start)) nearest = place;
    return nearest?.drift ?? 0;
  };
}
