import { type Annotation, type DocumentFacts, type Link } from '../annotation/model';
import { resolvedPath } from '../corpus/relativePath';
import { CodePoints } from '../text/codePoints';
import { LONE_SURROGATE } from '../text/loneSurrogate';
import { type ExportedAnnotation, type ExportedCorpus, type ExportedDocument } from './exportedCorpus';
import { stableGuid } from './stableId';
import { dateTime } from './times';

/** The context of the Web Annotation Vocabulary. */
export const WEB_ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Pressmark's own terms, and the annotations' names. A URN: there is nothing to be fetched. */
export const PRESSMARK_TERMS = 'urn:pressmark:terms:';
const ANNOTATION_NAMES = 'urn:pressmark:annotation:';
const REPLY_NAMES = 'urn:pressmark:reply:';
const LINK_NAMES = 'urn:pressmark:link:';

/** The term that says which of an annotation's fields a body holds. */
export const FIELD_TERM = 'pressmark:field';

/** The fields that are bodies of their own, and what each is for (the motivations of the vocabulary). */
export const FIELD_PURPOSES = {
  stance: 'assessing',
  target: 'identifying',
  reliability: 'assessing',
  credibility: 'assessing',
  basis: 'describing',
} as const;
/** The terms that say of an annotation when and by whom its conversation was settled. */
export const RESOLVED_TERM = 'pressmark:resolved';
export const RESOLVED_BY_TERM = 'pressmark:resolvedBy';
/** Those that say of a linked passage how it is linked, by which path and to which annotation, and why. */
export const RELATION_TERM = 'pressmark:relation';
export const DOCUMENT_TERM = 'pressmark:document';
export const ANNOTATION_TERM = 'pressmark:annotation';
export const NOTE_TERM = 'pressmark:note';

export type BodyField = keyof typeof FIELD_PURPOSES;
export const BODY_FIELDS = Object.keys(FIELD_PURPOSES) as readonly BodyField[];

/**
 * A W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/) as JSON-LD, all on one page. Positions count code
 * points, as the model has it, in the article's canonical text; passages whose place is not sure have their quote alone.
 */
export function toWebAnnotations({ name, documents }: ExportedCorpus): string {
  const items = documents.flatMap(webAnnotations);
  const id = (what: string): string => `urn:uuid:${stableGuid('web annotation', what, name)}`;
  const collection = {
    '@context': [WEB_ANNOTATION_CONTEXT, { pressmark: PRESSMARK_TERMS }],
    id: id('collection'),
    type: 'AnnotationCollection',
    label: name,
    total: items.length,
    first: { id: id('page'), type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

function webAnnotations({ path, facts, text, annotations }: ExportedDocument): readonly object[] {
  const points = new CodePoints(text ?? '');
  const source = sourceOf(path, facts);
  return annotations.map(({ annotation, span }: ExportedAnnotation) => {
    const { quote, prefix, suffix, author, resolved, resolvedBy } = annotation;
    const [created, modified] = [dateTime(annotation.created), dateTime(annotation.updated)];
    const body = [...bodiesOf(annotation), ...(annotation.links ?? []).map(link => linkedPassage(path, link))];
    return {
      id: nameOf(annotation.id),
      type: 'Annotation',
      motivation: body.length > 0 ? 'assessing' : 'highlighting',
      ...creation(author, created),
      ...(modified ? { modified } : {}),
      ...(resolved === undefined ? {} : { [RESOLVED_TERM]: resolved }),
      ...(resolvedBy === undefined ? {} : { [RESOLVED_BY_TERM]: resolvedBy }),
      ...(body.length > 0 ? { body } : {}),
      target: {
        source,
        selector: [
          quoteSelector(quote, prefix, suffix),
          ...(span ? [{ type: 'TextPositionSelector', ...points.fromUnits(span) }] : []),
        ],
      },
    };
  });
}

const creation = (author: string | undefined, created: string | undefined): object => ({
  ...(author ? { creator: { type: 'Person', name: author } } : {}),
  ...(created ? { created } : {}),
});

function bodiesOf(annotation: Annotation): readonly object[] {
  const textual = (purpose: string, value: string, more: object = {}): object => ({
    type: 'TextualBody',
    purpose,
    value,
    ...more,
  });
  return [
    ...BODY_FIELDS.flatMap(field => {
      const value = annotation[field];
      return value === undefined ? [] : textual(FIELD_PURPOSES[field], String(value), { [FIELD_TERM]: field });
    }),
    ...(annotation.tags ?? []).map(tag => textual('tagging', tag)),
    ...(annotation.note === undefined ? [] : [textual('commenting', annotation.note, { format: 'text/markdown' })]),
    ...(annotation.replies ?? []).map(({ id, author, created, text }) =>
      textual('replying', text, {
        format: 'text/markdown',
        ...(id === undefined ? {} : { id: REPLY_NAMES + iriPart(id) }),
        ...creation(author, dateTime(created)),
      }),
    ),
  ];
}

/** The passage of another article, and how this one has to do with it. Where it stands there is found by its words. */
function linkedPassage(from: string, link: Link): object {
  const { id, relation, document, annotation, quote, prefix, suffix, note, author, created } = link;
  return {
    ...(id === undefined ? {} : { id: LINK_NAMES + iriPart(id) }),
    type: 'SpecificResource',
    purpose: 'linking',
    source: sourceOf(resolvedPath(from, document) ?? document, {}),
    selector: quoteSelector(quote, prefix, suffix),
    [RELATION_TERM]: relation,
    [DOCUMENT_TERM]: document,
    ...(annotation === undefined ? {} : { [ANNOTATION_TERM]: nameOf(annotation) }),
    ...(note === undefined ? {} : { [NOTE_TERM]: note }),
    ...creation(author, dateTime(created)),
  };
}

const quoteSelector = (exact: string, prefix: string, suffix: string): object => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix ? { prefix } : {}),
  ...(suffix ? { suffix } : {}),
});

/** The article: its path, relative to the corpus, and where it was had from. */
const sourceOf = (path: string, { url }: DocumentFacts): object => ({
  id: path.split('/').map(iriPart).join('/'),
  type: 'Text',
  format: 'text/plain',
  ...(url && isWebAddress(url) ? { via: url } : {}),
});

/** An annotation's name: a web address as it is, anything else under Pressmark's own. */
const nameOf = (id: string): string => (isWebAddress(id) ? id : ANNOTATION_NAMES + iriPart(id));

/** The id that a name was made of; a foreign name is its own id. */
export function idOfName(name: string): string {
  const prefix = [ANNOTATION_NAMES, REPLY_NAMES, LINK_NAMES].find(known => name.startsWith(known));
  return prefix === undefined ? name : pathOfIri(name.slice(prefix.length));
}

/** What was percent-encoded; as it stands where it was not. */
export function pathOfIri(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}

export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text);

const HALF_PAIR = new RegExp(LONE_SURROGATE, 'g');

/** Percent-encoded; half a surrogate pair, which no encoding has, becomes U+FFFD. */
const iriPart = (text: string): string => encodeURIComponent(text.replace(HALF_PAIR, '\ufffd'));
