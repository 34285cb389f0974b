import * as vscode from 'vscode';
import { type RenamedArticles } from '../../app/renamedArticles';
import { documentUriOf, fileNameOf } from '../../app/sidecarUri';
import { labelText } from '../messageText';
import { showInformation } from '../messages';
import { moveSidecar } from '../moveSidecar';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';
import { documentIn } from './references';

/** Moves a sidecar whose article is missing to the article that the user says it is of. Those that agree with it come first. */
export const reattachSidecar = (renamed: RenamedArticles): Command => ({
  id: COMMANDS.reattachSidecar,
  run: async argument => {
    const document = await missingDocument(renamed, argument);
    if (document === undefined) return;
    const to = targetIn(argument) ?? (await askArticle(renamed, document));
    if (to !== undefined) await moveSidecar({ uri: document, to });
  },
});

/** The missing document that is meant: by a row, a quick fix, the open sidecar; else the user is asked, where there are several. */
async function missingDocument(renamed: RenamedArticles, argument: unknown): Promise<string | undefined> {
  const { missing } = renamed;
  const meant = documentIn(argument) ?? vscode.window.activeTextEditor?.document.uri.toString() ?? '';
  const document = documentUriOf(meant) ?? meant;
  if (missing.includes(document)) return document;
  if (missing.length === 0) {
    void showInformation(vscode.l10n.t('Every sidecar has its article beside it.'));
    return undefined;
  }
  const items = missing.toSorted().map(uri => ({ ...item(uri), uri }));
  const placeHolder = vscode.l10n.t('Which sidecar? Its article is missing.');
  return (await showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}

async function askArticle(renamed: RenamedArticles, document: string): Promise<string | undefined> {
  await renamed.look();
  const alike = renamed.of(document);
  const others = renamed.freeArticles.filter(uri => !alike.some(found => found.uri === uri)).toSorted();
  const items = [
    ...alike.map(({ uri, likeness }) => ({ ...item(uri), uri, detail: likenessText(likeness) })),
    ...others.map(uri => ({ ...item(uri), uri })),
  ];
  if (items.length === 0) {
    void showInformation(
      vscode.l10n.t('Every article has annotations of its own: there is none that this sidecar could be of.'),
    );
    return undefined;
  }
  const placeHolder = vscode.l10n.t('Of which article are the annotations of “{0}”?', fileNameOf(document));
  return (await showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}

function likenessText(likeness: 'same' | 'alike'): string {
  return likeness === 'same'
    ? vscode.l10n.t('$(check) All annotated passages stand in it, where they stood')
    : vscode.l10n.t('Most of the annotated passages stand in it');
}

const item = (uri: string): { label: string; description: string } => ({
  label: labelText(fileNameOf(uri)),
  description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(vscode.Uri.parse(uri), '..')),
});

function targetIn(argument: unknown): string | undefined {
  const to = typeof argument === 'object' && argument !== null && 'to' in argument ? argument.to : undefined;
  return typeof to === 'string' ? to : undefined;
}
