import * as vscode from 'vscode';
import { type EditOutcome } from '../../app/annotationStore';
import { type DocumentUri } from '../../app/ports';
import { fileNameOf, sidecarUriOf } from '../../app/sidecarUri';

/**
 * Tells the user how an edit ended, where it did not simply succeed, and offers what mends it. `retry` does the edit again;
 * `lines` is what would be lost if the user gave up. Resolves with whether the edit was made, at once or on a retry.
 */
export async function reportOutcome(
  document: DocumentUri,
  outcome: EditOutcome,
  retry: () => Promise<EditOutcome>,
  lines?: string,
): Promise<boolean> {
  if (outcome.kind === 'done') return true;
  const sidecar = sidecarUriOf(document);
  if (outcome.kind === 'unchanged') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing to change: the annotation is not there any more.'),
    );
    return false;
  }
  const openSidecar = vscode.l10n.t('Open Sidecar');
  const tryAgain = vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy Annotation');
  const message =
    outcome.kind === 'refused'
      ? vscode.l10n.t(
          'Nothing was saved: {0} has errors, and writing to it could lose what it holds. Mend them (see Problems), then try again.',
          fileNameOf(sidecar),
        )
      : vscode.l10n.t('Nothing was saved to {0}. {1}', fileNameOf(sidecar), outcome.reason);
  const actions = [
    ...(outcome.kind === 'refused' ? [openSidecar] : []),
    tryAgain,
    ...(lines === undefined ? [] : [copy]),
  ];
  const chosen = await vscode.window.showErrorMessage(message, ...actions);
  if (chosen === tryAgain) return reportOutcome(document, await retry(), retry, lines);
  if (chosen === openSidecar) await openAtProblem(sidecar, outcome);
  if (chosen === copy && lines !== undefined) await vscode.env.clipboard.writeText(lines);
  return false;
}

async function openAtProblem(sidecar: string, outcome: EditOutcome): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(sidecar));
  const problem = outcome.kind === 'refused' ? outcome.problems[0] : undefined;
  const at = document.positionAt(problem?.span.start ?? 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
