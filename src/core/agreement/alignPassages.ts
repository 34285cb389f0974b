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
  const groups = annotations.map((annotation, index) => ({ authors: new Set([annotation.author]), members: [index] }));
  for (const { a, b } of pairingsOf(annotations)) {
    const [ours, theirs] = [groups[a]!, groups[b]!];
    if (haveCommon(ours.authors, theirs.authors)) continue;
    const joined = {
      authors: new Set([...ours.authors, ...theirs.authors]),
      members: [...ours.members, ...theirs.members].sort((one, other) => one - other),
    };
    for (const member of joined.members) groups[member] = joined;
  }
  return groups
    .filter(({ members }, index) => members[0] === index)
    .map(({ members }) => members.map(member => annotations[member]!));
}

function haveCommon<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}

/** Annotations of two authors that may be about the same passage, the likeliest first. */
function pairingsOf(annotations: readonly PlacedAnnotation[]): readonly Pairing[] {
  const inOrder = annotations.map((_, index) => index).sort((a, b) => annotations[a]!.start - annotations[b]!.start);
  const targets = annotations.map(targetKey);
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
      pairings.push({ a, b, likeness, sameTarget: targets[a] === targets[b] });
    }
  });
  return pairings.sort((x, y) => y.likeness - x.likeness || Number(y.sameTarget) - Number(x.sameTarget));
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** Targets are the same whatever their case and the white space around them; having none is a target of its own. */
export const targetKey = ({ target }: Pick<Annotation, 'target'>): string => target?.trim().toLowerCase() ?? '';
