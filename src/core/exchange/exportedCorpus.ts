import { isSure, type ResolutionState } from '../anchor/resolution';
import { resolveAnchors } from '../anchor/resolveAnchor';
import { type Annotation, type DocumentFacts } from '../annotation/model';
import { type Codebook, type CodebookEntry } from '../codebook/parseCodebook';
import { type Span } from '../text/span';

/** An annotation, and where its passage is. */
export interface ExportedAnnotation {
  readonly annotation: Annotation;
  /** `unknown`: the article could not be read. */
  readonly state: ResolutionState | 'unknown';
  /** UTF-16 offsets in the canonical text, where the place is sure; else absent. */
  readonly span?: Span;
}

/** An article with its annotations. */
export interface ExportedDocument {
  /** Below the corpus' folder, with slashes; unique within an export. */
  readonly path: string;
  readonly facts: DocumentFacts;
  /** The canonical text; absent where the article could not be read. */
  readonly text?: string;
  /** In the sidecar's order. */
  readonly annotations: readonly ExportedAnnotation[];
}

/** All that is exported. */
export interface ExportedCorpus {
  readonly name: string;
  readonly documents: readonly ExportedDocument[];
  /** What the codebook says of stances, targets and tags; empty where there is none. */
  readonly definitions: Definitions;
}

const DEFINED = ['stances', 'targets', 'tags'] as const;
export type Definitions = Readonly<Partial<Record<(typeof DEFINED)[number], readonly CodebookEntry[]>>>;

/** What several codebooks say; of what two define the first counts. */
export const definitionsOf = (codebooks: readonly Codebook[]): Definitions =>
  Object.fromEntries(
    DEFINED.map(list => {
      const entries = codebooks.flatMap(codebook => codebook[list] ?? []);
      return [list, entries.filter((entry, index) => entries.findIndex(({ name }) => name === entry.name) === index)];
    }),
  );

/** An annotation that a format had no place for. */
export interface LeftOut {
  readonly path: string;
  readonly id: string;
  /**
   * `unplaced`: the format knows passages by their place alone, and it is not sure. `unrated`: nobody rated it as a claim. `blank`: its
   * passage is nothing but line ends, which the format has no way to say.
   */
  readonly reason: 'unplaced' | 'unrated' | 'blank';
}

/** One file of an export. */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

/** Finds the annotations' passages in an article. */
export function placeAnnotations(
  text: string | undefined,
  annotations: readonly Annotation[],
): readonly ExportedAnnotation[] {
  if (text === undefined) return annotations.map(annotation => ({ annotation, state: 'unknown' }));
  const found = resolveAnchors(text, annotations);
  return annotations.map((annotation, index) => {
    const { state, span } = found[index]!;
    return { annotation, state, ...(span && isSure({ state }) ? { span } : {}) };
  });
}

/** The annotations whose place is not sure, as those that a format leaves out which knows passages by their place. */
export const unplacedIn = ({ documents }: ExportedCorpus): readonly LeftOut[] =>
  documents.flatMap(({ path, annotations }) =>
    annotations.flatMap(({ annotation: { id }, span }): LeftOut[] => (span ? [] : [{ path, id, reason: 'unplaced' }])),
  );
