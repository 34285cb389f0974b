import { type ArticleFeatures } from '../core/across/articleDigest';
import { type Release } from '../core/across/clusterStories';
import { CorpusIndex, type CopyRelation, type Story } from '../core/across/corpusIndex';
import { GramSharers } from '../core/across/gramSharers';
import { type IndexEntry } from '../core/across/indexEntry';
import { dayOfDate } from '../core/across/mentionedDates';
import { type StoredStories } from '../core/across/storiesFile';
import { TallyIndex } from '../core/across/tally';
import { languageRead } from '../core/across/textKey';
import { type DocumentFacts } from '../core/annotation/model';
import { type Language } from '../core/detect/model';
import { type Analysis, type ReadArticle } from './analysis';
import { type AnnotationStore } from './annotationStore';
import { type Corpus, type CorpusChange } from './corpus';
import { type Disposable, Emitter } from './event';
import { inSlices } from './inSlices';
import { type Clock, type DocumentUri, type IndexStorage, type ReportDefect, type Wait } from './ports';
import { groupingOf, groupSources, NO_GROUPING, type SourceGrouping } from './sourceGrouping';
import { StoredIndex } from './storedIndex';

/** Milliseconds without news after which stories are made: a build, a checkout and an import are over then. */
const QUIET_MS = 500;
/** Stories are made again after a rest of so many times what making them took, so that they never take more than this part of the time. */
const REST_TIMES = 4;

/** How far the index is. */
export type SourceIndexState =
  | { readonly kind: 'off' | 'grouping' | 'ready' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number };

export interface SourceIndexParts {
  readonly corpus: Corpus;
  readonly analysis: Analysis;
  readonly store: AnnotationStore;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly release: Release;
  /** Undefined where nothing can be kept: the index is then made anew in each session. */
  readonly storage: IndexStorage | undefined;
  readonly languageOf: (uri: DocumentUri) => Language | undefined;
  readonly reportDefect: ReportDefect;
}

/** The names of a stored file, and the numbers that they have here, as far as they are known. */
interface TakenNames {
  readonly list: readonly string[];
  readonly speakers: number[];
  readonly things: number[];
}

/**
 * What articles have to do with one another, as they read on the disk. Takes what analysis finds in the background, so that nothing is read or detected twice;
 * an article whose text is that of the stored index is not looked into again. **The only keeper of the index**, in memory and in the extension's storage.
 */
export class SourceIndex implements Disposable {
  private index = new CorpusIndex();
  private speakerIndex = new TallyIndex(this.index);
  private thingIndex = new TallyIndex(this.index);
  private readonly keys = new Map<DocumentUri, string>();
  private readonly stored: StoredIndex | undefined;
  private readonly changes = new Emitter<void>();
  private readonly states = new Emitter<void>();
  private readonly subscriptions: readonly Disposable[];
  private grouping = NO_GROUPING;
  /** Counts changes of what is indexed. */
  private revision = 0;
  private groupedRevision = 0;
  private groupingTime = 0;
  private isGrouping = false;
  private settling = false;
  private disposed = false;
  private enabled = false;

  /** Fires when stories, copies and what else is known across documents were worked out again. */
  readonly onDidChange = this.changes.event;
  /** Fires, often, when the index is further than it was. */
  readonly onDidProgress = this.states.event;

  constructor(private readonly parts: SourceIndexParts) {
    const { corpus, analysis, store, storage, clock } = parts;
    this.stored = storage && new StoredIndex(storage, clock, () => this.isWanted());
    this.subscriptions = [
      corpus.onDidChange(change => this.corpusChanged(change)),
      analysis.onDidRead(article => this.read(article)),
      store.onDidChange(uri => this.dateChanged(uri)),
    ];
  }

  /**
   * Starts, taking up the index that is stored; or stops and forgets it all. Resolves once the stored index is ready for changes. What analysis found before it was started is
   * not taken in: have it look again.
   */
  async setEnabled(enabled: boolean): Promise<void> {
    if (enabled === this.enabled) return;
    this.enabled = enabled;
    this.parts.analysis.readsFeatures = enabled;
    if (enabled) await this.load();
    else this.forgetAll();
    this.states.fire();
  }

  get state(): SourceIndexState {
    if (!this.enabled) return { kind: 'off' };
    const total = this.parts.corpus.size;
    if (this.index.size < total && this.parts.analysis.backlog > 0)
      return { kind: 'reading', done: this.index.size, total };
    return { kind: this.groupedRevision === this.revision ? 'ready' : 'grouping' };
  }

  /** True once all that is indexed is grouped: what is said across documents is complete. */
  get isSettled(): boolean {
    return this.enabled && this.groupedRevision === this.revision && !this.isGrouping;
  }

  /** True while nothing is left to be grouped or to be stored. */
  get isAtRest(): boolean {
    return this.isSettled && !this.settling;
  }

  /** How many documents are indexed. */
  get size(): number {
    return this.index.size;
  }

  has(uri: DocumentUri): boolean {
    return this.index.has(uri);
  }

  /** In no order. Those told by one document alone are stories too. */
  get stories(): readonly Story[] {
    return this.grouping.stories;
  }

