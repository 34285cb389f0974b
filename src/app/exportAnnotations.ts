import { type Codebook } from '../core/codebook/parseCodebook';
import { deriveFacts } from '../core/corpus/facts';
import { definitionsOf, type ExportedDocument, type LeftOut, placeAnnotations } from '../core/exchange/exportedCorpus';
import { type ExportFormat } from '../core/exchange/formats';
import { isFault, type SidecarProblem } from '../core/sidecar/sidecarProblem';
import { type AnnotationStore } from './annotationStore';
import { type ArticleFiles, type Clock, type DocumentUri } from './ports';
import { type Visibility } from './visibility';

/** A document as it is exported or imported to. */
export interface ExchangedDocument {
  readonly uri: DocumentUri;
  /** What it is called outside: unique, below the corpus' folder, with slashes. */
  readonly path: string;
}

/** Something about an export that needs to be told. */
export type ExportProblem =
  /** The article is missing or cannot be read: of its annotations only what is stored is known. */
  | { readonly kind: 'article'; readonly document: ExchangedDocument }
  /** The sidecar could not be read: nothing of it was exported. */
  | { readonly kind: 'sidecar'; readonly document: ExchangedDocument; readonly reason: string }
  /** Something in the sidecar was passed over, so it is not in the export. */
  | { readonly kind: 'fault'; readonly document: ExchangedDocument; readonly fault: SidecarProblem }
  /** Others' annotations are withheld before the own pass over the document is done: they are not in the export. */
  | { readonly kind: 'withheld'; readonly document: ExchangedDocument }
  /** The format has no place for an annotation. */
  | { readonly kind: 'leftOut'; readonly document: ExchangedDocument; readonly annotation: LeftOut };

/** What came of an export: a file's bytes. */
export interface Exported {
  readonly bytes: Uint8Array;
  /** So many annotations are in it. */
  readonly annotations: number;
  readonly problems: readonly ExportProblem[];
}

/** What exporting works with. */
export interface ExportParts {
  readonly articles: Pick<ArticleFiles, 'read'>;
  readonly store: AnnotationStore;
  readonly clock: Pick<Clock, 'pause'>;
  /** Who exports must not see all: see Visibility. */
  readonly visibility?: Pick<Visibility, 'isWithheld' | 'unwithheld'>;
}

/** How long work is watched and stopped. `advance` tells that one more document was dealt with. */
export interface Watching {
  readonly signal: AbortSignal;
  readonly advance: () => void;
}

/**
 * Exports the annotations of documents, as they are on disk now; those without any are passed over. Reads only. Undefined where it
 * was stopped. Never rejects but for a defect.
 */
export async function exportAnnotations(
  format: ExportFormat,
  name: string,
  documents: readonly ExchangedDocument[],
  codebooks: readonly Codebook[],
  { articles, store, clock, visibility }: ExportParts,
  { signal, advance }: Watching,
): Promise<Exported | undefined> {
  const exported: ExportedDocument[] = [];
  const problems: ExportProblem[] = [];
  for (const document of documents) {
    if (signal.aborted) return undefined;
    const { uri, path } = document;
    await store.reload(uri);
    const state = store.state(uri);
    advance();
    if (!state) continue;
    if (!state.parsed) {
      problems.push({ kind: 'sidecar', document, reason: state.unreadable ?? '' });
      continue;
    }
    const { facts, passes } = state.parsed;
    const annotations = visibility?.unwithheld(uri, state.parsed.annotations, passes) ?? state.parsed.annotations;
    if (visibility?.isWithheld(uri, passes)) problems.push({ kind: 'withheld', document });
    problems.push(
      ...state.parsed.problems.filter(isFault).map((fault): ExportProblem => ({ kind: 'fault', document, fault })),
    );
    if (annotations.length === 0) continue;
    const reading = await articles.read(uri);
    const text = reading.kind === 'text' ? reading.text : undefined;
    if (text === undefined) problems.push({ kind: 'article', document });
    const stored = annotations.map(({ source: _source, ...annotation }) => annotation);
    exported.push({
      path,
      facts: { ...(text === undefined ? {} : deriveFacts(text)), ...facts },
      ...(text === undefined ? {} : { text }),
      annotations: placeAnnotations(text, stored),
    });
    await clock.pause();
  }
  if (signal.aborted) return undefined;
  // With what it needs, it takes longer to load than most of Pressmark, and few sessions export.
  const { printExport } = await import('../core/exchange/printExport');
  const { bytes, leftOut } = printExport(format, {
    name,
    documents: exported,
    definitions: definitionsOf(codebooks),
  });
  const byPath = new Map(documents.map(document => [document.path, document]));
  const notExported = leftOut.map((annotation): ExportProblem => ({
    kind: 'leftOut',
    document: byPath.get(annotation.path)!,
    annotation,
  }));
  const count = exported.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return { bytes, annotations: count - leftOut.length, problems: [...problems, ...notExported] };
}
