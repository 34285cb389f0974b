import { isMap, isSeq } from 'yaml';
import { namesOf } from './editItems';
import { itemLines } from './layout';
import { merged, mergeGap, mergeLead, shiftedPiece } from './mergeMap';
import { mergeOrder } from './mergeOrder';
import { join, type Piece } from './pieces';
import { type Item } from './printYaml';
import { isNamed, ITEM_READERS } from './readFields';
import { readYaml } from './readYaml';
import { type ListKind } from './sidecarFields';

/** The lines of `replies:` or `links:`, cut up. */
interface ListPieces {
  readonly head: string;
  readonly column: number;
  readonly items: ReadonlyMap<string, Piece>;
  /** When each was written. */
  readonly times: ReadonlyMap<string, string>;
}

const NONE: ListPieces = { head: '', column: 0, items: new Map(), times: new Map() };

/** A field that is a list of maps. */
export interface ListField {
  readonly name: string;
  readonly kind: ListKind;
}

/**
 * The replies, or links, of both sides, as lines; each text is that of a side's field from column 0, empty where it has none. An item that one
 * side added, changed or removed is as that side has it, those that both added stand in the order of time. Empty where none is left;
 * undefined where both changed the same item, or where a list is not written one item after the other.
 */
export function joinItems(field: ListField, base: string, ours: string, theirs: string): string | undefined {
  const [was, our, their] = [base, ours, theirs].map(text => piecesOf(field, text));
  if (!was || !our || !their) return undefined;
  const column = Math.min(...[our, their].filter(({ items }) => items.size > 0).map(side => side.column));
  const [inBase, inOurs, inTheirs] = [was, our, their].map(
    ({ items, column: own }) => new Map([...items].map(([key, item]) => [key, shiftedPiece(item, column - own)])),
  );
  const timeOf = (key: string): string => our.times.get(key) ?? their.times.get(key) ?? '';
  const compare = (a: string, b: string): number => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0);
  const items: Piece[] = [];
  for (const key of mergeOrder([...was.items.keys()], [...our.items.keys()], [...their.items.keys()], compare)) {
    const versions = [inBase!.get(key), inOurs!.get(key), inTheirs!.get(key)] as const;
    if (isContested(...versions)) return undefined;
    const body = chosen(...versions);
    if (body !== undefined) items.push({ key, body, lead: mergeLead(...versions), gap: mergeGap(...versions) });
  }
  if (items.length === 0) return '';
  const heads = [was.head, our.head || their.head, their.head || our.head] as const;
  return merged(heads[0] || undefined, heads[1], heads[2], mergeHeads) + items.map(join).join('');
}

const mergeHeads = (ours: string, theirs: string): string => (ours < theirs ? ours : theirs);

type Version = Piece | undefined;

/** True where both sides changed an item. */
const isContested = (was: Version, our: Version, their: Version): boolean =>
  our !== undefined &&
  their !== undefined &&
  our.body !== their.body &&
  our.body !== was?.body &&
  their.body !== was?.body;

/** The lines of an item that is not contested; undefined where it is gone. */
function chosen(was: Version, our: Version, their: Version): string | undefined {
  const there = our ?? their;
  if (!our || !their) return was && was.body === there?.body ? undefined : there?.body;
  return our.body === was?.body ? their.body : our.body;
}

function piecesOf({ name, kind }: ListField, text: string): ListPieces | undefined {
  if (text === '') return NONE;
  const { root, resolve } = readYaml(text);
  const pair = isMap(root) ? root.items.find(({ key }) => isNamed(key, name, resolve)) : undefined;
  const list = pair?.value;
  if (!isSeq(list)) return undefined;
  if (list.items.length === 0) return { ...NONE, head: text.replace(/:[ \t]*\[[ \t]*\]/, ':') };
  const lines = itemLines(text, list);
  const read = list.items.map((item): Item | undefined =>
    isMap(item) ? ITEM_READERS[kind](item, resolve, () => undefined) : undefined,
  );
  if (!lines || !read.every(item => item !== undefined)) return undefined;
  const column = lines[0]!.column;
  if (lines.some(place => place.column !== column)) return undefined;
  const names = namesOf(read);
  const items = lines.map(({ leadStart, start, end }, index): [string, Piece] => {
    const key = names[index]!;
    const gapEnd = lines[index + 1]?.leadStart ?? Math.max(end, text.length);
    return [
      key,
      { key, lead: text.slice(leadStart, start), body: text.slice(start, end), gap: text.slice(end, gapEnd) },
    ];
  });
  return {
    head: text.slice(0, lines[0]!.leadStart),
    column,
    items: new Map(items),
    times: new Map(read.map((item, index) => [names[index]!, item.created ?? ''])),
  };
}
