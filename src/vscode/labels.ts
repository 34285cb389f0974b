import { l10n } from 'vscode';
import {
  type Annotation,
  type Credibility,
  type Judgement,
  type Reliability,
  type Stance,
} from '../core/annotation/model';
import { type Codebook } from '../core/codebook/parseCodebook';
import { type STANCE_SCHEMES } from '../core/codebook/schemes';
import { type ResolutionState } from '../core/anchor/resolution';
import { type Facet, FACETS, NO_VALUE } from '../core/annotation/facets';
import { type AnnotationFilter } from '../core/annotation/filter';
import { type ReviewState } from '../core/annotation/review';
import { type Sorting } from '../core/annotation/sorting';
import { type ClaimKind, type QuoteType } from '../core/detect/model';
import { once } from '../core/detect/once';
import { type HighlightKind } from '../core/detect/highlightKinds';

/** A name for people, and what it means. */
export interface Label {
  readonly label: string;
  readonly definition: string;
}

/** Names of quote types, as they stand in hovers and settings. */
export const quoteTypeLabels = (): Record<QuoteType, Label> => ({
  direct: { label: l10n.t('Direct quote'), definition: l10n.t('a full clause or sentence in quotation marks') },
  partial: { label: l10n.t('Partial quote'), definition: l10n.t('a quoted fragment within the reporter’s sentence') },
  scare: { label: l10n.t('Scare quote'), definition: l10n.t('quoted words that no one is reported to have said') },
  title: { label: l10n.t('Title'), definition: l10n.t('the name of a work, programme or paper') },
  unmarked: { label: l10n.t('Unmarked quote'), definition: l10n.t('speech after a colon, without quotation marks') },
  indirect: { label: l10n.t('Reported speech'), definition: l10n.t('speech or thought in the reporter’s words') },
});

/** Names of claim kinds, as they stand in hovers. */
export const claimKindLabels = (): Record<ClaimKind, string> => ({
  count: l10n.t('Count'),
  percent: l10n.t('Percentage'),
  fraction: l10n.t('Fraction'),
  money: l10n.t('Amount of money'),
  measure: l10n.t('Measurement'),
  duration: l10n.t('Duration'),
  ratio: l10n.t('Ratio'),
  change: l10n.t('Change'),
});

/** Names of what can be shown or hidden. */
export const highlightKindLabels = (): Record<HighlightKind, Label> => ({
  ...quoteTypeLabels(),
  claim: { label: l10n.t('Numeric claim'), definition: l10n.t('a quantity that the article asserts') },
});

/** The four stances; a codebook may name others. */
export const stanceLabels = once((): Record<Stance, Label> => ({
  favor: { label: l10n.t('In favor'), definition: l10n.t('The passage supports the target.') },
  against: { label: l10n.t('Against'), definition: l10n.t('The passage opposes or criticizes the target.') },
  neutral: { label: l10n.t('Neutral'), definition: l10n.t('It speaks of the target and takes no side.') },
  unclear: { label: l10n.t('Unclear'), definition: l10n.t('It takes a side, but which one cannot be told.') },
}));

/** Source reliability of the Admiralty system (AJP-2.1). */
export const reliabilityLabels = once((): Record<Reliability, Label> => ({
  A: {
    label: l10n.t('Completely reliable'),
    definition: l10n.t('No doubt about the source; it has always been right.'),
  },
  B: { label: l10n.t('Usually reliable'), definition: l10n.t('Minor doubts; it has mostly been right.') },
  C: { label: l10n.t('Fairly reliable'), definition: l10n.t('Some doubts, but it has been right before.') },
  D: { label: l10n.t('Not usually reliable'), definition: l10n.t('Serious doubts, though it was right at times.') },
  E: { label: l10n.t('Unreliable'), definition: l10n.t('It has been wrong or has misled before.') },
  F: { label: l10n.t('Cannot be judged'), definition: l10n.t('There is nothing to judge the source by.') },
}));

/** What credibilities are called in a codebook's scheme. */
export const credibilityLabels = (codebook?: Pick<Codebook, 'credibilityScheme'>): Record<Credibility, Label> =>
  codebook?.credibilityScheme === 'claimreview' ? claimReviewLabels() : admiraltyLabels();

/** The ratings that fact-checkers commonly publish. */
const claimReviewLabels = (): Record<Credibility, Label> => ({
  1: { label: l10n.t('True'), definition: l10n.t('It is accurate, and nothing of weight is left out.') },
  2: { label: l10n.t('Mostly true'), definition: l10n.t('It is accurate, and needs a clarification.') },
  3: { label: l10n.t('Half true'), definition: l10n.t('It is accurate in part, and leaves out what matters.') },
  4: { label: l10n.t('Mostly false'), definition: l10n.t('It holds some truth, and gives another impression.') },
  5: { label: l10n.t('False'), definition: l10n.t('It is not accurate.') },
  6: { label: l10n.t('Unproven'), definition: l10n.t('It can be shown neither way.') },
});

