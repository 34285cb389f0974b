import search from 'approx-string-match';
import { type Resolution } from '../../../src/core/anchor/resolution';
import { TELLING_LENGTH } from '../../../src/core/anchor/describeAnchor';
import { type Anchor } from '../../../src/core/annotation/model';
import { type Span } from '../../../src/core/text/span';
import { occurrences, plain, type TrackedText } from './trackedText';

/**
 * What became of one passage. `required`: its text stands, once, and so it must be found there. `twin`: the place is another's, yet
 * the passage's own words stand there, and no place of its own has its surroundings as well as this one: the text does not tell.
 */
export type Verdict =
  | { readonly kind: 'found' | 'missed' | 'guessed'; readonly wasRepeated: boolean }
  | { readonly kind: 'unsure' | 'right' | 'altered' | 'rewritten' | 'twin' | 'wrong' };

/** Of surroundings that are nearly the same so much is. */
const SAME_SIDE = 0.9;

/** Any two stretches of text have less than this in common. */
const BY_CHANCE = 0.5;

/**
 * Judges where a passage of the first text was found after edits, by where its letters went. `mayBeCopy`: its own text was gone for
 * a while, so that a copy of it is as good; `wasSeen`: the edits were told one by one, so that no twin is ever as good.
 */
export function judge(
  first: string,
  text: TrackedText,
  anchor: Anchor,
  found: Resolution,
  { wasSeen, mayBeCopy }: { readonly wasSeen: boolean; readonly mayBeCopy: boolean },
): Verdict {
  const isSure = found.state === 'exact' || found.state === 'moved';
  const isAt = (place: Span): boolean => place.start === found.span?.start && place.end === found.span.end;
  const own = text.wholePlaces(first, anchor);
  const places = own.length === 0 || mayBeCopy ? text.withCopies.wholePlaces(first, anchor) : own;
  const isRight = places.some(isAt);
  const wasRepeated = occurrences(plain(first), plain(anchor.quote)) > 1;
  const standsOnce = own.length > 0 && occurrences(plain(text.text), plain(anchor.quote)) === 1;
  if (standsOnce) return { kind: !isRight ? 'missed' : isSure ? 'found' : 'guessed', wasRepeated };
  if (!isSure) return { kind: 'unsure' };
  if (isRight) return { kind: 'right' };
  const place = found.span!;
  const words = plain(text.text.slice(place.start, place.end));
  const isIts = words === plain(anchor.quote);
  // It was altered, and what is left of it is there.
  if (own.length === 0 && isWhatIsLeft(text, anchor, place)) return { kind: 'altered' };
  if (places.length === 0) {
    if (isWhatIsLeft(text.withCopies, anchor, place)) return { kind: 'altered' };
    // It was deleted, and then its words were written anew.
    if (isIts && occurrences(plain(text.text), words) === 1) return { kind: 'rewritten' };
  }
  const isExcused =
    (isIts || own.length === 0) && (!wasSeen || mayBeCopy) && mayAsWellBe(first, text.text, anchor, place, places);
  return { kind: isExcused ? 'twin' : 'wrong' };
}

/** True where most of a place, or of what is left of a passage anywhere, is the passage's letters. */
function isWhatIsLeft(text: TrackedText, anchor: Span, place: Span): boolean {
  const shared = text.shared(anchor, place);
  return shared * 2 >= place.end - place.start || (shared > 0 && shared * 2 >= text.survivors(anchor));
}

/**
 * True where the text does not tell that a place is not the passage's: its surroundings are as like the passage's, on either side, as
 * those of each place that is; where there is none, they are nearly the same. No more of them counts than an anchor may keep.
 */
function mayAsWellBe(first: string, text: string, anchor: Anchor, place: Span, own: readonly Span[]): boolean {
  if (own.some(span => areInterchangeable(text, span, place))) return true;
  const there = likenessOfSides(first, anchor, text, place);
  if (own.length === 0) return there.every(side => side >= SAME_SIDE);
  return own.every(span => likenessOfSides(first, anchor, text, span).every((side, i) => there[i]! >= side));
}

/** True where two places lie in twin stretches that stand side by side: the text is the same whichever of them was there first. */
function areInterchangeable(text: string, a: Span, b: Span): boolean {
  const [one, two] = a.start < b.start ? [a, b] : [b, a];
  if (text.slice(one.end, two.start).trim() === '') return true;
  const period = plain(text.slice(one.start, two.start)).length;
  const before = [plain(text.slice(0, one.start)), plain(text.slice(0, two.start))] as const;
  const after = [plain(text.slice(one.start)), plain(text.slice(two.start))] as const;
  let length = 0;
  while (length < before[0].length && before[0].at(-1 - length) === before[1].at(-1 - length)) length++;
  for (let i = 0; i < after[1].length && after[0][i] === after[1][i]; i++) length++;
  return length >= period;
}

/** How like the text before and behind two places is, marks and blanks aside, 0..1. */
function likenessOfSides(first: string, anchor: Anchor, text: string, place: Span): readonly number[] {
  const before = Math.max(TELLING_LENGTH, anchor.prefix.length);
  const after = Math.max(TELLING_LENGTH, anchor.suffix.length);
  return [
    likeness(
      first.slice(Math.max(0, anchor.start - before), anchor.start),
      text.slice(Math.max(0, place.start - 1.5 * before), place.start),
    ),
    likeness(first.slice(anchor.end, anchor.end + after), text.slice(place.end, place.end + 1.5 * after)),
  ];
}

/** How much of a side stands there; of one that is blank, because the text ends there, whether the text does so still. */
function likeness(side: string, there: string): number {
  const [sought, stretch] = [plain(side), plain(there)];
  if (sought.trim() === '') return stretch.trim() === '' ? 1 : 0;
  const best = search(stretch, sought, sought.length)[0];
  const share = best ? 1 - best.errors / sought.length : 0;
  return share >= BY_CHANCE ? share : 0;
}
