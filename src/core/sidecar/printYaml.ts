import { Document, Scalar } from 'yaml';
import { type Annotation, type Link, type Reply } from '../annotation/model';
import { LONE_SURROGATE } from '../text/loneSurrogate';
import { ITEM_FIELDS, isListKind, type FieldKind, type ListKind } from './sidecarFields';

/** What can be printed: a field's value. */
export type FieldValue = string | number | readonly string[] | readonly Item[];

/** What lists of maps hold. */
export type Item = Reply | Link;

/** A value as it follows its key: `head` on the key's line (empty: nothing), `body` on lines of their own, indented from the key's column. */
export interface PrintedValue {
  readonly head: string;
  readonly body: readonly string[];
}

/** How deep `body` lines stand below their key, in spaces. */
const BODY_INDENT = 2;

/** How deep an item's dash stands below its list's key, and how wide the dash is. */
const ITEM_INDENT = 2;
const DASH_WIDTH = 2;

/** No line is ever folded: a changed word then changes one line in git, not a paragraph. */
const UNFOLDED = { lineWidth: 0, minContentWidth: 0, indent: BODY_INDENT } as const;

/**
 * Control characters, the line ends that only some readers take for such, noncharacters and lone surrogates. They are written
 * as escapes in double quotes: as they are, they would be lost, or read differently by YAML 1.1.
 */
const NEEDS_ESCAPE = new RegExp(
  String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|${LONE_SURROGATE}`,
  'g',
);

/**
 * Prints a value for a block map. `like` is the value that it replaces: its quotes are kept where the new value allows. Times
 * stay plain; other texts are quoted where YAML 1.1 would take them for something else (`no`, `1:30`). A text with several
 * lines, and every note, is a block scalar.
 */
export function printBlock(value: FieldValue, kind: FieldKind, like?: Scalar.Type): PrintedValue {
  if (typeof value === 'number') return { head: String(value), body: [] };
  if (isListKind(kind))
    return { head: '', body: (value as readonly Item[]).flatMap(item => printListItem(item, kind, ITEM_INDENT)) };
  if (typeof value !== 'string') return { head: printFlow(value, kind), body: [] };
  // Blanks at an edge cannot be seen outside quotes, and editors strip them.
  const trimmed = kind === 'prose' ? value.trimEnd() : value.trim();
  if (kind === 'context' || trimmed !== value || value.search(NEEDS_ESCAPE) >= 0)
    return { head: quoted(value), body: [] };
  const isBlock = value !== '' && (kind === 'prose' || value.includes('\n'));
  const scalar = new Scalar(isBlock ? value + '\n' : value);
  if (isBlock) scalar.type = Scalar.BLOCK_LITERAL;
  else if (like === Scalar.QUOTE_DOUBLE || like === Scalar.QUOTE_SINGLE) scalar.type = like;
  const document = new Document({ key: scalar }, kind === 'time' ? {} : { compat: 'yaml-1.1' });
  const [first, ...body] = document.toString(UNFOLDED).split('\n').slice(0, -1);
  const head = first!.slice('key: '.length);
  return head.startsWith('|') || body.length === 0 ? { head, body } : { head: quoted(value), body: [] };
}

/** The lines of a reply or a link in a block list, whose dash stands in `column`. */
export const printListItem = (item: Item, list: ListKind, column: number): readonly string[] =>
  printItem(
    [...ITEM_FIELDS[list]].flatMap(([name, kind]) => {
      const value = item[name as keyof Item] as FieldValue | undefined;
      return isWritten(value, kind) ? printPair(name, printBlock(value, kind)) : [];
    }),
    DASH_WIDTH,
  ).map(line => indented(line, ' '.repeat(column)));

/** Prints a value for a flow collection, on one line. `quotedKeys`: as JSON has them. */
export function printFlow(value: FieldValue, kind: FieldKind, quotedKeys = false): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  const items = isListKind(kind)
    ? (value as readonly Item[]).map(item =>
        printFlowMap(item, ITEM_FIELDS[kind] as ReadonlyMap<keyof Item, FieldKind>, quotedKeys),
      )
    : (value as readonly string[]).map(printFlowItem);
  return `[${items.join(', ')}]`;
}

/** A tag stands without quotes where no reader can misread it. */
function printFlowItem(value: string): string {
  return /[,[\]{}\n]/.test(value) ? quoted(value) : printBlock(value, 'text').head;
}

/** The lines of an annotation, without their indentation; `dashWidth` is that of `- `. */
export function printAnnotation(
  annotation: Annotation,
  fields: ReadonlyMap<keyof Annotation, FieldKind>,
  dashWidth: number,
): readonly string[] {
  const lines: string[] = [];
  for (const [name, kind] of fields) {
    const value = annotation[name];
    if (isWritten(value, kind)) lines.push(...printPair(name, printBlock(value, kind)));
  }
  return printItem(lines, dashWidth);
}

/** The lines of a map as those of a list item. */
function printItem(lines: readonly string[], dashWidth: number): readonly string[] {
  const indent = ' '.repeat(dashWidth);
  return lines.map((line, index) => (index === 0 ? '-'.padEnd(dashWidth) + line : indented(line, indent)));
}

/** An annotation, a reply or a link as one flow map. */
export function printFlowMap<T>(
  values: T,
  fields: ReadonlyMap<keyof T & string, FieldKind>,
  quotedKeys: boolean,
): string {
  const pairs = [...fields].flatMap(([name, kind]) => {
    const value = values[name] as FieldValue | undefined;
    return isWritten(value, kind) ? [`${quotedKeys ? quoted(name) : name}: ${printFlow(value, kind, quotedKeys)}`] : [];
  });
  return `{${pairs.join(', ')}}`;
}

/** False for what has no line: an absent value, an empty context, a position that is not known. */
export const isWritten = (value: FieldValue | undefined, kind: FieldKind): value is FieldValue =>
  value !== undefined && !(kind === 'context' && value === '') && !(kind === 'position' && Number(value) < 0);

/** The lines of a pair, not indented. */
export const printPair = (key: string, { head, body }: PrintedValue): readonly string[] => [
  head === '' ? `${key}:` : `${key}: ${head}`,
  ...body,
];

/** A line further in; an empty line stays empty. */
export const indented = (line: string, indent: string): string => (line === '' ? line : indent + line);

/** In double quotes, with every escape that a reader of YAML 1.1 or 1.2 needs. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(NEEDS_ESCAPE, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