/** Information credibility of the Admiralty system (AJP-2.1). */
const admiraltyLabels = once((): Record<Credibility, Label> => ({
  1: { label: l10n.t('Confirmed'), definition: l10n.t('Independent sources say the same; it fits what is known.') },
  2: {
    label: l10n.t('Probably true'),
    definition: l10n.t('Not confirmed, but logical and in line with what is known.'),
  },
  3: {
    label: l10n.t('Possibly true'),
    definition: l10n.t('Not confirmed; plausible, and agrees with some of what is known.'),
  },
  4: { label: l10n.t('Doubtful'), definition: l10n.t('Not confirmed; possible, but nothing else supports it.') },
  5: { label: l10n.t('Improbable'), definition: l10n.t('Not confirmed; it contradicts what is known.') },
  6: { label: l10n.t('Cannot be judged'), definition: l10n.t('There is nothing to check it against.') },
}));

/** Names of what annotations are filtered and grouped by. */
export const facetLabels = once((): Record<Facet, string> => ({
  document: l10n.t('Document'),
  outlet: l10n.t('Outlet'),
  speaker: l10n.t('Speaker'),
  target: l10n.t('Target'),
  stance: l10n.t('Stance'),
  reliability: l10n.t('Source Reliability'),
  credibility: l10n.t('Credibility'),
  tag: l10n.t('Tag'),
  author: l10n.t('Author'),
  review: l10n.t('Review'),
  anchor: l10n.t('Passage'),
}));

/** What stands for no value of a facet. */
const noValueLabels = once((): Record<Facet, string> => ({
  document: l10n.t('No document'),
  outlet: l10n.t('No outlet'),
  speaker: l10n.t('No speaker'),
  target: l10n.t('No target'),
  stance: l10n.t('No stance'),
  reliability: l10n.t('Not rated'),
  credibility: l10n.t('Not rated'),
  tag: l10n.t('No tag'),
  author: l10n.t('No author'),
  review: l10n.t('Not reviewed'),
  anchor: l10n.t('Not looked for yet'),
}));

/** Where an annotation stands in review. */
export const reviewLabels = once((): Record<ReviewState, string> => ({
  unreviewed: l10n.t('Not reviewed'),
  changed: l10n.t('Changed since review'),
  reviewed: l10n.t('Reviewed'),
}));

/** How sure it is where a passage is. */
export const anchorLabels = once((): Record<ResolutionState, string> => ({
  exact: l10n.t('In its place'),
  moved: l10n.t('Moved'),
  uncertain: l10n.t('Place uncertain'),
  lost: l10n.t('Not found'),
}));

/** What names values of facets that do not say it themselves. */
export interface FacetNames {
  /** Names documents by their addresses. */
  readonly titleOf: (document: string) => string;
  /** Whose scheme names credibilities. */
  readonly codebook: Codebook | undefined;
}

/** A facet's value in words. */
export function facetValueLabel(facet: Facet, value: string, { titleOf, codebook }: FacetNames): string {
  if (value === NO_VALUE) return noValueLabels()[facet];
  switch (facet) {
    case 'document':
      return titleOf(value);
    case 'stance':
      return stanceName(value);
    case 'reliability':
      return graded(value, reliabilityLabels());
    case 'credibility':
      return graded(value, credibilityLabels(codebook));
    case 'review':
      return (reviewLabels() as Partial<Record<string, string>>)[value] ?? value;
    case 'anchor':
      return (anchorLabels() as Partial<Record<string, string>>)[value] ?? value;
    default:
      return value;
  }
}

const graded = (code: string, labels: Partial<Record<string, Label>>): string =>
  labels[code] ? `${code}: ${labels[code].label}` : code;

/** A filter in words: "Stance: Against or Neutral; Target: port; “harbour dues”". Empty for no filter. */
export function filterText({ facets, words }: AnnotationFilter, named: FacetNames): string {
  const names = facetLabels();
  const parts = FACETS.flatMap(facet => {
    const values = facets[facet]?.map(value => facetValueLabel(facet, value, named));
    return values ? [l10n.t('{0}: {1}', names[facet], values.join(` ${l10n.t('or')} `))] : [];
  });
  return [...parts, ...words.map(word => l10n.t('“{0}”', word))].join('; ');
}

