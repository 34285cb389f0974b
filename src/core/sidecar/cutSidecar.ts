import { type Span } from '../text/span';

/** A sidecar cut between its annotations, by its lines alone. Joined in this order they are the file. */
export interface CutSidecar {
  /** Up to the first annotation's dash line: the other keys, the list's own, comments. */
  readonly head: Span;
  /** From one dash line to the next: of each item its lines, with the comments and blank lines that follow. Never empty. */
  readonly items: readonly Span[];
  /** The keys below the list. */
  readonly tail: Span;
}

const LIST_KEY = /^annotations:[ \t]*(?:#.*)?\r?$/gm;
/** What makes of a file's lines something else than one map: several documents, directives, git's conflict markers. */
const NOT_ONE_MAP = /^(?:---|\.\.\.|%|<{7}|\|{7}|={7}|>{7})/m;

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;

/**
 * Cuts a sidecar that has its annotations in a block list below a line `annotations:`. Undefined for any other. What stands deeper than
 * the dashes is never looked into; that a piece is YAML by itself is for its reader to see.
 */
export function cutSidecar(source: string): CutSidecar | undefined {
  if (NOT_ONE_MAP.test(source)) return undefined;
  const keys = [...source.matchAll(LIST_KEY)];
  if (keys.length !== 1) return undefined;
  const starts: number[] = [];
  let column: number | undefined;
  let tail = source.length;
  for (let at = nextLine(source, keys[0]!.index); at < source.length; at = nextLine(source, at)) {
    let first = at;
    while (source.charCodeAt(first) === SPACE) first++;
    const indent = first - at;
    const code = source.charCodeAt(first);
    if ((column !== undefined && indent > column) || isBlank(source, first) || code === HASH) continue;
    const isDash = code === DASH && isBlankAt(source, first + 1);
    if (column === undefined && isDash) column = indent;
    if (isDash && indent === column) {
      starts.push(at);
      continue;
    }
    if (column === undefined || indent > 0 || code === TAB) return undefined;
    tail = at;
    break;
  }
  if (starts.length === 0) return undefined;
  return {
    head: { start: 0, end: starts[0]! },
    items: starts.map((start, i) => ({ start, end: starts[i + 1] ?? tail })),
    tail: { start: tail, end: source.length },
  };
}

function nextLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end + 1;
}

/** True where a line has nothing more. */
function isBlank(source: string, offset: number): boolean {
  let at = offset;
  while (source.charCodeAt(at) === SPACE || source.charCodeAt(at) === TAB || source.charCodeAt(at) === RETURN) at++;
  return at >= source.length || source.charCodeAt(at) === NEWLINE;
}

const isBlankAt = (source: string, offset: number): boolean =>
  offset >= source.length || [SPACE, TAB, RETURN, NEWLINE].includes(source.charCodeAt(offset));
