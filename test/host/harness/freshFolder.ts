import * as vscode from 'vscode';
import { noDocumentRow } from './pressmark';
import { workspaceFile } from './workspace';

let folders = 0;

/** The name of a folder of its own for each test: of a file that is deleted and made anew at once, watchers tell little. */
export const freshFolder = (name: string): string => `${name}${++folders}`;

/** Closes all editors, losing what is not saved, deletes the folder, and waits until none of its articles is listed: watchers would take a quarter of a second to tell. */
export async function removeFolder(name: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
  for (const { document } of vscode.window.visibleTextEditors)
    if (document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });
  await vscode.commands.executeCommand('pressmark.refresh');
  await noDocumentRow('its articles are gone', ({ id }) => id.startsWith(`${workspaceFile(name).toString()}/`));
}
