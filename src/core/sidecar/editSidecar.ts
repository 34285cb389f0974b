import {
  type Annotation,
  type AnnotationEdit,
  type DocumentFacts,
  type Pass,
  type Rewrite,
  type SidecarEdit,
} from '../annotation/model';
import { type TextChange } from '../text/change';
import { compareInText, type EditableReading } from './editList';
import { withItem, withReply } from './editItems';
import { isSame, plan, type PlainEdit, printFacts } from './planEdit';
import { parseSidecar } from './parseSidecar';
import { type Entry, readSidecar, type ParsedSidecar, type SidecarReading } from './readSidecar';
import { excerptFor } from './sidecarExcerpt';
import { ANNOTATION_FIELDS, FACT_FIELDS, SIDECAR_VERSION } from './sidecarFields';
import { faultsOf, type SidecarProblem } from './sidecarProblem';

/** What came of an edit. */
export type EditResult =
  /** The file's new text, what that says where it was read whole, and the edit that takes it back. */
  | {
      readonly kind: 'edited';
      readonly source: string;
      readonly parsed?: ParsedSidecar;
      readonly inverse: SidecarEdit;
    }
  /** Nothing to do: the annotation is not there, or already says so. */
  | { readonly kind: 'unchanged' }
  /** The file must stay as it is: writing could lose something. */
  | { readonly kind: 'refused'; readonly problems: readonly SidecarProblem[] };

/** What a new sidecar says besides the annotation. */
export interface SidecarOrigin {
  readonly articleName: string;
  readonly facts: DocumentFacts;
}

/**
 * Carries out one edit in a sidecar's text; `source` is undefined where there is no sidecar yet. Only the lines of what the
 * edit names change; all others stay byte for byte. The result was read again and says what was meant, otherwise the edit is
 * refused. Never throws. `known` is what was read of it before: see parseSidecar.
 */
export function editSidecar(
  source: string | undefined,
  given: SidecarEdit,
  origin: SidecarOrigin,
  known?: ParsedSidecar,
): EditResult {
  if (given.kind === 'restore') {
    const { editable, problems } = parseSidecar(source ?? '', known);
    return editable ? restored(source, given.rewrite) : { kind: 'refused', problems };
  }
  if (given.kind === 'relink') {
    const edits = relinking(given.documents, parseSidecar(source ?? '', known).stored);
    return edits.length ? editSidecar(source, { kind: 'group', edits }, origin, known) : { kind: 'unchanged' };
  }
  const edited = source === undefined ? undefined : editExcerpt(source, given, origin, known);
  return edited ?? editWhole(source, given, origin);
}

type PlannedEdit = Exclude<SidecarEdit, { readonly kind: 'restore' | 'relink' }>;

/** The annotations whose links lead elsewhere, with all of their links. */
const relinking = (documents: ReadonlyMap<string, string>, stored: readonly Annotation[]): readonly AnnotationEdit[] =>
  stored.flatMap(({ id, links }) => {
    if (!links?.some(({ document }) => documents.has(document))) return [];
    const relinked = links.map(link => ({ ...link, document: documents.get(link.document) ?? link.document }));
    return { kind: 'change', id, fields: { links: relinked } };
  });

/** As editSidecar, of a long list, reading no more of it than matters. Undefined where that does not do. */
function editExcerpt(
  source: string,
  given: PlannedEdit,
  origin: SidecarOrigin,
  known: ParsedSidecar | undefined,
): EditResult | undefined {
  const before = parseSidecar(source, known);
  const excerpt = excerptFor(source, before, given);
  const edited = excerpt && editWhole(excerpt.source, given, origin);
  if (edited?.kind !== 'edited') return edited?.kind === 'unchanged' ? edited : undefined;
  const text = excerpt!.widened(edited.source);
  if (text === undefined) return undefined;
  const edits = (given.kind === 'group' ? given.edits : [given]).map(edit => plainEdit(edit, before));
  const parsed = parseSidecar(text, before);
  if (!says(parsed, intended(before, edits), 0)) return undefined;
  const { inverse } = edited;
  const isRestored = inverse.kind === 'restore';
  return { ...edited, source: text, parsed, inverse: isRestored ? restoring(text, source) : inverse };
}

