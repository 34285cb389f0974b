import { isScalar, Scalar, type Pair, type YAMLMap } from 'yaml';
import { type TextChange } from '../text/change';
import { colonOf, endOf, hasText, lineEnd, lineStart } from './layout';
import { type YamlReading } from './readYaml';
import { type FieldKind } from './sidecarFields';
import { indented, printBlock, printFlow, printPair, quoted, type FieldValue } from './printYaml';
import { isNamed } from './readFields';

/** A map in a file, and the keys that we know in their order. */
export interface MapPlace {
  readonly source: string;
  readonly map: YAMLMap;
  readonly order: readonly string[];
  readonly resolve: YamlReading['resolve'];
  readonly lineBreak: string;
}

/** What to set; an undefined value removes the key. */
export interface MapField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly value: FieldValue | undefined;
}

/**
 * The changes to the file that set a map's fields: a key that is there keeps its place and its comment, a new one stands after
 * the last known key that comes before it in `order`, a removed one takes its lines along. Undefined where the map is written
 * in a way that this cannot be done (explicit `?` keys).
 */
export function editMap(place: MapPlace, fields: readonly MapField[]): readonly TextChange[] | undefined {
  const { map, resolve } = place;
  const pairs = fields.map(field => map.items.findIndex(({ key }) => isNamed(key, field.name, resolve)));
  const isRemoved = (index: number): boolean => {
    const at = pairs.indexOf(index);
    return at >= 0 && fields[at]!.value === undefined;
  };
  const kept = map.items.map((pair, index) => ({ pair, index })).filter(({ index }) => !isRemoved(index));
  const changes: (TextChange | undefined)[] = removals(place, isRemoved);
  for (const [i, { name, kind, value }] of fields.entries()) {
    if (value === undefined) continue;
    const pair = map.items[pairs[i]!];
    changes.push(pair ? replacement(place, pair, value, kind) : insertion(place, kept, name, value, kind));
  }
  return changes.every(change => change !== undefined) ? inOrder(changes) : undefined;
}

/** Changes by place; insertions at one place stay in the order in which they were made. */
const inOrder = (changes: readonly TextChange[]): readonly TextChange[] =>
  [...changes].sort((a, b) => a.start - b.start || a.end - b.end);

const startOf = ({ key }: Pair): number => (key as Scalar).range![0];
const pairEnd = ({ key, value }: Pair): number => endOf((hasText(value) ? value : key) as Scalar);

function removals({ source, map }: MapPlace, isRemoved: (index: number) => boolean): (TextChange | undefined)[] {
  const removed = map.items.map((_, index) => index).filter(isRemoved);
  const leading = map.items.findIndex((_, index) => !isRemoved(index));
  if (leading < 0) return [undefined];
  return removed.map(index => {
    const pair = map.items[index]!;
    if (map.flow && index >= leading) return { start: pairEnd(map.items[index - 1]!), end: pairEnd(pair), text: '' };
    // The pairs before the first that stays: it moves up to where each stood (`- ` may stand before it on the line).
    if (index < leading) return { start: startOf(pair), end: startOf(map.items[index + 1]!), text: '' };
    return { start: lineStart(source, startOf(pair)), end: lineEnd(source, pairEnd(pair)), text: '' };
  });
}

function replacement(
  { source, map, lineBreak }: MapPlace,
  pair: Pair,
  value: FieldValue,
  kind: FieldKind,
): TextChange | undefined {
  const colon = colonOf(pair);
  const old = hasText(pair.value) ? pair.value : undefined;
  if (map.flow) {
    if (!old) return undefined;
    return { start: old.range![0], end: old.range![1], text: printFlow(value, kind, hasJsonKeys(map)) };
  }
  if (colon === undefined) return undefined;
  const like = isScalar(old) ? old.type : undefined;
  const printed = printBlock(value, kind, like);
  const gap = /^ +$/.exec(source.slice(colon + 1, old?.range![0] ?? colon + 1))?.[0] ?? ' ';
  const wasBlock = like === Scalar.BLOCK_LITERAL || like === Scalar.BLOCK_FOLDED;
  if (printed.body.length === 0 && !wasBlock)
    return { start: colon + 1, end: old ? endOf(old) : colon + 1, text: gap + printed.head };
  // A block scalar's comment stands on its first line, any other value's on its last.
  const contentEnd = old ? endOf(old) : colon + 1;
  const end = withoutLineBreak(source, lineEnd(source, contentEnd));
  const comment = wasBlock
    ? /[ \t]#[^\r\n]*/.exec(source.slice(colon, source.indexOf('\n', colon)))?.[0]
    : /^[ \t]+#.*/.exec(source.slice(contentEnd, end))?.[0];
  const indent = ' '.repeat(columnOf(source, pair));
  const body = printed.body.map(line => lineBreak + indented(line, indent)).join('');
  return { start: colon + 1, end, text: gap + printed.head + (comment ?? '') + body };
}

function insertion(
  { source, map, order, resolve, lineBreak }: MapPlace,
  kept: readonly { readonly pair: Pair }[],
  name: string,
  value: FieldValue,
  kind: FieldKind,
): TextChange | undefined {
  const rank = order.indexOf(name);
  const ranked = kept.map(({ pair }) => ({ pair, rank: order.findIndex(known => isNamed(pair.key, known, resolve)) }));
  const before = ranked.filter(known => known.rank >= 0 && known.rank < rank).at(-1)?.pair;
  const next = ranked.find(known => known.rank > rank)?.pair ?? kept[0]?.pair;
  if (map.flow) {
    const isJson = hasJsonKeys(map);
    const text = `${isJson ? quoted(name) : name}: ${printFlow(value, kind, isJson)}`;
    if (before) return insertAt(pairEnd(before), `, ${text}`);
    return next ? insertAt(startOf(next), `${text}, `) : insertAt(map.range![0] + 1, text);
  }
  const neighbour = before ?? next;
  if (!neighbour) return undefined;
  const indent = ' '.repeat(columnOf(source, neighbour));
  const [first, ...body] = printPair(name, printBlock(value, kind));
  const rest = body.map(line => lineBreak + indented(line, indent)).join('');
  if (!before) return insertAt(startOf(neighbour), `${first}${rest}${lineBreak}${indent}`);
  return insertLines(source, lineEnd(source, pairEnd(before)), `${indent}${first}${rest}`, lineBreak);
}

/** True for a map whose keys are in double quotes, as in JSON. */
export const hasJsonKeys = (map: YAMLMap): boolean =>
  (map.items[0]?.key as Scalar | undefined)?.type === Scalar.QUOTE_DOUBLE;

const insertAt = (offset: number, text: string): TextChange => ({ start: offset, end: offset, text });

/** Lines (the last without its line break) at `offset`, which is a line's start or the end of a file without a last line break. */
export function insertLines(source: string, offset: number, lines: string, lineBreak: string): TextChange {
  const atLineStart = offset === 0 || source[offset - 1] === '\n';
  return insertAt(offset, atLineStart ? lines + lineBreak : lineBreak + lines);
}

/** The column of a pair's key: `- ` and the like before it count. */
function columnOf(source: string, pair: Pair): number {
  const start = lineStart(source, startOf(pair));
  const bom = source.charCodeAt(start) === 0xfeff ? 1 : 0;
  return startOf(pair) - start - bom;
}

/** An offset that follows a line break, set before it. */
function withoutLineBreak(source: string, offset: number): number {
  if (source[offset - 1] !== '\n') return offset;
  return source[offset - 2] === '\r' ? offset - 2 : offset - 1;
}
