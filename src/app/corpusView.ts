import { type Annotation, type DocumentFacts } from '../core/annotation/model';
import { mergeRollups, rollUp, type Rollup } from '../core/annotation/rollup';
import { excerpt } from '../core/annotation/excerpt';
import { type ListedAnnotation } from '../core/annotation/facets';
import { type Analysis } from './analysis';
import { type ArticleProblem, type Passage } from './documentRecord';
import { type AnnotationIndex } from './annotationIndex';
import { type AnnotationStore, type SidecarState } from './annotationStore';
import { type Codebook } from '../core/codebook/parseCodebook';
import { type Corpus, type CorpusDocument } from './corpus';
import { type SeenLink } from './linkIndex';
import { type DocumentUri } from './ports';

/** One document as the views show it. */
export interface DocumentOverview {
  readonly document: CorpusDocument;
  readonly title: string;
  readonly facts: DocumentFacts;
  /** Undefined until the document was analysed. */
  readonly counts: { readonly quotes: number; readonly claims: number } | undefined;
  /** Annotations in text order, those that need attention first. */
  readonly annotations: readonly AnnotationOverview[];
  /** What the annotations come to: how far the document is, its stances and grades. */
  readonly rollup: Rollup;
  readonly articleProblem: ArticleProblem | undefined;
  /** The sidecar has problems, or could not be read. */
  readonly sidecar: SidecarState | undefined;
}

/** One annotation as the views show it; `passage` is undefined until its document was analysed. */
export interface AnnotationOverview extends ListedAnnotation {
  readonly passage: Passage | undefined;
  /** It is somebody else's than who looks. */
  readonly isOthers: boolean;
  /** Another annotation decides between this one and others. */
  readonly isSettled: boolean;
  /** Its links, and those that lead to its passage. */
  readonly links: readonly ListedLink[];
  /** That of its document's folder. */
  readonly codebook?: Codebook;
}

/** A link as rows show it; `title` is that of the document at the other end, else its path as it is stored. */
export interface ListedLink extends SeenLink {
  readonly title: string;
}

/** Characters of a passage that a row shows. */
const ROW_CHARACTERS = 90;

/** True where an editor should look: the passage is gone, or where it is now is a guess. */
export const needsAttention = ({ passage }: Pick<AnnotationOverview, 'passage'>): boolean =>
  passage?.state === 'lost' || passage?.state === 'uncertain';

/** A passage's own words, short enough for a row. */
export const rowText = (annotation: Annotation): string => excerpt(annotation.quote, ROW_CHARACTERS);

/** Puts together what corpus, store, analysis and index know. Derives, and keeps nothing. */
export class CorpusView {
  private readonly rollups = new WeakMap<readonly AnnotationOverview[], Rollup>();

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly index: AnnotationIndex,
  ) {}

  /** Fires with the documents of which other annotations may be listed now, or in another way: their codebook has changed, say. */
  get onDidChangeAnnotations(): AnnotationIndex['onDidChange'] {
    return this.index.onDidChange;
  }

  /** Undefined for an address that is none of the corpus. */
  overview(uri: DocumentUri): DocumentOverview | undefined {
    const document = this.corpus.document(uri);
    if (!document) return undefined;
    const record = this.analysis.record(uri);
    const sidecar = this.store.state(uri);
    const annotations = this.annotationsOf(uri);
    return {
      document,
      title: this.index.titleOf(uri),
      facts: this.index.factsOf(uri),
      counts: record && { quotes: record.quotes, claims: record.claims },
      annotations,
      rollup: this.rollupOf(annotations),
      articleProblem: document.missing ? { kind: 'missing' } : record?.problem,
      sidecar,
    };
  }

  /** What a document is called, and who published it, as far as that is known. */
  namesOf(uri: DocumentUri): { readonly title: string; readonly publisher?: string } {
    const { title, publisher } = this.index.factsOf(uri);
    return { title: title ?? this.index.titleOf(uri), ...(publisher === undefined ? {} : { publisher }) };
  }

  /** What the annotations of these documents come to, and of how many of them all are reviewed. */
  rollup(uris: readonly DocumentUri[]): Rollup & { readonly documents: number } {
    const lists = uris.map(uri => this.annotationsOf(uri)).filter(list => list.length > 0);
    const rollups = lists.map(list => this.rollupOf(list));
    return { ...mergeRollups(rollups), documents: rollups.filter(({ progress }) => progress === 'reviewed').length };
  }

  /** A document's annotations in text order; those that need attention first. */
  annotationsOf(uri: DocumentUri): readonly AnnotationOverview[] {
    return this.index.of(uri);
  }

  /** Every annotation of the corpus, by document in the order of folders and paths. */
  get annotations(): readonly AnnotationOverview[] {
    return this.index.all;
  }

  /** Every document, in the order of folders and paths. */
  get documents(): readonly CorpusDocument[] {
    return this.index.ordered;
  }

  /** Targets in use, most used first. */
  get targets(): readonly string[] {
    return this.mostUsed(({ target }) => (target ? [target] : []));
  }

  /** Tags in use, most used first. */
  get tags(): readonly string[] {
    return this.mostUsed(({ tags }) => tags ?? []);
  }

  /** Kept as long as the list is: it is the same list while nothing in it changes. */
  private rollupOf(annotations: readonly AnnotationOverview[]): Rollup {
    let rollup = this.rollups.get(annotations);
    if (!rollup) this.rollups.set(annotations, (rollup = rollUp(annotations.map(({ annotation }) => annotation))));
    return rollup;
  }

  private mostUsed(codesOf: (annotation: Annotation) => readonly string[]): readonly string[] {
    const uses = new Map<string, number>();
    for (const { annotation } of this.index.all)
      for (const code of codesOf(annotation)) uses.set(code, (uses.get(code) ?? 0) + 1);
    return [...uses].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([code]) => code);
  }
}