/** As editSidecar, reading all of it. */
export function editWhole(source: string | undefined, given: PlannedEdit, origin: SidecarOrigin): EditResult {
  const before = readSidecar(source ?? '');
  const { problems, editable } = before.parsed;
  if (!editable) return { kind: 'refused', problems };
  if (given.kind === 'group') return editGroup(source, before, given.edits, origin);
  const edit = plainEdit(given, before.parsed);
  const id = idOf(edit);
  const matches = before.entries.filter(({ annotation }) => annotation.id === id);
  const isAmbiguous = edit.kind === 'add' ? matches.length > 0 : matches.length > 1;
  if (isAmbiguous) return refusal('duplicate-id', { id: id! }, matches[0]!.annotation.source);
  if ((edit.kind === 'change' || edit.kind === 'remove') && matches.length === 0) return { kind: 'unchanged' };

  const facts = edit.kind === 'facts' ? edit.facts : origin.facts;
  const started = begun(source, before, { ...origin, facts });
  if (!started) return refusal('cannot-edit-in-place', {});
  const { text, reading } = started;
  if (!before.root && edit.kind === 'facts' && Object.keys(reading.parsed.facts).length > 0)
    return { kind: 'edited', source: text, inverse: { kind: 'facts', facts: {} } };
  const planned = plan(text, reading, edit, matches[0]);
  if (planned === 'unchanged') return { kind: 'unchanged' };
  const after = planned && carriedOut(text, reading, planned.changes, [edit]);
  if (!planned || !after)
    return refusal('cannot-edit-in-place', id === undefined ? {} : { id }, matches[0]?.annotation.source);
  return { kind: 'edited', source: after.source, inverse: planned.inverse(after.source, after.reading) };
}

/** A reply, or a link, is put into the others that the annotation has. */
function plainEdit(edit: AnnotationEdit | PlainEdit, parsed: ParsedSidecar): PlainEdit {
  if (edit.kind !== 'reply' && edit.kind !== 'link') return edit;
  const { id } = edit;
  const known = parsed.stored.find(annotation => annotation.id === id);
  if (edit.kind === 'link') {
    const links = withItem(known?.links ?? [], { was: edit.was, item: edit.link });
    return { kind: 'change', id, fields: { links: links.length > 0 ? links : undefined } };
  }
  const replies = withReply(known?.replies ?? [], { was: edit.was, item: edit.reply });
  return { kind: 'change', id, fields: { replies: replies.length > 0 ? replies : undefined } };
}

const idOf = (edit: PlainEdit): string | undefined =>
  edit.kind === 'add' ? edit.annotation.id : 'id' in edit ? edit.id : undefined;

/** Only where the file still reads as it was left; mergeEdit does it in any other. */
const restored = (source: string | undefined, { from, to }: Rewrite): EditResult =>
  source === from && from !== to ? { kind: 'edited', source: to, inverse: restoring(to, from) } : { kind: 'unchanged' };

const restoring = (from: string, to: string): SidecarEdit => ({ kind: 'restore', rewrite: { from, to } });

