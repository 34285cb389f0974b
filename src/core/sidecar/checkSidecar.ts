import { type Resolution } from '../anchor/resolution';
import { resolveAnchors } from '../anchor/resolveAnchor';
import { checkAgainstCodebook, type CodebookFinding } from '../codebook/checkAgainstCodebook';
import { type Codebook } from '../codebook/parseCodebook';
import { type LinkProblemCode } from './linkProblems';
import { type ParsedSidecar } from './parseSidecar';
import { type SidecarProblem } from './sidecarProblem';

/** What checking finds besides what is wrong with a sidecar itself. */
export type CheckCode =
  | SidecarProblem['code']
  /** There is no article beside the sidecar. */
  | 'article-missing'
  /** The sidecar or its article cannot be read. `reason`. */
  | 'unreadable'
  /** The passage was found, but not where the sidecar says. */
  | 'moved'
  /** Where the passage is now is a guess. */
  | 'uncertain'
  /** The passage is not in the article. */
  | 'lost'
  | CodebookFinding['code']
  | LinkProblemCode;

/** Something that checking found; see SidecarProblem. */
export interface CheckProblem extends Omit<SidecarProblem, 'code'> {
  readonly code: CheckCode;
}

/**
 * Everything that is wrong with a sidecar, with its passages in the article (canonical text; undefined where there is none), and by the
 * corpus' codebook, in the order of the file. Empty where all is well.
 */
export const checkSidecar = (
  parsed: ParsedSidecar,
  article: string | undefined,
  codebook?: Codebook,
): readonly CheckProblem[] =>
  problemsWith(parsed, article === undefined ? undefined : resolveAnchors(article, parsed.annotations), codebook);

/** The same of a sidecar that was read, and of where its annotations were found in the article. */
export function problemsWith(
  { annotations, problems }: ParsedSidecar,
  resolutions: readonly Resolution[] | undefined,
  codebook?: Codebook,
): readonly CheckProblem[] {
  const otherwise = checkAgainstCodebook(annotations, codebook).map(
    ({ code, annotation: { id, source: span }, value }): CheckProblem => ({
      code,
      severity: 'warning',
      span,
      arguments: code === 'lacking-field' ? { field: value } : { value },
      annotationId: id,
    }),
  );
  const inFile = [...problems, ...otherwise];
  if (resolutions === undefined)
    return [
      { code: 'article-missing', severity: 'warning', span: { start: 0, end: 0 }, arguments: {} },
      ...inFile.sort((a, b) => a.span.start - b.span.start),
    ];
  const adrift = annotations.flatMap(({ id, source: span }, index): CheckProblem | readonly CheckProblem[] => {
    const { state } = resolutions[index]!;
    return state === 'exact' ? [] : { code: state, severity: 'warning', span, arguments: {}, annotationId: id };
  });
  return [...inFile, ...adrift].sort((a, b) => a.span.start - b.span.start);
}
