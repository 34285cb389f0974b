import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Annotation, type DocumentFacts, isDismissal, type Pass } from '../annotation/model';
import { type Span } from '../text/span';
import { itemLines, type ItemLines } from './layout';
import { readConflicts } from './readConflicts';
import { donePasses, type PassEntry, readPasses } from './passes';
import { isNamed, readAnnotation, readFacts, spanOf, valueOf } from './readFields';
import { readYaml, repeatedKeys, type YamlReading } from './readYaml';
import { SIDECAR_VERSION, TOP_KEYS } from './sidecarFields';
import { type SidecarProblem } from './sidecarProblem';

/** An annotation and the lines of the sidecar that hold it. */
export type StoredAnnotation = Annotation & { readonly source: Span };

/** What a sidecar says. */
export interface ParsedSidecar {
  /** As the file has it; SIDECAR_VERSION where it has none that can be read. */
  readonly version: number;
  readonly facts: DocumentFacts;
  /** Those that are done, one of each person, in the order of the file. */
  readonly passes: readonly Pass[];
  /** What editors say of passages, in the order of the file. */
  readonly annotations: readonly StoredAnnotation[];
  /** The passages whose highlights were dismissed (see isDismissal), in the order of the file. */
  readonly dismissals: readonly StoredAnnotation[];
  /** Both, in the order of the file, for those who edit it. */
  readonly stored: readonly StoredAnnotation[];
  /** In the order of the file. */
  readonly problems: readonly SidecarProblem[];
  /** False where writing could lose something: see `problems`. */
  readonly editable: boolean;
}

/** An annotation that was read, with its node and, in a block list, its lines. */
export interface Entry {
  readonly annotation: StoredAnnotation;
  /** Undefined where the item is an alias: it cannot be edited where it stands. */
  readonly map: YAMLMap | undefined;
  /** Its place in the list, which may hold items that are no annotations. */
  readonly index: number;
}

/** A sidecar with its nodes, for those that edit it. */
export interface SidecarReading {
  readonly parsed: ParsedSidecar;
  readonly root: YAMLMap | undefined;
  readonly document: YAMLMap | undefined;
  readonly list: YAMLSeq | undefined;
  /** The lines of each item of `list`; undefined for a flow list. */
  readonly lines: readonly ItemLines[] | undefined;
  readonly entries: readonly Entry[];
  readonly passes: readonly PassEntry[];
  readonly resolve: YamlReading['resolve'];
  readonly hasAliases: boolean;
  /** See MAX_PIECES. */
  readonly pieces: number;
}

/** Reads a sidecar. Never throws; bounded by MAX_SIDECAR_LENGTH. */
export function readSidecar(source: string): SidecarReading {
  const { root, problems: yamlProblems, resolve, hasAliases, pieces } = readYaml(source);
  const problems: SidecarProblem[] = [];
  const nothing = {
    root: undefined,
    document: undefined,
    list: undefined,
    lines: undefined,
    entries: [],
    passes: [],
    resolve,
    hasAliases,
    pieces,
  };
  const finish = (
    version: number,
    facts: DocumentFacts,
    editable: boolean,
    entries: readonly Entry[],
    passes: readonly PassEntry[] = [],
  ): ParsedSidecar => {
    const stored = entries.map(({ annotation }) => annotation);
    return {
      version,
      facts,
      passes: donePasses(passes),
      annotations: stored.filter(annotation => !isDismissal(annotation)),
      dismissals: stored.filter(isDismissal),
      stored,
      // What a file that is not YAML seems to lack mostly follows from that.
      problems: (yamlProblems.length > 0 ? yamlProblems : problems).toSorted((a, b) => a.span.start - b.span.start),
      editable: editable && yamlProblems.length === 0,
    };
  };
  const report = (
    code: SidecarProblem['code'],
    node: Node | undefined,
    values: SidecarProblem['arguments'] = {},
  ): void => {
    problems.push({ code, severity: 'error', span: spanOf(node), arguments: values });
  };
  if (!isMap(root)) {
    if (root) report('wrong-type', root, { field: '', expected: 'map' });
    return { ...nothing, parsed: finish(SIDECAR_VERSION, {}, root === undefined, []) };
  }

  const version = readVersion(root, resolve, report);
  let editable = version !== undefined;
  for (const key of repeatedKeys(root, resolve)) {
    const field = TOP_KEYS.find(name => isNamed(key, name, resolve));
    if (field) report('duplicate-key', key, { field });
    editable &&= field === undefined;
  }
  const documentNode = valueOf(root, 'document', resolve);
  const document = isMap(documentNode) ? documentNode : undefined;
  if (documentNode && !document) report('wrong-type', documentNode, { field: 'document', expected: 'map' });
  const facts = document ? readFacts(document, resolve, problem => problems.push(problem)) : {};
  problems.push(...readConflicts(root, resolve, 'file'));
  if (document) problems.push(...readConflicts(document, resolve, 'document'));
  const passes = readPasses(root, resolve, problem => problems.push(problem));
  const listNode = valueOf(root, 'annotations', resolve);
  const list = isSeq(listNode) ? listNode : undefined;
  if (listNode && !list) report('wrong-type', listNode, { field: 'annotations', expected: 'list' });
  editable &&= listNode === list;
  const lines = list && itemLines(source, list);
  const entries = list ? readEntries(list, lines, resolve, problems) : [];
  return {
    parsed: finish(version ?? SIDECAR_VERSION, facts, editable, entries, passes),
    root,
    document,
    list,
    lines,
    entries,
    passes,
    resolve,
    hasAliases,
    pieces,
  };
}

/** The version; undefined (and reported) where it is none of ours. A file without one is taken for the first. */
function readVersion(
  root: YAMLMap,
  resolve: YamlReading['resolve'],
  report: (code: SidecarProblem['code'], node: Node | undefined, values: SidecarProblem['arguments']) => void,
): number | undefined {
  const node = valueOf(root, 'version', resolve);
  if (node === undefined) return SIDECAR_VERSION;
  const version = isScalar(node) ? node.value : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1) {
    if (version <= SIDECAR_VERSION) return version;
    report('newer-version', node, { found: version, supported: SIDECAR_VERSION });
  } else {
    report('wrong-version', node, { found: isScalar(node) ? String(node.value).slice(0, 40) : '' });
  }
  return undefined;
}

function readEntries(
  list: YAMLSeq,
  lines: readonly ItemLines[] | undefined,
  resolve: YamlReading['resolve'],
  problems: SidecarProblem[],
): readonly Entry[] {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const [index, item] of list.items.entries()) {
    const node = resolve(item);
    const place = lines?.[index];
    const source = place ? { start: place.start, end: place.end } : spanOf(item as Node);
    if (!isMap(node)) {
      const values = { field: 'annotations', expected: 'map' };
      problems.push({ code: 'wrong-type', severity: 'error', span: source, arguments: values });
      continue;
    }
    const annotation = readAnnotation(node, resolve, problem => problems.push(problem));
    if (!annotation) continue;
    const { id } = annotation;
    if (ids.has(id)) {
      const span = spanOf(valueOf(node, 'id', resolve));
      problems.push({ code: 'duplicate-id', severity: 'error', span, arguments: { id }, annotationId: id });
    }
    ids.add(id);
    problems.push(...readConflicts(node, resolve, 'annotation', id));
    entries.push({ annotation: { ...annotation, source }, map: item === node ? node : undefined, index });
  }
  return entries;
}
