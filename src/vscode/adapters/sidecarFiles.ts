import * as vscode from 'vscode';
import { type SidecarFiles, type SidecarReading } from '../../app/ports';
import { changeBetween } from '../../core/text/change';
import { localFiles } from '../../node/localFiles';

/** Far above any sidecar a person makes; parsing more would hold the host up. */
const MAX_SIDECAR_BYTES = 50 * 1024 * 1024;

/** A document with changes that are not on disk yet, at this address. */
const dirtyDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri.toString());

/** Sidecars on the workspace's file systems. Where one is open with unsaved changes, it is read and changed in its editor. */
export const workspaceSidecarFiles: SidecarFiles = {
  async read(address): Promise<SidecarReading> {
    const uri = vscode.Uri.parse(address);
    const edited = dirtyDocument(uri);
    if (edited) return { kind: 'source', source: edited.getText() };
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MAX_SIDECAR_BYTES)
        return { kind: 'unreadable', reason: vscode.l10n.t('The file is larger than 50 MB.') };
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { kind: 'source', source: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
      if (error instanceof TypeError)
        return {
          kind: 'unreadable',
          reason: vscode.l10n.t('The file is not UTF-8. Open it with “Reopen with Encoding” and save it as UTF-8.'),
        };
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  },

  async write(address, source, expected): Promise<'written' | 'changed'> {
    const uri = vscode.Uri.parse(address);
    const edited = dirtyDocument(uri);
    if (edited) {
      if (edited.getText() !== expected) return 'changed';
      await replaceText(edited, source);
      return 'written';
    }
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
      throw new Error(vscode.l10n.t('This folder is on a file system that is read-only.'));
    try {
      if (uri.scheme === 'file' && localFiles) return await localFiles.replace(uri.fsPath, source, expected);
      // A rename would be no safer here: VS Code deletes what it renames over before it renames.
      const found = await workspaceSidecarFiles.read(address);
      if ((found.kind === 'source' ? found.source : undefined) !== expected) return 'changed';
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(source));
      return 'written';
    } catch (error) {
      const code = error instanceof vscode.FileSystemError ? error.code : '';
      const isReadOnly = code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(String(error));
      if (isReadOnly) throw new Error(vscode.l10n.t('The file or its folder is read-only.'), { cause: error });
      throw error;
    }
  },
};

/** Changes only the lines that differ, so that the editor's undo and cursor stay useful. */
async function replaceText(document: vscode.TextDocument, source: string): Promise<void> {
  const before = document.getText();
  const normalised = document.eol === vscode.EndOfLine.CRLF ? source.replace(/\r?\n/g, '\r\n') : source;
  const change = changeBetween(before, normalised);
  if (!change) return;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  edit.replace(document.uri, range, change.text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The editor that has the file open refused the change.'));
}