/** A passage in quotation marks, where it does not bring its own. */
export const inMarks = (passage: string): string =>
  /^[“”„«»‹›‘’"']/.test(passage) ? passage : l10n.t('“{0}”', passage);

/** Names of how annotations are sorted. */
export const sortingLabels = (): Record<Sorting, string> => ({
  document: l10n.t('Place in the Documents'),
  newest: l10n.t('Last Changed First'),
  oldest: l10n.t('Last Changed Last'),
  reliability: l10n.t('Source Reliability'),
  credibility: l10n.t('Credibility'),
  passage: l10n.t('Words of the Passage'),
});

/** The stances of other schemes. */
const schemeLabels = once((): Record<(typeof STANCE_SCHEMES)['sdqc' | 'fnc-1'][number], Label> => ({
  support: { label: l10n.t('Support'), definition: l10n.t('The passage says that the rumor is true.') },
  deny: { label: l10n.t('Deny'), definition: l10n.t('It says that the rumor is not true.') },
  query: { label: l10n.t('Query'), definition: l10n.t('It asks for evidence.') },
  comment: { label: l10n.t('Comment'), definition: l10n.t('It says nothing on whether the rumor is true.') },
  agree: { label: l10n.t('Agree'), definition: l10n.t('The passage says what the headline says.') },
  disagree: { label: l10n.t('Disagree'), definition: l10n.t('It says that the headline is not so.') },
  discuss: { label: l10n.t('Discuss'), definition: l10n.t('It is about the same and takes no side.') },
  unrelated: { label: l10n.t('Unrelated'), definition: l10n.t('It is about something else.') },
}));

const knownStances = once((): Partial<Record<string, Label>> => ({ ...stanceLabels(), ...schemeLabels() }));

/** The name and the meaning of a stance of ours or of a known scheme; undefined for a codebook's own. */
export function stanceLabel(stance: string): Label | undefined {
  const known = knownStances();
  return Object.hasOwn(known, stance) ? known[stance] : undefined;
}

/** A stance in words: a known one localised, a codebook's own as it stands. */
export const stanceName = (stance: string): string => stanceLabel(stance)?.label ?? stance;

/** The names of the fields of a judgement. */
export const fieldLabels = (): Record<keyof Judgement, string> => ({
  stance: l10n.t('Stance'),
  target: l10n.t('Target'),
  reliability: l10n.t('Reliability'),
  credibility: l10n.t('Credibility'),
  basis: l10n.t('Basis'),
  note: l10n.t('Note'),
  tags: l10n.t('Tags'),
});

/** A stance with its target: "Against: harbour expansion". Empty where the annotation has neither. */
export function stanceText({ stance, target }: Judgement): string {
  if (stance === undefined) return target ?? '';
  return target === undefined ? stanceName(stance) : l10n.t('{0}: {1}', stanceName(stance), target);
}

/** The grade as analysts write it, "B2"; a part that is not rated is a dash. Empty where neither part is rated. */
export const gradeText = ({ reliability, credibility }: Judgement): string =>
  reliability === undefined && credibility === undefined ? '' : `${reliability ?? '–'}${credibility ?? '–'}`;

/** What a judgement says in a field, in words; empty for nothing. */
export function fieldValueText(judgement: Judgement, field: keyof Judgement, codebook?: Codebook): string {
  const { stance, reliability, credibility, tags } = judgement;
  switch (field) {
    case 'stance':
      return stance === undefined ? '' : stanceName(stance);
    case 'reliability':
      return reliability ? `${reliability}: ${reliabilityLabels()[reliability].label}` : '';
    case 'credibility':
      return credibility ? `${credibility}: ${credibilityLabels(codebook)[credibility].label}` : '';
    case 'tags':
      return tags?.join(', ') ?? '';
    default:
      return judgement[field] ?? '';
  }
}

/** Whose an annotation is that is not the reader's own. */
export const othersText = ({ author }: Pick<Annotation, 'author'>): string =>
  author === undefined ? l10n.t('Annotation without an author') : l10n.t('Annotation by {0}', author);

/** "7 quotes, 2 claims, 3 annotations", parts that are zero left out; what an empty document has is said as well. */
export function countsText(counts: { readonly quotes: number; readonly claims: number }, annotations: number): string {
  const parts = [
    counts.quotes ? quotesText(counts.quotes) : '',
    counts.claims === 1 ? l10n.t('1 claim') : counts.claims ? l10n.t('{0} claims', counts.claims) : '',
    annotationsText(annotations),
  ].filter(part => part !== '');
  return parts.length ? parts.join(', ') : l10n.t('no quotes or claims');
}

export const documentsText = (count: number): string =>
  count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count);

export const quotesText = (count: number): string => (count === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', count));

/** "3 annotations"; empty for none. */
export const annotationsText = (count: number): string =>
  count === 0 ? '' : count === 1 ? l10n.t('1 annotation') : l10n.t('{0} annotations', count);

/** "2 of 5 reviewed". */
export const reviewedText = (reviewed: number, count: number): string => l10n.t('{0} of {1} reviewed', reviewed, count);
