import { mergeSidecars, type MergeResult } from './mergeSidecars';

/** The versions that a text with git's conflict markers was made of. */
export interface ConflictSides {
  /** Undefined where the markers do not tell: git writes the base with `merge.conflictStyle` diff3 or zdiff3 only. */
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** A line of seven marks as git writes it. The bare `=======` has no label. */
export const MARKER_LINE = /^(?:(<{7}|>{7}|\|{7})(?![<>|])(?: [^\r\n]*)?|={7})\r?$/;

/**
 * The versions of a text in which git left conflicts, each whole: what stands outside of conflicts is in all of them. Undefined
 * where there are no markers, or where they do not come in order.
 */
export function sidesOfConflicts(text: string): ConflictSides | undefined {
  const [base, ours, theirs]: [string[], string[], string[]] = [[], [], []];
  let within: 'none' | 'ours' | 'base' | 'theirs' = 'none';
  let conflicts = 0;
  let hasBase = true;
  let sawBase = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const mark = MARKER_LINE.test(line.replace(/\r?\n$/, '')) ? line[0] : undefined;
    if (mark === undefined) {
      if (within === 'none' || within === 'base') base.push(line);
      if (within === 'none' || within === 'ours') ours.push(line);
      if (within === 'none' || within === 'theirs') theirs.push(line);
    } else if (mark === '<' && within === 'none') {
      within = 'ours';
      sawBase = false;
    } else if (mark === '|' && within === 'ours') {
      within = 'base';
      sawBase = true;
    } else if (mark === '=' && (within === 'ours' || within === 'base')) {
      within = 'theirs';
    } else if (mark === '>' && within === 'theirs') {
      within = 'none';
      conflicts++;
      hasBase &&= sawBase;
    } else return undefined;
  }
  if (conflicts === 0 || within !== 'none') return undefined;
  return { base: hasBase ? base.join('') : undefined, ours: ours.join(''), theirs: theirs.join('') };
}

/**
 * Merges the versions that git could not: the text without markers. Where the base is not known nothing counts as removed. Undefined
 * where there are no markers, or none that come in order.
 */
export function mergeConflictMarkers(text: string): MergeResult | undefined {
  const sides = sidesOfConflicts(text);
  return sides && mergeSidecars(sides.base ?? '', sides.ours, sides.theirs);
}
