import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readYaml, type YamlReading } from '../sidecar/readYaml';
import { spanOf, textOf, valueOf } from '../sidecar/readFields';
import { type SidecarProblem } from '../sidecar/sidecarProblem';

/** One entry of a codebook's list. */
export interface CodebookEntry {
  readonly name: string;
  readonly definition?: string;
  /** The key that gives it in tagging mode, one letter or digit. */
  readonly key?: string;
}

/** What can be a key of the tagging mode. */
export const TAGGING_KEY = /^[a-zA-Z0-9]$/;

/** What a codebook (`pressmark.yaml`) offers. A list that is absent, or cannot be read, is undefined. */
export interface Codebook {
  readonly stances?: readonly CodebookEntry[];
  readonly targets?: readonly CodebookEntry[];
  readonly tags?: readonly CodebookEntry[];
  /** Annotators see nothing of each other in a document before they are done with it. */
  readonly blind?: boolean;
  readonly problems: readonly SidecarProblem[];
}

/**
 * Reads a codebook. Each list holds names, or maps with `name` and perhaps `definition` and `key`; what else they hold is for later
 * versions and is passed over. Never throws; what cannot be read is a problem, the rest is taken.
 */
export function parseCodebook(source: string): Codebook {
  const { root, problems: yamlProblems, resolve } = readYaml(source);
  const problems = [...yamlProblems];
  const expected = (node: Node, field: string, type: string): void => {
    problems.push({ code: 'wrong-type', severity: 'error', span: spanOf(node), arguments: { field, expected: type } });
  };
  if (!isMap(root)) {
    if (root) expected(root, '', 'map');
    return { problems };
  }
  const lists: Record<string, readonly CodebookEntry[]> = {};
  const keys = new Map<string, string>();
  /** The entry, without a key that cannot be one or that another entry has. */
  const keyed = (entry: CodebookEntry, node: Node): CodebookEntry => {
    const { key, ...rest } = entry;
    if (key === undefined) return entry;
    const span = spanOf(isMap(node) ? valueOf(node, 'key', resolve) : node);
    const name = keys.get(key);
    if (!TAGGING_KEY.test(key))
      problems.push({ code: 'invalid-value', severity: 'warning', span, arguments: { field: 'key', value: key } });
    else if (name !== undefined)
      problems.push({ code: 'taken-key', severity: 'warning', span, arguments: { key, name } });
    else {
      keys.set(key, entry.name);
      return entry;
    }
    return rest;
  };
  for (const field of ['stances', 'targets', 'tags']) {
    const list = valueOf(root, field, resolve);
    if (list === undefined) continue;
    if (!isSeq(list)) {
      expected(list, field, 'list');
      continue;
    }
    lists[field] = list.items.flatMap(item => {
      const node = resolve(item);
      const entry = readEntry(node, resolve);
      if (!entry) expected(item as Node, field, 'text');
      return entry && node ? keyed(entry, node) : [];
    });
  }
  const blindNode = valueOf(root, 'blind', resolve);
  const blind: unknown = isScalar(blindNode) ? blindNode.value : undefined;
  if (blindNode && typeof blind !== 'boolean') expected(blindNode, 'blind', 'yes or no');
  // What cannot be read hides too much rather than too little.
  return { ...lists, ...(blindNode ? { blind: blind !== false } : {}), problems };
}

function readEntry(node: Node | undefined, resolve: YamlReading['resolve']): CodebookEntry | undefined {
  if (!isMap(node)) {
    const name = textOf(node);
    return name ? { name } : undefined;
  }
  const name = textOf(valueOf(node, 'name', resolve));
  const definition = textOf(valueOf(node, 'definition', resolve));
  const key = keyIn(valueOf(node, 'key', resolve));
  return name ? { name, ...(definition ? { definition } : {}), ...(key ? { key } : {}) } : undefined;
}

/** A key may be written as a digit without quotes. */
function keyIn(node: Node | undefined): string | undefined {
  const value: unknown = isScalar(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
