import { type Annotation } from './model';

/** Where an annotation stands in review. `changed`: it was reviewed, and changed since. */
export const REVIEW_STATES = ['unreviewed', 'changed', 'reviewed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A review holds for what it was made of: an annotation that was changed later is to be reviewed again. */
export function reviewState({ reviewed, updated }: Pick<Annotation, 'reviewed' | 'updated'>): ReviewState {
  if (reviewed === undefined) return 'unreviewed';
  return updated !== undefined && updated > reviewed ? 'changed' : 'reviewed';
}

export const isReviewed = (annotation: Pick<Annotation, 'reviewed' | 'updated'>): boolean =>
  reviewState(annotation) === 'reviewed';
