import * as vscode from 'vscode';
import { type CorpusView } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { type SourceIndex } from '../../app/sourceIndex';
import { labelText } from '../messageText';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { relationText } from '../sourceText';
import { type Command } from './command';
import { activeDocument, documentIn } from './references';

interface DocumentPick extends vscode.QuickPickItem {
  readonly uri?: DocumentUri;
}

/** Opens the editor's own comparison of an article with one that is chosen: copies are offered first, then its story, then all others. */
export const compareWith = (view: CorpusView, index: SourceIndex): Command => ({
  id: COMMANDS.compareWith,
  run: async argument => {
    const uri = documentIn(argument) ?? activeDocument();
    const overview = uri === undefined ? undefined : view.overview(uri);
    if (!uri || !overview) return;
    const chosen = await showQuickPick(picks(view, index, uri), {
      title: vscode.l10n.t('Compare “{0}” with…', overview.title),
      placeHolder: vscode.l10n.t('An article of the corpus'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen?.uri !== undefined) await openComparison(view, chosen.uri, uri);
  },
});

/** Compares an article with the longer text that it has most in common with; asks where there is none. */
export const compareWithOriginal = (view: CorpusView, index: SourceIndex): Command => ({
  id: COMMANDS.compareWithOriginal,
  run: async argument => {
    const uri = documentIn(argument) ?? activeDocument();
    const relation = uri === undefined ? undefined : index.relationOf(uri);
    if (uri !== undefined && relation) await openComparison(view, relation.longer, uri);
    else await vscode.commands.executeCommand(COMMANDS.compareWith, uri);
  },
});

async function openComparison(view: CorpusView, left: DocumentUri, right: DocumentUri): Promise<void> {
  const titleOf = (uri: DocumentUri): string => {
    const overview = view.overview(uri);
    return overview?.facts.publisher ?? overview?.document.path ?? uri;
  };
  await vscode.commands.executeCommand(
    'vscode.diff',
    vscode.Uri.parse(left),
    vscode.Uri.parse(right),
    vscode.l10n.t('{0} ↔ {1}', titleOf(left), titleOf(right)),
  );
}

function picks(view: CorpusView, index: SourceIndex, uri: DocumentUri): readonly DocumentPick[] {
  const pickOf = (other: DocumentUri, detail?: string): DocumentPick[] => {
    const overview = other === uri ? undefined : view.overview(other);
    if (!overview || overview.document.missing) return [];
    const { title, document, facts } = overview;
    const description = [facts.publisher, facts.date].filter(Boolean).join(', ') || document.path;
    return [{ uri: other, label: labelText(title), description, ...(detail === undefined ? {} : { detail }) }];
  };
  const told = new Set<DocumentUri>();
  const group = (label: string, items: readonly DocumentPick[]): readonly DocumentPick[] => {
    const fresh = items.filter(item => !told.has(item.uri!));
    for (const item of fresh) told.add(item.uri!);
    return fresh.length ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...fresh] : [];
  };
  const related = [...index.copiesOf(uri)].sort((a, b) => b.ofShorter - a.ofShorter);
  const copies = related.flatMap(({ kind, shorter, longer, ofShorter }) => {
    const other = shorter === uri ? longer : shorter;
    const title = view.overview(longer)?.title ?? longer;
    return pickOf(other, relationText(kind, title, ofShorter));
  });
  const story = index.inTime(index.storyOf(uri)?.documents ?? []);
  return [
    ...group(vscode.l10n.t('share text'), copies),
    ...group(
      vscode.l10n.t('same story'),
      story.flatMap(other => pickOf(other)),
    ),
    ...group(
      vscode.l10n.t('other articles'),
      view.documents.flatMap(document => pickOf(document.uri)),
    ),
  ];
}
