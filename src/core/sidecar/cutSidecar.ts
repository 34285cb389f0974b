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

/** A list that is indented further is none of ours. */
const MOST_INDENT = 100;
/** The line break before an indent, and the character behind it. */
const LINE_START = 2;

/**
 * Finds lines that say something and are not indented further: the break before each, its indent, its first character. One expression, since a loop over
 * the lines would take most of the time of an edit of a long sidecar.
 */
const noDeeperThan = (column: number): RegExp => new RegExp(`\\n {0,${column}}(?![ #]|[ \\t\\r]*(?:\\n|$))([^])`, 'g');

/**
 * Cuts a sidecar that has its annotations in a block list below a line `annotations:`. Undefined for any other. What stands deeper than
 * the dashes is never looked into; that a piece is YAML by itself is for its reader to see.
 */
export function cutSidecar(source: string): CutSidecar | undefined {
  if (NOT_ONE_MAP.test(source)) return undefined;
  const keys = [...source.matchAll(LIST_KEY)];
  if (keys.length !== 1) return undefined;
  const list = source.indexOf('\n', keys[0]!.index);
  const column = list < 0 ? undefined : dashColumn(source, list);
  if (column === undefined) return undefined;
  const starts: number[] = [];
  let tail = source.length;
  const lines = noDeeperThan(column);
  lines.lastIndex = list;
  for (let line = lines.exec(source); line; line = lines.exec(source)) {
    const [{ length }, code] = [line[0], line[1]];
    if (code === '-' && length === column + LINE_START && isBlankAt(source, lines.lastIndex)) {
      starts.push(line.index + 1);
      continue;
    }
    if (length > LINE_START || code === '\t') return undefined;
    tail = line.index + 1;
    break;
  }
  if (starts.length === 0) return undefined;
  return {
    head: { start: 0, end: starts[0]! },
    items: starts.map((start, i) => ({ start, end: starts[i + 1] ?? tail })),
    tail: { start: tail, end: source.length },
  };
}

/** How far the list's first dash is indented; undefined where something else comes first. */
function dashColumn(source: string, list: number): number | undefined {
  const first = noDeeperThan(MOST_INDENT);
  first.lastIndex = list;
  const line = first.exec(source);
  return line?.[1] === '-' && isBlankAt(source, first.lastIndex) ? line[0].length - LINE_START : undefined;
}

const isBlankAt = (source: string, offset: number): boolean =>
  offset >= source.length || ' \t\r\n'.includes(source[offset]!);
