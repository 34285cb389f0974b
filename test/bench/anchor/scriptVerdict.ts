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

/** So much of the text right beside a place is enough for it to be in the passage's surroundings. */
const BESIDE = 16;

/** So much of the surroundings is compared. */
const SURROUNDINGS = 300;

/** Stands for the end of a text in what is compared. */
const EDGE = '\0';

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
  const isExcused = isIts && (!wasSeen || mayBeCopy) && mayAsWellBe(first, text.text, anchor, place, places);
  return { kind: isExcused ? 'twin' : 'wrong' };
}

/** True where most of a place, or of what is left of a passage anywhere, is the passage's letters. */
function isWhatIsLeft(text: TrackedText, anchor: Span, place: Span): boolean {
  const shared = text.shared(anchor, place);
  return shared * 2 >= place.end - place.start || (shared > 0 && shared * 2 >= text.survivors(anchor));
}

/**
 * True where a place has the passage's surroundings on either side, and as much of them as each of the passage's own places; no more
 * of them counts than an anchor may keep.
 */
function mayAsWellBe(first: string, text: string, anchor: Anchor, place: Span, own: readonly Span[]): boolean {
  const most = {
    before: Math.max(TELLING_LENGTH, anchor.prefix.length),
    after: Math.max(TELLING_LENGTH, anchor.suffix.length),
  };
  const there = agreement(first, anchor, text, place);
  return SIDES.every(
    side =>
      there[side] >= BESIDE &&
      own.every(span => there[side] >= Math.min(most[side], agreement(first, anchor, text, span)[side])),
  );
}

const SIDES = ['before', 'after'] as const;

/** How many characters on either side of two places are the same, marks and blanks aside; the text's edge counts like BESIDE. */
function agreement(first: string, a: Span, text: string, b: Span): { readonly before: number; readonly after: number } {
  const sides = (whole: string, { start, end }: Span): readonly string[] => [
    [...plain(whole.slice(Math.max(0, start - SURROUNDINGS), start))].reverse().join('') +
      (start <= SURROUNDINGS ? EDGE : ''),
    plain(whole.slice(end, end + SURROUNDINGS)) + (end + SURROUNDINGS >= whole.length ? EDGE : ''),
  ];
  const common = (x: string, y: string): number => {
    let length = 0;
    while (length < Math.min(x.length, y.length) && x[length] === y[length]) length++;
    return x[length - 1] === EDGE ? length + BESIDE : length;
  };
  const [p, q] = [sides(first, a), sides(text, b)];
  return { before: common(p[0]!, q[0]!), after: common(p[1]!, q[1]!) };
}
