import { type Annotation, CREDIBILITIES, RELIABILITIES, STANCES } from './model';

/** What annotations can be grouped by. */
export const GROUPINGS = ['document', 'stance', 'target', 'reliability', 'credibility'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Items that share a value; `value` is undefined for those that have none. */
export interface Group<T> {
  readonly value: string | undefined;
  readonly items: readonly T[];
}

/** Codes in the order of their scheme, everything else by name after them. */
const SCHEME_ORDER: readonly string[] = [...STANCES, ...RELIABILITIES, ...CREDIBILITIES.map(String)];

/**
 * Groups items by a field of their annotation (or by `documentOf`), keeping their order within a group. Codes of a scheme come in
 * the scheme's order, other values by name, and what has no value comes last.
 */
export function groupAnnotations<T>(
  items: readonly T[],
  grouping: Grouping,
  annotationOf: (item: T) => Annotation,
  documentOf: (item: T) => string,
): readonly Group<T>[] {
  const groups = new Map<string | undefined, T[]>();
  for (const item of items) {
    const value = grouping === 'document' ? documentOf(item) : annotationOf(item)[grouping]?.toString();
    const group = groups.get(value);
    if (group) group.push(item);
    else groups.set(value, [item]);
  }
  const rank = (value: string): number => {
    const at = SCHEME_ORDER.indexOf(value);
    return at < 0 || grouping === 'document' || grouping === 'target' ? SCHEME_ORDER.length : at;
  };
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...groups]
    .map(([value, members]): Group<T> => ({ value, items: members }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      if (grouping === 'document') return 0;
      return rank(a.value) - rank(b.value) || collator.compare(a.value, b.value);
    });
}
