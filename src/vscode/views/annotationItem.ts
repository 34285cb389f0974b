import * as vscode from 'vscode';
import { type AnnotationOverview, needsAttention, rowText } from '../../app/corpusView';
import { type Annotation } from '../../core/annotation/model';
import { appendPlain } from '../markdownText';
import { COLORS, COMMANDS } from '../names';
import { credibilityLabels, gradeText, reliabilityLabels, stanceIcon, stanceName, stanceText } from '../labels';

/** What commands on an annotation get as their argument, from trees, hovers and code actions alike. */
export interface AnnotationReference {
  readonly document: string;
  readonly id: string;
}

const STANCE_COLORS: Partial<Record<string, string>> = {
  favor: COLORS.annotationFavor,
  against: COLORS.annotationAgainst,
  neutral: COLORS.annotationNeutral,
  unclear: COLORS.annotationUnclear,
};

/** The theme colour that repeats a stance. */
export const stanceColor = (stance: string | undefined): string =>
  STANCE_COLORS[stance ?? ''] ?? COLORS.annotationOther;

/** A row of a tree that shows one annotation. `where` names the document where the tree does not. */
export function annotationItem(overview: AnnotationOverview, where?: string): vscode.TreeItem {
  const { annotation } = overview;
  const attention = needsAttention(overview);
  const item = new vscode.TreeItem(rowText(annotation), vscode.TreeItemCollapsibleState.None);
  item.id = `${overview.document}#${annotation.id}`;
  const details = [attentionText(overview), stanceText(annotation), gradeText(annotation), where ?? ''];
  item.description = details.filter(text => text !== '').join(' · ');
  item.iconPath = attention
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(stanceIcon(annotation.stance), new vscode.ThemeColor(stanceColor(annotation.stance)));
  item.tooltip = annotationTooltip(overview);
  item.contextValue = attention ? 'annotation.attention' : 'annotation';
  item.accessibilityInformation = { label: spokenLabel(overview, where) };
  const reference: AnnotationReference = { document: overview.document, id: annotation.id };
  item.command = { command: COMMANDS.goToPassage, title: vscode.l10n.t('Go to Passage'), arguments: [reference] };
  return item;
}

/** Why an annotation needs attention, in a word or two; empty where it does not. */
export function attentionText({ passage }: AnnotationOverview): string {
  if (passage?.state === 'lost') return vscode.l10n.t('passage not found');
  if (passage?.state === 'uncertain') return vscode.l10n.t('place uncertain');
  return '';
}

/** What is stored about a passage, as Markdown in which the editor's words are text and never markup. */
export function appendJudgement(markdown: vscode.MarkdownString, annotation: Annotation): void {
  const line = (name: string, value: string | undefined): void => {
    if (value === undefined || value === '') return;
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, name);
    markdown.appendMarkdown(': ');
    appendPlain(markdown, value);
  };
  const { stance, target, reliability, credibility, basis, note, tags, author, updated, created } = annotation;
  if (stance !== undefined) {
    markdown.appendMarkdown(`\n\n$(${stanceIcon(stance)}) **`);
    appendPlain(markdown, stanceName(stance));
    markdown.appendMarkdown('**');
    if (target !== undefined) appendPlain(markdown, ` ${vscode.l10n.t('toward {0}', target)}`);
  } else line(vscode.l10n.t('Target'), target);
  line(vscode.l10n.t('Reliability'), reliability && `${reliability}, ${reliabilityLabels()[reliability].label}`);
  line(vscode.l10n.t('Credibility'), credibility && `${credibility}, ${credibilityLabels()[credibility].label}`);
  line(vscode.l10n.t('Basis'), basis);
  line(vscode.l10n.t('Tags'), tags?.join(', '));
  if (note) {
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, note.trimEnd());
  }
  const when = (updated ?? created)?.slice(0, 10);
  line(vscode.l10n.t('Annotated by'), [author, when].filter(Boolean).join(', '));
}

function annotationTooltip(overview: AnnotationOverview): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  const attention = attentionText(overview);
  if (attention) markdown.appendMarkdown(`$(warning) ${attention}\n\n`);
  appendPlain(markdown, rowText(overview.annotation));
  appendJudgement(markdown, overview.annotation);
  return markdown;
}

/** What a screen reader says: kind, passage, stance, grade, state. */
function spokenLabel(overview: AnnotationOverview, where: string | undefined): string {
  const { annotation } = overview;
  const { reliability, credibility } = annotation;
  const parts = [
    vscode.l10n.t('Annotation: {0}', rowText(annotation)),
    annotation.stance === undefined ? vscode.l10n.t('no stance') : stanceText(annotation),
    reliability ? vscode.l10n.t('reliability {0}, {1}', reliability, reliabilityLabels()[reliability].label) : '',
    credibility ? vscode.l10n.t('credibility {0}, {1}', credibility, credibilityLabels()[credibility].label) : '',
    attentionText(overview),
    where ?? '',
  ];
  return parts.filter(part => part !== '').join(', ');
}
