import * as vscode from 'vscode';
import { type SidecarProblem } from '../../core/sidecar/parseSidecar';
import { LineIndex } from '../../core/text/lineIndex';
import { type Span } from '../../core/text/span';
import { sidecarProblemText } from './sidecarProblemText';

/** Makes a diagnostic at a span of one file. */
type MakeDiagnostic = (
  span: Span,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code?: string,
) => vscode.Diagnostic;

/** Makes diagnostics of a file that is not open, by its text. */
export function diagnosticsIn(source: string): MakeDiagnostic {
  const lines = new LineIndex(source);
  return (span, message, severity, code) => {
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const made = new vscode.Diagnostic(range, message, severity);
    made.source = 'Pressmark';
    if (code) made.code = code;
    return made;
  };
}

/** What is wrong with a sidecar or a codebook, where it is. */
export function problemDiagnostic(make: MakeDiagnostic, problem: SidecarProblem): vscode.Diagnostic {
  const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
  return make(problem.span, sidecarProblemText(problem), problem.severity === 'error' ? error : warning, problem.code);
}