  storyOf(uri: DocumentUri): Story | undefined {
    return this.grouping.storyOf.get(uri);
  }

  /** The longest text that a document is a copy of, or abridged from; undefined where it is none. */
  originalOf(uri: DocumentUri): DocumentUri | undefined {
    return this.grouping.originals.get(uri);
  }

  /** How a document stands to the longer text that it has most in common with; undefined where there is none. */
  relationOf(uri: DocumentUri): CopyRelation | undefined {
    return this.index.originalOf(uri);
  }

  /** All texts that a document shares text with. */
  copiesOf(uri: DocumentUri): readonly CopyRelation[] {
    return this.index.copiesOf(uri);
  }

  /** Days since 1970 of a document's date. */
  dayOf(uri: DocumentUri): number | undefined {
    return this.index.dayOf(uri);
  }

  /** In time order, those of unknown date last. */
  inTime(uris: Iterable<DocumentUri>): readonly DocumentUri[] {
    const dated = [...uris].map((uri): [DocumentUri, number] => [uri, this.dayOf(uri) ?? Infinity]);
    return dated.sort(([a, day], [b, other]) => (day === other ? (a < b ? -1 : 1) : day - other)).map(([uri]) => uri);
  }

  /** Documents in which what one says may stand too, likeliest first: those that share words of quotes, its story, and what is near that. */
  neighboursOf(uri: DocumentUri): readonly DocumentUri[] {
    const story = this.storyOf(uri);
    const found = new Set([
      ...(this.grouping.sharers?.sharing(uri) ?? []),
      ...(story?.documents ?? []),
      ...(story?.related ?? []),
    ]);
    found.delete(uri);
    return [...found].filter(other => this.index.has(other));
  }

  /** Documents that have runs of these words in their quotes. */
  sharingGrams(grams: Iterable<number>): Iterable<DocumentUri> {
    return this.grouping.sharers?.withAny(grams) ?? [];
  }

  /** Who is quoted where, and what figures count. */
  get speakers(): TallyIndex {
    return this.speakerIndex;
  }

  get things(): TallyIndex {
    return this.thingIndex;
  }

