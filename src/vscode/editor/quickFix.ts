import * as vscode from 'vscode';

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
