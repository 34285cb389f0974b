import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationOverview, type CorpusView, needsAttention, rowText } from '../../app/corpusView';
import { type History } from '../../app/history';
import { nearestPlace } from '../../app/nearestPlace';
import { type Clock } from '../../app/ports';
import { describeAnchor } from '../../core/anchor/describeAnchor';
import { type Anchor } from '../../core/annotation/model';
import { canonicalText } from '../../core/text/canonicalText';
import { rangeOf, spanOfRange } from '../editor/positions';
import { labelText } from '../messageText';
import { showError, showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type AnnotationReference } from '../references';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { annotationReferenceIn, articleEditor } from './references';

/** What the commands for passages that need attention work on. */
export interface AttentionParts {
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly history: History;
  readonly clock: Clock;
}

/** Ties an annotation to what is selected in its article. */
export const reattach = (parts: AttentionParts): Command => ({
  id: COMMANDS.reattach,
  run: async argument => {
    const reference = annotationReferenceIn(argument) ?? (await pick(parts, () => true));
    if (!reference) return;
    const article = articleEditor(parts.analysis, reference.document);
    const span = article && spanOfRange(article.editor.document, article.editor.selection);
    const anchor = span && describeAnchor(article.record.text.toString(), span);
    if (!anchor || anchor.quote === '') {
      void showInformation(
        vscode.l10n.t('Select the passage in the article first, then choose Re-attach to Selection again.'),
      );
      return;
    }
    await keepAnchor(parts, reference, anchor);
  },
});

/** Takes an uncertain place for the passage's own. */
export const acceptPlace = (parts: AttentionParts): Command => ({
  id: COMMANDS.acceptPlace,
  run: async argument => {
    const reference =
      annotationReferenceIn(argument) ?? (await pick(parts, ({ passage }) => passage?.state === 'uncertain'));
    if (!reference) return;
    const record = await opened(parts.analysis, reference.document);
    const passage = record?.passages.get(reference.id);
    if (!record || !passage?.span || passage.span.start === passage.span.end) {
      void showInformation(
        vscode.l10n.t('There is no place to accept: the passage was not found. Select it and choose Re-attach.'),
      );
      return;
    }
    await keepAnchor(parts, reference, describeAnchor(record.text.toString(), passage.span));
  },
});

/** Shows where the passage most likely is, or was. */
export const goToNearest = (parts: AttentionParts): Command => ({
  id: COMMANDS.goToNearest,
  run: async argument => {
    const reference = annotationReferenceIn(argument) ?? (await pick(parts, () => true));
    if (!reference) return;
    const record = await opened(parts.analysis, reference.document);
    const span = record && nearestPlace(record, reference.id);
    if (!span) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(reference.document));
    const range = rangeOf(document, span);
    const editor = await vscode.window.showTextDocument(document, { selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  },
});

async function keepAnchor(
  { history, clock }: AttentionParts,
  { document, id }: AnnotationReference,
  anchor: Anchor,
): Promise<void> {
  const { quote, prefix, suffix, start, end, occurrence } = anchor;
  const fields = { quote, prefix, suffix, start, end, occurrence, updated: clock.timestamp() };
  const change = () => history.change(document, { kind: 'change', id, fields });
  if (await reportOutcome(document, await change(), change))
    showStatus(vscode.l10n.t('$(check) Annotation re-attached'));
}

/** The record of an article, which is opened for it where it is not; undefined where it cannot be. */
async function opened(analysis: Analysis, uri: string) {
  if (!analysis.openRecord(uri)) {
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      if (!analysis.openRecord(uri)) await analysis.opened(uri, canonicalText(document.getText()));
    } catch {
      void showError(vscode.l10n.t('The article of this annotation cannot be opened.'));
    }
  }
  return analysis.openRecord(uri);
}

/** Asks which of the annotations that need attention is meant. */
async function pick(
  { view }: AttentionParts,
  isOffered: (overview: AnnotationOverview) => boolean,
): Promise<AnnotationReference | undefined> {
  const items = view.annotations
    .filter(overview => needsAttention(overview) && isOffered(overview))
    .map(({ document, annotation }) => ({
      label: labelText(rowText(annotation)),
      description: view.overview(document)?.title ?? '',
      document,
      id: annotation.id,
    }));
  if (items.length === 0) {
    void showInformation(vscode.l10n.t('Nothing needs attention: every passage was found.'));
    return undefined;
  }
  return showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which annotation?'),
    matchOnDescription: true,
  });
}
