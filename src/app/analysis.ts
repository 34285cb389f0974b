import { followPassages } from '../core/anchor/followPassages';
import { resolvingAnchors } from '../core/anchor/resolveAnchor';
import { type Annotation } from '../core/annotation/model';
import { type ArticleDigest, digestingArticle } from '../core/across/articleDigest';
import { FeatureReader } from '../core/across/features';
import { deriveFacts, FACTS_LENGTH } from '../core/corpus/facts';
import { type Detection, Detector } from '../core/detect/detect';
import { type Language } from '../core/detect/model';
import { drained } from '../core/drained';
import { changeBetween, type TextChange } from '../core/text/change';
import { type ReadableText } from '../core/text/editedText';
import { type AnnotationStore } from './annotationStore';
import {
  type DocumentRecord,
  following,
  type Found,
  isSameOf,
  type OpenRecord,
  type Passage,
  passagesOf,
  recordOfDigest,
  recordOfProblem,
  saysTheSame,
  speakerIn,
  stampOf,
  type ArticleProblem,
} from './documentRecord';
import { type Disposable, Emitter } from './event';
import { inSlices } from './inSlices';
import {
  type ArticleFiles,
  type ArticleReading,
  type Clock,
  type DigestReader,
  type DocumentUri,
  MAX_ARTICLE_SIZE,
  type ReportDefect,
} from './ports';
import { type BackgroundReading, ReadingQueue } from './readingQueue';

/** An edit of an open document, in the offsets of the text before. */
export interface DocumentEdit {
  readonly uri: DocumentUri;
  readonly changes: readonly TextChange[];
}

/** An article as its file reads; `isRestamped`: another stamp than the file had before. */
export interface ReadArticle {
  readonly uri: DocumentUri;
  readonly digest: ArticleDigest;
  readonly isRestamped: boolean;
}

/** A text of so many UTF-16 code units is analysed at once when it is opened: in a few milliseconds, ten articles long. */
const LONGEST_AT_ONCE = 50_000;

/** Documents that are told of at once: what views do with each takes a few microseconds. */
const MOST_TOLD = 2000;

/**
 * Runs the detectors, finds annotations' passages again, and remembers the results: whole for open documents, counts for the
 * others. The only caller of detection.
 */
export class Analysis implements Disposable {
  private readonly records = new Map<DocumentUri, DocumentRecord>();
  private readonly open = new Map<DocumentUri, OpenRecord>();
  /** Long texts that are being analysed for the first time. */
  private readonly opening = new Map<DocumentUri, string>();
  private readonly reading: ReadingQueue;
  /** Those whose record is new since that was told. */
  private readonly fresh = new Set<DocumentUri>();
  private readonly detector = new Detector();
  /** For what is read in the background, where other texts are read between two steps. */
  private readonly backgroundDetector = new Detector();
  /** Present where features are wanted. */
  private features: FeatureReader | undefined;
  private readonly changes = new Emitter<ReadonlySet<DocumentUri>>();
  private readonly edits = new Emitter<DocumentEdit>();
  private readonly articles = new Emitter<ReadArticle>();
  private readonly subscription: Disposable;

  /** Fires with the documents whose record is new; not for an edit that leaves it saying the same of another text. */
  readonly onDidChange = this.changes.event;
  /** Fires with an open document at each edit of its text: what was found in it has moved. */
  readonly onDidEdit = this.edits.event;

  /** Fires in the background, with each article that is read: whoever keeps more of it than counts takes it from here. Be quick. */
  readonly onDidRead = this.articles.event;

  constructor(
    private readonly files: ArticleFiles,
    private readonly store: AnnotationStore,
    private readonly clock: Clock,
    private readonly languageOf: (uri: DocumentUri) => Language | undefined,
    private readonly reportDefect: ReportDefect,
    reader?: DigestReader,
  ) {
    this.reading = new ReadingQueue({
      files,
      reader,
      clock,
      requestFor: uri => ({ uri, ...this.options(uri), ...stampOf(this.records.get(uri)) }),
      needsText: uri => this.stored(uri).length > 0,
      withFeatures: () => this.features !== undefined,
      taking: (uri, reading) => this.taking(uri, reading),
      rest: () => this.tellFresh(),
    });
    this.subscription = store.onDidChange(uri => this.annotationsChanged(uri));
  }

