import { naturalOrder } from '../naturalOrder';
import { RESOLUTION_STATES, type ResolutionState } from '../anchor/resolution';
import { type Annotation, CREDIBILITIES, RELIABILITIES, STANCES } from './model';
import { REVIEW_STATES, reviewState } from './review';

/** What annotations are filtered and grouped by. `outlet` is the document's publisher, `anchor` how sure the passage's place is. */
export const FACETS = [
  'document',
  'outlet',
  'speaker',
  'target',
  'stance',
  'reliability',
  'credibility',
  'tag',
  'author',
  'review',
  'anchor',
] as const;
export type Facet = (typeof FACETS)[number];

/** An annotation, and what is known around it, as lists filter, group and sort by it. */
export interface ListedAnnotation {
  /** The document's address. */
  readonly document: string;
  readonly title: string;
  readonly outlet?: string;
  /** Who is found to say the passage. */
  readonly speaker?: string;
  readonly annotation: Annotation;
  /** Absent until the document was analysed. */
  readonly anchor?: ResolutionState;
}

/** The value of those that have none. */
export const NO_VALUE = '';

const one = (value: string | number | undefined): readonly string[] => [String(value ?? NO_VALUE)];

/** The values that an annotation has; `[NO_VALUE]` where it has none. */
export function facetValues(item: ListedAnnotation, facet: Facet): readonly string[] {
  const { annotation } = item;
  switch (facet) {
    case 'document':
    case 'outlet':
    case 'speaker':
    case 'anchor':
      return one(item[facet]);
    case 'stance':
    case 'target':
    case 'reliability':
    case 'credibility':
    case 'author':
      return one(annotation[facet]);
    case 'tag':
      return annotation.tags?.length ? [...new Set(annotation.tags)] : one(undefined);
    case 'review':
      return one(reviewState(annotation));
  }
}

/** Codes in the order of their scheme; what is to be looked at comes before what is done. */
const SCHEMES: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  stance: STANCES,
  reliability: RELIABILITIES,
  credibility: CREDIBILITIES.map(String),
  review: REVIEW_STATES,
  anchor: RESOLUTION_STATES,
};

/**
 * The order of a facet's values: codes as their scheme has them, then all others by name, no value last. Documents keep the order in
 * which they come: no two differ.
 */
export function compareValues(facet: Facet): (a: string, b: string) => number {
  if (facet === 'document') return () => 0;
  const scheme = SCHEMES[facet] ?? [];
  const rank = (value: string): number => {
    if (value === NO_VALUE) return scheme.length + 1;
    const at = scheme.indexOf(value);
    return at < 0 ? scheme.length : at;
  };
  return (a, b) => rank(a) - rank(b) || naturalOrder(a, b);
}
