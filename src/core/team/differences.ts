import { alignPassages, type PlacedAnnotation, targetKey } from '../agreement/alignPassages';
import { type Annotation } from '../annotation/model';

/** An annotation at the place where its passage is now. */
export type ComparedAnnotation = PlacedAnnotation & Pick<Annotation, 'id' | 'tags' | 'adjudicates'>;

/** What annotators can differ in. Basis and note are for people: no two would ever be the same. */
export const COMPARED_FIELDS = ['stance', 'target', 'reliability', 'credibility', 'tags'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** A passage of which annotators say different things. */
export interface Difference<A extends ComparedAnnotation = ComparedAnnotation> {
  /** In the order of the text, one of each author. */
  readonly annotations: readonly A[];
  /** What they differ in; none where one alone marked the passage. */
  readonly fields: readonly ComparedField[];
  /** Annotators of the document who did not mark the passage. */
  readonly without: readonly string[];
}

/** True where an annotation decides between others. */
export const isAdjudication = ({ adjudicates }: Pick<Annotation, 'adjudicates'>): boolean =>
  adjudicates !== undefined && adjudicates.length > 0;

/** The ids of the annotations that another one decides between: they are settled. */
export const settledIds = (annotations: readonly Pick<Annotation, 'adjudicates'>[]): ReadonlySet<string> =>
  new Set(annotations.flatMap(({ adjudicates = [] }) => adjudicates));

/**
 * Where the annotators of a document differ and nobody has decided yet, in the order of the text. As for agreement, what somebody
 * did not say is missing and no difference, stances are compared toward the same target only, and annotations without an author
 * do not count. `done` are those who marked their pass done: who marked nothing has said so. A passage that an annotator alone
 * marked is a difference where the document has other annotators.
 */
export function differencesIn<A extends ComparedAnnotation>(
  annotations: readonly A[],
  done: readonly string[],
): readonly Difference<A>[] {
  const settled = settledIds(annotations);
  const signed = annotations.filter(annotation => annotation.author !== undefined && !isAdjudication(annotation));
  const annotators = [...new Set([...signed.map(({ author }) => author!), ...done])].sort();
  return alignPassages(signed.toSorted((a, b) => a.start - b.start || a.end - b.end)).flatMap(group => {
    if (group.every(({ id }) => settled.has(id))) return [];
    const fields = COMPARED_FIELDS.filter(field => isDifferent(group, field));
    const authors = new Set(group.map(({ author }) => author));
    const without = annotators.filter(name => !authors.has(name));
    return fields.length > 0 || (group.length === 1 && without.length > 0)
      ? [{ annotations: group, fields, without }]
      : [];
  });
}

function isDifferent(group: readonly ComparedAnnotation[], field: ComparedField): boolean {
  if (field !== 'stance') return new Set(group.flatMap(annotation => keyOf(annotation, field) ?? [])).size > 1;
  const targets = new Map<string, Set<string>>();
  for (const annotation of group) {
    if (annotation.stance === undefined) continue;
    const target = targetKey(annotation);
    targets.set(target, (targets.get(target) ?? new Set()).add(annotation.stance));
  }
  return [...targets.values()].some(stances => stances.size > 1);
}

/** What two values have in common where they are the same; undefined where nothing was said. */
function keyOf(annotation: ComparedAnnotation, field: Exclude<ComparedField, 'stance'>): string | undefined {
  if (field === 'target') return annotation.target === undefined ? undefined : targetKey(annotation);
  if (field === 'tags') return annotation.tags?.length ? JSON.stringify(annotation.tags.toSorted()) : undefined;
  return annotation[field]?.toString();
}
