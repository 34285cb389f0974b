import { type Anchor, type Annotation, type Link, type LinkRelation, type SidecarEdit } from '../core/annotation/model';
import { relativePath } from '../core/corpus/relativePath';
import { orderedLink } from '../core/sidecar/readFields';
import { type AnnotationStore } from './annotationStore';
import { addressOf, type CorpusPath, corpusPathOf } from './corpusPaths';
import { addressAfter, type FileMove } from './movedDocuments';
import { type DocumentUri, type Folder } from './ports';

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
  const { quote, prefix, suffix, start, end: until, occurrence } = end.anchor;
  const { id, relation, note, author, timestamp } = origin;
  return orderedLink({
    id,
    relation,
    document: relativePath(from.path, to.path),
    ...(end.annotation === undefined ? {} : { annotation: end.annotation }),
    quote,
    prefix,
    suffix,
    start,
    end: until,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(note ? { note } : {}),
    ...(author ? { author } : {}),
    created: timestamp,
  });
}

/** The annotations of a sidecar whose links have to read otherwise, since this document or those that they lead to have other addresses now. */
export function movedLinks(
  annotations: readonly Annotation[],
  from: CorpusPath,
  to: CorpusPath,
  addressNow: (uri: DocumentUri) => DocumentUri,
): readonly { readonly id: string; readonly links: readonly Link[] }[] {
  return annotations.flatMap(({ id, links = [] }) => {
    const now = links.map((link): Link => {
      const before = addressOf(from, link.document);
      const target = before === undefined ? undefined : corpusPathOf([to.folder], addressNow(before));
      const document = target && relativePath(to.path, target.path);
      return document === undefined || document === link.document ? link : { ...link, document };
    });
    return now.some((link, i) => link !== links[i]) ? [{ id, links: now }] : [];
  });
}

/**
 * The edits that bring links along after files were moved: those of the moved documents, and those that lead to them, in whatever sidecar.
 * Sidecars may have been read at the old address or at the new one.
 */
export function linksAlong(
  store: Pick<AnnotationStore, 'documents' | 'everyAnnotation'>,
  folders: readonly Folder[],
  moves: readonly FileMove[],
): readonly { readonly document: DocumentUri; readonly edit: SidecarEdit }[] {
  const forth = (uri: DocumentUri): DocumentUri => moved(uri, moves);
  const back = (uri: DocumentUri): DocumentUri =>
    moved(
      uri,
      moves.map(({ from, to }) => ({ from: to, to: from })),
    );
  const done = new Set<DocumentUri>();
  return store.documents.flatMap(known => {
    const linked = store.everyAnnotation(known).filter(({ links }) => links !== undefined);
    if (linked.length === 0) return [];
    const document = forth(known);
    const [from, to] = [back(known), document].map(uri => corpusPathOf(folders, uri));
    if (!from || !to || done.has(document)) return [];
    done.add(document);
    const edits = movedLinks(linked, from, to, forth).map(
      ({ id, links }) => ({ kind: 'change', id, fields: { links } }) as const,
    );
    return edits.length ? [{ document, edit: { kind: 'group', edits } as const }] : [];
  });
}

/** Where a file is after one of these moves, of itself or of its folder. */
function moved(uri: DocumentUri, moves: readonly FileMove[]): DocumentUri {
  for (const move of moves) {
    const address = addressAfter(uri, move);
    if (address !== uri) return address;
  }
  return uri;
}
