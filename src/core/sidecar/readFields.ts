import { isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from 'yaml';
import {
  CREDIBILITIES,
  OCCURRENCE,
  RELIABILITIES,
  UNKNOWN_POSITION,
  type Annotation,
  type Anchor,
  type DocumentFacts,
  type Link,
  LINK_RELATIONS,
  type Reply,
} from '../annotation/model';
import { isRelativePath } from '../corpus/relativePath';
import {
  ANNOTATION_FIELDS,
  FACT_FIELDS,
  isListKind,
  LINK_FIELDS,
  REPLY_FIELDS,
  type FieldKind,
  type ListKind,
} from './sidecarFields';
import { repeatedKeys, type YamlReading } from './readYaml';
import { type SidecarProblem } from './sidecarProblem';

type Resolve = YamlReading['resolve'];
type Report = (problem: SidecarProblem) => void;

/**
 * Reads one annotation. Undefined where `id` or `quote` is missing, where one of them or of the texts is no text, or where a
 * key stands twice; the reason is reported. Any other value that cannot be used is reported and left out.
 */
export function readAnnotation(map: YAMLMap, resolve: Resolve, report: Report): Annotation | undefined {
  const problems: SidecarProblem[] = [];
  const fields = readKnown(map, ANNOTATION_FIELDS, resolve, problem => problems.push(problem));
  const id = typeof fields.id === 'string' && fields.id !== '' ? fields.id : undefined;
  for (const field of ['id', 'quote'] as const)
    if (!fields[field] && !problems.some(known => known.arguments.field === field))
      problems.push({ code: 'missing-field', severity: 'error', span: spanOf(map), arguments: { field } });
  const withId: Report = problem => report(id === undefined ? problem : { ...problem, annotationId: id });
  for (const problem of problems) withId(problem);
  const { quote, prefix = '', suffix = '', start, end, ...rest } = fields as Partial<Annotation>;
  if (id === undefined || !quote || problems.some(({ severity }) => severity === 'error')) return undefined;
  return { ...rest, id, quote, prefix, suffix, ...readPosition(map, quote, start, end, resolve, withId) };
}

/** Reads the facts under `document:`. Values that cannot be used are reported and left out. */
export const readFacts = (map: YAMLMap, resolve: Resolve, report: Report): DocumentFacts =>
  readKnown(map, FACT_FIELDS, resolve, report);

/** Reads one reply. Undefined where it has no text, or where a value is of a wrong type; the reason is reported. */
export function readReply(map: YAMLMap, resolve: Resolve, report: Report): Reply | undefined {
  const problems: SidecarProblem[] = [];
  const fields = readKnown<Reply>(map, REPLY_FIELDS, resolve, problem => problems.push(problem));
  if (fields.text === undefined && problems.length === 0)
    problems.push({ code: 'missing-field', severity: 'error', span: spanOf(map), arguments: { field: 'text' } });
  for (const problem of problems) report(problem);
  const { text, ...rest } = fields;
  return problems.length > 0 || text === undefined ? undefined : { ...rest, text };
}

/**
 * Reads one link. Undefined where relation, document or quote is missing, or where a value is of a wrong type; the reason is reported.
 * A relation or a path that is none is reported and kept: it goes nowhere, and is not lost when the list is edited.
 */
export function readLink(map: YAMLMap, resolve: Resolve, report: Report): Link | undefined {
  const problems: SidecarProblem[] = [];
  const fields = readKnown<Link>(map, LINK_FIELDS, resolve, problem => problems.push(problem));
  for (const field of ['relation', 'document', 'quote'] as const)
    if (!fields[field] && !problems.some(known => known.arguments.field === field))
      problems.push({ code: 'missing-field', severity: 'error', span: spanOf(map), arguments: { field } });
  for (const problem of problems) report(problem);
  const { relation, document, quote, prefix = '', suffix = '', start, end, ...rest } = fields;
  if (!relation || !document || !quote || problems.some(({ severity }) => severity === 'error')) return undefined;
  const invalid = (field: 'relation' | 'document', value: string): void =>
    report({
      code: 'invalid-value',
      severity: 'warning',
      span: spanOf(valueOf(map, field, resolve)),
      arguments: { field, value: value.slice(0, 40) },
    });
  if (!LINK_RELATIONS.some(known => known === relation)) invalid('relation', relation);
  if (!isRelativePath(document)) invalid('document', document);
  const position = readPosition(map, quote, start, end, resolve, report);
  return orderedLink({ ...rest, relation, document, quote, prefix, suffix, ...position });
}

/** A link with its fields in the order in which they are written: links that say the same have the same JSON. */
export const orderedLink = (link: Link): Link =>
  Object.fromEntries(
    [...LINK_FIELDS.keys()].flatMap(name => (link[name] === undefined ? [] : [[name, link[name]]])),
  ) as unknown as Link;

/** What reads the maps of a list. */
export const ITEM_READERS: Readonly<
  Record<ListKind, (map: YAMLMap, resolve: Resolve, report: Report) => Reply | Link | undefined>
> = { 'list of replies': readReply, 'list of links': readLink };

/** Where a node stands; a node that is not in the text (an empty value) is an empty span at 0. */
export const spanOf = (node: Node | null | undefined): { readonly start: number; readonly end: number } => ({
  start: node?.range?.[0] ?? 0,
  end: node?.range?.[1] ?? 0,
});

/** The value of a map's key, aliases resolved; undefined where the key is absent or empty. */
export function valueOf(map: YAMLMap, name: string, resolve: Resolve): Node | undefined {
  const pair = map.items.find(({ key }) => isNamed(key, name, resolve));
  const value = resolve(pair?.value);
  return isScalar(value) && value.value === null ? undefined : value;
}

/** True where a key's node reads `name`. */
export function isNamed(key: unknown, name: string, resolve: Resolve): boolean {
  const node = resolve(key);
  return isScalar(node) && node.value === name;
}

function readKnown<T>(
  map: YAMLMap,
  kinds: ReadonlyMap<keyof T, FieldKind>,
  resolve: Resolve,
  report: Report,
): Partial<T> {
  for (const key of repeatedKeys(map, resolve)) {
    const field = String((resolve(key) as Scalar).value);
    report({ code: 'duplicate-key', severity: 'error', span: spanOf(key), arguments: { field } });
  }
  const fields: Partial<T> = {};
  for (const [name, kind] of kinds) {
    const field = String(name);
    const node = valueOf(map, field, resolve);
    if (node === undefined) continue;
    if (isListKind(kind) && isSeq(node)) {
      const items = node.items.map(item => resolve(item));
      if (items.every(item => isMap(item))) {
        const read = items.flatMap(item => ITEM_READERS[kind](item, resolve, report) ?? []);
        if (read.length > 0) fields[name] = read as T[keyof T];
        continue;
      }
    }
    const value = readValue(node, kind, resolve);
    if (value.kind === 'value') fields[name] = value.value as T[keyof T];
    else if (value.kind === 'wrong type')
      report({
        code: 'wrong-type',
        severity: kind === 'position' ? 'warning' : 'error',
        span: spanOf(node),
        arguments: { field, expected: value.expected },
      });
    else
      report({
        code: 'invalid-value',
        severity: 'warning',
        span: spanOf(node),
        arguments: { field, value: value.value },
      });
  }
  return fields;
}

type Value =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wrong type'; readonly expected: string }
  | { readonly kind: 'invalid'; readonly value: string };

function readValue(node: Node, kind: FieldKind, resolve: Resolve): Value {
  if (kind === 'list of texts') {
    const items = isSeq(node) ? node.items.map(item => textOf(resolve(item))) : [textOf(node)];
    return items.includes(undefined) ? { kind: 'wrong type', expected: kind } : { kind: 'value', value: items };
  }
  if (isListKind(kind)) return { kind: 'wrong type', expected: kind };
  const text = textOf(node);
  if (kind === 'position') {
    const position = isScalar(node) ? node.value : undefined;
    const valid = Number.isSafeInteger(position) && (position as number) >= 0;
    return valid ? { kind: 'value', value: position } : { kind: 'wrong type', expected: kind };
  }
  if (text === undefined) return { kind: 'wrong type', expected: 'text' };
  if (kind === 'occurrence' && !OCCURRENCE.test(text)) return { kind: 'invalid', value: text.slice(0, 40) };
  if (kind === 'reliability' || kind === 'credibility') {
    const code = [...RELIABILITIES, ...CREDIBILITIES].find(known => String(known) === text);
    const fits = code !== undefined && typeof code === (kind === 'reliability' ? 'string' : 'number');
    return fits ? { kind: 'value', value: code } : { kind: 'invalid', value: text.slice(0, 40) };
  }
  return { kind: 'value', value: text };
}

/**
 * The text of a scalar. A title such as `1984` or a target such as `yes` is meant as it is written, so a number or a truth
 * value is its own source. The last line end of a block scalar (`|`) belongs to the notation and not to the text.
 */
export function textOf(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const text = typeof node.value === 'string' ? node.value : node.source;
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  return isBlock && text?.endsWith('\n') ? text.slice(0, -1) : text;
}

function readPosition(
  map: YAMLMap,
  quote: string,
  start: number | undefined,
  end: number | undefined,
  resolve: Resolve,
  report: Report,
): Pick<Anchor, 'start' | 'end'> {
  const unknown = { start: UNKNOWN_POSITION, end: UNKNOWN_POSITION };
  if (start === undefined)
    return end === undefined || end < quote.length ? unknown : { start: end - quote.length, end };
  if (end === undefined) return { start, end: start + quote.length };
  if (start <= end) return { start, end };
  const span = spanOf(valueOf(map, 'end', resolve));
  report({ code: 'end-before-start', severity: 'warning', span, arguments: {} });
  return unknown;
}
