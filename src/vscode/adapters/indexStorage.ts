import * as vscode from 'vscode';
import { type IndexStorage } from '../../app/ports';

/** Keeps an index in the extension's own storage of this workspace; undefined where VS Code gives it none. */
export function workspaceIndexStorage({
  storageUri,
}: Pick<vscode.ExtensionContext, 'storageUri'>): IndexStorage | undefined {
  if (!storageUri) return undefined;
  const fileOf = (name: string): vscode.Uri => vscode.Uri.joinPath(storageUri, name);
  return {
    async read(name) {
      try {
        return await vscode.workspace.fs.readFile(fileOf(name));
      } catch {
        return undefined; // There is none yet. One that cannot be read is made anew, and why would help nobody.
      }
    },
    async write(name, bytes) {
      await vscode.workspace.fs.writeFile(fileOf(name), bytes);
    },
  };
}
