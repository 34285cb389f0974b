import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { openSuggestions, suggestedHighlights } from '../../app/tagging';
import { offsetOf, rangeOf } from '../editor/positions';
import { highlightKindLabels } from '../labels';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { HIGHLIGHT_KINDS } from '../../core/detect/highlightKinds';
import { showQuickPick } from '../quickPick';
import { type Settings } from '../settings';
import { type Command } from './command';
import { articleEditor } from './references';

/** Shows or hides all highlights. */
export const toggleHighlights = (settings: Settings): Command => ({
  id: COMMANDS.toggleHighlights,
  run: async () => {
    const enabled = !settings.highlightsEnabled;
    await settings.setHighlightsEnabled(enabled);
    showStatus(enabled ? vscode.l10n.t('Highlights are shown') : vscode.l10n.t('Highlights are hidden'));
  },
});

/** Chooses which kinds are shown. */
export const chooseHighlights = (settings: Settings): Command => ({
  id: COMMANDS.chooseHighlights,
  run: async () => {
    const labels = highlightKindLabels();
    const shown = settings.highlightKinds;
    const items = HIGHLIGHT_KINDS.map(kind => ({
      label: labels[kind].label,
      description: labels[kind].definition,
      picked: shown.has(kind),
      shows: kind,
    }));
    const chosen = await showQuickPick(items, {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Which highlights should be shown?'),
    });
    if (!chosen) return;
    await settings.setHighlightKinds(chosen.map(({ shows }) => shows));
    if (!settings.highlightsEnabled) await settings.setHighlightsEnabled(true);
  },
});

/** Moves to the next (1) or the previous (-1) highlight that is shown, around the end of the article; or to one that is not yet tagged. */
export const goToHighlight = (
  id: string,
  analysis: Analysis,
  settings: Settings,
  direction: 1 | -1,
  which: 'all' | 'untagged' = 'all',
): Command => ({
  id,
  run: () => {
    const article = articleEditor(analysis);
    if (!article) return;
    const { editor, record } = article;
    const kinds = settings.highlightKinds;
    const spans = which === 'all' ? suggestedHighlights(record, kinds) : openSuggestions(record, kinds);
    if (!spans.length && which === 'untagged') {
      void showInformation(vscode.l10n.t('Every highlight of this article is tagged or dismissed.'));
      return;
    }
    const here = offsetOf(editor.document, editor.selection.start);
    const next =
      direction === 1
        ? (spans.find(span => span.start > here) ?? spans[0])
        : (spans.findLast(span => span.start < here) ?? spans.at(-1));
    if (!next) return;
    const range = rangeOf(editor.document, next);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  },
});
