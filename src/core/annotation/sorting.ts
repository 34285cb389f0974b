import { compareValues, type ListedAnnotation } from './facets';

/** How annotations are sorted within their group. `document`: as they stand in the documents. */
export const SORTINGS = ['document', 'newest', 'oldest', 'reliability', 'credibility', 'passage'] as const;
export type Sorting = (typeof SORTINGS)[number];

const timeOf = ({ annotation: { updated, created } }: ListedAnnotation): string => updated ?? created ?? '';
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byGrade =
  (grade: 'reliability' | 'credibility') =>
  (a: ListedAnnotation, b: ListedAnnotation): number =>
    compareValues(grade)(String(a.annotation[grade] ?? ''), String(b.annotation[grade] ?? ''));

const COMPARE: Readonly<Record<Exclude<Sorting, 'document'>, (a: ListedAnnotation, b: ListedAnnotation) => number>> = {
  newest: (a, b) => compareTexts(timeOf(b), timeOf(a)),
  oldest: (a, b) => compareTexts(timeOf(a), timeOf(b)),
  reliability: byGrade('reliability'),
  credibility: byGrade('credibility'),
  passage: (a, b) => compareTexts(a.annotation.quote.toLowerCase(), b.annotation.quote.toLowerCase()),
};

/** Annotations in an order; those that are equal keep theirs, and so do all in that of the documents. */
export const sortAnnotations = <T extends ListedAnnotation>(items: readonly T[], sorting: Sorting): readonly T[] =>
  sorting === 'document' ? items : items.toSorted(COMPARE[sorting]);
