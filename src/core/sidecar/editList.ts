import { isMap, type Scalar, type YAMLMap } from 'yaml';
import { type Annotation, type RemovedLines } from '../annotation/model';
import { type TextChange } from '../text/change';
import { hasJsonKeys, insertLines } from './editMap';
import { blankLinesEnd, blankLinesStart, colonOf, endOf, hasText, lineEnd, lineStart } from './layout';
import { indented, printAnnotation, printFlowMap } from './printYaml';
import { isNamed } from './readFields';
import { type Entry, type SidecarReading } from './readSidecar';
import { ANNOTATION_FIELDS, TOP_KEYS } from './sidecarFields';

/** A sidecar that can be edited: its top level is a map. */
export type EditableReading = SidecarReading & { readonly root: YAMLMap };

/** An annotation's indentation where the file has no example: below `annotations:`. */
const LIST_INDENT = '  ';
const DASH_WIDTH = 2;

/** The change that adds an annotation; undefined where the list is written in a way that allows none. */
export function addition(
  source: string,
  reading: EditableReading,
  annotation: Annotation,
  lineBreak: string,
  origin: RemovedLines | undefined,
): readonly TextChange[] | undefined {
  const { list, lines } = reading;
  if (list?.flow && list.items.length > 0) return [flowAddition(reading, annotation)];
  if (list && list.items.length > 0) {
    if (!lines) return undefined;
    const restored = origin && restoringPlace(source, reading, origin);
    if (restored !== undefined) return [{ start: restored, end: restored, text: origin!.source }];
    const { indent, dashWidth, apart } = listStyle(source, reading);
    const index = placeInTextOrder(reading, annotation);
    const own = origin?.source.replace(/^(\r?\n)+|(\r?\n)+$/g, '').split(/\r?\n/);
    const text = (
      own ?? printAnnotation(annotation, ANNOTATION_FIELDS, dashWidth).map(line => indented(line, indent))
    ).join(lineBreak);
    const gapAfter = (above: string): string =>
      apart && !endsBlank(above.endsWith('\n') ? above : above + lineBreak) ? lineBreak : '';
    if (index === 0) return [insertLines(source, lines[0]!.leadStart, text + gapAfter(text), lineBreak)];
    const at = lines[index - 1]!.end;
    return [insertLines(source, at, gapAfter(source.slice(0, at)) + text, lineBreak)];
  }
  return firstAddition(source, reading, annotation, lineBreak, origin);
}

/** What removing an annotation changes, and what was removed; undefined where it shares its lines with something else. */
export function removal(
  source: string,
  reading: EditableReading,
  entry: Entry,
): { readonly changes: readonly TextChange[]; readonly origin?: RemovedLines } | undefined {
  const { list, lines, entries } = reading;
  if (!list) return undefined;
  if (list.flow) return { changes: [flowRemoval(reading, entry.index)] };
  if (!lines) return undefined;
  const span = removedLines(source, lines, entry.index);
  const previous = entries.find(({ index }) => index === entry.index - 1);
  // A predecessor that is no annotation has no id to go by: the place is then counted from the list's own line.
  const key = pairOfList(reading)!;
  const base = previous ? lines[entry.index - 1]!.end : lineEnd(source, colonOf(key)! + 1);
  const origin = {
    source: source.slice(span.start, span.end),
    linesBetween: countLines(source.slice(base, span.start)),
    ...(previous ? { after: previous.annotation.id } : {}),
  };
  const emptied = list.items.length === 1 ? [{ start: colonOf(key)! + 1, end: colonOf(key)! + 1, text: ' []' }] : [];
  return { changes: [...emptied, { ...span, text: '' }], origin };
}

/** The lines to remove with an item: its own, the comments right above, and the blank lines on one side. */
function removedLines(
  source: string,
  lines: NonNullable<SidecarReading['lines']>,
  index: number,
): { readonly start: number; readonly end: number } {
  const { leadStart, end } = lines[index]!;
  const floor = index === 0 ? leadStart : lines[index - 1]!.end;
  const start = blankLinesStart(source, leadStart, floor);
  const followsBlank = endsBlank(source.slice(0, floor));
  const isLast = index === lines.length - 1;
  if (!isLast && start === floor && (index === 0 || followsBlank)) return { start, end: blankLinesEnd(source, end) };
  // The last lines of a file without a last line break: the file stays without one.
  const isOpenEnded =
    end === source.length && source[end - 1] !== '\n' && start === floor && index > 0 && !followsBlank;
  return { start: isOpenEnded ? start - (source[start - 2] === '\r' ? 2 : 1) : start, end };
}

/** True where the last line is blank: it may be the content of a block scalar that keeps it. */
const endsBlank = (text: string): boolean => /\n[ \t]*\r?\n$/.test(text.slice(-200));

/** Where removed lines stood; undefined where their neighbour is gone. */
function restoringPlace(source: string, reading: EditableReading, origin: RemovedLines): number | undefined {
  const { entries, lines } = reading;
  let at: number;
  let limit = lines![0]!.start;
  if (origin.after === undefined) {
    at = lineEnd(source, colonOf(pairOfList(reading)!)! + 1);
  } else {
    const previous = entries.find(({ annotation }) => annotation.id === origin.after);
    if (!previous) return undefined;
    at = lines![previous.index]!.end;
    limit = lines![previous.index + 1]?.start ?? source.length;
  }
  for (let line = 0; line < origin.linesBetween; line++) at = lineEnd(source, at + 1);
  if (at > limit) return undefined;
  const needsBreak = at > 0 && source[at - 1] !== '\n';
  const isLast = at === source.length;
  const [opens, closes] = [/^\r?\n/.test(origin.source), origin.source.endsWith('\n')];
  return (opens || !needsBreak) && (closes || isLast) ? at : undefined;
}

