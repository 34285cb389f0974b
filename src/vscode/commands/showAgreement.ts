import * as vscode from 'vscode';
import { type TeamWork } from '../../app/teamWork';
import { type Corpus } from '../../app/corpus';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';
import { activeDocument, documentIn } from './references';

/** Opens the page on agreement: on the document that is named, else asks whether on the open one or on all. */
export const showAgreement = (team: TeamWork, corpus: Corpus, pageOf: (document?: string) => vscode.Uri): Command => ({
  id: COMMANDS.showAgreement,
  run: async argument => {
    if (team.annotated.length === 0) {
      void showInformation(vscode.l10n.t('Nothing is tagged yet, so there is nothing to compare.'));
      return;
    }
    const active = activeDocument();
    const named = documentIn(argument);
    const open = active !== undefined && corpus.has(active) ? active : undefined;
    const page = named === undefined && open !== undefined ? await ask(open) : { document: named };
    if (!page) return;
    const document = await vscode.workspace.openTextDocument(pageOf(page.document));
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await vscode.window.showTextDocument(document, { preview: true });
  },
});

async function ask(open: string): Promise<{ readonly document?: string } | undefined> {
  const items = [
    { label: vscode.l10n.t('All Documents'), page: {} },
    { label: vscode.l10n.t('The Open Document'), page: { document: open } },
  ];
  const title = vscode.l10n.t('Show Agreement');
  return (await showQuickPick(items, { title, placeHolder: vscode.l10n.t('On which documents?') }))?.page;
}
