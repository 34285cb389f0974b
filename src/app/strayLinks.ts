import { type AnnotationStore } from './annotationStore';
import { type Corpus } from './corpus';
import { type DocumentLink } from './linkIndex';
import { type DocumentUri } from './ports';

/** Documents of its own folder of the workspace to which a link can be made to lead, in the corpus' order. */
export function reachableDocuments(
  corpus: Corpus,
  { document }: Pick<DocumentLink, 'document'>,
): readonly DocumentUri[] {
  const here = corpus.placeOf(document)?.folder;
  return corpus.documents.flatMap(({ uri, missing }) =>
    !missing && uri !== document && corpus.placeOf(uri)?.folder === here ? [uri] : [],
  );
}

/**
 * Where a link whose document is gone may lead now: to who holds the annotation that it names (ids are unique within a corpus), else to documents of the
 * same file name.
 */
export function likelyDocuments(
  corpus: Corpus,
  store: Pick<AnnotationStore, 'annotation'>,
  stored: DocumentLink,
): readonly DocumentUri[] {
  const reachable = reachableDocuments(corpus, stored);
  const { annotation, document } = stored.link;
  const holders = annotation === undefined ? [] : reachable.filter(uri => store.annotation(uri, annotation));
  if (holders.length) return holders;
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return reachable.filter(uri => nameOf(corpus.placeOf(uri)!.path) === nameOf(document));
}
