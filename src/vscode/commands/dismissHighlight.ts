import * as vscode from 'vscode';
import { type OpenRecord } from '../../app/documentRecord';
import { type AnnotationStore } from '../../app/annotationStore';
import { rowText } from '../../app/corpusView';
import { dismissalOf, highlightMeant, isTagged, newDismissal, passagesAt } from '../../app/tagging';
import { type Annotation, type AnnotationEdit } from '../../core/annotation/model';
import { type Span } from '../../core/text/span';
import { spanOfRange } from '../editor/positions';
import { othersText } from '../labels';
import { labelText } from '../messageText';
import { showStatus } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { articleEditor, passageReferenceIn } from './references';
import { mineIn, type TaggingParts } from './tagPassage';

/**
 * Says of the highlights that are selected, or of the one at the cursor, that they are not to be tagged. The tagging mode's key asks with
 * `orRemove` for the user's own annotation to be removed where there is one; a key that is hit by mistake leaves colleagues' alone.
 */
export const dismissHighlight = (parts: TaggingParts, remove: Command): Command => ({
  id: COMMANDS.dismissHighlight,
  run: async argument => {
    const reference = passageReferenceIn(argument);
    const article = articleEditor(parts.analysis, reference?.document);
    if (!article) return;
    const { editor, record } = article;
    if (!reference && asksToRemove(argument)) {
      const tagged = passagesAt(record, spanOfRange(editor.document, editor.selection).start);
      const own = tagged.find(({ annotation }) => mineIn(parts, record.uri)(annotation));
      if (own) return remove.run({ document: record.uri, id: own.annotation.id });
      const [others] = tagged;
      if (others) {
        showStatus(vscode.l10n.t('{0}: only the annotations view removes it.', othersText(others.annotation)));
        return;
      }
    }
    const selected = reference ? [reference] : editor.selections.map(one => spanOfRange(editor.document, one));
    const spans = selected
      .map(span => highlightMeant(record, span))
      .filter((span): span is Span => span !== undefined && !isTagged(record, span) && !dismissalOf(record, span));
    if (spans.length === 0) {
      showStatus(vscode.l10n.t('There is no highlight here that could be dismissed.'));
      return;
    }
    const name = await parts.author.authorFor(vscode.Uri.parse(record.uri));
    const timestamp = parts.clock.timestamp();
    const text = record.text.toString();
    const dismissals = spans.map(span =>
      newDismissal(text, span, { id: parts.newId(), timestamp, ...(name ? { author: name } : {}) }),
    );
    const edits = dismissals.map((annotation): AnnotationEdit => ({ kind: 'add', annotation }));
    if (await changed(parts, record, edits))
      showStatus(
        spans.length === 1
          ? vscode.l10n.t('$(circle-slash) Dismissed: {0}', rowText(dismissals[0]!))
          : vscode.l10n.t('$(circle-slash) {0} highlights dismissed', spans.length),
      );
  },
});

/** Makes highlights of the article that were dismissed suggestions again: those that are chosen, or the one that the argument names. */
export const restoreHighlights = (parts: TaggingParts, store: AnnotationStore): Command => ({
  id: COMMANDS.restoreHighlights,
  run: async argument => {
    const reference = passageReferenceIn(argument);
    const article = articleEditor(parts.analysis, reference?.document);
    if (!article) return;
    const { record } = article;
    const named = reference && dismissalOf(record, reference)?.annotation;
    const chosen = named ? [named] : await chooseDismissals(store.dismissals(record.uri));
    if (!chosen?.length) return;
    const edits = chosen.map(({ id }): AnnotationEdit => ({ kind: 'remove', id }));
    if (await changed(parts, record, edits))
      showStatus(
        chosen.length === 1
          ? vscode.l10n.t('$(discard) Restored: {0}', rowText(chosen[0]!))
          : vscode.l10n.t('$(discard) {0} highlights restored', chosen.length),
      );
  },
});

async function chooseDismissals(dismissals: readonly Annotation[]): Promise<readonly Annotation[] | undefined> {
  if (dismissals.length === 0) {
    showStatus(vscode.l10n.t('No highlight of this article was dismissed.'));
    return undefined;
  }
  const items = dismissals.map(annotation => ({
    label: labelText(rowText(annotation)),
    description: [annotation.author, annotation.dismissed?.slice(0, 10)].filter(Boolean).join(', '),
    picked: true,
    annotation,
  }));
  const chosen = await showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Restore Dismissed Highlights'),
    placeHolder: vscode.l10n.t('Those that are checked are suggested again'),
  });
  return chosen?.map(({ annotation }) => annotation);
}

/** Makes the changes as one; says so where they cannot be made. */
async function changed(
  { history, view }: TaggingParts,
  { uri }: OpenRecord,
  edits: readonly AnnotationEdit[],
): Promise<boolean> {
  const facts = view.overview(uri)?.facts;
  const change = () => history.change(uri, { kind: 'group', edits }, facts);
  return reportOutcome(uri, await change(), change);
}

const asksToRemove = (argument: unknown): boolean =>
  typeof argument === 'object' && argument !== null && 'orRemove' in argument && argument.orRemove === true;
