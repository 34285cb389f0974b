import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { type Span } from '../text/span';
import { colonOf, endOf, hasText, itemLines, lineEnd, lineStart } from './layout';
import { isNamed } from './readFields';
import { type SidecarReading } from './readSidecar';
import { type YamlReading } from './readYaml';

/** One pair of a map, or one item of a list, as it is written: whole lines. All pieces in a row are the text. */
export interface Piece {
  /** Names it among its siblings: a key, an annotation's id; unique. */
  readonly key: string;
  /** The comment lines right above. */
  readonly lead: string;
  /** Its own lines. */
  readonly body: string;
  /** What stands below it and belongs to nothing: blank lines, comments apart. */
  readonly gap: string;
}

/** A map in block style, cut up. */
export interface MapPieces {
  /** What stands above the first pair. */
  readonly head: string;
  /** Of the keys, in characters. */
  readonly column: number;
  readonly pairs: readonly Piece[];
}

/** A list in block style, cut up; `head` is its key's line, without the `[]` of an empty list. */
export interface ListPieces {
  readonly head: string;
  /** Of the dashes. */
  readonly column: number | undefined;
  readonly items: readonly Piece[];
}

/**
 * Cuts a block map that fills `region` (whole lines) into its pairs. Before the first key may stand the dash of the list that
 * the map is an item of: the pair then has blanks in its place. Undefined where the map is not written one key a line.
 */
export function mapPieces(
  source: string,
  map: YAMLMap,
  region: Span,
  resolve: YamlReading['resolve'],
): MapPieces | undefined {
  if (map.flow || map.items.length === 0) return undefined;
  const names = uniqueKeys(map.items.map(({ key }) => nameOf(resolve(key))));
  const places: Span[] = [];
  let column = 0;
  for (const [index, pair] of map.items.entries()) {
    const keyStart = startOf(pair);
    if (keyStart === undefined || names[index] === undefined) return undefined;
    const start = lineStart(source, keyStart);
    if (index === 0) column = keyStart - start;
    const before = source.slice(start, keyStart);
    if (before.length !== column || !(index === 0 ? /^ *(- +)?$/ : /^ *$/).test(before)) return undefined;
    const floor = places.at(-1)?.end ?? region.start;
    if (start < floor) return undefined;
    places.push({ start, end: lineEnd(source, pairEnd(pair)) });
  }
  const leads = places.map(({ start }, i) => (i === 0 ? start : leadStart(source, start, places[i - 1]!.end, column)));
  const pairs = places.map(({ start, end }, i) => ({
    key: names[i]!,
    lead: source.slice(leads[i], start),
    body: i === 0 ? withoutDash(source.slice(start, end)) : source.slice(start, end),
    gap: source.slice(end, leads[i + 1] ?? Math.max(end, region.end)),
  }));
  return { head: source.slice(region.start, places[0]!.start), column, pairs };
}

/** The text of a map's pieces. */
export const joinMap = ({ head, pairs }: Pick<MapPieces, 'head' | 'pairs'>): string => head + pairs.map(join).join('');

/** The text of a piece. Blank lines below a block scalar that keeps them would become part of it: they are left out. */
export const join = ({ lead, body, gap }: Piece): string =>
  lead + body + (/^[ \t]*\r?\n/.test(gap) && endsInKept(body) ? gap.replace(/^([ \t]*\r?\n)+/, '') : gap);

