import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Reply } from '../annotation/model';
import { type TextChange } from '../text/change';
import { editMap, insertLines, type MapField, type MapPlace } from './editMap';
import { itemLines, type ItemLines } from './layout';
import { printReply } from './printYaml';
import { isNamed, readReply } from './readFields';
import { REPLY_FIELDS } from './sidecarFields';

/** A reply as it stands in a block list. */
interface Item {
  readonly map: YAMLMap;
  readonly reply: Reply;
  readonly lines: ItemLines;
}

/**
 * The changes that make a block list of replies say what is wanted: only the lines of replies that are new, gone or changed.
 * `whole`: the list is written in another way, or its replies change places, and nothing in it would be lost if it were written anew;
 * undefined: something would.
 */
export function editReplies(
  place: MapPlace,
  pair: Pair,
  wanted: readonly Reply[],
): readonly TextChange[] | 'whole' | undefined {
  const list = pair.value;
  if (!isSeq(list) || list.items.length === 0) return 'whole';
  const items = itemsOf(place, list);
  const steps = items && stepsBetween(items, wanted);
  if (!items || !steps) return holdsOnlyReplies(place, list) ? 'whole' : undefined;
  const { source, resolve, lineBreak } = place;
  const changes: TextChange[] = [];
  for (const { item, next, reply } of steps) {
    if (item && !reply) changes.push({ start: item.lines.leadStart, end: item.lines.end, text: '' });
    else if (item && reply) {
      const fields = differingFields(item.reply, reply);
      const edit = editMap({ source, map: item.map, order: [...REPLY_FIELDS.keys()], resolve, lineBreak }, fields);
      if (!edit) return undefined;
      changes.push(...edit);
    } else if (reply) {
      const text = printReply(reply, items[0]!.lines.column).join(lineBreak);
      changes.push(insertLines(source, next ? next.lines.leadStart : items.at(-1)!.lines.end, text, lineBreak));
    }
  }
  return changes;
}

/** Undefined where the list is not one of maps on lines of their own. */
function itemsOf({ source, resolve }: MapPlace, list: YAMLSeq): readonly Item[] | undefined {
  const lines = itemLines(source, list);
  const items = list.items.map((map, index): Item | undefined => {
    const reply = isMap(map) ? readReply(map, resolve, () => undefined) : undefined;
    return lines && isMap(map) && reply ? { map, reply, lines: lines[index]! } : undefined;
  });
  return items.every(item => item !== undefined) ? items : undefined;
}

/** What becomes of each reply, and where a new one goes: before `next`, else to the end. */
interface Step {
  readonly item?: Item;
  readonly reply?: Reply;
  readonly next?: Item | undefined;
}

/** Undefined where replies that stay have changed places. */
function stepsBetween(items: readonly Item[], wanted: readonly Reply[]): readonly Step[] | undefined {
  const steps: Step[] = [];
  const [from, to] = [namesOf(items.map(({ reply }) => reply)), namesOf(wanted)];
  let at = 0;
  for (const [index, reply] of wanted.entries()) {
    const known = from.indexOf(to[index]!);
    if (known < 0) {
      while (at < items.length && !to.includes(from[at]!)) steps.push({ item: items[at++]! });
      steps.push({ reply, next: items[at] });
    } else {
      if (known < at) return undefined;
      while (at < known) {
        if (to.includes(from[at]!)) return undefined;
        steps.push({ item: items[at++]! });
      }
      steps.push({ item: items[at++]!, reply });
    }
  }
  return [...steps, ...items.slice(at).map(item => ({ item }))];
}

/** What replies are known by: the id; of one without, what it says. Of equal ones, which it is. */
export function namesOf(replies: readonly Reply[]): readonly string[] {
  const seen = new Map<string, number>();
  return replies.map(({ id, author = '', created = '', text }) => {
    const name = JSON.stringify(id ?? [author, created, text]);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name} ${times}`;
  });
}

const differingFields = (stored: Reply, wanted: Reply): readonly MapField[] =>
  [...REPLY_FIELDS].flatMap(([name, kind]) =>
    stored[name] === wanted[name] ? [] : [{ name, kind, value: wanted[name] }],
  );

/** True for a list in which there is nothing but what a reply says: no other keys, no comments. */
const holdsOnlyReplies = ({ source, resolve }: MapPlace, list: YAMLSeq): boolean =>
  !source.slice(list.range![0], list.range![1]).includes('#') &&
  list.items.every(item => {
    const map = resolve(item);
    const isKnown = ({ key }: Pair): boolean => [...REPLY_FIELDS.keys()].some(name => isNamed(key, name, resolve));
    return item === map && isMap(map) && map.items.every(isKnown);
  });

/**
 * An annotation's replies after one was added (`was` absent), changed or taken away (`reply` absent). A new one stands before the first
 * that is later. One that is to be changed and is not there any more is added: what somebody wrote is not lost.
 */
export function withReply(
  replies: readonly Reply[],
  { was, reply }: { readonly was?: Reply; readonly reply?: Reply },
): readonly Reply[] {
  const index = was ? indexOf(replies, was) : -1;
  if (index >= 0) return replies.flatMap((known, at) => (at === index ? (reply ?? []) : known));
  if (!reply) return replies;
  const later = replies.findIndex(({ created = '' }) => created > (reply.created ?? ''));
  return later < 0 ? [...replies, reply] : replies.toSpliced(later, 0, reply);
}

function indexOf(replies: readonly Reply[], wanted: Reply): number {
  const same = replies.findIndex(reply => JSON.stringify(reply) === JSON.stringify(wanted));
  return same >= 0 || wanted.id === undefined ? same : replies.findIndex(({ id }) => id === wanted.id);
}
