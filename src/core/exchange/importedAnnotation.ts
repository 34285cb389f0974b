import {
  type Annotation,
  type Judgement,
  type Link,
  OCCURRENCE,
  type Reply,
  UNKNOWN_POSITION,
} from '../annotation/model';
import { isRelativePath } from '../corpus/relativePath';
import { orderedLink } from '../sidecar/readFields';
import { type Span } from '../text/span';

/** An annotation as another program has it, before its article is known and its passage found. */
export interface ImportedAnnotation {
  /** Where in the file it stands: a line, or the path to it in JSON. */
  readonly place: string;
  /** What its article may be called: paths, file names, addresses; the surest first. */
  readonly documents: readonly string[];
  readonly id: string;
  /** The passage's words; absent where the file has its position alone. */
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /**
   * Where it stands, in one or more pieces, whose words are `quote` with blanks between. In code points, as the formats have it, or in
   * UTF-16 units, as many programs do all the same.
   */
  readonly position?: readonly Span[];
  readonly judgement: Judgement;
  /** What was said to it, and whether that is settled. */
  readonly conversation?: Conversation;
  readonly author?: string;
  readonly created?: string;
  readonly updated?: string;
}

/** What of an annotation is neither passage nor judgement, and said by several. */
export type Conversation = Pick<Annotation, 'replies' | 'resolved' | 'resolvedBy' | 'links'>;

/** A conversation from what a file has of it; what is empty is absent. */
export const conversationFrom = (
  replies: readonly Reply[],
  resolved: string | undefined,
  resolvedBy: string | undefined,
  links: readonly Link[] = [],
): Conversation => ({
  ...(replies.length > 0 ? { replies } : {}),
  ...(resolved === undefined ? {} : { resolved }),
  ...(resolvedBy === undefined ? {} : { resolvedBy }),
  ...(links.length > 0 ? { links } : {}),
});

/** A link from what a file has of it, of which nothing is sure; none where it lacks a relation, a path or words, or the path is none. */
export function linkFrom(fields: Readonly<Partial<Record<keyof Link, unknown>>>): readonly Link[] {
  const text = (name: keyof Link): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
  };
  const texts = (...names: readonly (keyof Link)[]): Partial<Link> =>
    Object.fromEntries(names.flatMap(name => (text(name) === undefined ? [] : [[name, text(name)]])));
  const [relation, document, quote] = [text('relation'), text('document'), text('quote')];
  if (!relation || !document || !quote || !isRelativePath(document)) return [];
  const { prefix = '', suffix = '', occurrence } = texts('prefix', 'suffix', 'occurrence');
  const [start, end] = [fields.start, fields.end];
  const isPlaced =
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    0 <= (start as number) &&
    (start as number) <= (end as number);
  const position = isPlaced
    ? { start: start as number, end: end as number }
    : { start: UNKNOWN_POSITION, end: UNKNOWN_POSITION };
  const said = texts('id', 'annotation', 'note', 'author', 'created');
  const isOccurrence = occurrence !== undefined && OCCURRENCE.test(occurrence);
  return [
    orderedLink({
      ...said,
      relation,
      document,
      quote,
      prefix,
      suffix,
      ...position,
      ...(isOccurrence ? { occurrence } : {}),
    }),
  ];
}

/** A reply from what a file has of it, in the order in which it is written. */
export const replyFrom = (
  text: string,
  { id, author, created }: Readonly<Record<'id' | 'author' | 'created', string | undefined>>,
): Reply => ({
  ...(id === undefined ? {} : { id }),
  ...(author === undefined ? {} : { author }),
  ...(created === undefined ? {} : { created }),
  text,
});

/** What of an import needs to be told. */
export const IMPORT_PROBLEM_CODES = [
  /** The file cannot be read as what it should be. `reason`. Nothing of it was imported. */
  'unreadable',
  /** There is no annotation in the file. */
  'empty',
  /** Something is no annotation, or not written as one. */
  'malformed',
  /** An annotation of a whole document: it has no passage. Not imported. */
  'no-passage',
  /** A reply to another annotation. Not imported. */
  'reply',
  /** What has no counterpart in Pressmark was left out. `what`, as the file names it. */
  'not-carried',
  /** A passage in pieces was imported with what lies between them. */
  'joined',
  /** No article of the corpus is this one. `document`. Not imported. */
  'no-document',
  /** Several articles could be this one. `document`. Not imported. */
  'several-documents',
  /** The article cannot be read. `document`. Not imported. */
  'unreadable-article',
  /** Imported; where its passage is, is a guess. */
  'uncertain',
  /** Imported; its passage is not in the article. */
  'lost',
  /** The annotation is there already and says something else. What is there was left as it is. `id`. */
  'differs',
  /** An annotation of another article has the id. Not imported. `id`, `document`: the other article. */
  'id-elsewhere',
  /** The sidecar has errors and must not be written. `document`. Not imported. */
  'refused',
  /** The sidecar could not be written. `document`, `reason`. Not imported. */
  'not-written',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEM_CODES)[number];

/** Something that needs to be told; `place` as in ImportedAnnotation, empty for the whole file. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly place: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** What a file holds. */
export interface ImportReading {
  readonly annotations: readonly ImportedAnnotation[];
  readonly problems: readonly ImportProblem[];
}

export const importProblem = (
  code: ImportProblemCode,
  place: string,
  values: ImportProblem['arguments'] = {},
): ImportProblem => ({ code, place, arguments: values });
