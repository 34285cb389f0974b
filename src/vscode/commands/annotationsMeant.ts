import * as vscode from 'vscode';
import { type AnnotationOverview } from '../../app/corpusView';
import { type AnnotationsView } from '../views/annotationsView';
import { annotationReferenceIn } from './references';

const overviewIn = (argument: unknown): readonly AnnotationOverview[] =>
  annotationReferenceIn(argument) && typeof argument === 'object' && argument !== null && 'overview' in argument
    ? [argument.overview as AnnotationOverview]
    : [];

/** What the view's keys give to their commands. */
const isKey = (argument: unknown): boolean =>
  typeof argument === 'object' && argument !== null && 'row' in argument && argument.row === 'focused';

/**
 * The annotations that a command of the annotations view means: where it was called on a row, that row, and with it the selected ones
 * if it is one of these; by a key, those that are selected, or the row that has the focus; else all that are selected. One that is
 * listed twice is meant once.
 */
export async function annotationsMeant(
  annotations: AnnotationsView,
  argument: unknown,
  selected: unknown,
): Promise<readonly AnnotationOverview[]> {
  const byKey = isKey(argument);
  // The arrows move the focus alone, which VS Code keeps to itself: selecting it is the way to learn of it.
  if (byKey && annotations.selection.length < 2) await vscode.commands.executeCommand('list.selectAndPreserveFocus');
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length ? selected : [argument];
  const meant = byKey || argument === undefined ? annotations.selection : rows.flatMap(overviewIn);
  return [...new Map(meant.map(overview => [`${overview.document}#${overview.annotation.id}`, overview])).values()];
}
