import * as vscode from 'vscode';
import { showError } from '../messages';
import { COMMANDS, WALKTHROUGH } from '../names';
import { type Command } from './command';

/** Opens the walkthrough. */
export const openWalkthrough = (extensionId: string): Command => ({
  id: COMMANDS.openWalkthrough,
  run: () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${WALKTHROUGH}`, false),
});

/** The folder that the samples are copied to, below the one that the user names. */
const FOLDER_NAME = 'pressmark-samples';

/**
 * Copies the sample corpus to a new folder below one that the user names, and opens it; a caller may give `parent`, and `open: false`.
 * Nothing that is there is written over. Resolves to the new folder.
 */
export const openSamples = (extensionUri: vscode.Uri): Command => ({
  id: COMMANDS.openSamples,
  run: async argument => {
    const given = (argument ?? {}) as { readonly parent?: unknown; readonly open?: unknown };
    const parent = given.parent instanceof vscode.Uri ? given.parent : await chosenParent();
    if (!parent) return undefined;
    try {
      const folder = await freeFolder(parent);
      await copySamples(extensionUri, folder);
      const options = { forceNewWindow: (vscode.workspace.workspaceFolders ?? []).length > 0 };
      if (given.open !== false) await vscode.commands.executeCommand('vscode.openFolder', folder, options);
      return folder;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The samples could not be copied: {0}', reason));
      return undefined;
    }
  },
});

async function chosenParent(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Where to Put the Sample Corpus'),
    openLabel: vscode.l10n.t('Copy Samples Here'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** A folder that is not there yet. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name));
  let name = FOLDER_NAME;
  for (let number = 2; taken.has(name); number++) name = `${FOLDER_NAME}-${number}`;
  return vscode.Uri.joinPath(parent, name);
}

async function copySamples(extensionUri: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const packed = await fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'samples.json'));
  const samples = JSON.parse(new TextDecoder().decode(packed)) as Readonly<Record<string, string>>;
  for (const [path, text] of Object.entries(samples)) {
    const file = vscode.Uri.joinPath(folder, path);
    await fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await fs.writeFile(file, new TextEncoder().encode(text));
  }
}
