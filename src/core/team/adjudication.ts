import { type Annotation, type Judgement, JUDGEMENT_FIELDS } from '../annotation/model';

/** A value that annotators gave a field, and who gave it. */
export interface Proposal<F extends keyof Judgement = keyof Judgement> {
  readonly value: Judgement[F];
  readonly authors: readonly string[];
}

/** What each field could be, of those in which the annotations say more than one thing; "nothing" is one too. */
export function proposalsFor(annotations: readonly Annotation[]): ReadonlyMap<keyof Judgement, readonly Proposal[]> {
  const proposals = new Map<keyof Judgement, readonly Proposal[]>();
  for (const field of JUDGEMENT_FIELDS) {
    const byValue = new Map<string, { value: Judgement[typeof field]; authors: string[] }>();
    for (const { author = '', [field]: value } of annotations) {
      const key = JSON.stringify(field === 'tags' ? (value as readonly string[] | undefined)?.toSorted() : value) ?? '';
      const known = byValue.get(key);
      if (known) known.authors.push(author);
      else byValue.set(key, { value, authors: [author] });
    }
    if (byValue.size > 1) proposals.set(field, [...byValue.values()].toSorted(bySupport));
  }
  return proposals;
}

/** Most authors first; nothing last. */
const bySupport = (a: Proposal, b: Proposal): number =>
  Number(a.value === undefined) - Number(b.value === undefined) || b.authors.length - a.authors.length;

/** What a merge begins with: of each field the value that most gave. */
export function commonJudgement(annotations: readonly Annotation[]): Judgement {
  const first = annotations[0];
  if (!first) return {};
  const proposals = proposalsFor(annotations);
  return Object.fromEntries(
    JUDGEMENT_FIELDS.flatMap(field => {
      const value = proposals.has(field) ? proposals.get(field)![0]!.value : first[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
