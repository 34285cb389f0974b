import { type SidecarEdit } from '../annotation/model';
import { editSidecar, type EditResult, type SidecarOrigin } from './editSidecar';
import { mergeSidecars } from './mergeSidecars';
import { type ParsedSidecar, parseSidecar, type StoredAnnotation } from './parseSidecar';

/** What came of an edit; `conflicts`: how many alternatives it left in the file to choose from. */
export type MergedEdit = EditResult & { readonly conflicts?: number };

/**
 * Carries out an edit that was thought of when the sidecar read `seen`, in the sidecar as it reads now: what else changed meanwhile
 * is kept, and where it is what the edit changes too, both values are (see mergeSidecars). An edit that takes back an earlier one
 * knows itself what it saw. Never throws. `known` is what was read of the sidecar before: see parseSidecar.
 */
export function mergeEdit(
  seen: string | undefined,
  current: string | undefined,
  edit: SidecarEdit,
  origin: SidecarOrigin,
  known?: ParsedSidecar,
): MergedEdit {
  const direct = (): EditResult => editSidecar(current, edit, origin, known);
  const base = sourceSeenBy(edit, current, known) ?? seen;
  if (current === undefined || base === undefined || base === current || meetsNothing(edit)) return direct();
  // What costs most, and is needed least: others mostly change other annotations.
  if (
    (edit.kind === 'change' || edit.kind === 'remove') &&
    isSame(annotationLines(base, edit.id, known), annotationLines(current, edit.id, known))
  )
    return direct();
  const edited = editSidecar(base, edit, origin, known);
  if (edited.kind !== 'edited' || !parseSidecar(current, known).editable) return direct();
  const merged = mergeSidecars(base, edited.source, current);
  if (merged.kind === 'refused') return direct();
  if (merged.source === current) return { kind: 'unchanged' };
  const inverse = inverseOf(edit, edited.inverse, current, merged.source);
  return { kind: 'edited', source: merged.source, inverse, conflicts: merged.conflicts };
}

/** What is added meets nothing that others may have changed, and links are made to lead elsewhere whatever else they say. */
const meetsNothing = (edit: SidecarEdit): boolean =>
  edit.kind === 'add' ||
  edit.kind === 'pass' ||
  edit.kind === 'relink' ||
  (edit.kind === 'group' && edit.edits.every(({ kind }) => kind === 'add'));

/** The sidecar as it is, but for what the edit takes back: that reads as the edit left it. Undefined where the edit does not say. */
function sourceSeenBy(
  edit: SidecarEdit,
  current: string | undefined,
  known: ParsedSidecar | undefined,
): string | undefined {
  if (edit.kind === 'restore') return edit.rewrite.from;
  if (
    current === undefined ||
    edit.kind === 'add' ||
    edit.kind === 'pass' ||
    edit.kind === 'group' ||
    edit.kind === 'relink'
  )
    return undefined;
  if (edit.kind === 'facts') {
    if (!edit.was) return undefined;
    const result = editSidecar(current, { kind: 'facts', facts: edit.was }, { articleName: '', facts: {} }, known);
    return result.kind === 'edited' ? result.source : current;
  }
  const lines = edit.kind === 'change' ? edit.rewrite?.from : edit.kind === 'remove' ? edit.was : undefined;
  const stored = lines === undefined ? undefined : annotationOf(current, edit.id, known);
  if (!stored) return undefined;
  return current.slice(0, stored.source.start) + lines + current.slice(stored.source.end);
}

const annotationOf = (source: string, id: string, known?: ParsedSidecar): StoredAnnotation | undefined =>
  parseSidecar(source, known).stored.find(annotation => annotation.id === id);

/** An annotation as it is written; undefined where it is not there. */
function annotationLines(source: string, id: string, known: ParsedSidecar | undefined): string | undefined {
  const span = annotationOf(source, id, known)?.source;
  return span && source.slice(span.start, span.end);
}

const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

/** What takes a merged edit back: the annotation or the facts as they read before it. */
function inverseOf(edit: SidecarEdit, inverse: SidecarEdit, before: string, after: string): SidecarEdit {
  if (edit.kind === 'facts')
    return { kind: 'facts', facts: parseSidecar(before).facts, was: parseSidecar(after).facts };
  if (edit.kind === 'group' || edit.kind === 'restore' || edit.kind === 'relink')
    return { kind: 'restore', rewrite: { from: after, to: before } };
  if (edit.kind === 'add' || edit.kind === 'pass') return inverse;
  const [was, now] = [annotationOf(before, edit.id), annotationOf(after, edit.id)];
  if (!was || !now) return inverse;
  const linesOf = (source: string, { source: span }: StoredAnnotation): string => source.slice(span.start, span.end);
  const { id: _id, source: _source, ...fields } = was;
  const absent = Object.fromEntries(Object.keys(now).map(name => [name, undefined]));
  const { id: _absentId, source: _absentSource, ...gone } = absent;
  const rewrite = { from: linesOf(after, now), to: linesOf(before, was) };
  return { kind: 'change', id: edit.id, fields: { ...gone, ...fields }, rewrite };
}
