import { type AcrossSources } from '../../app/acrossSources';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { type DocumentUri } from '../../app/ports';
import { choosePassage, isSamePassage, passagesAt } from '../../app/tagging';
import { describeAnchor } from '../../core/anchor/describeAnchor';
import { type Anchor, type Annotation } from '../../core/annotation/model';
import { type Span } from '../../core/text/span';
import { spanOfRange } from '../editor/positions';
import { type AnnotationReference } from '../references';
import { articleEditor } from './references';
import { type TaggingParts } from './tagPassage';

/** What linking works with. */
export interface LinkingParts extends TaggingParts {
  readonly corpus: Corpus;
  readonly store: AnnotationStore;
  readonly sources: AcrossSources;
}

/** A passage at an end of a link: an annotation's, or one that nothing is said of yet. */
export interface LinkedPassage {
  readonly document: DocumentUri;
  /** The passage's words. */
  readonly quote: string;
  /** Canonical offsets; absent where only the annotation is known. */
  readonly span?: Span;
  readonly annotation?: Annotation;
}

/** The passage of an annotation; undefined where it is not there any more. */
export function annotatedPassage(
  { store, analysis }: Pick<LinkingParts, 'store' | 'analysis'>,
  { document, id }: AnnotationReference,
): LinkedPassage | undefined {
  const annotation = store.annotation(document, id);
  const span = analysis.record(document)?.passages.get(id)?.span;
  return annotation && { document, quote: annotation.quote, annotation, ...(span ? { span } : {}) };
}

/** The passage at the cursor of the active editor: the annotation there, else what tagging would tag. Undefined where there is neither. */
export function passageAtCursor(parts: Pick<LinkingParts, 'analysis'>): LinkedPassage | undefined {
  const article = articleEditor(parts.analysis);
  if (!article) return undefined;
  const { editor, record } = article;
  const selection = spanOfRange(editor.document, editor.selection);
  const tagged = selection.start === selection.end ? passagesAt(record, selection.start)[0] : undefined;
  const chosen = choosePassage(record, selection);
  const annotation = tagged?.annotation ?? chosen?.annotation;
  const span = tagged?.span ?? chosen?.span;
  if (!span) return undefined;
  const quote = annotation?.quote ?? record.text.slice(span.start, span.end);
  return { document: record.uri, quote, span, ...(annotation ? { annotation } : {}) };
}

/** A passage of a document that need not be open, with the annotation that is about it, where there is one that `isWanted`. */
export function passageIn(
  { analysis, store }: Pick<LinkingParts, 'analysis' | 'store'>,
  document: DocumentUri,
  text: string,
  { start, end }: Span,
  isWanted: (annotation: Annotation) => boolean = () => true,
): LinkedPassage {
  const passages = [...(analysis.record(document)?.passages.values() ?? [])];
  const about = passages.find(
    ({ span, annotation }) =>
      span !== undefined &&
      isSamePassage(span, { start, end }) &&
      isWanted(annotation) &&
      store.annotation(document, annotation.id) !== undefined,
  );
  const span = { start, end };
  return { document, quote: text.slice(start, end), span, ...(about ? { annotation: about.annotation } : {}) };
}

/** A document's text as its editor has it, else as its file reads; undefined where it cannot be read. */
export async function textOf(
  { analysis, sources }: Pick<LinkingParts, 'analysis' | 'sources'>,
  document: DocumentUri,
): Promise<string | undefined> {
  return analysis.openRecord(document)?.text.toString() ?? (await sources.article(document))?.text;
}

/** How a link's passage is found again: as its annotation's is, where there is one. Undefined where its article cannot be read. */
export async function anchorOf(
  parts: Pick<LinkingParts, 'analysis' | 'sources'>,
  { document, annotation, span }: LinkedPassage,
): Promise<Anchor | undefined> {
  if (annotation) return annotation;
  const text = await textOf(parts, document);
  return text === undefined || !span ? undefined : describeAnchor(text, span);
}
