import * as vscode from 'vscode';
import { type CorpusView, type ListedLink } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { articleProblemText } from '../articleProblemText';
import { showError } from '../messages';
import { COMMANDS } from '../names';
import { type AnnotationsView } from '../views/annotationsView';
import { type DocumentsView } from '../views/documentsView';
import { type Command } from './command';
import { type GoToPassage } from './goToPassage';

/** Opens what the selected row of the documents view stands for. */
export const openDocumentsRow = (documents: DocumentsView, view: CorpusView, goToPassage: GoToPassage): Command => ({
  id: COMMANDS.openDocumentsRow,
  run: async () => {
    const row = documents.selected;
    if (row?.kind === 'document') await openDocument(view, row.uri);
    if (row?.kind === 'annotation') await goToPassage.run(row);
    if (row?.kind === 'more') documents.showMore(row);
  },
});

/** Shows the passage of the selected row of the annotations view, which keeps the focus, as a list of mail does; or more rows. */
export const openAnnotationsRow = (
  annotations: AnnotationsView,
  goToPassage: GoToPassage,
  showLink: (link: ListedLink) => Promise<void>,
): Command => ({
  id: COMMANDS.openAnnotationsRow,
  run: async () => {
    const row = annotations.selected;
    if (row?.kind === 'annotation')
      await goToPassage.show({ document: row.overview.document, id: row.overview.annotation.id }, true);
    if (row?.kind === 'link') await showLink(row.link);
    if (row?.kind === 'more') annotations.showMore(row);
  },
});

/** Opens an article, or its sidecar where the article is gone; where it cannot be shown, says why. */
async function openDocument(view: CorpusView, uri: DocumentUri): Promise<void> {
  const overview = view.overview(uri);
  if (overview?.document.missing) {
    await vscode.commands.executeCommand(COMMANDS.openSidecar, uri);
    return;
  }
  try {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri));
  } catch {
    const reason = overview?.articleProblem ? articleProblemText(overview.articleProblem) : '';
    void showError(vscode.l10n.t('“{0}” cannot be opened: {1}', overview?.title ?? uri, reason));
  }
}
