import * as vscode from 'vscode';
import { type EditOutcome } from '../../app/annotationStore';
import { type DocumentUri } from '../../app/ports';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { fileNameOf, sidecarUriOf } from '../../app/sidecarUri';
import { showError, showInformation, showWarning } from '../messages';

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
  const sidecar = sidecarUriOf(document);
  if (outcome.kind === 'done') {
    if (outcome.conflicts > 0) void askToChoose(sidecar);
    return true;
  }
  if (outcome.kind === 'unchanged') {
    void showInformation(vscode.l10n.t('Nothing to change: the annotation is not there any more.'));
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
      : vscode.l10n.t(
          'Nothing was saved to {0}. {1}',
          fileNameOf(sidecar),
          outcome.kind === 'failed' ? outcome.reason : vscode.l10n.t('Another program keeps writing to it.'),
        );
  const actions = [
    ...(outcome.kind === 'refused' ? [openSidecar] : []),
    tryAgain,
    ...(lines === undefined ? [] : [copy]),
  ];
  const chosen = await showError(message, ...actions);
  if (chosen === tryAgain) return reportOutcome(document, await retry(), retry, lines);
  if (chosen === openSidecar) await openAtProblem(sidecar, outcome);
  if (chosen === copy && lines !== undefined) await vscode.env.clipboard.writeText(lines);
  return false;
}

/** Says that two values of one thing are in the sidecar, and leads there. */
export async function askToChoose(sidecar: string): Promise<void> {
  const choose = vscode.l10n.t('Choose…');
  const chosen = await showWarning(
    vscode.l10n.t('The same was changed twice. {0} keeps both; choose which is right.', fileNameOf(sidecar)),
    choose,
  );
  if (chosen !== choose) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(sidecar));
  const { problems } = parseSidecar(document.getText());
  await openAt(document, problems.find(({ code }) => code === 'unresolved-conflict')?.span.start);
}

async function openAtProblem(sidecar: string, outcome: EditOutcome): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(sidecar));
  await openAt(document, outcome.kind === 'refused' ? outcome.problems[0]?.span.start : undefined);
}

async function openAt(document: vscode.TextDocument, offset = 0): Promise<void> {
  const at = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
