import * as vscode from 'vscode';
import { reviewState } from '../../core/annotation/review';
import { type AnnotationOverview, needsAttention, rowText } from '../../app/corpusView';
import { visibleText } from '../../core/text/visibleText';
import { appendPlain } from '../markdownText';
import { appendJudgement } from '../judgementMarkdown';
import { appendLinks, linkLine, linksText } from '../linkText';
import { stanceColor, stanceIcon } from '../stanceLook';
import { credibilityLabels, gradeText, reliabilityLabels, reviewLabels, stanceText } from '../labels';

/**
 * A row of a tree that shows one annotation. `open` is the tree's command for the row that is selected: a command with arguments
 * would be forgotten by VS Code when the tree is refreshed while it asks for rows. `where` names the document where the tree does
 * not. The tooltip is left to `resolveTreeItem`: a tree asks for thousands of rows, of which few are pointed at.
 */
export function annotationItem(overview: AnnotationOverview, open: string, where?: string): vscode.TreeItem {
  const { annotation } = overview;
  const attention = needsAttention(overview);
  const item = new vscode.TreeItem(rowText(annotation), vscode.TreeItemCollapsibleState.None);
  item.id = `${overview.document}#${annotation.id}`;
  const details = [
    stateText(overview),
    stanceText(annotation),
    gradeText(annotation),
    ...teamTexts(overview),
    linksText(overview.links),
    where ?? '',
  ];
  item.description = visibleText(details.filter(text => text !== '').join(' · '));
  item.iconPath = attention
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(
        stanceIcon(annotation.stance),
        new vscode.ThemeColor(stanceColor(annotation.stance, overview.codebook)),
      );
  item.contextValue = attention ? 'annotation.attention' : 'annotation';
  item.accessibilityInformation = { label: spokenLabel(overview, where) };
  item.command = { command: open, title: vscode.l10n.t('Go to Passage') };
  return item;
}

/** Why an annotation needs attention, in a word or two; empty where it does not. */
export function attentionText({ passage }: AnnotationOverview): string {
  if (passage?.state === 'lost') return vscode.l10n.t('passage not found');
  if (passage?.state === 'uncertain') return vscode.l10n.t('place uncertain');
  return '';
}

/** Whose it is where it is somebody else's, and whether it is settled. */
const teamTexts = ({ annotation, isOthers, isSettled }: AnnotationOverview): readonly string[] => [
  isOthers && annotation.author !== undefined ? vscode.l10n.t('annotated by {0}', annotation.author) : '',
  isSettled ? vscode.l10n.t('settled') : '',
];

/** Why an annotation needs a look: its passage is in doubt, or it was changed since it was reviewed. Empty where nothing is the matter. */
const stateText = (overview: AnnotationOverview): string =>
  [attentionText(overview), reviewState(overview.annotation) === 'changed' ? vscode.l10n.t('changed since review') : '']
    .filter(text => text !== '')
    .join(' · ');

/** All that is stored about a passage, who says it, and who reviewed that. */
export function annotationTooltip(overview: AnnotationOverview): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  const attention = attentionText(overview);
  if (attention) markdown.appendMarkdown(`$(warning) ${attention}\n\n`);
  appendPlain(markdown, rowText(overview.annotation));
  if (overview.speaker) {
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, vscode.l10n.t('Said by {0}', overview.speaker));
  }
  appendJudgement(markdown, overview.annotation, overview.codebook);
  appendLinks(markdown, overview.links);
  if (overview.isSettled) {
    markdown.appendMarkdown('\n\n$(pass) ');
    appendPlain(markdown, vscode.l10n.t('Settled: another annotation decides between this one and others.'));
  }
  return markdown;
}

/** What a screen reader says: kind, passage, stance, grade, state, and where it is. */
function spokenLabel(overview: AnnotationOverview, where: string | undefined): string {
  const { annotation } = overview;
  const { reliability, credibility } = annotation;
  const parts = [
    vscode.l10n.t('Annotation: {0}', rowText(annotation)),
    annotation.stance === undefined ? vscode.l10n.t('no stance') : stanceText(annotation),
    reliability
      ? vscode.l10n.t('reliability {0}, {1}', reliability, reliabilityLabels()[reliability].label)
      : vscode.l10n.t('reliability not rated'),
    credibility
      ? vscode.l10n.t('credibility {0}, {1}', credibility, credibilityLabels(overview.codebook)[credibility].label)
      : '',
    attentionText(overview),
    reviewLabels()[reviewState(annotation)].toLowerCase(),
    ...teamTexts(overview),
    ...overview.links.map(linkLine),
    where ?? '',
  ];
  return parts.filter(part => part !== '').join(', ');
}
