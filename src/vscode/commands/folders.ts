import * as vscode from 'vscode';
import { type Corpus } from '../../app/corpus';
import { type CorpusSession } from '../../app/corpusSession';
import { type Folder } from '../../app/ports';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';

/** Makes a workspace folder a corpus. One click where there is one folder; else asks which. */
export const useFolder = (corpus: Corpus): Command => ({
  id: COMMANDS.useFolder,
  run: async () => {
    const folder = await chooseFolder(
      corpus.folders.filter(({ state }) => state === 'notCorpus' || state === 'unknown').map(entry => entry.folder),
      vscode.l10n.t('Which folder holds the articles?'),
      vscode.l10n.t('Every folder of this workspace is a corpus already.'),
    );
    if (folder) await corpus.setAdopted(folder.uri, true);
  },
});

/** Takes that back. Sidecars and codebooks stay, and make the folder a corpus by themselves. */
export const leaveFolder = (corpus: Corpus): Command => ({
  id: COMMANDS.leaveFolder,
  run: async () => {
    const folder = await chooseFolder(
      corpus.folders.filter(({ state }) => state === 'corpus').map(entry => entry.folder),
      vscode.l10n.t('Which folder should no longer be a corpus?'),
      vscode.l10n.t('No folder of this workspace is a corpus.'),
    );
    if (!folder) return;
    await corpus.setAdopted(folder.uri, false);
    const still = corpus.folders.find(entry => entry.folder.uri === folder.uri)?.state === 'corpus';
    if (still)
      void showInformation(vscode.l10n.t('“{0}” holds annotations or a codebook, and so stays a corpus.', folder.name));
  },
});

/** Looks at everything again. */
export const refresh = (session: CorpusSession): Command => ({ id: COMMANDS.refresh, run: () => session.refresh() });

/** The folder that is meant: the only one, else the one that is picked; undefined, with a message, where there is none. */
export async function chooseFolder(
  folders: readonly Folder[],
  placeHolder: string,
  none: string,
): Promise<Folder | undefined> {
  if (folders.length === 0) void showInformation(none);
  if (folders.length <= 1) return folders[0];
  const items = folders.map(folder => ({
    label: folder.name,
    description: vscode.Uri.parse(folder.uri).fsPath,
    folder,
  }));
  return (await showQuickPick(items, { placeHolder }))?.folder;
}
