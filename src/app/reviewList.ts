import { compareValues, facetValues } from '../core/annotation/facets';
import { type AnnotationFilter, matcher, NO_FILTER } from '../core/annotation/filter';
import { type Grouping } from '../core/annotation/grouping';
import { isReviewed } from '../core/annotation/review';
import { sortAnnotations, type Sorting } from '../core/annotation/sorting';
import { type AnnotationIndex } from './annotationIndex';
import { type AnnotationOverview, needsAttention } from './corpusView';
import { type DocumentUri } from './ports';

/** Annotations that share a value. `attention`: those that need it, whatever they are grouped by. */
export interface ReviewGroup {
  readonly kind: 'attention' | 'value';
  /** Tells it from the list's other groups. */
  readonly key: string;
  /** Of the list's grouping; NO_VALUE for those without. */
  readonly value: string;
  readonly count: number;
  /** How many of them are reviewed. */
  readonly reviewed: number;
}

/** What a change of some documents did to the list. `groups`: keys of those with other rows, in another order, with other counts or by another name. */
export type ListChange =
  | { readonly kind: 'groups' }
  | { readonly kind: 'rows'; readonly groups: ReadonlySet<string>; readonly rows: readonly AnnotationOverview[] };

/** What one document puts into the groups: its annotations that pass the filter, by group key. */
interface Part {
  /** The document's annotations when this was worked out. */
  readonly of: readonly AnnotationOverview[];
  /** How many of them pass. */
  readonly count: number;
  readonly groups: ReadonlyMap<string, readonly AnnotationOverview[]>;
}

const ATTENTION = 'attention';
const keyOf = (value: string): string => `=${value}`;
const EMPTY: Part = { of: [], count: 0, groups: new Map() };

/**
 * The annotations of the corpus as somebody reviews them: filtered, grouped, sorted. Each document's share is worked out by itself and
 * kept, so that what one document changes costs no look at the others' annotations.
 */
export class ReviewList {
  private readonly parts = new Map<DocumentUri, Part>();
  private readonly sorted = new Map<string, readonly AnnotationOverview[]>();
  private matches = matcher(NO_FILTER);
  private summary: readonly ReviewGroup[] | undefined;

  constructor(
    private readonly index: AnnotationIndex,
    private current: {
      readonly filter: AnnotationFilter;
      readonly grouping: Grouping;
      readonly sorting: Sorting;
    },
  ) {
    this.matches = matcher(current.filter);
  }

  get filter(): AnnotationFilter {
    return this.current.filter;
  }

  get grouping(): Grouping {
    return this.current.grouping;
  }

  get sorting(): Sorting {
    return this.current.sorting;
  }

  /** Lists others, or lists them in another way. */
  arrange(change: Partial<typeof this.current>): void {
    this.current = { ...this.current, ...change };
    this.matches = matcher(this.current.filter);
    this.forgetAll();
  }

  /** Not one without annotations; those that need attention first, then by value. */
  get groups(): readonly ReviewGroup[] {
    return (this.summary ??= this.summarise());
  }

  /** How many annotations pass the filter; one that stands in several groups counts once. */
  get count(): number {
    return this.groups.length ? [...this.parts.values()].reduce((sum, { count }) => sum + count, 0) : 0;
  }

  /** The annotations of a group, sorted; none where there is no such group. */
  rows(key: string): readonly AnnotationOverview[] {
    const known = this.sorted.get(key);
    if (known || !this.groups.some(group => group.key === key)) return known ?? [];
    const items = this.index.documents.flatMap(uri => this.parts.get(uri)?.groups.get(key) ?? []);
    const rows = sortAnnotations(items, this.current.sorting);
    this.sorted.set(key, rows);
    return rows;
  }

  /** Takes in that these documents list other annotations, or the same in another way. */
  update(uris: Iterable<DocumentUri>): ListChange {
    const before = this.groups;
    const groups = new Set<string>();
    const rows: AnnotationOverview[] = [];
    for (const uri of uris) {
      const old = this.parts.get(uri) ?? EMPTY;
      const now = this.index.of(uri);
      if (now === old.of) continue;
      this.parts.delete(uri);
      // A document's title is known once its text was read.
      if (this.current.grouping === 'document' && old.of[0]?.title !== now[0]?.title) groups.add(keyOf(uri));
      const part = now.length ? this.part(uri) : EMPTY;
      for (const key of new Set([...old.groups.keys(), ...part.groups.keys()])) {
        const was = old.groups.get(key) ?? [];
        const is = part.groups.get(key) ?? [];
        const isSameRows =
          was.length === is.length && was.every(({ annotation }, i) => annotation.id === is[i]!.annotation.id);
        const changed = isSameRows ? is.filter((overview, i) => overview !== was[i]) : is;
        if (isSameRows && changed.length === 0) continue;
        this.sorted.delete(key);
        if (isSameRows && this.current.sorting === 'document') rows.push(...changed);
        else groups.add(key);
      }
    }
    if (groups.size === 0 && rows.length === 0) return { kind: 'rows', groups, rows };
    this.summary = undefined;
    const after = this.groups;
    if (before.length !== after.length || before.some(({ key }, i) => key !== after[i]!.key)) return { kind: 'groups' };
    for (const [i, { key, count, reviewed }] of after.entries())
      if (count !== before[i]!.count || reviewed !== before[i]!.reviewed) groups.add(key);
    return { kind: 'rows', groups, rows };
  }

  /** The order of the documents is another. */
  forgetAll(): void {
    this.parts.clear();
    this.sorted.clear();
    this.summary = undefined;
  }

  private summarise(): readonly ReviewGroup[] {
    const counts = new Map<string, { count: number; reviewed: number }>();
    for (const uri of this.index.documents)
      for (const [key, items] of this.part(uri).groups) {
        const sum = counts.get(key) ?? { count: 0, reviewed: 0 };
        sum.count += items.length;
        sum.reviewed += items.filter(({ annotation }) => isReviewed(annotation)).length;
        counts.set(key, sum);
      }
    const compare = compareValues(this.current.grouping);
    return [...counts]
      .map(([key, sums]): ReviewGroup =>
        key === ATTENTION
          ? { kind: 'attention', key, value: '', ...sums }
          : { kind: 'value', key, value: key.slice(1), ...sums },
      )
      .sort((a, b) => Number(b.kind === 'attention') - Number(a.kind === 'attention') || compare(a.value, b.value));
  }

  /** As it was when it was last taken in: until `update` says so, the groups are those that are shown. */
  private part(uri: DocumentUri): Part {
    const known = this.parts.get(uri);
    if (known) return known;
    const of = this.index.of(uri);
    let count = 0;
    const groups = new Map<string, AnnotationOverview[]>();
    const put = (key: string, overview: AnnotationOverview): void => {
      const group = groups.get(key);
      if (group) group.push(overview);
      else groups.set(key, [overview]);
    };
    for (const overview of of) {
      if (!this.matches(overview)) continue;
      count++;
      if (needsAttention(overview)) put(ATTENTION, overview);
      else for (const value of facetValues(overview, this.current.grouping)) put(keyOf(value), overview);
    }
    const part: Part = { of, count, groups };
    this.parts.set(uri, part);
    return part;
  }
}