  readonly weightOf = (stem: number): number => this.index.weightOf(stem);

  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changes.dispose();
    this.states.dispose();
  }

  /** What is stored is taken on trust, so that it can be shown at once; analysis verifies it in its own time. */
  private async load(): Promise<void> {
    // Entries of one file come one behind the other, and share a list of names.
    let names: TakenNames = { list: [], speakers: [], things: [] };
    const stories = await this.stored?.load(entry => {
      const list = entry.speakers.names;
      if (names.list !== list) names = { list, speakers: [], things: [] };
      return this.takeUp(entry, names);
    });
    if (!this.isWanted() || this.index.size === 0) return;
    await this.inSlices(this.complete(stories));
    this.dropGone();
  }

  /** False where it is known already. */
  private takeUp(entry: IndexEntry, names: TakenNames): boolean {
    const { analysis, languageOf } = this.parts;
    const { id, key, row, speakers, things, digest, stamp } = entry;
    if (this.keys.has(id)) return false;
    this.index.takeUp(id, row);
    this.speakerIndex.take(id, speakers, names.speakers);
    this.thingIndex.take(id, things, names.things);
    this.keys.set(id, key);
    if (stamp !== undefined && languageRead(key) === (languageOf(id) ?? '')) analysis.presume(id, digest, stamp);
    return true;
  }

  private *complete(stored: StoredStories | undefined): Generator<void, void> {
    if (!stored) {
      yield* this.index.complete();
      return this.changed();
    }
    yield* this.index.takeUpShared(stored.relations, stored.stems);
    const revision = ++this.revision;
    const grouping = yield* groupingOf(this.index, stored.stories);
    this.told(grouping, revision);
    // From here on it is shown; the rest makes it ready for questions and changes.
    yield* this.index.complete();
    const sharers = yield* GramSharers.of(this.index);
    if (this.grouping === grouping) this.grouping = { ...grouping, sharers };
  }

  private corpusChanged({ folders, added, removed }: CorpusChange): void {
    if (!this.enabled) return;
    for (const uri of removed) this.drop(uri);
    if (folders) this.dropGone();
    if (removed.length || added.length) this.states.fire();
  }

  /** What is indexed of documents that the corpus does not have goes, once all of it is listed. */
  private dropGone(): void {
    const { corpus } = this.parts;
    const { folders } = corpus;
    if (!folders.length || folders.some(({ state }) => state === 'unknown' || state === 'scanning')) return;
    for (const uri of this.keys.keys()) if (!corpus.has(uri)) this.drop(uri);
  }

  private read({ uri, digest, isRestamped }: ReadArticle): void {
    if (!this.enabled || !this.parts.corpus.has(uri)) return;
    const { features, facts } = digest;
    if (!features) this.drop(uri);
    else {
      const isNew = this.keys.get(uri) !== features.key;
      if (isNew) this.take({ id: uri, ...features });
      if (isNew || isRestamped) this.stored?.noteChange(uri);
      if (this.setDay(uri, facts)) this.changed();
    }
    this.states.fire();
  }

  private take(document: ArticleFeatures & { readonly id: DocumentUri }): void {
    const { id, key, row, speakers, things } = document;
    this.dropTallies(id);
    this.index.setRow(id, row);
    this.speakerIndex.set(id, speakers);
    this.thingIndex.set(id, things);
    this.keys.set(id, key);
    this.changed();
  }

  private drop(uri: DocumentUri): void {
    if (!this.keys.delete(uri)) return;
    this.dropTallies(uri);
    this.index.delete(uri);
    this.stored?.noteChange(uri);
    this.changed();
  }

  /** Before the document gives its number back. */
  private dropTallies(uri: DocumentUri): void {
    this.speakerIndex.delete(uri);
    this.thingIndex.delete(uri);
  }

  private forgetAll(): void {
    this.index = new CorpusIndex();
    this.speakerIndex = new TallyIndex(this.index);
    this.thingIndex = new TallyIndex(this.index);
    this.keys.clear();
    this.grouping = NO_GROUPING;
    this.groupingTime = 0;
    this.groupedRevision = ++this.revision;
    this.changes.fire();
  }

  /** A sidecar's facts come before the text's. */
  private factsOf(uri: DocumentUri, fromText: DocumentFacts | undefined): DocumentFacts {
    return { ...fromText, ...this.parts.store.state(uri)?.parsed?.facts };
  }

  private dateChanged(uri: DocumentUri): void {
    const record = this.parts.analysis.record(uri);
    if (this.enabled && record && this.setDay(uri, record.facts)) this.changed();
  }

  /** Gives a document the date that is known by now; true where that is another one. */
  private setDay(uri: DocumentUri, fromText: DocumentFacts): boolean {
    const day = dayOfDate(this.factsOf(uri, fromText).date);
    if (!this.index.has(uri) || day === this.index.dayOf(uri)) return false;
    this.index.setDay(uri, day);
    this.stored?.noteChange(uri);
    return true;
  }

  private changed(): void {
    this.revision++;
    this.settle();
  }

  private isWanted(): boolean {
    return this.enabled && !this.disposed;
  }

  /** Groups and saves what has changed once there is no news for a while. */
  private settle(): void {
    if (this.settling) return;
    this.settling = true;
    void this.groupAndSave()
      .catch((error: unknown) => this.parts.reportDefect('comparing sources', error))
      .finally(() => {
        this.settling = false;
        this.isGrouping = false;
        if (!this.disposed) this.states.fire();
      });
  }

  private async groupAndSave(): Promise<void> {
    while (this.isWanted() && (this.groupedRevision !== this.revision || this.stored?.isSaved === false)) {
      for (let seen = -1; seen !== this.revision;) {
        seen = this.revision;
        await this.parts.wait(Math.max(QUIET_MS, REST_TIMES * this.groupingTime));
      }
      if (this.isWanted() && this.groupedRevision !== this.revision) await this.group();
      if (this.groupedRevision === this.revision && !(await this.save())) return;
    }
  }

  private async group(): Promise<void> {
    const { clock } = this.parts;
    const { revision } = this;
    const start = clock.now();
    this.isGrouping = true;
    this.states.fire();
    const grouping = await this.inSlices(
      groupSources(this.index, this.parts.release),
      () => this.revision === revision,
    );
    this.isGrouping = false;
    this.groupingTime = clock.now() - start;
    if (!grouping) return;
    this.stored?.noteStories();
    this.told(grouping, revision);
  }

  private told(grouping: SourceGrouping, revision: number): void {
    this.grouping = grouping;
    this.groupedRevision = revision;
    this.changes.fire();
    this.states.fire();
  }

  private inSlices<T>(work: Generator<void, T>, isWanted = (): boolean => true): Promise<T | undefined> {
    return inSlices(work, this.parts.clock, () => this.isWanted() && isWanted());
  }

  /** False where it cannot be written, so that nobody tries for ever. */
  private async save(): Promise<boolean> {
    const { revision } = this;
    try {
      await this.stored?.save({
        documents: this.keys.keys(),
        entryOf: uri => this.entryOf(uri),
        stories: () => ({
          stories: this.grouping.stories,
          relations: this.index.storedRelations(),
          stems: this.index.stemCounts,
        }),
        isCurrent: () => this.revision === revision,
      });
      return true;
    } catch (error) {
      this.parts.reportDefect('storing the index of sources', error);
      return false;
    }
  }

  private entryOf(id: DocumentUri): IndexEntry | undefined {
    const key = this.keys.get(id);
    const row = this.index.rowOf(id);
    const record = this.parts.analysis.recordOfFile(id);
    if (key === undefined || !row || !record) return undefined;
    const { length, facts, quotes, claims, stamp, problem } = record;
    const digest = { length, isBlank: problem?.kind === 'empty', facts, quotes, claims };
    const entry = {
      id,
      key,
      row,
      speakers: this.speakerIndex.numberedOf(id),
      things: this.thingIndex.numberedOf(id),
      digest,
    };
    return stamp === undefined || problem?.kind === 'undecodable' ? entry : { ...entry, stamp };
  }
}
