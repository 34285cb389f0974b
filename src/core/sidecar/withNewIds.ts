import { editSidecar } from './editSidecar';
import { parseSidecar, type StoredAnnotation } from './parseSidecar';

/**
 * The sidecar for a copy of an article: the same, comments and all, but every annotation has an id of its own, since ids are
 * unique within a corpus. Undefined where it has problems, or is written in a way in which that cannot be done.
 */
export function withNewIds(source: string, newId: () => string): string | undefined {
  const before = parseSidecar(source);
  if (!before.editable || before.problems.length > 0) return undefined;
  const ids = before.stored.map(newId);
  let copy = source;
  for (const [i, annotation] of [...before.stored.entries()].reverse()) {
    const { start, end } = annotation.source;
    const lines = source.slice(start, end);
    const at = /(?<![\w.-])["']?id["']?: +["']?/.exec(lines);
    const from = at ? start + at.index + at[0].length : -1;
    if (from < 0 || !source.startsWith(annotation.id, from)) return undefined;
    copy = copy.slice(0, from) + ids[i]! + copy.slice(from + annotation.id.length);
  }
  const renewed = new Map(before.annotations.map(({ id }, i) => [id, ids[i]!]));
  const renewedIn = (known: readonly string[]): readonly string[] => known.map(id => renewed.get(id) ?? id);
  for (const [i, { adjudicates }] of before.annotations.entries()) {
    if (!adjudicates) continue;
    const fields = { adjudicates: renewedIn(adjudicates) };
    const edited = editSidecar(copy, { kind: 'change', id: ids[i]!, fields }, { articleName: '', facts: {} });
    if (edited.kind === 'edited') copy = edited.source;
  }
  const after = parseSidecar(copy);
  const says = ({ adjudicates, ...annotation }: StoredAnnotation, id: string): string =>
    JSON.stringify({ ...annotation, id, source: null, adjudicates: adjudicates && renewedIn(adjudicates) });
  const isSame =
    after.problems.length === 0 &&
    after.stored.length === before.stored.length &&
    after.stored.every((annotation, i) => says(annotation, annotation.id) === says(before.stored[i]!, ids[i]!));
  return isSame ? copy : undefined;
}
