import { l10n, type MarkdownString } from 'vscode';
import { type Annotation } from '../core/annotation/model';
import { type Codebook } from '../core/codebook/parseCodebook';
import { credibilityLabels, reliabilityLabels, stanceName } from './labels';
import { appendPlain } from './markdownText';
import { stanceIcon } from './stanceLook';

/** What is stored about a passage, as Markdown in which the editor's words are text and never markup. */
export function appendJudgement(markdown: MarkdownString, annotation: Annotation, codebook?: Codebook): void {
  const line = (name: string, value: string | undefined): void => {
    if (value === undefined || value === '') return;
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, name);
    markdown.appendMarkdown(': ');
    appendPlain(markdown, value);
  };
  const { stance, target, reliability, credibility, basis, note, replies, tags, author, updated, created, reviewed } =
    annotation;
  const { resolved, resolvedBy } = annotation;
  if (stance !== undefined) {
    markdown.appendMarkdown(`\n\n$(${stanceIcon(stance)}) **`);
    appendPlain(markdown, stanceName(stance));
    markdown.appendMarkdown('**');
    if (target !== undefined) appendPlain(markdown, ` ${l10n.t('toward {0}', target)}`);
  } else line(l10n.t('Target'), target);
  line(l10n.t('Reliability'), reliability && `${reliability}, ${reliabilityLabels()[reliability].label}`);
  line(l10n.t('Credibility'), credibility && `${credibility}, ${credibilityLabels(codebook)[credibility].label}`);
  line(l10n.t('Basis'), basis);
  line(l10n.t('Tags'), tags?.join(', '));
  if (note) {
    markdown.appendMarkdown('\n\n');
    appendPlain(markdown, note.trimEnd());
  }
  const count = replies?.length ?? 0;
  line(l10n.t('Replies'), count === 0 ? undefined : String(count));
  if (resolved !== undefined) line(l10n.t('Resolved'), [resolvedBy, resolved.slice(0, 10)].filter(Boolean).join(', '));
  const when = (updated ?? created)?.slice(0, 10);
  line(l10n.t('Annotated by'), [author, when].filter(Boolean).join(', '));
  line(l10n.t('Reviewed by'), reviewed && [annotation.reviewedBy, reviewed.slice(0, 10)].filter(Boolean).join(', '));
}
