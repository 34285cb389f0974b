import { type Annotation, RELIABILITIES, type Reliability } from './model';
import { isReviewed } from './review';

/** How far a document is. `reviewed`: it has annotations, and all of them are. */
export const PROGRESS = ['untouched', 'inProgress', 'reviewed'] as const;
export type Progress = (typeof PROGRESS)[number];

/** What a document's annotations come to. */
export interface Rollup {
  readonly progress: Progress;
  readonly count: number;
  readonly reviewed: number;
  /** How many annotations have each stance, most first; those without one are not counted. */
  readonly stances: readonly { readonly stance: string; readonly count: number }[];
  /** The best and the worst source reliability that was given; F, which says that it cannot be judged, only where there is no other. */
  readonly reliability?: { readonly best: Reliability; readonly worst: Reliability };
}

/** Adds annotations up. */
export function rollUp(annotations: Iterable<Annotation>): Rollup {
  let [count, reviewed] = [0, 0];
  const stances = new Map<string, number>();
  const given = new Set<Reliability>();
  for (const annotation of annotations) {
    const { stance, reliability } = annotation;
    count++;
    if (isReviewed(annotation)) reviewed++;
    if (stance !== undefined) stances.set(stance, (stances.get(stance) ?? 0) + 1);
    if (reliability) given.add(reliability);
  }
  return summed(count, reviewed, stances, given);
}

/** What the annotations of several documents come to. */
export function mergeRollups(rollups: Iterable<Rollup>): Rollup {
  let [count, reviewed] = [0, 0];
  const stances = new Map<string, number>();
  const given = new Set<Reliability>();
  for (const rollup of rollups) {
    count += rollup.count;
    reviewed += rollup.reviewed;
    for (const { stance, count: uses } of rollup.stances) stances.set(stance, (stances.get(stance) ?? 0) + uses);
    if (rollup.reliability) given.add(rollup.reliability.best).add(rollup.reliability.worst);
  }
  return summed(count, reviewed, stances, given);
}

function summed(
  count: number,
  reviewed: number,
  stances: ReadonlyMap<string, number>,
  given: ReadonlySet<Reliability>,
): Rollup {
  const grades = RELIABILITIES.filter(grade => given.has(grade) && (grade !== 'F' || given.size === 1));
  const [best, worst] = [grades[0], grades.at(-1)];
  return {
    progress: count === 0 ? 'untouched' : reviewed === count ? 'reviewed' : 'inProgress',
    count,
    reviewed,
    stances: [...stances].map(([stance, uses]) => ({ stance, count: uses })).sort((a, b) => b.count - a.count),
    ...(best && worst ? { reliability: { best, worst } } : {}),
  };
}
