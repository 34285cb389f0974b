import { type YAMLMap } from 'yaml';
import { type Annotation, type DocumentFacts, type Pass, type SidecarEdit } from '../annotation/model';
import { type TextChange } from '../text/change';
import { addition, hasJsonKeys, removal, topLevelAddition, type EditableReading } from './editList';
import { editMap, type MapField } from './editMap';
import { colonOf, hasText, endOf, lineEnd, lineStart } from './layout';
import { indented, isWritten, printBlock, printFlow, printPair, quoted, type FieldValue } from './printYaml';
import { planPass } from './passes';
import { conflictPieces, CONFLICTS } from './pieces';
import { isNamed } from './readFields';
import { readSidecar, type Entry, type ParsedSidecar, type SidecarReading } from './readSidecar';
import { ANNOTATION_FIELDS, FACT_FIELDS, SIDECAR_VERSION, type FieldKind } from './sidecarFields';
import { faultsOf, type SidecarProblem } from './sidecarProblem';

/** What came of an edit. */
export type EditResult =
  /** The file's new text, and the edit that takes it back. */
  | { readonly kind: 'edited'; readonly source: string; readonly inverse: SidecarEdit }
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
 * refused. Never throws.
 */
export function editSidecar(source: string | undefined, edit: SidecarEdit, origin: SidecarOrigin): EditResult {
  const before = readSidecar(source ?? '');
  const { problems, editable, annotations } = before.parsed;
  if (!editable) return { kind: 'refused', problems };
  const id = edit.kind === 'add' ? edit.annotation.id : 'id' in edit ? edit.id : undefined;
  const matches = before.entries.filter(({ annotation }) => annotation.id === id);
  const isAmbiguous = edit.kind === 'add' ? matches.length > 0 : matches.length > 1;
  if (isAmbiguous) return refusal('duplicate-id', { id: id! }, matches[0]!.annotation.source);
  if ((edit.kind === 'change' || edit.kind === 'remove') && matches.length === 0) return { kind: 'unchanged' };

  const facts = edit.kind === 'facts' ? edit.facts : origin.facts;
  const text = before.root ? source! : withHead(source ?? '', { ...origin, facts });
  const reading = before.root ? before : readSidecar(text);
  if (!reading.root || !reading.parsed.editable)
    return refusal('cannot-edit-in-place', {}, { start: 0, end: text.length });
  if (!before.root && edit.kind === 'facts' && Object.keys(reading.parsed.facts).length > 0)
    return { kind: 'edited', source: text, inverse: { kind: 'facts', facts: {} } };
  const planned = plan(text, { ...reading, root: reading.root }, edit, matches[0]);
  if (planned === 'unchanged') return { kind: 'unchanged' };
  const result =
    planned &&
    applied(
      text,
      planned.changes.toSorted((a, b) => a.start - b.start || a.end - b.end),
    );
  const after = result === undefined ? undefined : readSidecar(result);
  const wanted = intended({ annotations, facts: reading.parsed.facts, passes: before.parsed.passes }, edit);
  if (result === undefined || !after || !says(after.parsed, wanted, faultsOf(problems)))
    return refusal('cannot-edit-in-place', id === undefined ? {} : { id }, matches[0]?.annotation.source);
  return { kind: 'edited', source: result, inverse: planned!.inverse(result, after) };
}

interface Plan {
  readonly changes: readonly TextChange[];
  /** The edit that takes it back, made of the file as it is then. */
  readonly inverse: (result: string, after: SidecarReading) => SidecarEdit;
}

const refusal = (
  code: SidecarProblem['code'],
  values: SidecarProblem['arguments'],
  span = { start: 0, end: 0 },
): EditResult => ({ kind: 'refused', problems: [{ code, severity: 'error', span, arguments: values }] });

