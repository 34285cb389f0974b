import { describeAnchor } from '../core/anchor/describeAnchor';
import { type Annotation, type Judgement, JUDGEMENT_FIELDS } from '../core/annotation/model';
import { type HighlightKind } from '../core/detect/highlightKinds';
import { type NumericClaim, type Quote, withNested } from '../core/detect/model';
import { type ReadableText } from '../core/text/editedText';
import { sentenceAt } from '../core/text/sentences';
import { type Span } from '../core/text/span';
import {
  dismissedPassages,
  type DocumentRecord,
  type OpenRecord,
  type PlacedPassage,
  placedPassages,
} from './documentRecord';

/** What a passage to tag was taken from. */
export type PassageOrigin = 'selection' | 'annotation' | 'quote' | 'claim' | 'sentence';

/** A highlight: a detected quote or numeric claim. */
export type Highlight =
  { readonly kind: 'quote'; readonly quote: Quote } | { readonly kind: 'claim'; readonly claim: NumericClaim };

/** The passage that a command means. */
export interface ChosenPassage {
  readonly origin: PassageOrigin;
  readonly span: Span;
  /** Set where the passage is tagged already. */
  readonly annotation?: Annotation;
}

/** One that somebody, or detection, has marked. */
type MarkedPassage = ChosenPassage & { readonly origin: Exclude<PassageOrigin, 'sentence'> };

const isAt = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
const length = (span: Span): number => span.end - span.start;

/** The highlights that touch an offset, of every kind, shortest first. */
export function highlightsAt(record: OpenRecord, offset: number): readonly Highlight[] {
  const near = record.detection.near({ start: offset, end: offset });
  const quotes = withNested(near.quotes).filter(quote => isAt(quote, offset));
  const claims = near.claims.filter(claim => isAt(claim, offset));
  const all: readonly Highlight[] = [
    ...quotes.map((quote): Highlight => ({ kind: 'quote', quote })),
    ...claims.map((claim): Highlight => ({ kind: 'claim', claim })),
  ];
  return [...all].sort((a, b) => length(spanOf(a)) - length(spanOf(b)));
}

/** The innermost quote that a claim's figure stands in: it tells who says so. */
export const quoteAround = ({ detection }: OpenRecord, { figure }: NumericClaim): Quote | undefined =>
  detection.near(figure).quotes.findLast(({ start, end }) => start <= figure.start && end >= figure.end);

/** Where a highlight stands. */
export const spanOf = (highlight: Highlight): Span => (highlight.kind === 'quote' ? highlight.quote : highlight.claim);

/** The annotated passages that touch an offset: the user's own before others', the shortest of each first. Lost ones are nowhere. */
export const passagesAt = (
  record: OpenRecord,
  offset: number,
  isMine: (annotation: Annotation) => boolean = () => true,
): readonly PlacedPassage[] =>
  placedPassages(record)
    .filter(({ span }) => isAt(span, offset))
    .sort((a, b) => Number(isMine(b.annotation)) - Number(isMine(a.annotation)) || length(a.span) - length(b.span));

/**
 * The passage that the editor means by a selection: the selection without the blanks around it; where nothing is selected, the
 * tagged passage at the cursor, else the highlight there (reported speech has no marks to be meant by), else the sentence. Undefined
 * where there are no words.
 */
export function choosePassage(
  record: OpenRecord,
  selection: Span,
  isMine?: (annotation: Annotation) => boolean,
): ChosenPassage | undefined {
  const marked = markedPassage(record, selection, isMine);
  if (marked || selection.start !== selection.end) return marked;
  const text = record.text.toString();
  const sentence = trimmed(text, sentenceAt(text, selection.start));
  return sentence && { origin: 'sentence', span: sentence };
}

/** The highlight that is meant by a selection: the one that is selected, or the one at the cursor where nothing is. */
export function highlightMeant(record: OpenRecord, selection: Span): Span | undefined {
  const found = selection.start === selection.end ? highlightAtCursor(record, selection) : selected(record, selection);
  return found && { start: found.start, end: found.end };
}

function highlightAtCursor(record: OpenRecord, cursor: Span): Span | undefined {
  const marked = markedPassage(record, cursor);
  return marked?.origin === 'quote' || marked?.origin === 'claim' ? marked.span : undefined;
}

function selected({ detection }: OpenRecord, selection: Span): Span | undefined {
  const { quotes, claims } = detection.near(selection);
  return [...withNested(quotes), ...claims].find(span => isSamePassage(span, selection));
}

/**
 * As choosePassage, but for the sentence: undefined where nothing is selected, tagged or highlighted. Cheap in a long text. What is
 * tagged by somebody else alone is a passage to tag: nobody speaks in another's name.
 */
