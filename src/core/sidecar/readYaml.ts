import {
  Composer,
  isAlias,
  isCollection,
  isScalar,
  Lexer,
  Parser,
  visit,
  type CST,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { type SidecarProblem } from './sidecarProblem';

/**
 * The longest file that is read, in UTF-16 code units. An annotation takes some 500, so this is 4,000 of them on one article;
 * reading as much takes about a second.
 */
export const MAX_SIDECAR_LENGTH = 2_000_000;

/** Collections nested deeper than this are not read: a sidecar of ours nests four, and reading nests as deep as the file. */
const MAX_DEPTH = 100;

/**
 * More pieces (marks, names, blanks between them) are not read either: a sidecar of the longest has two thirds of them, and one that is
 * nothing but marks would hold the host up for many seconds.
 */
export const MAX_PIECES = 1_000_000;

/** Of the faults in one file, so many are told: the first names the cause, the rest mostly follow from it. */
const MAX_YAML_PROBLEMS = 20;

/** A YAML file as nodes that know their places. */
export interface YamlReading {
  /** The top node; undefined where the file is empty, holds comments only, or could not be read at all. */
  readonly root: Node | undefined;
  /** What was wrong with it as YAML. Where this is not empty, what was read is a guess and nothing may be written. */
  readonly problems: readonly SidecarProblem[];
  /** The node an alias stands for; any other node is returned as it is; undefined where there is none. */
  readonly resolve: (node: unknown) => Node | undefined;
  readonly hasAliases: boolean;
  /** See MAX_PIECES; 0 where it was not counted. */
  readonly pieces: number;
}

/**
 * Reads YAML 1.2 (core schema; times stay strings) without ever making plain objects of it: nothing is expanded, so aliases
 * that multiply and keys such as `__proto__` do nothing. Never throws; what is too long or too deep is a problem.
 */
export function readYaml(source: string): YamlReading {
  const resolve = (node: unknown): Node | undefined => (isScalar(node) || isCollection(node) ? node : undefined);
  const unread = { root: undefined, resolve, hasAliases: false, pieces: 0 };
  if (source.length > MAX_SIDECAR_LENGTH) {
    const sizes = { length: source.length, limit: MAX_SIDECAR_LENGTH };
    return { ...unread, problems: [problem('too-large', 0, 0, sizes)] };
  }
  const { text, conflicts } = withoutConflicts(source);
  const syntax = tokensOf(text);
  if ('code' in syntax) return { ...unread, problems: [syntax] };
  const { tokens, pieces } = syntax;
  const options = { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' } as const;
  const [first, second] = [...new Composer(options).compose(tokens, true, text.length)];
  if (!first) return { ...unread, problems: conflicts };
  const problems = [...conflicts, ...yamlProblems(first, source.length)];
  if (second) problems.push(problem('several-documents', second.range[0], second.range[1]));
  const { targets, hasAliases } = aliasTargets(first);
  return {
    root: isEmpty(first.contents) ? undefined : (first.contents ?? undefined),
    problems,
    resolve: node => resolve(isAlias(node) ? targets.get(node) : node),
    hasAliases,
    pieces,
  };
}

/** The keys of a map that stand in it more than once, at their second place. */
export function repeatedKeys(map: YAMLMap, resolve: YamlReading['resolve']): readonly Node[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    const name = resolve(key);
    if (!isScalar(name)) return [];
    if (seen.has(name.value)) return [key as Node];
    seen.add(name.value);
    return [];
  });
}

const problem = (
  code: SidecarProblem['code'],
  start: number,
  end: number,
  values: SidecarProblem['arguments'] = {},
): SidecarProblem => ({ code, severity: 'error', span: { start, end }, arguments: values });

/** Nothing was written: a `~` is something, behind which nothing can be put. */
const isEmpty = (node: ParsedNode | null): boolean =>
  node === null || (isScalar(node) && node.value === null && node.range[0] === node.range[1]);

function yamlProblems(document: Document.Parsed, length: number): SidecarProblem[] {
  return document.errors.slice(0, MAX_YAML_PROBLEMS).map(({ code, message, pos: [from, to] }) => {
    // The library points behind the end for what should stand there.
    const [start, end] = [Math.min(from, length), Math.min(Math.max(from, to), length)];
    return problem('not-yaml', start, end, { yamlCode: code, message });
  });
}

/** The file's syntax; a problem where it is nested too deep or has too many pieces. Stops there: a hostile file costs no more. */
function tokensOf(text: string): { readonly tokens: readonly CST.Token[]; readonly pieces: number } | SidecarProblem {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    const at = Math.min(parser.offset, Math.max(0, text.length - 1));
    if (++pieces > MAX_PIECES) return problem('too-large', at, at + 1, { length: pieces, limit: MAX_PIECES });
    for (const token of parser.next(piece)) tokens.push(token);
    // One entry is the document, one may be a scalar.
    if (parser.stack.length > MAX_DEPTH + 2) return problem('too-deep', at, at + 1);
  }
  tokens.push(...parser.end());
  return { tokens, pieces };
}

/** An alias stands for the last node before it that carries its anchor's name. One walk in the order of the text. */
function aliasTargets(document: Document.Parsed): {
  readonly targets: ReadonlyMap<Node, Node>;
  readonly hasAliases: boolean;
} {
  let hasAliases = false;
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Alias: (_key, alias) => {
      hasAliases = true;
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value: (_key, node) => {
      if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return { targets, hasAliases };
}

const CONFLICT_LINE = /^(<{7}|\|{7}|={7}|>{7})(?![<|=>])[^\r\n]*/gm;

/**
 * The text with git's conflicts reduced to our side: markers and the other sides become spaces, so every offset stays.
 * One problem for each conflict.
 */
function withoutConflicts(source: string): { readonly text: string; readonly conflicts: readonly SidecarProblem[] } {
  const conflicts: SidecarProblem[] = [];
  let text = '';
  let copied = 0;
  let opened: number | undefined;
  let hiddenFrom: number | undefined;
  const hide = (start: number, end: number): void => {
    text += source.slice(copied, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ');
    copied = end;
  };
  for (const marker of source.matchAll(CONFLICT_LINE)) {
    const end = marker.index + marker[0].length;
    if (marker[1]!.startsWith('<')) {
      if (opened !== undefined) continue;
      opened = marker.index;
      hide(marker.index, end);
    } else if (opened !== undefined && marker[1]!.startsWith('>')) {
      hide(hiddenFrom ?? marker.index, end);
      conflicts.push(problem('conflict-markers', opened, end));
      opened = hiddenFrom = undefined;
    } else if (opened !== undefined) {
      hiddenFrom ??= marker.index;
    }
  }
  if (opened !== undefined) conflicts.push(problem('conflict-markers', opened, source.length));
  return { text: text + source.slice(copied), conflicts };
}
