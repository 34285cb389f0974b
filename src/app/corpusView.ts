import { type Annotation, type DocumentFacts } from '../core/annotation/model';
import { excerpt } from '../core/annotation/excerpt';
import { settledIds } from '../core/team/differences';
import { type Analysis, type ArticleProblem, type Passage } from './analysis';
import { type AnnotationStore, type SidecarState } from './annotationStore';
import { type Corpus, type CorpusDocument } from './corpus';
import { type DocumentUri } from './ports';
import { fileNameOf } from './sidecarUri';
import { type Visibility } from './visibility';

/** One document as the views show it. */
export interface DocumentOverview {
  readonly document: CorpusDocument;
  readonly title: string;
  readonly facts: DocumentFacts;
  /** Undefined until the document was analysed. */
  readonly counts: { readonly quotes: number; readonly claims: number } | undefined;
  /** Annotations in text order, those that need attention first. */
  readonly annotations: readonly AnnotationOverview[];
  readonly articleProblem: ArticleProblem | undefined;
  /** The sidecar has problems, or could not be read. */
  readonly sidecar: SidecarState | undefined;
}

/** One annotation as the views show it; `passage` is undefined until its document was analysed. */
export interface AnnotationOverview {
  readonly document: DocumentUri;
  readonly annotation: Annotation;
  readonly passage: Passage | undefined;
  /** It is somebody else's than who looks. */
  readonly isOthers: boolean;
  /** Another annotation decides between this one and others. */
  readonly isSettled: boolean;
}

/** Characters of a passage that a row shows. */
const ROW_CHARACTERS = 90;

/** True where an editor should look: the passage is gone, or where it is now is a guess. */
export const needsAttention = ({ passage }: Pick<AnnotationOverview, 'passage'>): boolean =>
  passage?.state === 'lost' || passage?.state === 'uncertain';

/** A passage's own words, short enough for a row. */
export const rowText = (annotation: Annotation): string => excerpt(annotation.quote, ROW_CHARACTERS);

/** Puts together what corpus, store and analysis know. Derives, and keeps nothing. */
export class CorpusView {
  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly visibility: Pick<Visibility, 'isOwn'> = { isOwn: () => true },
  ) {}

  /** Undefined for an address that is none of the corpus. */
  overview(uri: DocumentUri): DocumentOverview | undefined {
    const document = this.corpus.document(uri);
    if (!document) return undefined;
    const record = this.analysis.record(uri);
    const sidecar = this.store.state(uri);
    const facts = { ...record?.facts, ...sidecar?.parsed?.facts };
    return {
      document,
      title: facts.title ?? fileNameOf(uri),
      facts,
      counts: record && { quotes: record.quotes, claims: record.claims },
      annotations: this.annotationsOf(uri),
      articleProblem: document.missing ? { kind: 'missing' } : record?.problem,
      sidecar,
    };
  }

  /** A document's annotations in text order; those that need attention first. */
  annotationsOf(uri: DocumentUri): readonly AnnotationOverview[] {
    const passages = this.analysis.record(uri)?.passages;
    const annotations = this.store.annotations(uri);
    const settled = settledIds(annotations);
    const overviews = annotations.map((annotation): AnnotationOverview => ({
      document: uri,
      annotation,
      passage: passages?.get(annotation.id),
      isOthers: !this.visibility.isOwn(uri, annotation),
      isSettled: settled.has(annotation.id),
    }));
    return overviews.sort((a, b) => Number(needsAttention(b)) - Number(needsAttention(a)) || placeOf(a) - placeOf(b));
  }

  /** Every annotation of the corpus, by document in the order of folders and paths. */
  get annotations(): readonly AnnotationOverview[] {
    return this.documents.flatMap(({ uri }) => (this.store.state(uri) ? this.annotationsOf(uri) : []));
  }

  /** How many annotations the corpus has. */
  get annotationCount(): number {
    return this.corpus.documents.reduce((sum, { uri }) => sum + this.store.annotations(uri).length, 0);
  }

  /** Every document, in the order of folders and paths. */
  get documents(): readonly CorpusDocument[] {
    const collator = new Intl.Collator(undefined, { numeric: true });
    const order = new Map(this.corpus.folders.map(({ folder }, i) => [folder.uri, i]));
    return [...this.corpus.documents].sort(
      (a, b) => order.get(a.folder.uri)! - order.get(b.folder.uri)! || collator.compare(a.path, b.path),
    );
  }

  /** Targets in use, most used first. */
  get targets(): readonly string[] {
    return this.mostUsed(({ target }) => (target ? [target] : []));
  }

  /** Tags in use, most used first. */
  get tags(): readonly string[] {
    return this.mostUsed(({ tags }) => tags ?? []);
  }

  private mostUsed(codesOf: (annotation: Annotation) => readonly string[]): readonly string[] {
    const uses = new Map<string, number>();
    for (const uri of this.store.documents)
      for (const annotation of this.store.annotations(uri))
        for (const code of codesOf(annotation)) uses.set(code, (uses.get(code) ?? 0) + 1);
    return [...uses].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([code]) => code);
  }
}

const placeOf = ({ annotation, passage }: AnnotationOverview): number => passage?.span?.start ?? annotation.start;
