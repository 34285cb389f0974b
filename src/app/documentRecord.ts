import { type FollowedPassage, type Removal } from '../core/anchor/followedEdit';
import { type Resolution } from '../core/anchor/resolution';
import { resolveAnchors } from '../core/anchor/resolveAnchor';
import { type ArticleDigest } from '../core/across/articleDigest';
import { type Annotation, type DocumentFacts, isDismissal } from '../core/annotation/model';
import { type Detection } from '../core/detect/detect';
import { withNested } from '../core/detect/model';
import { FACT_FIELDS } from '../core/sidecar/sidecarFields';
import { type ReadableText } from '../core/text/editedText';
import { type Span } from '../core/text/span';
import { type DocumentUri } from './ports';

/** Why an article cannot be analysed, or not wholly. */
export type ArticleProblem =
  | { readonly kind: 'missing' | 'binary' | 'empty' | 'undecodable' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** An annotation and where its passage is now. */
export interface Passage extends FollowedPassage {
  readonly annotation: Annotation;
}

/** A passage that has a place in the text. */
export type PlacedPassage = Passage & { readonly span: Span };

/** What is kept of every analysed document. */
export interface DocumentRecord {
  readonly uri: DocumentUri;
  /** Of the canonical text, in UTF-16 code units. */
  readonly length: number;
  /** From the text alone; the sidecar's facts come before these. */
  readonly facts: DocumentFacts;
  /** Highlights: indirect quotes are not counted. */
  readonly quotes: number;
  readonly claims: number;
  readonly problem?: ArticleProblem;
  /** Of the file as it was read, where that is known. */
  readonly stamp?: string;
  /** The document's annotations and dismissals that the user is to see, found again, by id. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** All of them, for what must not depend on who looks. */
  readonly followed: ReadonlyMap<string, Passage>;
  /** Who says the passages, by their annotations' ids; of an open document it is looked up, see `speakerOf`. */
  readonly speakers?: ReadonlyMap<string, string>;
}

/** A document that is open in an editor: its text as it stands there, and all that was found in it. */
export interface OpenRecord extends DocumentRecord {
  readonly text: ReadableText;
  readonly detection: Detection;
  /** What was deleted lately: passages come back with it. */
  readonly removals: readonly Removal[];
}

const NO_PASSAGES: ReadonlyMap<string, Passage> = new Map();

/** What is found in a text. */
export interface Found {
  readonly detection: Detection;
  readonly followed: ReadonlyMap<string, Passage>;
}

export function recordOfProblem(uri: DocumentUri, problem: ArticleProblem): DocumentRecord {
  return { uri, length: 0, facts: {}, quotes: 0, claims: 0, problem, passages: NO_PASSAGES, followed: NO_PASSAGES };
}

/** The record of a document without annotations. */
export function recordOfDigest(
  uri: DocumentUri,
  { length, isBlank, facts, quotes, claims }: ArticleDigest,
  stamp: string | undefined,
): DocumentRecord {
  return {
    uri,
    length,
    facts,
    quotes,
    claims,
    ...(isBlank ? { problem: { kind: 'empty' } } : {}),
    ...(stamp === undefined ? {} : { stamp }),
    passages: NO_PASSAGES,
    followed: NO_PASSAGES,
  };
}

export const stampOf = (record: DocumentRecord | undefined): { readonly stamp?: string } =>
  record?.stamp === undefined ? {} : { stamp: record.stamp };

/** Who is found to say the passage of an annotation, by the fullest name; undefined where that is nobody, or not known. */
export function speakerOf(record: DocumentRecord | OpenRecord, id: string): string | undefined {
  const passage = record.passages.get(id);
  return passage && 'detection' in record ? speakerIn(record.detection, passage) : record.speakers?.get(id);
}

/** What `speakerIn` gave, by the places of the passages: views ask for all of a document's whenever one of its annotations changes. */
const known = new WeakMap<Detection, Map<string, string | undefined>>();

/** The speaker of the quote that shares most of the passage; of nested ones that share as much, of the innermost. */
export function speakerIn(detection: Detection, { span, state }: Passage): string | undefined {
  if (!span || state === 'lost') return undefined;
  const speakers = known.get(detection) ?? new Map<string, string | undefined>();
  known.set(detection, speakers);
  const place = `${span.start} ${span.end}`;
  if (!speakers.has(place)) speakers.set(place, speakerAt(detection, span));
  return speakers.get(place);
}

function speakerAt(detection: Detection, span: Span): string | undefined {
  const shared = (quote: Span): number => Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
  const quotes = withNested(detection.near(span).quotes).filter(quote => quote.speaker && shared(quote) > 0);
  const most = Math.max(...quotes.map(shared));
  const quote = quotes.findLast(candidate => shared(candidate) === most);
  return quote && (quote.speakerName ?? quote.speaker?.text);
}

/** The annotated passages that are in the text, certainly or not; lost ones are nowhere. */
export const placedPassages = (record: DocumentRecord): readonly PlacedPassage[] =>
  placed(record).filter(({ annotation }) => !isDismissal(annotation));

/** The passages whose highlights were dismissed, and that are in the text. */
export const dismissedPassages = (record: DocumentRecord): readonly PlacedPassage[] =>
  placed(record).filter(({ annotation }) => isDismissal(annotation));

const placed = (record: DocumentRecord): readonly PlacedPassage[] =>
  [...record.passages.values()].filter(
    (passage): passage is PlacedPassage => passage.span !== undefined && passage.state !== 'lost',
  );

export const passagesOf = (
  annotations: readonly Annotation[],
  resolutions: readonly Resolution[],
): ReadonlyMap<string, Passage> =>
  new Map(annotations.map((annotation, i) => [annotation.id, { ...resolutions[i]!, annotation }]));

/** Where the passages of annotations are: those whose anchors are known stay where they were followed to, the others are found. */
export function following(
  text: string,
  annotations: readonly Annotation[],
  known: ReadonlyMap<string, Passage>,
): ReadonlyMap<string, Passage> {
  const followed = (annotation: Annotation): Passage | undefined => {
    const passage = known.get(annotation.id);
    return passage && isSameAnchor(passage.annotation, annotation) ? { ...passage, annotation } : undefined;
  };
  const unknown = annotations.filter(annotation => !followed(annotation));
  const found = passagesOf(unknown, resolveAnchors(text, unknown));
  return new Map(annotations.map(annotation => [annotation.id, followed(annotation) ?? found.get(annotation.id)!]));
}

/** True where two records of a document agree but for places: a list of documents or annotations would show the same. */
export function saysTheSame(a: DocumentRecord, b: DocumentRecord): boolean {
  return (
    a.quotes === b.quotes &&
    a.claims === b.claims &&
    [...FACT_FIELDS.keys()].every(fact => a.facts[fact] === b.facts[fact]) &&
    [...b.passages].every(([id, { state }]) => a.passages.get(id)?.state === state)
  );
}

/** True where passages are those of these very annotations: somebody else looks at them, or they are to be seen otherwise. */
export const isSameOf = (followed: ReadonlyMap<string, Passage>, annotations: readonly Annotation[]): boolean =>
  annotations.length === followed.size &&
  annotations.every(annotation => followed.get(annotation.id)?.annotation === annotation);

const isSameAnchor = (a: Annotation, b: Annotation): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.quote === b.quote &&
  a.prefix === b.prefix &&
  a.suffix === b.suffix &&
  a.occurrence === b.occurrence;
