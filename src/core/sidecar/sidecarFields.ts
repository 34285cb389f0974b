import {
  type Anchor,
  type Annotation,
  type DocumentFacts,
  type Link,
  type Pass,
  type Reply,
} from '../annotation/model';

/** The format's version that is written, and the newest that is read. */
export const SIDECAR_VERSION = 1;

/** What a field holds: `text` one line as a rule, `time` ISO 8601, `prose` any number of lines, the others by name. */
export type FieldKind =
  | 'text'
  | 'context'
  | 'time'
  | 'prose'
  | 'position'
  | 'occurrence'
  | 'reliability'
  | 'credibility'
  | 'list of texts'
  | ListKind;

/** Lists of maps, by what these are. */
export type ListKind = 'list of replies' | 'list of links';

/** Of whatever has a passage, what that is found by. */
const ANCHOR_FIELDS: readonly (readonly [keyof Anchor, FieldKind])[] = [
  ['quote', 'text'],
  ['prefix', 'context'],
  ['suffix', 'context'],
  ['start', 'position'],
  ['end', 'position'],
  ['occurrence', 'occurrence'],
];

/** An annotation's fields, in the order in which they are written. */
export const ANNOTATION_FIELDS: ReadonlyMap<keyof Annotation, FieldKind> = new Map([
  ['id', 'text'],
  ...ANCHOR_FIELDS,
  ['stance', 'text'],
  ['target', 'text'],
  ['reliability', 'reliability'],
  ['credibility', 'credibility'],
  ['basis', 'text'],
  ['note', 'prose'],
  ['replies', 'list of replies'],
  ['resolved', 'time'],
  ['resolvedBy', 'text'],
  ['links', 'list of links'],
  ['tags', 'list of texts'],
  ['dismissed', 'time'],
  ['author', 'text'],
  ['created', 'time'],
  ['updated', 'time'],
  ['reviewed', 'time'],
  ['reviewedBy', 'text'],
  ['adjudicates', 'list of texts'],
]);

/** A reply's fields, in the order in which they are written. */
export const REPLY_FIELDS: ReadonlyMap<keyof Reply, FieldKind> = new Map([
  ['id', 'text'],
  ['author', 'text'],
  ['created', 'time'],
  ['text', 'prose'],
]);

/** A link's fields, in the order in which they are written. */
export const LINK_FIELDS: ReadonlyMap<keyof Link, FieldKind> = new Map([
  ['id', 'text'],
  ['relation', 'text'],
  ['document', 'text'],
  ['annotation', 'text'],
  ...ANCHOR_FIELDS,
  ['note', 'text'],
  ['author', 'text'],
  ['created', 'time'],
]);

/** The fields of a list's maps. */
export const ITEM_FIELDS: Readonly<Record<ListKind, ReadonlyMap<string, FieldKind>>> = {
  'list of replies': REPLY_FIELDS,
  'list of links': LINK_FIELDS,
};

export const isListKind = (kind: FieldKind): kind is ListKind => kind in ITEM_FIELDS;

/** The fields of `document:`, in the order in which they are written. */
export const FACT_FIELDS: ReadonlyMap<keyof DocumentFacts, FieldKind> = new Map([
  ['title', 'text'],
  ['publisher', 'text'],
  ['date', 'time'],
  ['url', 'text'],
]);

/** The fields of an item of `passes:`, in the order in which they are written. */
export const PASS_FIELDS: ReadonlyMap<keyof Pass, FieldKind> = new Map([
  ['by', 'text'],
  ['done', 'time'],
]);

/** The top level's keys, in the order in which they are written. */
export const TOP_KEYS = ['version', 'document', 'passes', 'annotations'] as const;
