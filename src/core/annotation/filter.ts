import { compareValues, type Facet, FACETS, facetValues, type ListedAnnotation, NO_VALUE } from './facets';

/**
 * Which annotations a list shows: those that have, of each facet named, one of its values, and hold every one of the words. Facets are
 * in the order of FACETS, none has an empty list.
 */
export interface AnnotationFilter {
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Words and phrases; upper and lower case are the same. */
  readonly words: readonly string[];
}

/** Lets everything through. */
export const NO_FILTER: AnnotationFilter = { facets: {}, words: [] };

export const isFiltering = ({ facets, words }: AnnotationFilter): boolean =>
  words.length > 0 || Object.keys(facets).length > 0;

/** The filter with these values of a facet in place of those it has; none: the facet does not matter. */
export function withFacet(filter: AnnotationFilter, facet: Facet, values: readonly string[]): AnnotationFilter {
  const all = { ...filter.facets, [facet]: values };
  const facets = FACETS.flatMap(name => (all[name]?.length ? [[name, all[name]] as const] : []));
  return { ...filter, facets: Object.fromEntries(facets) };
}

/** What a facet's values come to in a list. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** A test of annotations against a filter; what is derived from the filter is derived once. */
export function matcher({ facets, words }: AnnotationFilter): (item: ListedAnnotation) => boolean {
  const wanted = FACETS.flatMap(facet => {
    const values = facets[facet];
    return values ? [{ facet, values: new Set(values) }] : [];
  });
  const folded = words.map(word => word.toLowerCase());
  return item =>
    wanted.every(({ facet, values }) => facetValues(item, facet).some(value => values.has(value))) &&
    (folded.length === 0 || holds(item, folded));
}

/** True where each of the words, in lower case, stands in what an annotation says or what is known around it. */
function holds({ annotation, title, outlet, speaker }: ListedAnnotation, words: readonly string[]): boolean {
  const { quote, note, basis, target, tags = [], author } = annotation;
  const text = [quote, note, basis, target, ...tags, author, title, outlet, speaker].join('\n').toLowerCase();
  return words.every(word => text.includes(word));
}

/**
 * The values that a facet has among what the rest of the filter lets through, with how many annotations have each: what choosing the
 * value comes to. Values that are chosen and have none are there with 0.
 */
export function facetCounts(
  items: Iterable<ListedAnnotation>,
  facet: Facet,
  filter: AnnotationFilter,
): readonly FacetCount[] {
  const matches = matcher(withFacet(filter, facet, []));
  const counts = new Map<string, number>();
  for (const item of items)
    if (matches(item)) for (const value of facetValues(item, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const value of filter.facets[facet] ?? []) if (!counts.has(value)) counts.set(value, 0);
  const compare = compareValues(facet);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => compare(a.value, b.value));
}

/** What stands for no value where a filter is written; a value that reads so is quoted. */
const NONE = 'none';
const NEEDS_QUOTES = /[\s,:"\\]|^$/;
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * A filter as text that `parseFilter` reads, to be kept and to be typed: `stance:against,unclear outlet:"Norrby Posten" tag:none "side
 * door"`. Empty for no filter.
 */
export function printFilter({ facets, words }: AnnotationFilter): string {
  const value = (text: string): string =>
    text === NO_VALUE ? NONE : text === NONE || NEEDS_QUOTES.test(text) ? quoted(text) : text;
  const terms = FACETS.flatMap(facet => (facets[facet] ? [`${facet}:${facets[facet].map(value).join(',')}`] : []));
  return [...terms, ...words.map(word => (NEEDS_QUOTES.test(word) ? quoted(word) : word))].join(' ');
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const VALUE = String.raw`(?:${QUOTED}|[^\s,"]+)`;
const TERM = new RegExp(
  String.raw`(?:(${FACETS.join('|')}):(${VALUE}(?:,${VALUE})*)(?=\s|$)|(${QUOTED})|(\S+))`,
  'gsi',
);
const VALUES = new RegExp(VALUE, 'gs');

/** Reads what `printFilter` writes, or somebody typed. Never fails: what is no facet with values is a word. */
export function parseFilter(text: string): AnnotationFilter {
  const facets = new Map<Facet, Set<string>>();
  const words: string[] = [];
  const unquoted = (term: string): string => (isQuoted(term) ? term.slice(1, -1).replace(/\\(.)/gs, '$1') : term);
  for (const [, name, list, phrase, word] of text.matchAll(TERM)) {
    const facet = FACETS.find(known => known === name?.toLowerCase());
    if (facet === undefined) words.push(unquoted(phrase ?? word ?? ''));
    else {
      const values = facets.get(facet) ?? new Set<string>();
      for (const [value] of list!.matchAll(VALUES)) values.add(value === NONE ? NO_VALUE : unquoted(value));
      facets.set(facet, values);
    }
  }
  const filter: AnnotationFilter = { facets: {}, words: words.filter(word => word !== '') };
  return [...facets].reduce((made, [facet, values]) => withFacet(made, facet, [...values]), filter);
}

const isQuoted = (term: string): boolean => term.length > 1 && term.startsWith('"') && term.endsWith('"');
