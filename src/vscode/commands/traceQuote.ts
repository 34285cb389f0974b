import * as vscode from 'vscode';
import { type AcrossSources } from '../../app/acrossSources';
import { type Analysis } from '../../app/analysis';
import { type SourceIndex, type SourceIndexState } from '../../app/sourceIndex';
import { spanOfRange } from '../editor/positions';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { referencesAt } from '../sourceLocations';
import { type Command } from './command';
import { articleEditor, passageReferenceIn } from './references';

/** Shows where else the quote at the cursor stands, or the figure, in the editor's own peek. */
export const traceQuote = (sources: AcrossSources, index: SourceIndex, analysis: Analysis): Command => ({
  id: COMMANDS.traceQuote,
  run: async argument => {
    const passage = passageReferenceIn(argument);
    const article = articleEditor(analysis, passage?.document);
    if (!article) return;
    const { editor, record } = article;
    const offset = passage?.start ?? spanOfRange(editor.document, editor.selection).start;
    const locations = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Tracing…') },
      () => referencesAt(sources, record.uri, offset, () => true),
    );
    const [own] = locations;
    if (!own) {
      void showInformation(nothingFoundText(index.state));
      return;
    }
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, preserveFocus: false });
    await vscode.commands.executeCommand('editor.action.showReferences', own.uri, own.range.start, locations);
  },
});

function nothingFoundText({ kind }: SourceIndexState): string {
  switch (kind) {
    case 'off':
      return vscode.l10n.t('Articles are not compared with one another: the setting “Compare Sources” is off.');
    case 'reading':
    case 'grouping':
      return vscode.l10n.t('Nothing was found yet. Pressmark is still comparing the articles; try again in a moment.');
    case 'ready':
      return vscode.l10n.t('No other article of the corpus has this quote or figure, as far as Pressmark can tell.');
  }
}
