import * as vscode from 'vscode';
import { chooseAlternative, type Choice } from '../../core/sidecar/chooseAlternative';
import { REMOVED } from '../../core/sidecar/mergeAnnotation';
import { parseSidecar, type SidecarProblem } from '../../core/sidecar/parseSidecar';
import { changeBetween } from '../../core/text/change';
import { COMMANDS } from '../names';

/** Quick fixes in a sidecar: conflict markers are resolved, and of two values that merging kept one is chosen. */
export const sidecarActions: vscode.CodeActionProvider & { readonly kinds: readonly vscode.CodeActionKind[] } = {
  kinds: [vscode.CodeActionKind.QuickFix],

  provideCodeActions(document, _range, { diagnostics }): vscode.CodeAction[] {
    const [markers, conflicts] = ['conflict-markers', 'unresolved-conflict'].map(code =>
      diagnostics.filter(diagnostic => diagnostic.code === code),
    ) as [vscode.Diagnostic[], vscode.Diagnostic[]];
    const actions = markers.slice(0, 1).map(diagnostic => resolveMarkers(document, diagnostic));
    if (conflicts.length === 0) return actions;
    const source = document.getText();
    const problems = parseSidecar(source).problems.filter(({ code }) => code === 'unresolved-conflict');
    for (const diagnostic of conflicts) {
      // The diagnostic tells where the problem was when the file was last read.
      const problem = problems.find(({ span }) => document.positionAt(span.start).isEqual(diagnostic.range.start));
      if (problem) actions.push(...choices(document, source, diagnostic, problem));
    }
    return actions;
  },
};

function resolveMarkers(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Resolve Conflict Markers');
  const made = quickFix(title, diagnostic);
  made.isPreferred = true;
  made.command = { command: COMMANDS.resolveMarkers, title, arguments: [document.uri.toString()] };
  return made;
}

function choices(
  document: vscode.TextDocument,
  source: string,
  diagnostic: vscode.Diagnostic,
  problem: SidecarProblem,
): vscode.CodeAction[] {
  const choice = (title: string, chosen: Choice): vscode.CodeAction | undefined => {
    const result = chooseAlternative(source, problem, chosen);
    const change = result === undefined ? undefined : changeBetween(source, result);
    if (!change) return undefined;
    const made = quickFix(title, diagnostic);
    made.edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
    made.edit.replace(document.uri, range, change.text);
    return made;
  };
  const [keep, take] = titles(problem);
  return [choice(keep, 'current'), choice(take, 'alternative')].filter(made => made !== undefined);
}

function titles({ arguments: { field, value } }: SidecarProblem): readonly [keep: string, take: string] {
  const name = String(field);
  if (name === REMOVED) return [vscode.l10n.t('Keep the Annotation'), vscode.l10n.t('Remove the Annotation')];
  const take = value === '' ? vscode.l10n.t('Remove “{0}”', name) : vscode.l10n.t('Take “{0}” Instead', String(value));
  return [vscode.l10n.t('Keep “{0}” as It Stands', name), take];
}

function quickFix(title: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = [diagnostic];
  return made;
}