const countLines = (text: string): number => text.split('\n').length - 1;

/** By start; of two that start alike the shorter stands first, then the lesser id. */
export const compareInText = (a: Annotation, b: Annotation): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Before the first that follows it in the text. */
const placeInTextOrder = ({ entries, list }: EditableReading, added: Annotation): number =>
  entries.find(({ annotation }) => compareInText(annotation, added) > 0)?.index ?? list!.items.length;

/** How the list is written: its indentation, the width of `- `, and whether blank lines keep its items apart. */
function listStyle(
  source: string,
  { lines, list }: EditableReading,
): { readonly indent: string; readonly dashWidth: number; readonly apart: boolean } {
  const [first, second] = lines!;
  const item = list!.items[0];
  const dash = first!.start + first!.column;
  const keyStart = isMap(item) && !item.flow ? (item.items[0]?.key as Scalar).range![0] : dash + DASH_WIDTH;
  const dashWidth = /^- +$/.test(source.slice(dash, keyStart)) ? keyStart - dash : DASH_WIDTH;
  const apart = second !== undefined && /^[ \t]*\r?\n/.test(source.slice(first!.end, second.start));
  return { indent: ' '.repeat(first!.column), dashWidth, apart };
}

const pairOfList = ({ root, resolve }: EditableReading): EditableReading['root']['items'][number] | undefined =>
  root.items.find(({ key }) => isNamed(key, 'annotations', resolve));

/** The first annotation of a file that has none: into `annotations:` or `annotations: []`, or with that key. */
function firstAddition(
  source: string,
  reading: EditableReading,
  annotation: Annotation,
  lineBreak: string,
  origin: RemovedLines | undefined,
): readonly TextChange[] | undefined {
  const { root } = reading;
  const pair = pairOfList(reading);
  const flow = printFlowMap(annotation, ANNOTATION_FIELDS, hasJsonKeys(root));
  if (root.flow) {
    const value = hasText(pair?.value) ? pair.value.range! : undefined;
    if (value) return [{ start: value[0], end: value[1], text: `[${flow}]` }];
    const last = root.items.at(-1);
    if (pair || !last) return undefined;
    const at = endOf((hasText(last.value) ? last.value : last.key) as Scalar);
    return [{ start: at, end: at, text: `, ${hasJsonKeys(root) ? '"annotations"' : 'annotations'}: [${flow}]` }];
  }
  const printed = printAnnotation(annotation, ANNOTATION_FIELDS, DASH_WIDTH).map(line => indented(line, LIST_INDENT));
  if (!pair) return topLevelAddition(source, root, ['annotations:', ...printed], 'annotations', reading, lineBreak);
  const colon = colonOf(pair);
  if (colon === undefined) return undefined;
  const end = hasText(pair.value) ? endOf(pair.value) : colon + 1;
  let at = lineEnd(source, end);
  if (origin) for (let line = 0; line < origin.linesBetween && at < source.length; line++) at = lineEnd(source, at + 1);
  const atLineStart = source[at - 1] === '\n';
  const isWhole = origin && atLineStart && (origin.source.endsWith('\n') || at === source.length);
  const text = origin ? origin.source.replace(/\r?\n$/, '') : printed.join(lineBreak);
  const change = isWhole ? { start: at, end: at, text: origin.source } : insertLines(source, at, text, lineBreak);
  return [...(end > colon + 1 ? [{ start: colon + 1, end, text: '' }] : []), change];
}

/** Lines for a key that the top level has not yet: after the last known key that comes before it. */
export function topLevelAddition(
  source: string,
  root: YAMLMap,
  lines: readonly string[],
  name: (typeof TOP_KEYS)[number],
  { resolve }: Pick<SidecarReading, 'resolve'>,
  lineBreak: string,
): readonly TextChange[] | undefined {
  const rank = TOP_KEYS.indexOf(name);
  const before =
    name === 'annotations'
      ? root.items.at(-1)
      : root.items.filter(({ key }) => TOP_KEYS.slice(0, rank).some(known => isNamed(key, known, resolve))).at(-1);
  if (!before) {
    const first = root.items[0];
    return (
      first && [
        insertLines(source, lineStart(source, (first.key as Scalar).range![0]), lines.join(lineBreak), lineBreak),
      ]
    );
  }
  const end = endOf((hasText(before.value) ? before.value : before.key) as Scalar);
  return [insertLines(source, lineEnd(source, end), lines.join(lineBreak), lineBreak)];
}

function flowAddition(reading: EditableReading, annotation: Annotation): TextChange {
  const { items } = reading.list!;
  const sample = items.find(item => isMap(item));
  const text = printFlowMap(annotation, ANNOTATION_FIELDS, isMap(sample) && hasJsonKeys(sample));
  const index = placeInTextOrder(reading, annotation);
  if (index === 0) {
    const at = (items[0] as Scalar).range![0];
    return { start: at, end: at, text: `${text}, ` };
  }
  const at = (items[index - 1] as Scalar).range![1];
  return { start: at, end: at, text: `, ${text}` };
}

function flowRemoval({ list }: EditableReading, index: number): TextChange {
  const ranges = list!.items.map(item => (item as Scalar).range!);
  const [start, end] = ranges[index]!;
  if (index > 0) return { start: ranges[index - 1]![1], end, text: '' };
  return { start, end: ranges[1]?.[0] ?? end, text: '' };
}
