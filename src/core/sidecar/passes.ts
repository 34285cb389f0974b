import { isMap, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Pass, type PassLines, type SidecarEdit } from '../annotation/model';
import { type TextChange } from '../text/change';
import { topLevelAddition, type EditableReading } from './editList';
import { editMap, hasJsonKeys, insertLines } from './editMap';
import { colonOf, endOf, hasText, itemLines, lineEnd, lineStart } from './layout';
import { startOf } from './pieces';
import { indented, printBlock, printFlowMap, printPair } from './printYaml';
import { isNamed, spanOf, textOf, valueOf } from './readFields';
import { type YamlReading } from './readYaml';
import { PASS_FIELDS } from './sidecarFields';
import { type SidecarProblem } from './sidecarProblem';

/** The top-level key of the list. */
export const PASSES = 'passes';

/** How deep an item stands below `passes:`, and the width of its `- `. */
const ITEM_INDENT = '  ';
const DASH_WIDTH = 2;

/** An item of `passes:`; one without `done` says that somebody is at it. */
export interface PassEntry {
  readonly by: string;
  readonly done: string | undefined;
  /** Undefined where the item is an alias: it cannot be edited where it stands. */
  readonly map: YAMLMap | undefined;
  readonly index: number;
}

/** Reads `passes:`. What cannot be used is reported and left out; of two by one person the first counts. */
export function readPasses(
  root: YAMLMap,
  resolve: YamlReading['resolve'],
  report: (problem: SidecarProblem) => void,
): readonly PassEntry[] {
  const wrongType = (node: Parameters<typeof spanOf>[0], field: string, expected: string): void =>
    report({ code: 'wrong-type', severity: 'error', span: spanOf(node), arguments: { field, expected } });
  const list = valueOf(root, PASSES, resolve);
  if (list === undefined) return [];
  if (!isSeq(list)) {
    wrongType(list, PASSES, 'list');
    return [];
  }
  const entries: PassEntry[] = [];
  for (const [index, item] of list.items.entries()) {
    const node = resolve(item);
    const by = isMap(node) ? textOf(valueOf(node, 'by', resolve)) : undefined;
    if (!isMap(node)) wrongType(node, PASSES, 'map');
    else if (!by) wrongType(valueOf(node, 'by', resolve) ?? node, 'by', 'text');
    else if (!entries.some(known => known.by === by)) {
      const done = textOf(valueOf(node, 'done', resolve));
      entries.push({ by, done: done === '' ? undefined : done, map: item === node ? node : undefined, index });
    }
  }
  return entries;
}

/** Those that are done. */
export const donePasses = (entries: readonly PassEntry[]): readonly Pass[] =>
  entries.flatMap(({ by, done }) => (done === undefined ? [] : [{ by, done }]));

/** What marking a pass done, or open again, changes in the text; undefined where it cannot be done in place. */
export function planPass(
  source: string,
  reading: EditableReading,
  { by, done, origin }: SidecarEdit & { readonly kind: 'pass' },
  lineBreak: string,
): { readonly changes: readonly TextChange[]; readonly inverse: () => SidecarEdit } | 'unchanged' | undefined {
  const { resolve } = reading;
  const entry = reading.passes.find(known => known.by === by);
  if (entry?.done === done) return 'unchanged';
  if (!entry) {
    const changes = addition(source, reading, { by, done: done! }, lineBreak, origin);
    return changes && { changes, inverse: () => ({ kind: 'pass', by, done: undefined }) };
  }
  if (done !== undefined) {
    const place = entry.map && { source, map: entry.map, order: [...PASS_FIELDS.keys()], resolve, lineBreak };
    const changes = place && editMap(place, [{ name: 'done', kind: 'time', value: done }]);
    return changes && { changes, inverse: () => ({ kind: 'pass', by, done: entry.done }) };
  }
  const removed = removal(source, reading, entry.index);
  return (
    removed && { changes: removed.changes, inverse: () => ({ kind: 'pass', by, done: entry.done, ...removed.origin }) }
  );
}