  /** The document's record; undefined until it was analysed for the first time. */
  record(uri: DocumentUri): DocumentRecord | undefined {
    return this.open.get(uri) ?? this.records.get(uri);
  }

  /** The record of a document that is open in an editor; undefined for any other. */
  openRecord(uri: DocumentUri): OpenRecord | undefined {
    return this.open.get(uri);
  }

  /**
   * All that is found in a document, open or not; of one that is not, nothing is kept. Undefined where its article cannot be read.
   */
  async detectionOf(
    uri: DocumentUri,
  ): Promise<{ readonly text: Pick<ReadableText, 'slice' | 'length'>; readonly detection: Detection } | undefined> {
    const opened = this.open.get(uri);
    if (opened) return opened;
    const reading = await this.files.read(uri);
    if (reading.kind !== 'text') return undefined;
    return { text: reading.text, detection: this.detector.detect(reading.text, this.options(uri)) };
  }

  /**
   * An editor shows the document; `text` is canonical. One over MAX_ARTICLE_SIZE is left alone, as its file is. Most have their record when this
   * returns; a long one has it when this is resolved, unless another text of the document came meanwhile, or it was closed.
   */
  async opened(uri: DocumentUri, text: string): Promise<void> {
    this.opening.delete(uri);
    if (text.length > MAX_ARTICLE_SIZE) return;
    if (text.length <= LONGEST_AT_ONCE) return this.show(uri, text, drained(this.finding(uri, text, this.detector)));
    this.opening.set(uri, text);
    const isWanted = (): boolean => this.opening.get(uri) === text;
    // A detector of its own: other texts are read between its steps.
    const found = await inSlices(this.finding(uri, text, new Detector()), this.clock, isWanted);
    if (!found) return;
    this.opening.delete(uri);
    this.show(uri, text, found);
  }

  /** True while the first analysis of a long text that an editor shows is under way. */
  isOpening(uri: DocumentUri): boolean {
    return this.opening.has(uri);
  }

  /**
   * The text of an open document changed. `changes` in the offsets of the text before, none overlapping; without them the
   * change is worked out. Only what changed is detected again.
   */
  edited(uri: DocumentUri, text: ReadableText, changes?: readonly TextChange[]): void {
    // What is under way is of a text that is gone.
    if (this.opening.has(uri)) void this.opened(uri, text.toString());
    const before = this.open.get(uri);
    if (!before) return;
    // To compare two long texts letter by letter takes longer than all else here.
    const made = changes?.length ? changes : changesBetween(before.text.toString(), text.toString());
    if (!made.length) return;
    const detection = this.detector.redetect(before.detection, text, changeOver(made, text), this.options(uri));
    const following = { passages: before.followed, removals: before.removals };
    const { passages, removals } = followPassages(before.text, text, following, made);
    const facts = made.every(({ start }) => start >= FACTS_LENGTH) ? before.facts : deriveFacts(text.toString());
    const after = { ...this.build(uri, text, detection, passages, before.problem, facts), removals };
    this.open.set(uri, after);
    this.edits.fire({ uri, changes: made });
    if (!saysTheSame(before, after)) this.changes.fire(new Set([uri]));
  }

  /** No editor shows the document any more. */
  closed(uri: DocumentUri): void {
    this.opening.delete(uri);
    if (this.open.delete(uri)) this.analyse([uri]);
  }

  /** Reads and analyses documents in the background; those that are open keep what their editor says. */
  analyse(uris: Iterable<DocumentUri>): void {
    this.reading.add(uris);
  }

  /** The same, but for those whose files are as they were when their records were made. */
  verify(uris: Iterable<DocumentUri>): void {
    this.reading.add(uris, true);
  }

  /** How many documents are still to be read. */
  get backlog(): number {
    return this.reading.backlog;
  }

  /** Reads nothing in the background before this is settled. */
  hold(until: Promise<unknown>): void {
    this.reading.hold(until);
  }

  /** Whether what sets articles beside others is read as well. What was read before is not read again for it. */
  set readsFeatures(wanted: boolean) {
    this.features = wanted ? (this.features ?? new FeatureReader()) : undefined;
  }

