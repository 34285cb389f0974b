import * as vscode from 'vscode';
import { documentUriOf } from '../../app/sidecarUri';

/** A quick fix of a problem that runs one of our commands. */
export function quickFix(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  argument: unknown,
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.command = { command, title, arguments: [argument] };
  return fix;
}

/** The fixes of those of our problems in an article's sidecar that have one of these codes. */
export function fixesInSidecar<T extends string>(
  document: vscode.TextDocument,
  { diagnostics }: vscode.CodeActionContext,
  codes: readonly T[],
  fixesOf: (article: string, code: T, diagnostic: vscode.Diagnostic) => readonly vscode.CodeAction[],
): vscode.CodeAction[] {
  const article = documentUriOf(document.uri.toString());
  if (article === undefined) return [];
  return diagnostics.flatMap(diagnostic => {
    const code = codes.find(known => known === diagnostic.code);
    return code === undefined || diagnostic.source !== 'Pressmark' ? [] : fixesOf(article, code, diagnostic);
  });
}
