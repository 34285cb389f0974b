import { type Facet } from './facets';

/** What annotations can be grouped by. */
export const GROUPINGS = [
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
] as const satisfies readonly Facet[];
export type Grouping = (typeof GROUPINGS)[number];
