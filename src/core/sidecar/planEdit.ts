import { type YAMLMap } from 'yaml';
import { type Annotation, type DocumentFacts, type SidecarEdit } from '../annotation/model';
import { type TextChange } from '../text/change';
import { addition, removal, topLevelAddition, type EditableReading } from './editList';
import { editMap, hasJsonKeys, type MapField, type MapPlace } from './editMap';
import { editItems } from './editItems';
import { colonOf, hasText, endOf, lineEnd, lineStart } from './layout';
import { indented, isWritten, type Item, printBlock, printFlow, printPair, quoted, type FieldValue } from './printYaml';
import { planPass } from './passes';
import { conflictPieces, CONFLICTS } from './pieces';
import { isNamed } from './readFields';
import { type Entry, type SidecarReading } from './readSidecar';
import { ANNOTATION_FIELDS, FACT_FIELDS, isListKind, type FieldKind } from './sidecarFields';

/** An edit that is carried out as it stands: it depends neither on how a file read nor on what else an annotation says. */
export type PlainEdit = Exclude<SidecarEdit, { readonly kind: 'group' | 'restore' | 'relink' | 'reply' | 'link' }>;

/** How an edit is carried out. */
export interface Plan {
  readonly changes: readonly TextChange[];
  /** The edit that takes it back, made of the file as it is then. */
  readonly inverse: (result: string, after: SidecarReading) => SidecarEdit;
}

/** What the edit changes in the text; undefined where it cannot be done in place. */
export function plan(
  source: string,
  reading: EditableReading,
  edit: PlainEdit,
  entry: Entry | undefined,
): Plan | 'unchanged' | undefined {
  const lineBreak = /\r?\n/.exec(source)?.[0] ?? '\n';
  switch (edit.kind) {
    case 'add': {
      const changes = addition(source, reading, edit.annotation, lineBreak, edit.origin);
      const { id } = edit.annotation;
      const inverse = (result: string, { parsed }: SidecarReading): SidecarEdit => {
        const { start, end } = parsed.stored.find(annotation => annotation.id === id)!.source;
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
  edit: PlainEdit & { readonly kind: 'change' },
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
      : editFields({ source, map, order: [...ANNOTATION_FIELDS.keys()], resolve, lineBreak }, [
          ...fields,
          ...settled.fields,
        ])?.concat(settled.changes);
  const previous = Object.fromEntries(fields.map(({ name }) => [name, stored[name as keyof Annotation]]));
  const inverse = (result: string, { parsed }: SidecarReading): SidecarEdit => {
    const span = parsed.stored.find(({ id }) => id === annotation.id)!.source;
    const rewrite = { from: result.slice(span.start, span.end), to: lines };
    return { kind: 'change', id: annotation.id, fields: previous, rewrite };
  };
  return changes && { changes, inverse };
}

/** As editMap; of replies and links that are there only those that differ are touched. */
function editFields(place: MapPlace, fields: readonly MapField[]): readonly TextChange[] | undefined {
  const whole: MapField[] = [];
  const changes: TextChange[] = [];
  for (const field of fields) {
    const { name, kind, value } = field;
    const pair = isListKind(kind) && place.map.items.find(({ key }) => isNamed(key, name, place.resolve));
    const isList = isListKind(kind) && pair && value !== undefined;
    const edit = isList ? editItems(place, pair, kind, value as readonly Item[]) : 'whole';
    if (!edit) return undefined;
    if (edit === 'whole') whole.push(field);
    else changes.push(...edit);
  }
  return editMap(place, whole)?.concat(changes);
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
  edit: PlainEdit & { readonly kind: 'facts' },
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
    const pairs = fields.map(({ name, value }) => `${quoted(name)}: ${printFlow(value!, 'text')}`);
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

/** The lines of `document:` below its key: of each fact what is given, else what is known. */
export const printFacts = (known: DocumentFacts, facts: DocumentFacts): readonly string[] =>
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

export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function withoutSource({ source: _source, ...annotation }: Annotation & { readonly source: unknown }): Annotation {
  return annotation;
}
