import { type Annotation } from '../annotation/model';
import { type Span } from '../text/span';

/** An annotation at the place where its passage is now. */
export type PlacedAnnotation = Pick<
  Annotation,
  'author' | 'start' | 'end' | 'stance' | 'target' | 'reliability' | 'credibility' | 'adjudicates'
>;

/**
 * So much of the shorter passage must lie in the other one: with less, two people more likely meant neighbouring passages. A quote and
 * the sentence around it are the same passage, whatever their lengths.
 */
const LEAST_SHARED = 0.5;

interface Pairing {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  readonly sameTarget: boolean;
}

/**
 * Which annotations of one document are about the same passage: groups with at most one annotation of each author, in the order of
 * the annotations. Those whose passages are most alike (shared characters over characters of both together) are put together first,
 * of equally alike ones those toward the same target. Who has nothing at a passage is not in its group; a passage that one author
 * alone annotated is a group of one.
 */
export function alignPassages<A extends PlacedAnnotation>(annotations: readonly A[]): readonly (readonly A[])[] {
  // Of those alone that were put together, each with all members of its group, in order.
  const groups = new Map<number, readonly number[]>();
  const haveCommonAuthor = (some: readonly number[], others: readonly number[]): boolean =>
    some.some(one => others.some(other => annotations[one]!.author === annotations[other]!.author));
  for (const { a, b } of pairingsOf(annotations)) {
    const [ours, theirs] = [groups.get(a) ?? [a], groups.get(b) ?? [b]];
    if (haveCommonAuthor(ours, theirs)) continue;
    const joined = [...ours, ...theirs].sort((one, other) => one - other);
    for (const member of joined) groups.set(member, joined);
  }
  return annotations.flatMap((annotation, index) => {
    const members = groups.get(index);
    if (!members) return [[annotation]];
    return members[0] === index ? [members.map(member => annotations[member]!)] : [];
  });
}

/** Annotations of two authors that may be about the same passage, the likeliest first. */
function pairingsOf(annotations: readonly PlacedAnnotation[]): readonly Pairing[] {
  const inOrder = annotations.map((_, index) => index).sort((a, b) => annotations[a]!.start - annotations[b]!.start);
  const pairings: Pairing[] = [];
  inOrder.forEach((a, place) => {
    const one = annotations[a]!;
    for (let next = place + 1; next < inOrder.length; next++) {
      const b = inOrder[next]!;
      const other = annotations[b]!;
      if (other.start >= one.end) break;
      if (one.author === other.author) continue;
      const shared = Math.min(one.end, other.end) - other.start;
      if (shared < LEAST_SHARED * Math.min(lengthOf(one), lengthOf(other))) continue;
      const likeness = shared / (lengthOf(one) + lengthOf(other) - shared);
      pairings.push({ a, b, likeness, sameTarget: isSameTarget(one, other) });
    }
  });
  return pairings.sort((x, y) => y.likeness - x.likeness || Number(y.sameTarget) - Number(x.sameTarget));
}

const lengthOf = ({ start, end }: Span): number => end - start;

const isSameTarget = (one: PlacedAnnotation, other: PlacedAnnotation): boolean =>
  one.target === other.target || targetKey(one) === targetKey(other);

/** Targets are the same whatever their case and the white space around them; having none is a target of its own. */
export const targetKey = ({ target }: Pick<Annotation, 'target'>): string => target?.trim().toLowerCase() ?? '';
