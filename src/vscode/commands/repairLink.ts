import * as vscode from 'vscode';
import { type SeenLink } from '../../app/linkIndex';
import { withPassage } from '../../app/linking';
import { type DocumentUri } from '../../app/ports';
import { fileNameOf } from '../../app/sidecarUri';
import { likelyDocuments, reachableDocuments } from '../../app/strayLinks';
import { relativePath } from '../../core/corpus/relativePath';
import { showError, showStatus } from '../messages';
import { showQuickPick } from '../quickPick';
import { anchorOf, type LinkedPassage, type LinkingParts } from './linkEnds';
import { reportOutcome } from './outcome';
import { changeLink } from './writeLink';

/**
 * Makes a link lead somewhere again: to another document where its own is not there (`to`, or one that is chosen), else to a passage of its document that is
 * chosen. All links of the sidecar to the document that is gone go along.
 */
export async function repairLink(
  parts: LinkingParts,
  link: SeenLink,
  to: DocumentUri | undefined,
  askPassage: (document: DocumentUri) => Promise<LinkedPassage | undefined>,
): Promise<void> {
  const { stored, state } = link;
  if (to === undefined && stored.to !== undefined && state !== 'missing' && state !== 'nowhere') {
    const passage = await askPassage(stored.to);
    if (passage) await leadTo(parts, link, passage);
    return;
  }
  const target = to ?? (await askDocument(parts, link));
  const [here, there] = [stored.document, target].map(uri => uri && parts.corpus.placeOf(uri));
  if (!here || !there) return;
  const documents = new Map([[stored.link.document, relativePath(here.path, there.path)]]);
  const relink = () => parts.history.change(stored.document, { kind: 'relink', documents });
  if (await reportOutcome(stored.document, await relink(), relink)) sayRepaired(target!);
}

async function leadTo(parts: LinkingParts, { stored }: SeenLink, passage: LinkedPassage): Promise<void> {
  const anchor = await anchorOf(parts, passage);
  if (!anchor) {
    void showError(vscode.l10n.t('{0} cannot be opened.', fileNameOf(passage.document)));
    return;
  }
  const { document, annotation, link } = stored;
  const about = passage.annotation ? { annotation: passage.annotation.id } : {};
  await changeLink(parts, document, annotation, link, withPassage(link, { anchor, ...about }));
}

async function askDocument({ corpus, store }: LinkingParts, { stored }: SeenLink): Promise<DocumentUri | undefined> {
  const likely = likelyDocuments(corpus, store, stored);
  const others = reachableDocuments(corpus, stored).filter(uri => !likely.includes(uri));
  const item = (uri: DocumentUri, icon: string) => ({
    label: `$(${icon}) ${fileNameOf(uri)}`,
    description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(vscode.Uri.parse(uri), '..')),
    uri,
  });
  const items = [...likely.map(uri => item(uri, 'check')), ...others.map(uri => item(uri, 'file-text'))];
  const chosen = await showQuickPick(items, {
    title: vscode.l10n.t('Repair Link'),
    placeHolder: vscode.l10n.t('“{0}” is not there. Where does the link lead now?', stored.link.document),
    matchOnDescription: true,
  });
  return chosen?.uri;
}

function sayRepaired(document: DocumentUri): void {
  showStatus(vscode.l10n.t('$(check) The link leads to {0}', fileNameOf(document)));
}
