import { type Span } from '../text/span';
import schema from '../../../schemas/sidecar.schema.json';
import { lineStart } from './layout';
import { CONFLICTS } from './pieces';

/** A proposal while a sidecar is written by hand. */
export interface Completion {
  readonly kind: 'key' | 'value';
  readonly label: string;
  readonly insertText: string;
  /** One word or so: what kind of value a key takes, what a code means. */
  readonly detail?: string;
  /** What it is for. */
  readonly description?: string;
  /** What of the source it takes the place of. */
  readonly replace: Span;
}

interface Property {
  readonly type?: string;
  readonly description?: string;
  readonly oneOf?: readonly {
    readonly const: string | number;
    readonly title?: string;
    readonly description?: string;
  }[];
  readonly anyOf?: readonly Property[];
}
type Properties = Readonly<Record<string, Property>>;

const SECTIONS: Readonly<Record<'top' | 'document' | 'pass' | 'annotation' | 'reply', Properties>> = {
  top: schema.properties,
  document: schema.definitions.document.properties,
  pass: schema.definitions.pass.properties,
  annotation: schema.definitions.annotation.properties,
  reply: schema.definitions.reply.properties,
};

/** `  - key: value`: indentation with dashes, key, blanks after the colon, value. */
const LINE = /^([ \t]*(?:-[ \t]+)*)(?:([\w-]*)(:[ \t]+|:$)?(.*))$/;

/**
 * What can be written at a place of a sidecar: keys that the map there has not yet, and the codes of a field that has codes.
 * Goes by lines and indentation, so it works on what is half typed; within flow collections it proposes nothing. Driven by
 * schemas/sidecar.schema.json.
 */
export function completionsAt(source: string, offset: number): readonly Completion[] {
  const start = lineStart(source, offset);
  const typed = LINE.exec(source.slice(start, offset));
  if (!typed || source.slice(start, offset).trimStart().startsWith('#')) return [];
  const [, indent = '', key = '', colon, value = ''] = typed;
  const rest = /^[^\r\n]*/.exec(source.slice(offset))![0];
  const lines = source.slice(0, start).split(/\r?\n/).slice(0, -1);
  const section = sectionOf(lines, indent);
  if (!section || isInBlockScalar(lines, indent.length)) return [];
  const properties = SECTIONS[section];
  if (colon !== undefined) {
    const property = Object.hasOwn(properties, key) ? properties[key]! : undefined;
    const replace = { start: offset - value.length, end: offset + /^[\w-]*/.exec(rest)![0].length };
    return property ? codesOf(property, replace, colon === ':' ? ' ' : '') : [];
  }
  if (value !== '') return [];
  const below = source.slice(start + lineLength(source, start)).split(/\r?\n/);
  const present = new Set([...keysAround(lines, below, indent.length, indent.includes('-')), ...ownKey(rest)]);
  const replace = { start: offset - key.length, end: offset + /^[\w-]*/.exec(rest)![0].length };
  return (
    Object.entries(properties)
      // Conflicts are what merging leaves; nobody begins one by hand.
      .filter(([name]) => !present.has(name) && name !== CONFLICTS)
      .map(([name, { description, type }]) => ({
        kind: 'key',
        label: name,
        insertText: rest.includes(':') ? name : `${name}: `,
        ...(type ? { detail: type } : {}),
        ...(description ? { description } : {}),
        replace,
      }))
  );
}

const lineLength = (source: string, start: number): number => {
  const end = source.indexOf('\n', start);
  return (end < 0 ? source.length : end + 1) - start;
};

/** The map that a line of this indentation belongs to: that of the last top-level key above. */
function sectionOf(lines: readonly string[], indent: string): keyof typeof SECTIONS | undefined {
  const isItem = indent.includes('-');
  if (indent === '') return 'top';
  const owner = lines.findLast(line => /^[\w-]+[ \t]*:/.test(line));
  if (owner?.startsWith('annotations') && isInReplies(lines, indent)) return 'reply';
  const list = owner?.startsWith('annotations') ? 'annotation' : owner?.startsWith('passes') ? 'pass' : undefined;
  if (list) return isItem || hasItemAbove(lines, indent.length) ? list : undefined;
  return owner?.startsWith('document') && !isItem ? 'document' : undefined;
}

/** True where the list that the line is in, or whose item it goes on, is that of `replies`. */
function isInReplies(lines: readonly string[], indent: string): boolean {
  const column = indent.includes('-') ? indent.indexOf('-') : indent.length - 1;
  const key = lines.findLast(line => line.trim() !== '' && keyColumn(line) <= column && !/^[ \t]*-/.test(line));
  return key !== undefined && /^[ \t]*replies[ \t]*:[ \t]*(#.*)?$/.test(key);
}

/** True where the nearest line that stands less deep opens a list item whose keys stand in this column. */
function hasItemAbove(lines: readonly string[], column: number): boolean {
  for (const line of lines.toReversed()) {
    const dashes = /^[ \t]*(?:-[ \t]+)+/.exec(line)?.[0];
    // A list of its own, such as replies.
    if (dashes && dashes.indexOf('-') >= column) continue;
    if (dashes) return dashes.length === column;
    if (line.trim() !== '' && line.search(/\S/) < column) return false;
  }
  return false;
}

/** True where the nearest line that stands less deep ends with the mark of a block scalar. */
function isInBlockScalar(lines: readonly string[], column: number): boolean {
  const opener = lines.findLast(line => line.trim() !== '' && keyColumn(line) < column);
  return opener !== undefined && /:[ \t]+[|>][-+\d]*[ \t]*(#.*)?$/.test(opener);
}

const keyColumn = (line: string): number => /^[ \t]*(?:-[ \t]+)*/.exec(line)![0].length;

/** The keys of the same map: those in the same column, up to the next dash or shallower line on either side. */
function keysAround(
  above: readonly string[],
  below: readonly string[],
  column: number,
  opensItem: boolean,
): readonly string[] {
  const keys: string[] = [];
  const read = (line: string): boolean => {
    if (line.trim() === '' || keyColumn(line) > column) return true;
    if (keyColumn(line) < column) return false;
    const key = /^[ \t]*(?:-[ \t]+)*([\w-]+)[ \t]*:/.exec(line)?.[1];
    if (key) keys.push(key);
    return true;
  };
  if (!opensItem)
    for (const line of above.toReversed()) {
      if (!read(line)) break;
      if (column > 0 && /^[ \t]*-[ \t]/.test(line) && keyColumn(line) === column) break;
    }
  for (const line of below) if ((column > 0 && /^[ \t]*-([ \t]|$)/.test(line)) || !read(line)) break;
  return keys;
}

function ownKey(rest: string): readonly string[] {
  const key = /^([\w-]+)[ \t]*:/.exec(rest)?.[1];
  return key ? [key] : [];
}

function codesOf(property: Property, replace: Span, lead: string): readonly Completion[] {
  const codes = [property, ...(property.anyOf ?? [])].flatMap(({ oneOf = [] }) => oneOf);
  return codes.map(({ const: code, title, description }) => ({
    kind: 'value',
    label: String(code),
    insertText: lead + String(code),
    ...(title ? { detail: title } : {}),
    ...(description ? { description } : {}),
    replace,
  }));
}
