import { type Annotation, type DocumentFacts } from '../annotation/model';

/** The format's version that is written, and the newest that is read. */
export const SIDECAR_VERSION = 1;

/** What a field holds: `text` one line as a rule, `time` ISO 8601, `prose` any number of lines, the others by name. */
export type FieldKind =
  'text' | 'context' | 'time' | 'prose' | 'position' | 'occurrence' | 'reliability' | 'credibility' | 'list of texts';

/** An annotation's fields, in the order in which they are written. */
export const ANNOTATION_FIELDS: ReadonlyMap<keyof Annotation, FieldKind> = new Map([
  ['id', 'text'],
  ['quote', 'text'],
  ['prefix', 'context'],
  ['suffix', 'context'],
  ['start', 'position'],
  ['end', 'position'],
  ['occurrence', 'occurrence'],
  ['stance', 'text'],
  ['target', 'text'],
  ['reliability', 'reliability'],
  ['credibility', 'credibility'],
  ['basis', 'text'],
  ['note', 'prose'],
  ['tags', 'list of texts'],
  ['author', 'text'],
  ['created', 'time'],
  ['updated', 'time'],
]);

/** The fields of `document:`, in the order in which they are written. */
export const FACT_FIELDS: ReadonlyMap<keyof DocumentFacts, FieldKind> = new Map([
  ['title', 'text'],
  ['publisher', 'text'],
  ['date', 'time'],
  ['url', 'text'],
]);

/** The top level's keys, in the order in which they are written. */
export const TOP_KEYS = ['version', 'document', 'annotations'] as const;