/** What the edit changes in the text; undefined where it cannot be done in place. */
function plan(
  source: string,
  reading: EditableReading,
  edit: SidecarEdit,
  entry: Entry | undefined,
): Plan | 'unchanged' | undefined {
  const lineBreak = /\r?\n/.exec(source)?.[0] ?? '\n';
  switch (edit.kind) {
    case 'add': {
      const changes = addition(source, reading, edit.annotation, lineBreak, edit.origin);
      const { id } = edit.annotation;
      const inverse = (result: string, { parsed }: SidecarReading): SidecarEdit => {
        const { start, end } = parsed.annotations.find(annotation => annotation.id === id)!.source;
        return { kind: 'remove', id, was: result.slice(start, end) };
      };
      return changes && { changes, inverse };
    }
    case 'remove': {
      const removed = removal(source, reading, entry!);
      if (!removed) return undefined;
      const { changes, origin } = removed;
      const annotation = withoutSource(entry!.annotation);
      return { changes, inverse: () => ({ kind: 'add', annotation, ...(origin ? { origin } : {}) }) };
    }
    case 'change':
      return planChange(source, reading, edit, entry!, lineBreak);
    case 'facts':
      return planFacts(source, reading, edit, lineBreak);
    case 'pass':
      return planPass(source, reading, edit, lineBreak);
  }
}

function planChange(
  source: string,
  { resolve }: EditableReading,
  edit: SidecarEdit & { readonly kind: 'change' },
  { annotation, map }: Entry,
  lineBreak: string,
): Plan | 'unchanged' | undefined {
  const stored = withoutSource(annotation);
  const fields = differing<Annotation>(ANNOTATION_FIELDS, stored, edit.fields);
  const lines = source.slice(annotation.source.start, annotation.source.end);
  const settled = settledConflicts(source, map, fields, resolve);
  const isRewritten = edit.rewrite?.from === lines && edit.rewrite.to !== lines;
  if (fields.length === 0 && !isRewritten) return 'unchanged';
  if (!map) return undefined;
  const changes =
    edit.rewrite?.from === lines
      ? [{ ...annotation.source, text: edit.rewrite.to }]
      : editMap({ source, map, order: [...ANNOTATION_FIELDS.keys()], resolve, lineBreak }, [
          ...fields,
          ...settled.fields,
        ])?.concat(settled.changes);
  const previous = Object.fromEntries(fields.map(({ name }) => [name, stored[name as keyof Annotation]]));
  const inverse = (result: string, { parsed }: SidecarReading): SidecarEdit => {
    const span = parsed.annotations.find(({ id }) => id === annotation.id)!.source;
    const rewrite = { from: result.slice(span.start, span.end), to: lines };
    return { kind: 'change', id: annotation.id, fields: previous, rewrite };
  };
  return changes && { changes, inverse };
}

/** Who gives a field a value has chosen: the alternatives that merging kept for it go. */
function settledConflicts(
  source: string,
  map: YAMLMap | undefined,
  fields: readonly MapField[],
  resolve: EditableReading['resolve'],
): { readonly fields: readonly MapField[]; readonly changes: readonly TextChange[] } {
  const pieces = (map && conflictPieces(source, map, resolve)) ?? [];
  const settled = pieces.filter(({ map: { items } }) =>
    fields.some(({ name }) => isNamed(items[0]?.key, name, resolve)),
  );
  if (settled.length > 0 && settled.length === pieces.length)
    return { fields: [{ name: CONFLICTS, kind: 'text', value: undefined }], changes: [] };
  return { fields: [], changes: settled.map(({ span }) => ({ ...span, text: '' })) };
}

function planFacts(
  source: string,
  reading: EditableReading,
  edit: SidecarEdit & { readonly kind: 'facts' },
  lineBreak: string,
): Plan | 'unchanged' | undefined {
  const { root, document, resolve } = reading;
  const { facts } = reading.parsed;
  const wanted = Object.fromEntries([...FACT_FIELDS.keys()].map(name => [name, edit.facts[name]]));
  const fields = differing<DocumentFacts>(FACT_FIELDS, facts, wanted);
  if (fields.length === 0) return 'unchanged';
  const inverse = (): SidecarEdit => ({ kind: 'facts', facts, was: edit.facts });
  if (document) {
    const changes = editMap({ source, map: document, order: [...FACT_FIELDS.keys()], resolve, lineBreak }, fields);
    return changes && { changes, inverse };
  }
  if (root.flow) {
    const pairs = fields.map(({ name, value }) => `${quoted(name)}: ${printFlow(value!)}`);
    const at = root.range![0] + 1;
    const key = hasJsonKeys(root) ? '"document"' : 'document';
    return { changes: [{ start: at, end: at, text: `${key}: {${pairs.join(', ')}}, ` }], inverse };
  }
  const lines = printFacts(facts, edit.facts);
  const pair = root.items.find(({ key }) => isNamed(key, 'document', resolve));
  if (!pair) {
    const changes = topLevelAddition(source, root, ['document:', ...lines], 'document', reading, lineBreak);
    return changes && { changes, inverse };
  }
  const colon = colonOf(pair);
  if (colon === undefined || hasText(pair.value)) return undefined;
  const end = lineEnd(source, Math.max(colon + 1, endOf(pair.key as never)));
  const text = lines.join(lineBreak);
  return {
    changes: [{ start: end, end, text: lineStart(source, end) === end ? text + lineBreak : lineBreak + text }],
    inverse,
  };
}