export function markedPassage(
  record: OpenRecord,
  selection: Span,
  isMine: (annotation: Annotation) => boolean = () => true,
): MarkedPassage | undefined {
  if (selection.start !== selection.end) {
    const span = trimmed(record.text, selection);
    return span && { origin: 'selection', span };
  }
  const [tagged] = passagesAt(record, selection.start, isMine);
  if (tagged)
    return {
      origin: 'annotation',
      span: tagged.span,
      ...(isMine(tagged.annotation) ? { annotation: tagged.annotation } : {}),
    };
  const highlight = highlightsAt(record, selection.start).find(
    found => found.kind === 'claim' || found.quote.type !== 'indirect',
  );
  return highlight && { origin: highlight.kind, span: spanOf(highlight) };
}

/** True of two spans that are of one passage, give or take some words at the ends. */
export const isSamePassage = (a: Span, b: Span): boolean =>
  2 * (Math.min(a.end, b.end) - Math.max(a.start, b.start)) > Math.max(length(a), length(b));

/** True where an annotation is about this very passage, give or take some words at its ends. */
export const isTagged = (record: OpenRecord, span: Span): boolean =>
  placedPassages(record).some(passage => isSamePassage(passage.span, span));

/** The dismissal of the highlight at this very passage; undefined where there is none. */
export const dismissalOf = (record: DocumentRecord, span: Span): PlacedPassage | undefined =>
  dismissedPassages(record).find(passage => isSamePassage(passage.span, span));

/** Tells of highlights whether they were dismissed, and not tagged since; quick for many. */
export function dismissedIn(record: OpenRecord): (span: Span) => boolean {
  const dismissed = dismissedPassages(record);
  if (dismissed.length === 0) return () => false;
  const isOfTagged = taggedIn(record);
  return sameAsOneOf(dismissed.map(({ span }) => span).filter(span => !isOfTagged(span)));
}

/** As isTagged; quick for many. */
export const taggedIn = (record: OpenRecord): ((span: Span) => boolean) =>
  sameAsOneOf(placedPassages(record).map(({ span }) => span));

/** The highlights of these kinds that were not dismissed, those within others too, in the order of the text. */
export function suggestedHighlights(record: OpenRecord, kinds: ReadonlySet<HighlightKind>): readonly Span[] {
  const isDismissed = dismissedIn(record);
  return [
    ...withNested(record.detection.quotes).filter(quote => kinds.has(quote.type)),
    ...(kinds.has('claim') ? record.detection.claims : []),
  ]
    .filter(span => !isDismissed(span))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those of suggestedHighlights that are not tagged yet. */
export function openSuggestions(record: OpenRecord, kinds: ReadonlySet<HighlightKind>): readonly Span[] {
  const isOfTagged = taggedIn(record);
  return suggestedHighlights(record, kinds).filter(span => !isOfTagged(span));
}

/** Tells of spans whether they are of one passage with some of these (see isSamePassage). */
export function sameAsOneOf(some: readonly Span[]): (span: Span) => boolean {
  if (some.length === 0) return () => false;
  const spans = some.toSorted((a, b) => a.start - b.start);
  return span => {
    // Of one passage, one starts less than the other's length from where the other starts.
    const reach = length(span);
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start <= span.start - reach) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < spans.length && spans[i]!.start < span.start + reach; i++)
      if (isSamePassage(spans[i]!, span)) return true;
    return false;
  };
}

/** A new annotation of a span of the text. */
export function newAnnotation(
  text: string,
  span: Span,
  judgement: Judgement,
  origin: { readonly id: string; readonly author?: string; readonly timestamp: string },
): Annotation {
  const { id, author, timestamp } = origin;
  return {
    id,
    ...describeAnchor(text, span),
    ...judgement,
    ...(author ? { author } : {}),
    created: timestamp,
    updated: timestamp,
  };
}

/** What remembers that the highlight at a span of the text is not to be tagged. */
export const newDismissal = (
  text: string,
  span: Span,
  { id, author, timestamp }: { readonly id: string; readonly author?: string; readonly timestamp: string },
): Annotation => ({ id, ...describeAnchor(text, span), dismissed: timestamp, ...(author ? { author } : {}) });

/** The fields that differ from what is stored, undefined for those to be removed; undefined where nothing differs. */
export function changedFields(stored: Judgement, wanted: Judgement): Partial<Judgement> | undefined {
  const fields: Record<string, unknown> = {};
  for (const key of JUDGEMENT_FIELDS)
    if (JSON.stringify(stored[key]) !== JSON.stringify(wanted[key])) fields[key] = wanted[key];
  return Object.keys(fields).length ? fields : undefined;
}

function trimmed(text: ReadableText, { start, end }: Span): Span | undefined {
  const within = text.slice(start, end);
  const lead = within.length - within.trimStart().length;
  const words = within.trim();
  return words ? { start: start + lead, end: start + lead + words.length } : undefined;
}
