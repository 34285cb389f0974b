import * as vscode from 'vscode';
import { type AnnotationStore } from '../app/annotationStore';
import { type History } from '../app/history';
import { type LinksAlong, type RelinkedSidecar } from '../app/linksAlong';
import { type FileMove } from '../app/movedDocuments';
import { documentUriOf, fileNameOf, sidecarUriOf } from '../app/sidecarUri';
import { sidecarMoves, sidecarsOfDeleted } from '../app/sidecarMoves';
import { fileExists } from './fileExists';
import { showStatus, showWarning } from './messages';

/**
 * Takes sidecars along when articles are renamed, moved or deleted in VS Code, within the same operation: it is undone as one, and
 * what is deleted goes wherever the article goes, to the trash or not. Links follow once the files have gone; VS Code tells of a move
 * that is undone as of any other, so they come back with it.
 */
export class SidecarCompanions implements vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly store: AnnotationStore,
    private readonly history: History,
    private readonly links: LinksAlong,
  ) {
    this.subscriptions = [
      vscode.workspace.onWillRenameFiles(event => event.waitUntil(this.moveAlong(event.files.map(moveOf)))),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.moved(files.map(moveOf))),
      vscode.workspace.onWillDeleteFiles(event => event.waitUntil(deleteAlong(event.files))),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async moveAlong(files: readonly FileMove[]): Promise<vscode.WorkspaceEdit> {
    const { moves, blocked } = await sidecarMoves(files, fileExists);
    const edit = new vscode.WorkspaceEdit();
    for (const { from, to } of moves) {
      // An edit that comes once the sidecar has gone, and before VS Code tells so, is to find it.
      this.store.moved({ from: documentUriOf(from)!, to: documentUriOf(to)! });
      edit.renameFile(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: false });
    }
    for (const move of blocked) void sayBlocked(move);
    return edit;
  }

  private async moved(files: readonly FileMove[]): Promise<void> {
    for (const { from, to } of files) {
      const move = { from: documentUriOf(from) ?? from, to: documentUriOf(to) ?? to };
      this.store.moved(move);
      this.history.moved(move);
    }
    sayRelinked(await this.links.along(files));
  }
}

function sayRelinked(sidecars: readonly RelinkedSidecar[]): void {
  const left = sidecars.filter(({ outcome }) => outcome.kind !== 'done').map(({ document }) => sidecarUriOf(document));
  if (left.length) void sayLeft(left);
  if (left.length < sidecars.length)
    showStatus(vscode.l10n.t('$(check) Links brought along in sidecars: {0}', sidecars.length - left.length));
}

/** Says whose links still lead to where a document was. */
async function sayLeft(sidecars: readonly string[]): Promise<void> {
  const open = vscode.l10n.t('Open Sidecar');
  const message = vscode.l10n.t(
    'These sidecars could not be written, and their links lead to where a document was: {0}. Mend what Problems names, then undo the renaming and do it again.',
    sidecars.map(fileNameOf).join(', '),
  );
  if ((await showWarning(message, open)) === open) await vscode.window.showTextDocument(vscode.Uri.parse(sidecars[0]!));
}

const moveOf = ({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): FileMove => ({
  from: oldUri.toString(),
  to: newUri.toString(),
});

async function deleteAlong(files: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const sidecars = await sidecarsOfDeleted(
    files.map(file => file.toString()),
    fileExists,
  );
  for (const sidecar of sidecars) edit.deleteFile(vscode.Uri.parse(sidecar), { ignoreIfNotExists: true });
  return edit;
}

/** Says that annotations stayed behind, and shows both sidecars beside each other. */
async function sayBlocked({ from, to }: FileMove): Promise<void> {
  const [stayed, there] = [fileNameOf(from), fileNameOf(to)];
  const compare = vscode.l10n.t('Compare Sidecars');
  const chosen = await showWarning(
    vscode.l10n.t(
      'The annotations in {0} did not go along: there is a sidecar {1} already, and it was not overwritten. Take over what you need from the one into the other, or undo the renaming.',
      stayed,
      there,
    ),
    compare,
  );
  if (chosen === compare)
    await vscode.commands.executeCommand(
      'vscode.diff',
      vscode.Uri.parse(from),
      vscode.Uri.parse(to),
      `${stayed} ↔ ${there}`,
    );
}
