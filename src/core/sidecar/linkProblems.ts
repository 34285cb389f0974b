import { isMap, isSeq } from 'yaml';
import { type ResolutionState } from '../anchor/resolution';
import { type Link } from '../annotation/model';
import { isRelativePath } from '../corpus/relativePath';
import { type Span } from '../text/span';
import { lineStart } from './layout';
import { spanOf, valueOf } from './readFields';
import { type StoredAnnotation } from './readSidecar';
import { readYaml } from './readYaml';
import { type SidecarProblem } from './sidecarProblem';

/**
 * Where a link leads: as of a passage; `missing`: there is no such document; `nowhere`: the path is none, or leads out of the corpus.
 */
export type LinkEndState = ResolutionState | 'missing' | 'nowhere';

/** What can be wrong with where a link leads. `document`: its path, as stored. */
export const LINK_PROBLEM_CODES = ['link-missing', 'link-nowhere', 'link-lost', 'link-uncertain'] as const;
export type LinkProblemCode = (typeof LINK_PROBLEM_CODES)[number];

/** See SidecarProblem; the span is that of the link's path. */
export interface LinkProblem extends Omit<SidecarProblem, 'code'> {
  readonly code: LinkProblemCode;
}

/**
 * The links of a sidecar that do not lead to a passage for certain, in the order of the file. `stateOf` says where a link leads, by its annotation
 * and its place among that one's; undefined where that is not known. A path that is none is the format's fault, and told of there.
 */
export function linkProblems(
  source: string,
  annotations: readonly StoredAnnotation[],
  stateOf: (annotation: StoredAnnotation, index: number) => LinkEndState | undefined,
): readonly LinkProblem[] {
  return annotations.flatMap(annotation => {
    const { id: annotationId, links = [] } = annotation;
    const codes = links.map((link, index) => codeOf(link, stateOf(annotation, index)));
    if (codes.every(code => code === undefined)) return [];
    const spans = linkSpans(source, annotation);
    return links.flatMap(({ document }, index): readonly LinkProblem[] => {
      const code = codes[index];
      const span = spans?.[index] ?? annotation.source;
      return code ? [{ code, severity: 'warning', span, arguments: { document }, annotationId }] : [];
    });
  });
}

function codeOf({ document }: Link, state: LinkEndState | undefined): LinkProblemCode | undefined {
  if (state === undefined || state === 'exact' || state === 'moved' || !isRelativePath(document)) return undefined;
  return `link-${state}`;
}

/**
 * Where the paths of an annotation's links stand in its sidecar. Only the annotation's own lines are read; undefined where they cannot be read by
 * themselves (shared YAML anchors, say).
 */
export function linkSpans(source: string, { source: own, links = [] }: StoredAnnotation): readonly Span[] | undefined {
  const column = own.start - lineStart(source, own.start);
  const { root, resolve } = readYaml(' '.repeat(column) + source.slice(own.start, own.end));
  const map = isSeq(root) ? resolve(root.items[0]) : root;
  const list = isMap(map) ? valueOf(map, 'links', resolve) : undefined;
  if (!isSeq(list)) return undefined;
  const items = list.items.map(resolve).filter(item => isMap(item));
  if (items.length !== links.length) return undefined;
  const shift = own.start - column;
  return items.map(item => {
    const { start, end } = spanOf(valueOf(item, 'document', resolve));
    return { start: start + shift, end: end + shift };
  });
}