  /** What the file of a document says, whatever its editor has; undefined until it was read. */
  recordOfFile(uri: DocumentUri): DocumentRecord | undefined {
    return this.records.get(uri);
  }

  /** Takes a document as it was read in an earlier session, until it is verified. */
  presume(uri: DocumentUri, digest: ArticleDigest, stamp: string): void {
    if (this.records.has(uri) || this.stored(uri).length > 0) return;
    this.keep(recordOfDigest(uri, digest, stamp));
    this.fresh.add(uri);
  }

  /** Forgets a document that left the corpus. */
  forget(uri: DocumentUri): void {
    this.reading.forget(uri);
    this.opening.delete(uri);
    this.open.delete(uri);
    this.records.delete(uri);
  }

  /** Detects every open document again, and all others in the background: a setting changed. */
  restart(): void {
    for (const [uri, { text }] of this.open) void this.opened(uri, text.toString());
    this.analyse(this.records.keys());
  }

  dispose(): void {
    this.opening.clear();
    this.reading.dispose();
    this.subscription.dispose();
    this.changes.dispose();
    this.edits.dispose();
    this.articles.dispose();
  }

  private show(uri: DocumentUri, text: string, { detection, followed }: Found): void {
    // Somebody may have annotated it while it was read.
    const current = following(text, this.stored(uri), followed);
    this.open.set(uri, this.build(uri, text, detection, current, this.records.get(uri)?.problem));
    this.changes.fire(new Set([uri]));
  }

  /** Reads a text in steps: what is in it, and where the passages of its annotations are. */
  private *finding(uri: DocumentUri, text: string, detector: Detector): Generator<void, Found> {
    const detection = yield* detector.detecting(text, this.options(uri));
    const annotations = this.stored(uri);
    const followed = passagesOf(annotations, yield* resolvingAnchors(text, annotations));
    // Remembered there: views ask for all of them at once.
    for (const passage of followed.values()) {
      speakerIn(detection, passage);
      yield;
    }
    return { detection, followed };
  }

  /** Takes a reading in, in steps. */
  private *taking(uri: DocumentUri, reading: BackgroundReading): Generator<void, void> {
    if (reading.kind === 'unchanged') return;
    if (reading.kind === 'digest') {
      // Somebody annotated it while it was read.
      if (this.stored(uri).length > 0) return this.analyse([uri]);
      const { digest, stamp } = reading;
      const isRestamped = this.isOtherStamp(uri, stamp);
      this.keep(recordOfDigest(uri, digest, stamp));
      this.articles.fire({ uri, digest, isRestamped });
    } else this.keep(yield* this.recordOrProblem(uri, reading));
    this.fresh.add(uri);
  }

  private isOtherStamp(uri: DocumentUri, stamp: string | undefined): boolean {
    const known = this.records.get(uri)?.stamp;
    return known !== undefined && known !== stamp;
  }

  /** Tells of those whose record is new, not of all of a large corpus at once; returns whether there are more. */
  private tellFresh(): boolean {
    const told = new Set<DocumentUri>();
    for (const uri of this.fresh) {
      if (told.size === MOST_TOLD) break;
      told.add(uri);
      this.fresh.delete(uri);
    }
    if (told.size) this.changes.fire(told);
    return this.fresh.size > 0;
  }

  /** An open document keeps what its editor says; what is wrong with its file is news all the same. */
  private keep(record: DocumentRecord): void {
    this.records.set(record.uri, record);
    const opened = this.open.get(record.uri);
    if (!opened) return;
    const { problem: _problem, ...rest } = opened;
    this.open.set(record.uri, record.problem ? { ...rest, problem: record.problem } : rest);
  }

  /** One document that trips the detector up must not keep the others waiting. */
  private *recordOrProblem(uri: DocumentUri, reading: ArticleReading): Generator<void, DocumentRecord> {
    if (reading.kind !== 'text') return recordOfProblem(uri, reading);
    try {
      return yield* this.recording(uri, reading);
    } catch (error) {
      this.reportDefect(`analysing ${uri}`, error);
      return recordOfProblem(uri, { kind: 'unreadable', reason: String(error) });
    }
  }