/** Plans all changes on one reading, so that many take little longer than one. What is there no more, or says so already, is passed over. */
function editGroup(
  source: string | undefined,
  before: SidecarReading,
  given: readonly AnnotationEdit[],
  origin: SidecarOrigin,
): EditResult {
  const edits = given.map(edit => plainEdit(edit, before.parsed));
  const started = begun(source, before, origin);
  if (!started) return refusal('cannot-edit-in-place', {});
  const entries = new Map<string, Entry[]>();
  for (const entry of started.reading.entries) {
    const { id } = entry.annotation;
    entries.set(id, [...(entries.get(id) ?? []), entry]);
  }
  for (const edit of edits) {
    const id = idOf(edit)!;
    const matches = entries.get(id) ?? [];
    if (edit.kind === 'add' ? matches.length > 0 : matches.length > 1)
      return refusal('duplicate-id', { id }, matches[0]!.annotation.source);
  }
  const removals = given.filter(edit => edit.kind === 'remove');
  if (removals.length > 0 && removals.length < given.length && removals.length >= started.reading.entries.length) {
    // A list is never emptied and filled at once: what is added stands in it before the others go.
    const others = given.filter(edit => edit.kind !== 'remove');
    const filled = editSidecar(started.text, { kind: 'group', edits: others }, origin);
    if (filled.kind === 'refused') return filled;
    const text = filled.kind === 'edited' ? filled.source : started.text;
    const emptied = editSidecar(text, { kind: 'group', edits: removals }, origin);
    if (emptied.kind !== 'edited') return filled.kind === 'edited' && emptied.kind === 'unchanged' ? filled : emptied;
    return { ...emptied, inverse: restoring(emptied.source, started.text) };
  }
  // The first annotation brings the list with it: the others are put into that.
  const additions = edits.filter(edit => edit.kind === 'add').sort((a, b) => compareInText(a.annotation, b.annotation));
  const [first] = additions;
  const isFirst = first !== undefined && !started.reading.list?.items.length;
  const seeded = isFirst ? editSidecar(started.text, first, origin) : undefined;
  if (seeded && seeded.kind !== 'edited') return seeded;
  const text = seeded ? seeded.source : started.text;
  const reading = seeded ? (readSidecar(text) as EditableReading) : started.reading;
  // What a change puts at an annotation's end stands before what is added after it.
  const others = [...edits.filter(edit => edit.kind !== 'add'), ...(isFirst ? additions.slice(1) : additions)];

  const changes: TextChange[] = [];
  const made: PlainEdit[] = [];
  for (const edit of others) {
    const entry = entries.get(idOf(edit)!)?.[0];
    const planned = edit.kind === 'add' || entry ? plan(text, reading, edit, entry) : 'unchanged';
    if (!planned) return refusal('cannot-edit-in-place', { id: idOf(edit)! }, entry?.annotation.source);
    if (planned === 'unchanged') continue;
    changes.push(...planned.changes);
    made.push(edit);
  }
  if (!seeded && made.length === 0) return { kind: 'unchanged' };
  const after = carriedOut(text, reading, changes, made);
  if (!after) return refusal('cannot-edit-in-place', {});
  return { kind: 'edited', source: after.source, inverse: restoring(after.source, started.text) };
}

/** The text to edit: that of the file, or of a new one. */
function begun(
  source: string | undefined,
  before: SidecarReading,
  origin: SidecarOrigin,
): { readonly text: string; readonly reading: EditableReading } | undefined {
  if (before.root) return { text: source!, reading: { ...before, root: before.root } };
  const text = withHead(source ?? '', origin);
  const reading = readSidecar(text);
  return reading.root && reading.parsed.editable ? { text, reading: { ...reading, root: reading.root } } : undefined;
}

/** The text after the changes, read again; undefined where it does not say what the edits mean. */
function carriedOut(
  text: string,
  { parsed }: SidecarReading,
  changes: readonly TextChange[],
  edits: readonly PlainEdit[],
): { readonly source: string; readonly reading: SidecarReading } | undefined {
  const source = applied(
    text,
    changes.toSorted((a, b) => a.start - b.start || a.end - b.end),
  );
  const reading = source === undefined ? undefined : readSidecar(source);
  const isMeant = reading && says(reading.parsed, intended(parsed, edits), faultsOf(parsed.problems));
  return isMeant ? { source: source!, reading } : undefined;
}

