import * as vscode from 'vscode';
import { type AnnotationOverview, type CorpusView, rowText } from '../../app/corpusView';
import { rangeOf } from '../editor/positions';
import { gradeText, stanceText } from '../labels';
import { labelText } from '../messageText';
import { showError } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type AnnotationReference } from '../references';
import { type ShownPassage } from '../shownPassage';
import { stanceColor, stanceIcon } from '../stanceLook';

interface PassageItem extends vscode.QuickPickItem {
  readonly passage: ShownPassage;
}

/** Offers passages and opens the one that is chosen, beside what asked; a single one is opened at once. */
export const showPassages =
  (view: CorpusView) =>
  async (title: string, passages: readonly ShownPassage[]): Promise<void> => {
    const overviews = new Map<string, ReadonlyMap<string, AnnotationOverview>>();
    const overviewOf = (uri: string, id: string): AnnotationOverview | undefined => {
      const ofDocument =
        overviews.get(uri) ??
        new Map(view.annotationsOf(uri).map(overview => [overview.annotation.id, overview] as const));
      overviews.set(uri, ofDocument);
      return ofDocument.get(id);
    };
    const items = passages.flatMap((passage): PassageItem[] => {
      const where = view.overview(passage.uri)?.title;
      if (where === undefined) return [];
      if (passage.kind === 'document')
        return [{ passage, label: labelText(where), description: passage.uri.split('/').at(-1) ?? '', iconPath: FILE }];
      if (passage.kind === 'quote')
        return [{ passage, label: labelText(passage.words ?? where), detail: where, iconPath: QUOTE }];
      const annotation = overviewOf(passage.uri, passage.id)?.annotation;
      if (!annotation) return [];
      return [
        {
          passage,
          label: labelText(rowText(annotation)),
          description: [stanceText(annotation), gradeText(annotation)].filter(text => text !== '').join(' · '),
          detail: where,
          iconPath: new vscode.ThemeIcon(
            stanceIcon(annotation.stance),
            new vscode.ThemeColor(stanceColor(annotation.stance)),
          ),
        },
      ];
    });
    if (items.length === 0) return;
    const chosen =
      items.length === 1
        ? items[0]
        : await showQuickPick(items, {
            title,
            placeHolder: vscode.l10n.t('Which one should be opened?'),
            matchOnDescription: true,
            matchOnDetail: true,
          });
    if (chosen) await open(chosen.passage);
  };

const FILE = new vscode.ThemeIcon('file');
const QUOTE = new vscode.ThemeIcon('quote');

async function open(passage: ShownPassage): Promise<void> {
  const uri = vscode.Uri.parse(passage.uri);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    if (passage.kind === 'quote') {
      const range = rangeOf(document, passage);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  } catch {
    // An annotation's article may be gone: going to its passage says so, and offers the sidecar.
    if (passage.kind !== 'annotation')
      void showError(vscode.l10n.t('{0} cannot be opened.', vscode.workspace.asRelativePath(uri)));
  }
  if (passage.kind === 'annotation') {
    const reference: AnnotationReference = { document: passage.uri, id: passage.id };
    await vscode.commands.executeCommand(COMMANDS.goToPassage, reference);
  }
}
