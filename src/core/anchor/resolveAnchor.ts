import { type Anchor } from '../annotation/model';
import { overlaps, type Span } from '../text/span';
import { contextLikeness } from './contextLikeness';
import { CONTEXT_LENGTH } from './describeAnchor';
import { findAlike, findExact, type Candidate, type Searchable } from './findPassage';
import { foldText, type FoldedText } from './foldText';
import { assignInOrder } from './assignInOrder';
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

/** Quote against context in the score. The quote is the passage; context tells equal quotes apart. */
const QUOTE_WEIGHT = 0.6;
const CONTEXT_WEIGHT = 1 - QUOTE_WEIGHT;

/** What counts for context where an anchor has none (written by hand): it neither speaks for a place nor against it. */
const NO_CONTEXT = 0.5;

/** One side of the context that agrees so well vouches for a place. Half of it changed is no witness any more. */
const VOUCHING_CONTEXT = 0.7;

/** So many words in a row are no coincidence: where they stand once, that is the passage, whatever became of its surroundings. */
const DISTINCTIVE_WORDS = 6;

/** A place of altered words must reach this to be `moved`; a sentence that only resembles the passage scores about 0.55. */
const SURE_SCORE = 0.68;

/** Below this a place of altered words is not even worth showing. */
const WORTH_SHOWING = 0.5;

/** The best place must lead the second best by this. */
const SURE_LEAD = 0.08;

/** What nearness to the expected place adds: only where all else is equal does it decide. */
const NEARNESS_WEIGHT = 0.02;

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

/** An anchor with its texts folded as the text to search is. */
interface Sought {
  readonly anchor: Anchor;
  readonly prefix: string;
  readonly quote: string;
  readonly suffix: string;
}

interface Scored extends Candidate {
  readonly score: number;
  /** One side of the context agrees, or there is none to ask. */
  readonly vouched: boolean;
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
  const altered: Sought[] = [];
  const repeated: [Sought[], readonly Candidate[]][] = [];
  for (const [quote, group] of groups) {
    const open = group.filter(({ anchor }) => !resolved.has(anchor));
    if (open.length === 0) continue;
    const taken = new Set(group.map(({ anchor }) => resolved.get(anchor)?.span?.start));
    const places = findExact(searchable, quote).filter(place => !taken.has(folded.toText(place).start));
    if (places.length === 0 && group.length === open.length) altered.push(...open);
    else if (places.length > open.length) repeated.push([open, places]);
    else settle(text, folded, open, places, resolved);
  }
  for (const [group, places] of repeated) settle(text, folded, group, places, resolved);
  for (const sought of altered) {
    const places = findAlike(searchable, sought.prefix, sought.quote, sought.suffix);
    const free = places.filter(place => !belongsToAnother(folded.toText(place), sought.anchor, resolved));
    settle(text, folded, [sought], free, resolved);
  }
}

/** Gives each of the sought passages, all of the same words, its place. */
function settle(
  text: string,
  folded: FoldedText,
  group: readonly Sought[],
  places: readonly Candidate[],
  resolved: Map<Anchor, Resolution>,
): void {
  const inOrder = [...group].sort((a, b) => a.anchor.start - b.anchor.start);
  const drift = places.length > group.length ? driftAround(resolved) : () => 0;
  const scores = inOrder.map(sought => places.map(place => score(folded, sought, place, drift)));
  const chosen = assignInOrder(scores.map(row => row.map(place => place.score)));
  for (const [row, sought] of inOrder.entries()) {
    const column = chosen[row];
    if (column === undefined) {
      resolved.set(sought.anchor, LOST);
      continue;
    }
    const others = scores[row]!.filter((_, index) => index !== column && !chosen.includes(index));
    const lead = scores[row]![column]!.score - Math.max(0, ...others.map(other => other.score));
    const isOnly = others.length === 0;
    resolved.set(sought.anchor, judge(text, folded, sought, scores[row]![column]!, isOnly ? 1 : lead, isOnly));
  }
}

function score(
  folded: FoldedText,
  { anchor, prefix, suffix }: Sought,
  place: Candidate,
  drift: (start: number) => number,
): Scored {
  const { before, after } = contextLikeness(folded.text, place, prefix, suffix);
  const known = [before, after].filter(side => side !== undefined);
  const context = known.length === 0 ? NO_CONTEXT : known.reduce((sum, side) => sum + side, 0) / known.length;
  const distance = Math.abs(folded.toText(place).start - anchor.start - drift(anchor.start));
  const nearness = anchor.start >= 0 ? 1 / (1 + distance / CONTEXT_LENGTH) : 0;
  return {
    ...place,
    score: QUOTE_WEIGHT * place.likeness + CONTEXT_WEIGHT * context + NEARNESS_WEIGHT * (nearness || 0),
    vouched: known.length === 0 || known.some(side => side >= VOUCHING_CONTEXT),
  };
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
  if (!(isOnly || lead >= SURE_LEAD || (isInPlace && lead > 0)) || !(place.vouched || isDistinctive))
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
function belongsToAnother(place: Span, anchor: Anchor, resolved: ReadonlyMap<Anchor, Resolution>): boolean {
  for (const [other, { state, span }] of resolved)
    if ((state === 'exact' || state === 'moved') && span && overlaps(span, place) && !overlaps(other, anchor))
      return true;
  return false;
}

/** How far the text around a place has moved, by the passages found so far: the nearest tells. */
function driftAround(resolved: ReadonlyMap<Anchor, Resolution>): (start: number) => number {
  const known = [...resolved].flatMap(([{ start }, { state, span }]) =>
    span && (state === 'exact' || state === 'moved') && Number.isFinite(start)
      ? [{ start, drift: span.start - start }]
      : [],
  );
  return start => {
    let nearest: { readonly start: number; readonly drift: number } | undefined;
    for (const place of known)
      if (!nearest || Math.abs(place.start - start) < Math.abs(nearest.start - start)) nearest = place;
    return nearest?.drift ?? 0;
  };
}
