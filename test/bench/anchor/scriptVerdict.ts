import { type Resolution } from '../../../src/core/anchor/resolution';
import { type Anchor } from '../../../src/core/annotation/model';
import { type Span } from '../../../src/core/text/span';
import { occurrences, plain, type TrackedText } from './trackedText';

/**
 * What became of one passage. `required`: its text stands, once, and so it must be found there. `twin`: the place is another's, yet
 * the passage's own words stand there between its own surroundings, so that the text itself does not tell.
 */
export type Verdict =
  | { readonly kind: 'found' | 'missed' | 'guessed'; readonly wasRepeated: boolean }
  | { readonly kind: 'fine' | 'wrong' | 'twin' };

/** So much of the text right beside a place is enough for it to be in the passage's surroundings. */
const BESIDE = 16;

/**
 * Judges where a passage of the first text was found after edits, by where its letters went. `mayBeCopy`: its own text was gone for
 * a while, or the edits were not seen, so that a copy of it is as good.
 */
export function judge(
  first: string,
  text: TrackedText,
  anchor: Anchor,
  found: Resolution,
  mayBeCopy: boolean,
): Verdict {
  const isSure = found.state === 'exact' || found.state === 'moved';
  const isAt = (place: Span): boolean => place.start === found.span?.start && place.end === found.span.end;
  const own = text.wholePlaces(first, anchor);
  const copied = text.withCopies;
  const places = mayBeCopy || own.length === 0 ? copied.wholePlaces(first, anchor) : own;
  const isRight = places.some(isAt);
  const wasRepeated = occurrences(plain(first), plain(anchor.quote)) > 1;
  const standsOnce = own.length > 0 && occurrences(plain(text.text), plain(anchor.quote)) === 1;
  if (standsOnce) return { kind: !isRight ? 'missed' : isSure ? 'found' : 'guessed', wasRepeated };
  if (!isSure || isRight) return { kind: 'fine' };
  return { kind: isRightfulElsewhere(first, text, anchor, found.span!, places) };
}

/** Of a sure place that is not where the passage stands whole. */
function isRightfulElsewhere(
  first: string,
  text: TrackedText,
  anchor: Anchor,
  place: Span,
  places: readonly Span[],
): 'fine' | 'wrong' | 'twin' {
  const copied = text.withCopies;
  const shared = copied.shared(anchor, place);
  // The passage was altered, and what is left of it is there.
  if (shared * 2 >= place.end - place.start || (shared > 0 && shared * 4 >= copied.survivors(anchor))) return 'fine';
  const words = plain(text.text.slice(place.start, place.end));
  const isIts = words === plain(anchor.quote);
  // It was deleted, and then its words were written anew.
  if (places.length === 0 && isIts && occurrences(plain(text.text), words) === 1) return 'fine';
  // Of two that stood side by side, the same words twice, no text tells which of them went where.
  const isOfNeighbour = neighboursOf(first, anchor).some(twin =>
    copied.wholePlaces(first, twin).some(({ start, end }) => start === place.start && end === place.end),
  );
  if (isIts && isOfNeighbour) return 'twin';
  // Nor of two that stand side by side, which is which.
  const isBeside = ({ start, end }: Span): boolean =>
    text.text.slice(Math.min(end, place.end), Math.max(start, place.start)).trim() === '';
  if (isIts && places.some(isBeside)) return 'twin';
  const surroundings = text.text.slice(
    Math.max(0, place.start - anchor.prefix.length - 8),
    place.end + anchor.suffix.length + 8,
  );
  if (plain(surroundings).includes(plain(anchor.prefix + anchor.quote + anchor.suffix))) return 'twin';
  const before = shareBefore(first.slice(0, anchor.start), text.text.slice(0, place.start));
  const after = shareAfter(first.slice(anchor.end), text.text.slice(place.end));
  if (places.length === 0) return before >= BESIDE || after >= BESIDE ? 'twin' : 'wrong';
  const isBetween =
    (before >= BESIDE || before === anchor.start) && (after >= BESIDE || place.end === text.text.length);
  return isBetween ? 'twin' : 'wrong';
}

/** The places right before and right behind a passage, blanks aside, where its words stand once more. */
function neighboursOf(first: string, { start, end }: Span): readonly Span[] {
  const quote = first.slice(start, end);
  const before = first.slice(0, start).trimEnd().length;
  const after = end + first.slice(end).length - first.slice(end).trimStart().length;
  return [
    { start: before - quote.length, end: before },
    { start: after, end: after + quote.length },
  ].filter(span => span.start >= 0 && first.slice(span.start, span.end) === quote);
}

function shareBefore(a: string, b: string): number {
  const [x, y] = [plain(a.slice(-300)), plain(b.slice(-300))];
  let length = 0;
  while (length < Math.min(x.length, y.length) && x.at(-1 - length) === y.at(-1 - length)) length++;
  return length;
}

function shareAfter(a: string, b: string): number {
  const [x, y] = [plain(a.slice(0, 300)), plain(b.slice(0, 300))];
  let length = 0;
  while (length < Math.min(x.length, y.length) && x[length] === y[length]) length++;
  return length;
}
