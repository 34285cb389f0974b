import { type DocumentFacts } from '../core/annotation/model';
import { isReviewed } from '../core/annotation/review';
import { naturalOrder } from '../core/naturalOrder';
import { settledIds } from '../core/team/differences';
import { type Analysis } from './analysis';
import { speakerOf } from './documentRecord';
import { type AnnotationStore } from './annotationStore';
import { type Codebook } from '../core/codebook/parseCodebook';
import { type Codebooks } from './codebooks';
import { type Corpus, type CorpusDocument } from './corpus';
import { type AnnotationOverview, type ListedLink, needsAttention } from './corpusView';
import { type Disposable, Emitter } from './event';
import { type LinkIndex, type SeenLink } from './linkIndex';
import { type DocumentUri } from './ports';
import { fileNameOf } from './sidecarUri';
import { type Visibility } from './visibility';

const NONE: readonly AnnotationOverview[] = [];
const UNLINKED: Pick<LinkIndex, 'of' | 'onDidChange'> = {
  of: () => [],
  onDidChange: () => ({ dispose: () => undefined }),
};

const TO_DO = ['count', 'unfound', 'unreviewed', 'either'] as const;
/** How many annotations there are; how many need attention, are not reviewed, or are one of the two. */
export type ToDo = Readonly<Record<(typeof TO_DO)[number], number>>;

/**
 * Every annotation of the corpus as views list it. What was put together of a document is kept until that document changes; then what
 * has stayed the same in it stays the same object, so that a view sees by identity what it has to draw again.
 */
export class AnnotationIndex implements Disposable {
  private readonly lists = new Map<DocumentUri, readonly AnnotationOverview[]>();
  private readonly toDos = new WeakMap<readonly AnnotationOverview[], ToDo>();
  private readonly stale = new Set<DocumentUri>();
  private readonly changes = new Emitter<ReadonlySet<DocumentUri>>();
  private readonly subscriptions: readonly Disposable[];
  private order: readonly CorpusDocument[] | undefined;
  /** Those with a sidecar that was read, in the order of folders and paths: few of a large corpus, of which the rest need not be put in order for them. */
  private annotated: ReadonlySet<DocumentUri> | undefined;

  /** Fires with the documents of which other annotations may be listed now, or in another way, or that left the corpus. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly codebooks: Pick<Codebooks, 'of' | 'only' | 'onDidChange'>,
    private readonly visibility: Pick<Visibility, 'isOwn'> = { isOwn: () => true },
    private readonly links: Pick<LinkIndex, 'of' | 'onDidChange'> = UNLINKED,
  ) {
    this.subscriptions = [
      corpus.onDidChange(({ folders, added, removed, sidecars }) => {
        if (folders || added.length || removed.length) this.order = undefined;
        if (folders || removed.length || sidecars.length || this.hasSidecar(added)) this.annotated = undefined;
        this.touch([...removed, ...added]);
      }),
      store.onDidChange(uri => {
        if (!this.annotated?.has(uri)) this.annotated = undefined;
        this.touch([uri]);
      }),
      analysis.onDidChange(uris => this.touch(uris)),
      codebooks.onDidChange(() => this.relist()),
      links.onDidChange(uris => this.touch(uris)),
    ];
  }

  /** A document's annotations in text order, those that need attention first. The same list while nothing in it changes. */
  of(uri: DocumentUri): readonly AnnotationOverview[] {
    const known = this.lists.get(uri);
    if (known && !this.stale.delete(uri)) return known;
    const derived = this.derive(uri);
    if (!known && derived.length === 0) return NONE;
    const list = reconciled(known ?? NONE, derived);
    if (list.length) this.lists.set(uri, list);
    else this.lists.delete(uri);
    return list;
  }

  /** The documents that have annotations, in the order of folders and paths. */
  get documents(): readonly DocumentUri[] {
    return this.withSidecars.filter(uri => this.of(uri).length > 0);
  }

  /** Every annotation, by document in the order of folders and paths. */
  get all(): readonly AnnotationOverview[] {
    return this.withSidecars.flatMap(uri => this.of(uri));
  }

  /** How many annotations there are. */
  get count(): number {
    return this.withSidecars.reduce((sum, uri) => sum + this.of(uri).length, 0);
  }

  /** What is left to do. Costs a look at each document, not at each annotation. */
  get toDo(): ToDo {
    const sum = { count: 0, unfound: 0, unreviewed: 0, either: 0 };
    for (const uri of this.withSidecars) {
      const own = this.toDoIn(this.of(uri));
      for (const key of TO_DO) sum[key] += own[key];
    }
    return sum;
  }

  /** Every document of the corpus, in the order of folders and paths. */
  get ordered(): readonly CorpusDocument[] {
    return (this.order ??= this.inOrder(this.corpus.documents));
  }

  private get withSidecars(): readonly DocumentUri[] {
    const documents = (): readonly CorpusDocument[] =>
      this.inOrder(this.store.documents.flatMap(uri => this.corpus.document(uri) ?? []));
    this.annotated ??= new Set(documents().map(({ uri }) => uri));
    return [...this.annotated];
  }

  private hasSidecar(uris: readonly DocumentUri[]): boolean {
    return uris.some(uri => this.store.state(uri) !== undefined);
  }

