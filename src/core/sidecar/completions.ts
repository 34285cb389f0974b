import { type Span } from '../text/span';
import type codebookSchema from '../../../schemas/codebook.schema.json';
import type sidecarSchema from '../../../schemas/sidecar.schema.json';
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

/** What the maps of a kind of file hold: the one at the top, those below its keys, the items of its lists, and those of lists in such items. */
interface FileShape {
  readonly top: Properties;
  readonly maps: Readonly<Record<string, Properties>>;
  readonly lists: Readonly<Record<string, Properties>>;
  readonly nested: Readonly<Record<string, Properties>>;
}

/** `  - key: value`: indentation with dashes, key, blanks after the colon, value. */
const LINE = /^([ \t]*(?:-[ \t]+)*)(?:([\w-]*)(:[ \t]+|:$)?(.*))$/;

/** What can be written at an offset of a source. */
export type CompletionsAt = (source: string, offset: number) => readonly Completion[];

/** For sidecars, given schemas/sidecar.schema.json. */
export function sidecarCompletions({ properties, definitions }: typeof sidecarSchema): CompletionsAt {
  const { document, pass, annotation, reply, link } = definitions;
  const shape: FileShape = {
    top: properties,
    maps: { document: document.properties },
    lists: { passes: pass.properties, annotations: annotation.properties },
    nested: { replies: reply.properties, links: link.properties },
  };
  return (source, offset) => completionsIn(shape, source, offset);
}

/** For codebooks, given schemas/codebook.schema.json. */
export function codebookCompletions({ properties, definitions }: typeof codebookSchema): CompletionsAt {
  const entry = definitions.entry.anyOf[1]!.properties!;
  const shape: FileShape = {
    top: properties,
    maps: { scheme: properties.scheme.properties },
    lists: { stances: entry, targets: entry, tags: entry, sources: definitions.source.anyOf[1]!.properties! },
    nested: {},
  };
  return (source, offset) => completionsIn(shape, source, offset);
}

/**
 * What can be written at a place: keys that the map there has not yet, and the codes of a field that has codes.
 * Goes by lines and indentation, so it works on what is half typed; within flow collections it proposes nothing.
 */
function completionsIn(shape: FileShape, source: string, offset: number): readonly Completion[] {
  const start = lineStart(source, offset);
  const typed = LINE.exec(source.slice(start, offset));
  if (!typed || source.slice(start, offset).trimStart().startsWith('#')) return [];
  const [, indent = '', key = '', colon, value = ''] = typed;
  const rest = /^[^\r\n]*/.exec(source.slice(offset))![0];
  const lines = source.slice(0, start).split(/\r?\n/).slice(0, -1);
  const properties = sectionOf(shape, lines, indent);
  if (!properties || isInBlockScalar(lines, indent.length)) return [];
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

/** What the map of a line of this indentation holds: that of the last top-level key above. */
function sectionOf(shape: FileShape, lines: readonly string[], indent: string): Properties | undefined {
  const { top, maps, lists, nested } = shape;
  const isItem = indent.includes('-');
  if (indent === '') return top;
  const owner = lines.map(line => /^([\w-]+)[ \t]*:/.exec(line)?.[1]).findLast(key => key !== undefined) ?? '';
  if (!Object.hasOwn(lists, owner)) return Object.hasOwn(maps, owner) && !isItem ? maps[owner] : undefined;
  const inner = listAround(lines, indent);
  if (inner !== undefined && Object.hasOwn(nested, inner)) return nested[inner];
  return isItem || hasItemAbove(lines, indent.length) ? lists[owner] : undefined;
}

/** The key of the list that the line is in, or whose item it goes on. */
function listAround(lines: readonly string[], indent: string): string | undefined {
  const column = indent.includes('-') ? indent.indexOf('-') : indent.length - 1;
  const key = lines.findLast(line => line.trim() !== '' && keyColumn(line) <= column && !/^[ \t]*-/.test(line));
  return key === undefined ? undefined : /^[ \t]*([\w-]+)[ \t]*:[ \t]*(#.*)?$/.exec(key)?.[1];
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
