import { type Anchor, type Link, type LinkRelation } from '../core/annotation/model';
import { relativePath } from '../core/corpus/relativePath';
import { orderedLink } from '../core/sidecar/readFields';
import { type CorpusPath } from './corpusPaths';

/** A passage that a link leads to: where it stands, and the annotation that is about it, where there is one. */
export interface LinkEnd {
  readonly anchor: Anchor;
  readonly annotation?: string;
}

/** What is said of a new link. */
export interface LinkOrigin {
  readonly id: string;
  readonly relation: LinkRelation;
  readonly note?: string;
  readonly author?: string;
  readonly timestamp: string;
}

/** A link from a document to a passage of another; undefined where they are of different folders, between which no path leads. */
export function newLink(from: CorpusPath, to: CorpusPath, end: LinkEnd, origin: LinkOrigin): Link | undefined {
  if (from.folder.uri !== to.folder.uri) return undefined;
  const { id, relation, note, author, timestamp } = origin;
  const document = relativePath(from.path, to.path);
  const said = { ...(note ? { note } : {}), ...(author ? { author } : {}), created: timestamp };
  return withPassage({ id, relation, document, ...said }, end);
}

/** A link that leads to another passage of its document. */
export function withPassage(link: Omit<Link, keyof Anchor | 'annotation'>, { anchor, annotation }: LinkEnd): Link {
  const { id, relation, document, note, author, created } = link;
  const { quote, prefix, suffix, start, end, occurrence } = anchor;
  const fields: Partial<Link> = {
    id,
    relation,
    document,
    annotation,
    quote,
    prefix,
    suffix,
    start,
    end,
    occurrence,
    note,
    author,
    created,
  };
  return orderedLink(fields as Link);
}