/** The list as it stands there itself: an alias of one cannot be edited. */
function ownList({ root, resolve }: EditableReading) {
  const pair = root.items.find(({ key }) => isNamed(key, PASSES, resolve));
  const list = isSeq(pair?.value) ? pair.value : undefined;
  return { pair, list };
}

function addition(
  source: string,
  reading: EditableReading,
  pass: Pass,
  lineBreak: string,
  origin: PassLines | undefined,
): readonly TextChange[] | undefined {
  const { root } = reading;
  const { pair, list } = ownList(reading);
  const printed = [...PASS_FIELDS].flatMap(([name, kind]) => printPair(name, printBlock(pass[name], kind)));
  const dashed = (indent: string): readonly string[] =>
    printed.map((line, i) => indented((i === 0 ? '- ' : ' '.repeat(DASH_WIDTH)) + line, indent));
  if (list && list.items.length > 0 && !list.flow) {
    const lines = itemLines(source, list);
    if (!lines) return undefined;
    const next = origin && lines[origin.index];
    if (next) return [{ start: next.leadStart, end: next.leadStart, text: origin.source }];
    const text = origin?.source.replace(/\r?\n$/, '') ?? dashed(' '.repeat(lines[0]!.column)).join(lineBreak);
    return [insertLines(source, lines.at(-1)!.end, text, lineBreak)];
  }
  const isJson = hasJsonKeys(root);
  const flow = printFlowMap(pass, PASS_FIELDS, isJson);
  if (list && list.items.length > 0) {
    const at = (list.items.at(-1) as Scalar).range![1];
    return [{ start: at, end: at, text: `, ${flow}` }];
  }
  if (root.flow) {
    if (hasText(pair?.value)) return [{ start: pair.value.range![0], end: pair.value.range![1], text: `[${flow}]` }];
    const at = root.range![0] + 1;
    return pair ? undefined : [{ start: at, end: at, text: `${isJson ? `"${PASSES}"` : PASSES}: [${flow}], ` }];
  }
  const lines = origin?.source.replace(/\r?\n$/, '').split(/\r?\n/) ?? dashed(ITEM_INDENT);
  if (!pair) return topLevelAddition(source, root, [`${PASSES}:`, ...lines], PASSES, reading, lineBreak);
  const colon = colonOf(pair);
  if (colon === undefined || (hasText(pair.value) && !list)) return undefined;
  const end = hasText(pair.value) ? endOf(pair.value) : colon + 1;
  return [
    ...(end > colon + 1 ? [{ start: colon + 1, end, text: '' }] : []),
    insertLines(source, lineEnd(source, end), lines.join(lineBreak), lineBreak),
  ];
}

function removal(
  source: string,
  reading: EditableReading,
  index: number,
): { readonly changes: readonly TextChange[]; readonly origin: { readonly origin?: PassLines } } | undefined {
  const { pair, list } = ownList(reading);
  if (!pair || !list) return undefined;
  if (list.flow) return { changes: [flowRemoval(list, index)], origin: {} };
  const lines = itemLines(source, list);
  const place = lines?.[index];
  if (!place) return undefined;
  const origin = { origin: { source: source.slice(place.leadStart, place.end), index } };
  // The last one takes the key along: a file that nobody is done with says nothing of passes.
  const start = list.items.length > 1 ? place.leadStart : lineStart(source, startOf(pair)!);
  // The last lines of a file without a last line break: the file stays without one.
  const isOpenEnded = place.end === source.length && source[place.end - 1] !== '\n';
  const lineBreak = isOpenEnded ? /\r?\n$/.exec(source.slice(0, start))?.[0].length : 0;
  return { changes: [{ start: start - (lineBreak ?? 0), end: place.end, text: '' }], origin };
}

function flowRemoval({ items }: YAMLSeq, index: number): TextChange {
  const ranges = items.map(item => (item as Scalar).range!);
  const [start, end] = ranges[index]!;
  if (index > 0) return { start: ranges[index - 1]![1], end, text: '' };
  return { start, end: ranges[1]?.[0] ?? end, text: '' };
}
