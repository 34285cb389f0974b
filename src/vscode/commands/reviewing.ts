import * as vscode from 'vscode';
import { type AnnotationOverview, rowText } from '../../app/corpusView';
import { type History } from '../../app/history';
import { type Clock } from '../../app/ports';
import { type AnnotationEdit } from '../../core/annotation/model';
import { isReviewed } from '../../core/annotation/review';
import { type AuthorSource } from '../adapters/author';
import { annotationsText } from '../labels';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { type AnnotationsView } from '../views/annotationsView';
import { changeAnnotations } from './changeAnnotations';
import { type Command } from './command';
import { type GoToPassage } from './goToPassage';
import { annotationsMeant } from './annotationsMeant';

/** What reviewing works with. */
export interface ReviewParts {
  readonly annotations: AnnotationsView;
  readonly history: History;
  readonly author: Pick<AuthorSource, 'authorFor'>;
  readonly clock: Pick<Clock, 'timestamp'>;
}

/** Notes that annotations were reviewed, and by whom, or takes that back. Those that are so already stay as they are. */
export async function markReviewed(
  { annotations, history, author, clock }: ReviewParts,
  overviews: readonly AnnotationOverview[],
  reviewed: boolean,
): Promise<void> {
  const wanted = overviews.filter(({ annotation }) =>
    reviewed ? !isReviewed(annotation) : annotation.reviewed !== undefined,
  );
  const [first] = wanted;
  if (!first) return;
  const reviewedBy = reviewed ? await author.authorFor(vscode.Uri.parse(first.document)) : undefined;
  const now = reviewed ? clock.timestamp() : undefined;
  const editOf = ({ annotation }: AnnotationOverview): AnnotationEdit => {
    // A clock that is behind that of who wrote last must not make it look changed since.
    const time =
      now !== undefined && annotation.updated !== undefined && annotation.updated > now ? annotation.updated : now;
    return { kind: 'change', id: annotation.id, fields: { reviewed: time, reviewedBy } };
  };
  const title = reviewed ? vscode.l10n.t('Marking as reviewed') : vscode.l10n.t('Marking as not reviewed');
  const { count, failed } = await changeAnnotations(history, title, wanted, editOf);
  annotations.drawAgain(wanted.filter(({ document }) => failed.has(document)));
  if (count === 0) return;
  const what = count === 1 && wanted.length === 1 ? rowText(first.annotation) : annotationsText(count);
  showStatus(
    reviewed
      ? vscode.l10n.t('$(check) Reviewed: {0}', what)
      : vscode.l10n.t('$(circle-large-outline) Not reviewed: {0}', what),
  );
}

/** The checkboxes of the annotations view. */
export const reviewByCheckbox = (parts: ReviewParts): vscode.Disposable =>
  parts.annotations.onDidCheck(checked => {
    for (const reviewed of [true, false]) {
      const meant = checked.filter(box => box.reviewed === reviewed).map(({ overview }) => overview);
      void markReviewed(parts, meant, reviewed);
    }
  });

/** Marks the selected annotations as reviewed; where all of them are, as not reviewed. */
export const toggleReviewed = (parts: ReviewParts): Command => ({
  id: COMMANDS.toggleReviewed,
  run: async (argument: unknown, selected?: unknown) => {
    const meant = await annotationsMeant(parts.annotations, argument, selected);
    await markReviewed(parts, meant, !meant.every(({ annotation }) => isReviewed(annotation)));
  },
});

/** Selects the next annotation that is not reviewed, or the one before, and shows its passage; the view keeps the focus. */
export const goToUnreviewed = (
  id: string,
  annotations: AnnotationsView,
  goToPassage: GoToPassage,
  direction: 1 | -1,
): Command => ({
  id,
  run: async () => {
    const overview = await annotations.selectUnreviewed(direction);
    if (!overview) {
      void showInformation(vscode.l10n.t('Nothing is left to review in this list.'));
      return;
    }
    await goToPassage.show({ document: overview.document, id: overview.annotation.id }, true);
  },
});