  private *recording(
    uri: DocumentUri,
    { text, undecodable, stamp }: Extract<ArticleReading, { readonly kind: 'text' }>,
  ): Generator<void, DocumentRecord> {
    const { detection, followed } =
      this.foundInEditor(uri, text) ?? (yield* this.finding(uri, text, this.backgroundDetector));
    const digest = yield* this.digesting(uri, text, detection);
    const record: DocumentRecord = {
      ...recordOfDigest(uri, digest, stamp),
      ...(undecodable ? { problem: { kind: 'undecodable' } } : {}),
      passages: this.seen(uri, followed),
      followed,
    };
    const speakers = new Map<string, string>();
    for (const [id, passage] of record.passages) {
      const speaker = speakerIn(detection, passage);
      if (speaker !== undefined) speakers.set(id, speaker);
      yield;
    }
    this.articles.fire({ uri, digest, isRestamped: this.isOtherStamp(uri, stamp) });
    return speakers.size ? { ...record, speakers } : record;
  }

  /** What an editor has of this very text, as after it was saved: nothing is to be found again. */
  private foundInEditor(uri: DocumentUri, text: string): Found | undefined {
    const opened = this.opening.has(uri) ? undefined : this.open.get(uri);
    return opened?.text.length === text.length && opened.text.toString() === text ? opened : undefined;
  }

  /** A text whose features cannot be read is analysed all the same. */
  private *digesting(uri: DocumentUri, text: string, detection: Detection): Generator<void, ArticleDigest> {
    const language = this.languageOf(uri);
    try {
      return yield* digestingArticle(text, detection, language, this.features);
    } catch (error) {
      this.reportDefect(`indexing ${uri}`, error);
      return yield* digestingArticle(text, detection, language, undefined);
    }
  }

  private build(
    uri: DocumentUri,
    text: ReadableText,
    detection: Detection,
    followed: ReadonlyMap<string, Passage>,
    problem: ArticleProblem | undefined,
    facts = deriveFacts(text.toString()),
  ): OpenRecord {
    return {
      uri,
      length: text.length,
      text,
      detection,
      facts,
      ...detection.counts,
      passages: this.seen(uri, followed),
      followed,
      removals: [],
      ...(problem ? { problem } : {}),
    };
  }

  /** Those passages that the user is to see. */
  private seen(uri: DocumentUri, followed: ReadonlyMap<string, Passage>): ReadonlyMap<string, Passage> {
    const shown = [...this.store.annotations(uri), ...this.store.dismissals(uri)];
    if (shown.length >= followed.size) return followed;
    const ids = new Set(shown.map(({ id }) => id));
    return new Map([...followed].filter(([id]) => ids.has(id)));
  }

  /** A passage that the editor has followed through unsaved edits is known better than its anchor tells: it is kept. */
  private annotationsChanged(uri: DocumentUri): void {
    const annotations = this.stored(uri);
    const kept = this.records.get(uri);
    if (kept && isSameOf(kept.followed, annotations))
      this.records.set(uri, { ...kept, passages: this.seen(uri, kept.followed) });
    const before = this.open.get(uri);
    if (before) {
      const followed = following(before.text.toString(), annotations, before.followed);
      this.open.set(uri, { ...before, passages: this.seen(uri, followed), followed });
      this.changes.fire(new Set([uri]));
    } else if (kept && isSameOf(kept.followed, annotations)) this.changes.fire(new Set([uri]));
    else if (this.records.has(uri)) this.analyse([uri]);
  }

  private stored(uri: DocumentUri): readonly Annotation[] {
    return [...this.store.everyAnnotation(uri), ...this.store.everyDismissal(uri)];
  }

  private options(uri: DocumentUri): { language?: Language } {
    const language = this.languageOf(uri);
    return language ? { language } : {};
  }
}

/** What leads from one text to the other, where they differ. */
function changesBetween(before: string, after: string): readonly TextChange[] {
  const change = changeBetween(before, after);
  return change ? [change] : [];
}

/** The one replacement that covers all of these, which led to `text`. */
function changeOver(changes: readonly TextChange[], text: ReadableText): TextChange {
  const start = Math.min(...changes.map(change => change.start));
  const end = Math.max(...changes.map(change => change.end));
  const growth = changes.reduce((sum, change) => sum + change.text.length - (change.end - change.start), 0);
  return { start, end, text: text.slice(start, end + growth) };
}
