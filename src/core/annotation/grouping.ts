import { FACETS, type Facet } from './facets';

/** What annotations can be grouped by: every facet but how sure the passage's place is. */
export type Grouping = Exclude<Facet, 'anchor'>;
export const GROUPINGS = FACETS.filter((facet): facet is Grouping => facet !== 'anchor');