const refusal = (
  code: SidecarProblem['code'],
  values: SidecarProblem['arguments'],
  span = { start: 0, end: 0 },
): EditResult => ({ kind: 'refused', problems: [{ code, severity: 'error', span, arguments: values }] });

/** The text of a file without content, made ready: a new one, or one that holds comments only. */
function withHead(source: string, { articleName, facts }: SidecarOrigin): string {
  // eslint-disable-next-line no-control-regex -- a file name may hold a line break; a comment must not
  const name = articleName.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
  const lineBreak = /\r?\n/.exec(source)?.[0] ?? '\n';
  const known = printFacts({}, facts);
  const lines = [
    ...(source.trim() === ''
      ? [`# Pressmark annotations of ${name}. Format: docs/sidecar-format.md of Pressmark`]
      : []),
    `version: ${SIDECAR_VERSION}`,
    ...(known.length > 0 ? ['document:', ...known] : []),
  ];
  const separator = source === '' || source.endsWith('\n') || source === '\ufeff' ? '' : lineBreak;
  return source + separator + lines.join(lineBreak) + lineBreak;
}

/**
 * The changed text; undefined where two changes lie over each other, but for lines that are removed twice (blank ones between two
 * annotations that go). `changes` by place.
 */
function applied(source: string, changes: readonly TextChange[]): string | undefined {
  const parts: string[] = [];
  let at = 0;
  let wasRemoval = false;
  for (const { start, end, text } of changes) {
    if (start < at && !(wasRemoval && text === '')) return undefined;
    if (start > at) parts.push(source.slice(at, start));
    parts.push(text);
    wasRemoval = text === '' && end > start;
    at = Math.max(at, end);
  }
  return parts.join('') + source.slice(at);
}

interface Content {
  readonly facts: DocumentFacts;
  readonly annotations: readonly Annotation[];
  readonly passes: readonly Pass[];
}

/** What the file must say after the edits. */
function intended({ facts, stored, passes }: ParsedSidecar, edits: readonly PlainEdit[]): Content {
  const changed = new Map<string, PlainEdit>();
  let wantedFacts = facts;
  let wantedPasses = passes;
  const added: Annotation[] = [];
  for (const edit of edits)
    if (edit.kind === 'facts') wantedFacts = edit.facts;
    else if (edit.kind === 'add') added.push(edit.annotation);
    else if (edit.kind === 'pass') {
      const { by, done } = edit;
      wantedPasses = [...wantedPasses.filter(pass => pass.by !== by), ...(done ? [{ by, done }] : [])];
    } else changed.set(edit.id, edit);
  const kept = stored.flatMap((known): readonly Annotation[] => {
    const edit = changed.get(known.id);
    if (edit?.kind === 'remove') return [];
    return [edit?.kind === 'change' ? { ...known, ...edit.fields } : known];
  });
  return { facts: wantedFacts, annotations: [...kept, ...added], passes: wantedPasses };
}

/** True where a sidecar says what was meant, and has no faults that were not there before. */
function says(parsed: ParsedSidecar, wanted: Content, faultsBefore: number): boolean {
  if (!parsed.editable || faultsOf(parsed.problems) > faultsBefore) return false;
  const byId = new Map(parsed.stored.map(annotation => [annotation.id, annotation]));
  const passes = new Map(parsed.passes.map(({ by, done }) => [by, done]));
  return (
    parsed.stored.length === wanted.annotations.length &&
    wanted.annotations.every(annotation => isSameAnnotation(byId.get(annotation.id), annotation)) &&
    [...FACT_FIELDS.keys()].every(name => isSame(parsed.facts[name], wanted.facts[name])) &&
    passes.size === wanted.passes.length &&
    wanted.passes.every(({ by, done }) => passes.get(by) === done)
  );
}

const isSameAnnotation = (found: Annotation | undefined, wanted: Annotation): boolean =>
  found !== undefined && [...ANNOTATION_FIELDS.keys()].every(name => isSame(found[name], wanted[name]));
