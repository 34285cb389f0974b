import { isAlias, isCollection, isNode, isPair, isScalar, type CST, type Node, type YAMLSeq } from 'yaml';
import { type Span } from '../text/span';

/** Where an item of a block list stands. All are offsets in the file; whole lines. */
export interface ItemLines extends Span {
  /** The comment lines right above its dash belong to it; they begin here. */
  readonly leadStart: number;
  /** Of its dash, from the start of the line. */
  readonly column: number;
}

/**
 * The lines of each item of a block list: from its dash's line to its last, with the comment lines below that stand deeper than
 * the dash. Undefined for a flow list, and where a dash does not stand first on its line (`? annotations` and the like).
 */
export function itemLines(source: string, list: YAMLSeq): readonly ItemLines[] | undefined {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  const lines: ItemLines[] = [];
  for (const [index, node] of list.items.entries()) {
    const dash = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
    if (dash === undefined) return undefined;
    const start = lineStart(source, dash);
    const column = dash - start;
    if (!/^ *$/.test(source.slice(start, dash))) return undefined;
    const contentEnd = Math.max(dash + 1, isNode(node) ? endOf(node) : 0);
    const end = deeperCommentsEnd(source, lineEnd(source, contentEnd), column);
    lines.push({ leadStart: commentsAbove(source, start, lines.at(-1)?.end ?? 0), start, end, column });
  }
  return lines;
}

/** Where a node's own text ends: comments below a collection, which the parser counts in, are not its own. */
export function endOf(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items.at(-1);
    const inner = isPair(last) ? (hasText(last.value) ? last.value : last.key) : last;
    if (isNode(inner)) return endOf(inner);
  }
  return node.range?.[1] ?? 0;
}

/** True for a node with at least one character of its own: an alias, a collection, a scalar that is not left empty. */
export const hasText = (node: unknown): node is Node =>
  isAlias(node) ||
  isCollection(node) ||
  (isScalar(node) && node.range !== null && node.range !== undefined && node.range[0] < node.range[1]);

/** The start of the line an offset stands on. */
export const lineStart = (source: string, offset: number): number =>
  offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;

/** The start of the next line; the offset itself where it already is the start of a line, but for the file's. */
export function lineEnd(source: string, offset: number): number {
  if (offset > 0 && source[offset - 1] === '\n') return offset;
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end + 1;
}

/** From `offset`, a line's start, over the blank lines that follow. */
export function blankLinesEnd(source: string, offset: number): number {
  for (let at = offset; ;) {
    const end = source.indexOf('\n', at);
    if (end < 0 || source.slice(at, end).trim() !== '') return at;
    at = end + 1;
  }
}

/** From `offset`, a line's start, back over the blank lines above, as far as `floor`. */
export function blankLinesStart(source: string, offset: number, floor: number): number {
  for (let at = offset; ;) {
    const start = lineStart(source, Math.max(0, at - 1));
    if (at <= floor || start < floor || source.slice(start, at).trim() !== '') return at;
    at = start;
  }
}

/** Where the run of comment lines starts that ends right above `start`, a line's start; not above `floor`. */
function commentsAbove(source: string, start: number, floor: number): number {
  for (let at = start; ;) {
    const above = lineStart(source, Math.max(0, at - 1));
    if (at <= floor || above < floor || !/^\s*#/.test(source.slice(above, at))) return at;
    at = above;
  }
}

/** From `offset`, a line's start, over the comments that stand deeper than `column`, with blank lines between them. */
function deeperCommentsEnd(source: string, offset: number, column: number): number {
  let end = offset;
  for (let at = offset; at < source.length;) {
    const next = lineEnd(source, at + 1);
    const line = source.slice(at, next);
    const indent = line.search(/\S/);
    if (indent >= 0 && (line[indent] !== '#' || indent <= column)) break;
    if (indent >= 0) end = next;
    at = next;
  }
  return end;
}

/** The offset of the colon after a pair's key; undefined where the pair has none. */
export function colonOf(pair: { readonly srcToken?: CST.CollectionItem }): number | undefined {
  return pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
}