const printFacts = (known: DocumentFacts, facts: DocumentFacts): readonly string[] =>
  [...FACT_FIELDS].flatMap(([name, kind]) => {
    const value = facts[name] ?? known[name];
    return value === undefined ? [] : printPair(name, printBlock(value, kind)).map(line => indented(line, '  '));
  });

/** The fields that a change alters, in their written order. What has no line of its own (an empty prefix) counts as absent. */
function differing<T extends object>(
  kinds: ReadonlyMap<keyof T, FieldKind>,
  stored: Partial<T>,
  wanted: Partial<T>,
): readonly MapField[] {
  return [...kinds].flatMap(([name, kind]) => {
    if (!(name in wanted) || isSame(stored[name], wanted[name])) return [];
    const value = wanted[name] as FieldValue | undefined;
    return [{ name: String(name), kind, value: isWritten(value, kind) ? value : undefined }];
  });
}

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

/** The changed text; undefined where two changes lie over each other. `changes` by place. */
function applied(source: string, changes: readonly TextChange[]): string | undefined {
  let result = '';
  let at = 0;
  for (const { start, end, text } of changes) {
    if (start < at) return undefined;
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

interface Content {
  readonly facts: DocumentFacts;
  readonly annotations: readonly Annotation[];
  readonly passes: readonly Pass[];
}

/** What the file must say after the edit. */
function intended(content: Content, edit: SidecarEdit): Content {
  const { annotations, passes } = content;
  switch (edit.kind) {
    case 'add':
      return { ...content, annotations: [...annotations, edit.annotation] };
    case 'remove':
      return { ...content, annotations: annotations.filter(({ id }) => id !== edit.id) };
    case 'change':
      return {
        ...content,
        annotations: annotations.map(known => (known.id === edit.id ? { ...known, ...edit.fields } : known)),
      };
    case 'facts':
      return { ...content, facts: edit.facts };
    case 'pass': {
      const { by, done } = edit;
      return { ...content, passes: [...passes.filter(pass => pass.by !== by), ...(done ? [{ by, done }] : [])] };
    }
  }
}

/** True where a sidecar says what was meant, and has no faults that were not there before. */
function says(parsed: ParsedSidecar, wanted: Content, faultsBefore: number): boolean {
  if (!parsed.editable || faultsOf(parsed.problems) > faultsBefore) return false;
  const byId = new Map(parsed.annotations.map(annotation => [annotation.id, annotation]));
  const passes = new Map(parsed.passes.map(({ by, done }) => [by, done]));
  return (
    parsed.annotations.length === wanted.annotations.length &&
    wanted.annotations.every(annotation => isSameAnnotation(byId.get(annotation.id), annotation)) &&
    [...FACT_FIELDS.keys()].every(name => isSame(parsed.facts[name], wanted.facts[name])) &&
    passes.size === wanted.passes.length &&
    wanted.passes.every(({ by, done }) => passes.get(by) === done)
  );
}

const isSameAnnotation = (found: Annotation | undefined, wanted: Annotation): boolean =>
  found !== undefined && [...ANNOTATION_FIELDS.keys()].every(name => isSame(found[name], wanted[name]));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function withoutSource({ source: _source, ...annotation }: Annotation & { readonly source: unknown }): Annotation {
  return annotation;
}
