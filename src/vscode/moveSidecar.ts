import * as vscode from 'vscode';
import { fileNameOf, sidecarUriOf } from '../app/sidecarUri';
import { fileExists } from './fileExists';
import { showError, showStatus } from './messages';
import { type Reattachment } from './references';

/** Moves a sidecar beside another article; VS Code can undo it. Says so where there is a sidecar already. */
export async function moveSidecar({ uri, to }: Reattachment): Promise<void> {
  const [from, target] = [sidecarUriOf(uri), sidecarUriOf(to)];
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(vscode.Uri.parse(from), vscode.Uri.parse(target), { overwrite: false });
  const isTaken = await fileExists(target);
  if (!isTaken && (await vscode.workspace.applyEdit(edit))) {
    showStatus(vscode.l10n.t('$(check) Annotations re-attached to {0}', fileNameOf(to)));
    return;
  }
  void showError(
    isTaken
      ? vscode.l10n.t('{0} has annotations already, and they were not overwritten.', fileNameOf(to))
      : vscode.l10n.t('{0} could not be renamed. Is its folder read-only?', fileNameOf(from)),
  );
}