  private inOrder(documents: readonly CorpusDocument[]): readonly CorpusDocument[] {
    const folders = new Map(this.corpus.folders.map(({ folder }, i) => [folder.uri, i]));
    return [...documents].sort(
      (a, b) => folders.get(a.folder.uri)! - folders.get(b.folder.uri)! || naturalOrder(a.path, b.path),
    );
  }

  /** What is known of a document: by its sidecar, else by its text. */
  factsOf(uri: DocumentUri): DocumentFacts {
    const found = this.analysis.record(uri)?.facts;
    const stored = this.store.state(uri)?.parsed?.facts;
    return stored ? { ...found, ...stored } : (found ?? {});
  }

  /** What a document is called: its title, else its file's name. */
  titleOf(uri: DocumentUri): string {
    return this.factsOf(uri).title ?? fileNameOf(uri);
  }

  private titleAt({ document, stored }: SeenLink): string {
    return document === undefined ? stored.link.document : this.titleOf(document);
  }

  /** What names the codes of all annotations; undefined where folders have different codebooks. */
  get codebook(): Codebook | undefined {
    return this.codebooks.only;
  }

  /** Codes look otherwise. */
  private relist(): void {
    this.touch(this.corpus.documents.map(({ uri }) => uri));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changes.dispose();
  }

  /** Kept as long as the list is. */
  private toDoIn(list: readonly AnnotationOverview[]): ToDo {
    const known = this.toDos.get(list);
    if (known) return known;
    const counts = { count: list.length, unfound: 0, unreviewed: 0, either: 0 };
    for (const overview of list) {
      const isUnfound = needsAttention(overview);
      const isUnreviewed = !isReviewed(overview.annotation);
      if (isUnfound) counts.unfound++;
      if (isUnreviewed) counts.unreviewed++;
      if (isUnfound || isUnreviewed) counts.either++;
    }
    this.toDos.set(list, counts);
    return counts;
  }

  private touch(uris: Iterable<DocumentUri>): void {
    const touched = [...uris].filter(uri => this.lists.has(uri) || this.store.annotations(uri).length > 0);
    for (const uri of touched) this.stale.add(uri);
    if (touched.length) this.changes.fire(new Set(touched));
  }

  private derive(uri: DocumentUri): readonly AnnotationOverview[] {
    const annotations = this.store.annotations(uri);
    if (annotations.length === 0 || !this.corpus.document(uri)) return NONE;
    const record = this.analysis.record(uri);
    const title = this.titleOf(uri);
    const { publisher } = this.factsOf(uri);
    const settled = settledIds([...annotations, ...this.store.dismissals(uri)]);
    const codebook = this.codebooks.of(uri);
    const overviews = annotations.map((annotation): AnnotationOverview => {
      const passage = record?.passages.get(annotation.id);
      const speaker = record && speakerOf(record, annotation.id);
      return {
        document: uri,
        title,
        ...(publisher === undefined ? {} : { outlet: publisher }),
        ...(speaker === undefined ? {} : { speaker }),
        ...(passage ? { anchor: passage.state } : {}),
        annotation,
        passage,
        isOthers: !this.visibility.isOwn(uri, annotation),
        isSettled: settled.has(annotation.id),
        links: this.links.of(uri, annotation).map(link => ({ ...link, title: this.titleAt(link) })),
        ...(codebook ? { codebook } : {}),
      };
    });
    return overviews.sort((a, b) => Number(needsAttention(b)) - Number(needsAttention(a)) || placeOf(a) - placeOf(b));
  }
}

const placeOf = ({ annotation, passage }: AnnotationOverview): number => passage?.span?.start ?? annotation.start;

/** The new list with the objects of the old one where they say the same; the old list itself where all of them do. */
function reconciled(
  before: readonly AnnotationOverview[],
  now: readonly AnnotationOverview[],
): readonly AnnotationOverview[] {
  const known = new Map(before.map(overview => [overview.annotation.id, overview]));
  const list = now.map(overview => {
    const old = known.get(overview.annotation.id);
    return old && saysTheSame(old, overview) ? old : overview;
  });
  return list.length === before.length && list.every((overview, i) => overview === before[i]) ? before : list;
}

/** True where a row would show the same. Where the passage is does not matter; in which order the rows are tells the list. */
function saysTheSame(a: AnnotationOverview, b: AnnotationOverview): boolean {
  return (
    a.title === b.title &&
    a.outlet === b.outlet &&
    a.speaker === b.speaker &&
    a.anchor === b.anchor &&
    a.isOthers === b.isOthers &&
    a.isSettled === b.isSettled &&
    a.codebook === b.codebook &&
    haveSameLinks(a.links, b.links) &&
    (a.annotation === b.annotation || sameFields(a.annotation, b.annotation))
  );
}

const haveSameLinks = (a: readonly ListedLink[], b: readonly ListedLink[]): boolean =>
  a.length === b.length &&
  a.every((link, i) => {
    const { stored, state, quote, annotation, title } = b[i]!;
    return (
      link.stored === stored &&
      link.title === title &&
      link.state === state &&
      link.quote === quote &&
      link.annotation === annotation
    );
  });

/** Where an annotation's lines are in its sidecar is no part of what it says. */
function sameFields(a: object, b: object): boolean {
  const first: Readonly<Record<string, unknown>> = { ...a, source: undefined };
  const second: Readonly<Record<string, unknown>> = { ...b, source: undefined };
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].every(
    key => first[key] === second[key] || JSON.stringify(first[key]) === JSON.stringify(second[key]),
  );
}
