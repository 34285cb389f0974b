import { type CheckProblem } from '../core/sidecar/checkSidecar';
import { LineIndex } from '../core/text/lineIndex';
import { placeOf } from './placeOf';
import { problemText } from './problemText';

/** A problem in a file. `line` and `column` count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: CheckProblem['severity'];
  readonly code: CheckProblem['code'];
  readonly message: string;
  readonly annotation?: string;
}

export function findingsOf(file: string, source: string, problems: readonly CheckProblem[]): readonly Finding[] {
  const lines = new LineIndex(source);
  return problems.map(problem => ({
    file,
    ...placeOf(source, problem.span.start, lines),
    severity: problem.severity,
    code: problem.code,
    message: problemText(problem),
    ...(problem.annotationId === undefined ? {} : { annotation: problem.annotationId }),
  }));
}

/** That a file, or the article beside it, could not be read. */
export const unreadable = (file: string, error: Error): readonly Finding[] =>
  findingsOf(file, '', [
    { code: 'unreadable', severity: 'error', span: { start: 0, end: 0 }, arguments: { reason: error.message } },
  ]);

export const findingLine = ({ file, line, column, severity, code, message }: Finding): string =>
  `${[file, line, column].join(':')}: ${severity}: ${message} [${code}]`.replace(/[\r\n]+/g, ' ') + '\n';
