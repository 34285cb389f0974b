import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { CONFLICTS } from './pieces';
import { spanOf, textOf, valueOf } from './readFields';
import { type SidecarProblem } from './sidecarProblem';
import { type YamlReading } from './readYaml';

/** So much of a value is named in a message. */
const EXCERPT_LENGTH = 40;

/**
 * What nobody has chosen from yet: one problem for each alternative in a map's `conflicts:` list. Anything else of that name
 * belongs to whoever wrote it.
 */
export function readConflicts(
  map: YAMLMap,
  resolve: YamlReading['resolve'],
  section: 'file' | 'document' | 'annotation',
  annotationId?: string,
): readonly SidecarProblem[] {
  const list = valueOf(map, CONFLICTS, resolve);
  if (!isSeq(list)) return [];
  return list.items.flatMap((item, index) => {
    const alternative = resolve(item);
    const pair = isMap(alternative) ? alternative.items[0] : undefined;
    const field = textOf(resolve(pair?.key));
    if (!alternative || !pair || field === undefined) return [];
    return {
      code: 'unresolved-conflict',
      severity: 'warning',
      span: spanOf(alternative),
      arguments: { field, value: excerptOf(resolve(pair.value), resolve), index, section },
      ...(annotationId === undefined ? {} : { annotationId }),
    };
  });
}

function excerptOf(node: Node | undefined, resolve: YamlReading['resolve']): string {
  // Of replies, what they say; of links, what they lead to.
  const item = (value: unknown): string | undefined => {
    if (isScalar(value)) return textOf(value);
    return (
      (isMap(value) ? textOf(valueOf(value, 'text', resolve) ?? valueOf(value, 'quote', resolve)) : undefined) ?? '…'
    );
  };
  const text = isSeq(node) ? node.items.map(item).join(', ') : textOf(node);
  return (text ?? '').slice(0, EXCERPT_LENGTH);
}