/** True for lines that end in a block scalar that keeps the blank lines below it (`|+`). */
function endsInKept(body: string): boolean {
  const lines = body.split('\n');
  const opener = lines.findLastIndex(line => /[|>]\d?\+\d?[ \t]*(?:#.*)?\r?$/.test(line));
  if (opener < 0) return false;
  const column = lines[opener]!.search(/[^ -]/);
  return lines.slice(opener + 1).every(line => line.trim() === '' || line.search(/\S/) > column);
}

/** A list item's first line with blanks in place of its dash. */
export const withoutDash = (text: string): string => text.replace(/^( *)-( )/, '$1 $2');

/** The opposite: a dash at `column`, where there are blanks. */
export const withDash = (text: string, column: number): string => `${text.slice(0, column)}-${text.slice(column + 1)}`;

/** Lines moved to the right or, where `by` is negative, to the left; blank lines stay as they are. */
export function shifted(text: string, by: number): string {
  if (by >= 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/**
 * Cuts the annotations, of which `piece` is the text, into items. An item that is no annotation is named by its text. Undefined
 * where the list is not written one item a line.
 */
export function annotationPieces(source: string, reading: SidecarReading, piece: Piece): ListPieces | undefined {
  const { root, list, lines, entries, resolve } = reading;
  const pair = root?.items.find(({ key }) => isNamed(key, 'annotations', resolve));
  if (!pair) return undefined;
  const start = lineStart(source, startOf(pair)!);
  const end = start + piece.body.length + piece.gap.length;
  const colon = colonOf(pair);
  if (!list || list.items.length === 0) {
    if (colon === undefined || (hasText(pair.value) && !isSeq(pair.value))) return undefined;
    return { head: withoutEmptyList(source.slice(start, end)), column: undefined, items: [] };
  }
  if (!lines || pair.value !== list) return undefined;
  const names = uniqueKeys(
    lines.map((place, index) => {
      const entry = entries.find(known => known.index === index);
      return entry ? entry.annotation.id : `\0${source.slice(place.start, place.end)}`;
    }),
  );
  const items = lines.map((place, i) => ({
    key: names[i]!,
    lead: source.slice(place.leadStart, place.start),
    body: source.slice(place.start, place.end),
    gap: source.slice(place.end, lines[i + 1]?.leadStart ?? Math.max(place.end, end)),
  }));
  if (lines.some(({ column }) => column !== lines[0]!.column)) return undefined;
  return { head: source.slice(start, lines[0]!.leadStart), column: lines[0]!.column, items };
}

/** Cuts an annotation's lines into its pairs; one that is written as a flow map on one line too. */
export function itemPieces(source: string, reading: SidecarReading, id: string): MapPieces | undefined {
  const entry = reading.entries.find(({ annotation }) => annotation.id === id);
  const place = entry && reading.lines?.[entry.index];
  if (!entry?.map || !place) return undefined;
  if (!entry.map.flow) return mapPieces(source, entry.map, place, reading.resolve);
  const isOneLine = !source.slice(place.start, place.end).trimEnd().includes('\n');
  if (!isOneLine || source.slice(endOf(entry.map), place.end).trim() !== '') return undefined;
  return flowItemPieces(source, entry.map, place.column + 2, reading.resolve);
}

/** The pairs of a flow map as lines of their own. */
function flowItemPieces(
  source: string,
  map: YAMLMap,
  column: number,
  resolve: YamlReading['resolve'],
): MapPieces | undefined {
  const names = uniqueKeys(map.items.map(({ key }) => nameOf(resolve(key))));
  const pairs = map.items.map((pair, i) => {
    const text = source.slice(startOf(pair), pairEnd(pair));
    return { key: names[i] ?? '', lead: '', body: `${' '.repeat(column)}${text}\n`, gap: '' };
  });
  const isPlain = map.items.every(({ value }) => isScalar(value) || isSeq(value) || isMap(value));
  return isPlain && names.every(name => name !== undefined) ? { head: '', column, pairs } : undefined;
}

/** One alternative in a `conflicts:` list: the fields' lines as the other side has them, from column 0, in one text. */
export interface ConflictPiece {
  readonly text: string;
  /** Where it stands, with its dash; whole lines. */
  readonly span: Span;
  readonly map: YAMLMap;
}

/** The alternatives of a map that has a `conflicts:` list of maps; undefined where it has something else of that name. */
export function conflictPieces(
  source: string,
  map: YAMLMap,
  resolve: YamlReading['resolve'],
): readonly ConflictPiece[] | undefined {
  const value = map.items.find(({ key }) => isNamed(key, CONFLICTS, resolve))?.value;
  if (value === undefined) return [];
  if (!isSeq(value)) return undefined;
  const lines = itemLines(source, value);
  const pieces = lines?.map(({ start, end }, index): ConflictPiece | undefined => {
    const item = value.items[index];
    if (!isMap(item) || item.flow || item.items.length === 0) return undefined;
    const column = startOf(item.items[0]!)! - start;
    return { text: shifted(withoutDash(source.slice(start, end)), -column), span: { start, end }, map: item };
  });
  return pieces?.every(piece => piece !== undefined) ? pieces : undefined;
}

/** The key that holds what could not be merged. */
export const CONFLICTS = 'conflicts';

/** Where a pair's key starts; undefined where it has no text. */
export const startOf = ({ key }: Pair): number | undefined => (key as Scalar | null)?.range?.[0];

const pairEnd = ({ key, value }: Pair): number => endOf((hasText(value) ? value : key) as Scalar);

function nameOf(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Names made unique: what stands again gets the number of times it stood before. */
function uniqueKeys<T extends string | undefined>(names: readonly T[]): readonly T[] {
  const seen = new Map<string, number>();
  return names.map(name => {
    if (name === undefined) return name;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return (times === 0 ? name : `${name}\0${times}`) as T;
  });
}

/** Where the run of comment lines starts that ends right above `start` and stands no deeper than `column`. */
function leadStart(source: string, start: number, floor: number, column: number): number {
  for (let at = start; ;) {
    const above = lineStart(source, Math.max(0, at - 1));
    const indent = /^ *(?=#)/.exec(source.slice(above, at))?.[0].length;
    if (at <= floor || above < floor || indent === undefined || indent > column) return at;
    at = above;
  }
}

const withoutEmptyList = (head: string): string => head.replace(/(:)[ \t]*\[[ \t]*\]/, '$1');
