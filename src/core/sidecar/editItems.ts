import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Reply } from '../annotation/model';
import { type TextChange } from '../text/change';
import { editMap, insertLines, type MapField, type MapPlace } from './editMap';
import { itemLines, type ItemLines } from './layout';
import { type FieldValue, isWritten, type Item, printListItem } from './printYaml';
import { isNamed, ITEM_READERS } from './readFields';
import { ITEM_FIELDS, type ListKind } from './sidecarFields';

/** An item as it stands in a block list. */
interface PlacedItem {
  readonly map: YAMLMap;
  readonly item: Item;
  readonly lines: ItemLines;
}

/**
 * The changes that make a block list of replies or links say what is wanted: only the lines of items that are new, gone or changed.
 * `whole`: the list is written in another way, or its items change places, and nothing in it would be lost if it were written anew;
 * undefined: something would.
 */
export function editItems(
  place: MapPlace,
  pair: Pair,
  kind: ListKind,
  wanted: readonly Item[],
): readonly TextChange[] | 'whole' | undefined {
  const list = pair.value;
  if (!isSeq(list) || list.items.length === 0) return 'whole';
  const items = itemsOf(place, list, kind);
  const steps = items && stepsBetween(items, wanted);
  if (!items || !steps) return holdsOnlyItems(place, list, kind) ? 'whole' : undefined;
  const { source, resolve, lineBreak } = place;
  const changes: TextChange[] = [];
  for (const { placed, next, item } of steps) {
    if (placed && !item) changes.push({ start: placed.lines.leadStart, end: placed.lines.end, text: '' });
    else if (placed && item) {
      const order = [...ITEM_FIELDS[kind].keys()];
      const fields = differingFields(placed.item, item, kind);
      const edit = editMap({ source, map: placed.map, order, resolve, lineBreak }, fields);
      if (!edit) return undefined;
      changes.push(...edit);
    } else if (item) {
      const text = printListItem(item, kind, items[0]!.lines.column).join(lineBreak);
      changes.push(insertLines(source, next ? next.lines.leadStart : items.at(-1)!.lines.end, text, lineBreak));
    }
  }
  return changes;
}

/** Undefined where the list is not one of maps on lines of their own. */
function itemsOf({ source, resolve }: MapPlace, list: YAMLSeq, kind: ListKind): readonly PlacedItem[] | undefined {
  const lines = itemLines(source, list);
  const items = list.items.map((map, index): PlacedItem | undefined => {
    const item = isMap(map) ? ITEM_READERS[kind](map, resolve, () => undefined) : undefined;
    return lines && isMap(map) && item ? { map, item, lines: lines[index]! } : undefined;
  });
  return items.every(item => item !== undefined) ? items : undefined;
}

/** What becomes of each item, and where a new one goes: before `next`, else to the end. */
interface Step {
  readonly placed?: PlacedItem;
  readonly item?: Item;
  readonly next?: PlacedItem | undefined;
}

/** Undefined where items that stay have changed places. */
function stepsBetween(items: readonly PlacedItem[], wanted: readonly Item[]): readonly Step[] | undefined {
  const steps: Step[] = [];
  const [from, to] = [namesOf(items.map(({ item }) => item)), namesOf(wanted)];
  let at = 0;
  for (const [index, item] of wanted.entries()) {
    const known = from.indexOf(to[index]!);
    if (known < 0) {
      const isGone = (): boolean => at < items.length && !to.includes(from[at]!);
      // Without an id it is known by what it says: where that is something else now, it is the same one, and keeps its other lines.
      if (isGone() && item.id === undefined && items[at]!.item.id === undefined) {
        steps.push({ placed: items[at++]!, item });
        continue;
      }
      while (isGone()) steps.push({ placed: items[at++]! });
      steps.push({ item, next: items[at] });
    } else {
      if (known < at) return undefined;
      while (at < known) {
        if (to.includes(from[at]!)) return undefined;
        steps.push({ placed: items[at++]! });
      }
      steps.push({ placed: items[at++]!, item });
    }
  }
  return [...steps, ...items.slice(at).map(placed => ({ placed }))];
}

/** What items are known by: the id; of one without, what it says. Of equal ones, which it is. */
export function namesOf(items: readonly Item[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(item => {
    const name = JSON.stringify(item.id ?? ownWords(item));
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name} ${times}`;
  });
}

/** Of a link, what it leads to: whoever changes its relation changes that link. */
function ownWords(item: Item): readonly unknown[] {
  if ('document' in item) return [item.document, item.annotation ?? '', item.quote, item.start];
  const { author = '', created = '', text } = item;
  return [author, created, text];
}

const differingFields = (stored: Item, wanted: Item, list: ListKind): readonly MapField[] =>
  [...ITEM_FIELDS[list]].flatMap(([name, kind]) => {
    const [was, value] = [stored, wanted].map(item => item[name as keyof Item] as FieldValue | undefined);
    return was === value ? [] : [{ name, kind, value: isWritten(value, kind) ? value : undefined }];
  });

/** True for a list in which there is nothing but what its items say: no other keys, no comments. */
const holdsOnlyItems = ({ source, resolve }: MapPlace, list: YAMLSeq, kind: ListKind): boolean =>
  !source.slice(list.range![0], list.range![1]).includes('#') &&
  list.items.every(item => {
    const map = resolve(item);
    const isKnown = ({ key }: Pair): boolean => [...ITEM_FIELDS[kind].keys()].some(name => isNamed(key, name, resolve));
    return item === map && isMap(map) && map.items.every(isKnown);
  });

/** An item that is added (`was` absent), changed or taken away (`item` absent). */
interface ItemChange<T> {
  readonly was?: T | undefined;
  readonly item?: T | undefined;
}

/**
 * An annotation's replies or links after one was added, changed or taken away. One that is to be changed and is not there any more is
 * added: what somebody wrote is not lost. A new one goes to the end.
 */
export function withItem<T extends Item>(items: readonly T[], { was, item }: ItemChange<T>): readonly T[] {
  const index = was ? indexOf(items, was) : -1;
  if (index >= 0) return items.flatMap((known, at) => (at === index ? (item ?? []) : known));
  return item ? [...items, item] : items;
}

/** As withItem; a new reply stands before the first that is later. */
export function withReply(replies: readonly Reply[], change: ItemChange<Reply>): readonly Reply[] {
  const { was, item } = change;
  if (!item || (was && indexOf(replies, was) >= 0)) return withItem(replies, change);
  const later = replies.findIndex(({ created = '' }) => created > (item.created ?? ''));
  return later < 0 ? [...replies, item] : replies.toSpliced(later, 0, item);
}

function indexOf(items: readonly Item[], wanted: Item): number {
  const same = items.findIndex(item => JSON.stringify(item) === JSON.stringify(wanted));
  return same >= 0 || wanted.id === undefined ? same : items.findIndex(({ id }) => id === wanted.id);
}
