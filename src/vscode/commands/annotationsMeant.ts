import { type AnnotationOverview } from '../../app/corpusView';
import { type AnnotationsView } from '../views/annotationsView';
import { annotationReferenceIn } from './references';

const overviewIn = (argument: unknown): readonly AnnotationOverview[] =>
  annotationReferenceIn(argument) && typeof argument === 'object' && argument !== null && 'overview' in argument
    ? [argument.overview as AnnotationOverview]
    : [];

/**
 * The annotations that a command of the annotations view means: where it was called on a row, that row, and with it the selected ones
 * if it is one of these; else all that are selected. One that is listed twice is meant once.
 */
export function annotationsMeant(
  annotations: AnnotationsView,
  argument: unknown,
  selected: unknown,
): readonly AnnotationOverview[] {
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length ? selected : [argument];
  const meant = argument === undefined ? annotations.selection : rows.flatMap(overviewIn);
  return [...new Map(meant.map(overview => [`${overview.document}#${overview.annotation.id}`, overview])).values()];
}
