import * as vscode from 'vscode';
import { type DocumentOverview, needsAttention } from '../../app/corpusView';
import { type Progress, type Rollup } from '../../core/annotation/rollup';
import { visibleText } from '../../core/text/visibleText';
import { articleProblemText, articleRemedyText } from '../articleProblemText';
import { countsText, reviewedText, stanceName } from '../labels';
import { appendPlain } from '../markdownText';
import { COMMANDS } from '../names';

/** Where a document stands; `contextValue` and icon follow it. */
export type DocumentState = Progress | 'attention' | 'problem';

/** What is wrong comes first, then what needs an editor's eye, then what was done. */
export function documentState({ articleProblem, sidecar, annotations, rollup }: DocumentOverview): DocumentState {
  const isBroken = sidecar?.unreadable !== undefined || sidecar?.parsed?.editable === false;
  if (isBroken || (articleProblem && articleProblem.kind !== 'empty')) return 'problem';
  if (annotations.some(needsAttention)) return 'attention';
  return rollup.progress;
}

/** A row of the documents view. */
export function documentItem(overview: DocumentOverview): vscode.TreeItem {
  const { document, annotations } = overview;
  const title = visibleText(overview.title);
  const state = documentState(overview);
  const item = new vscode.TreeItem(
    title,
    annotations.length ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = document.uri;
  const summary = summaryText(overview);
  item.description = summary;
  item.iconPath = stateIcon(state);
  item.contextValue = document.missing ? 'document.missing' : overview.sidecar ? 'document.annotated' : 'document';
  const spoken = [title, stateText(state), summary, ...rollupTexts(overview.rollup)];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
  item.command = { command: COMMANDS.openDocumentsRow, title: vscode.l10n.t('Open') };
  return item;
}

function summaryText(overview: DocumentOverview): string {
  const { counts, annotations, rollup, articleProblem, sidecar } = overview;
  const problems = [
    articleProblem ? articleProblemText(articleProblem) : '',
    sidecar?.unreadable !== undefined || sidecar?.parsed?.editable === false ? vscode.l10n.t('sidecar has errors') : '',
  ].filter(text => text !== '');
  const isReadable = !articleProblem || articleProblem.kind === 'undecodable' || articleProblem.kind === 'missing';
  const unfound = annotations.filter(needsAttention).length;
  return [
    ...problems,
    unfound ? vscode.l10n.t('{0} to check', unfound) : '',
    isReadable && counts && !overview.document.missing ? countsText(counts, annotations.length) : '',
    rollup.reviewed ? reviewedText(rollup.reviewed, rollup.count) : '',
  ]
    .filter(text => text !== '')
    .join(', ');
}

/** "2 against, 1 in favor", "reliability B to D"; nothing where nothing was said of it. */
export function rollupTexts({ stances, reliability }: Rollup): readonly string[] {
  const balance = stances.map(({ stance, count }) => vscode.l10n.t('{0} {1}', count, stanceName(stance).toLowerCase()));
  const range =
    reliability &&
    (reliability.best === reliability.worst
      ? vscode.l10n.t('reliability {0}', reliability.best)
      : vscode.l10n.t('reliability {0} to {1}', reliability.best, reliability.worst));
  return [balance.join(', '), range ?? ''].filter(text => text !== '');
}

function stateText(state: DocumentState): string {
  switch (state) {
    case 'untouched':
      return vscode.l10n.t('not annotated yet');
    case 'inProgress':
      return vscode.l10n.t('in progress');
    case 'reviewed':
      return vscode.l10n.t('reviewed');
    case 'attention':
      return vscode.l10n.t('needs attention');
    case 'problem':
      return vscode.l10n.t('has a problem');
  }
}

function suggestionsText(open: number): string {
  if (open === 0) return vscode.l10n.t('Every highlight is tagged or dismissed');
  return open === 1
    ? vscode.l10n.t('1 highlight is neither tagged nor dismissed')
    : vscode.l10n.t('{0} highlights are neither tagged nor dismissed', open);
}

/** A shape for each state; the colour only repeats it. */
function stateIcon(state: DocumentState): vscode.ThemeIcon {
  switch (state) {
    case 'untouched':
      return new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('disabledForeground'));
    case 'inProgress':
      return new vscode.ThemeIcon('tag', new vscode.ThemeColor('charts.blue'));
    case 'reviewed':
      return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('charts.green'));
    case 'attention':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'problem':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
}

/** All that is known of a document. `open`: how many of its highlights are neither tagged nor dismissed, where that is known. */
export function documentTooltip(overview: DocumentOverview, open: number | undefined): vscode.MarkdownString {
  const state = documentState(overview);
  const { document, title, facts, articleProblem } = overview;
  const markdown = new vscode.MarkdownString('', true);
  const paragraph = (text: string): void => {
    if (!text) return;
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, text);
  };
  appendPlain(markdown, title);
  paragraph([facts.publisher, facts.date].filter(Boolean).join(', '));
  paragraph(facts.url ?? '');
  paragraph(document.path);
  paragraph([stateText(state), summaryText(overview)].filter(Boolean).join(': '));
  for (const text of rollupTexts(overview.rollup)) paragraph(text);
  if (open !== undefined) paragraph(suggestionsText(open));
  if (articleProblem) paragraph(articleRemedyText(articleProblem));
  if (overview.sidecar?.unreadable) paragraph(vscode.l10n.t('Sidecar: {0}', overview.sidecar.unreadable));
  return markdown;
}
