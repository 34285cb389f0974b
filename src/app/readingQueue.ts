import { type DigestReading } from '../core/across/articleDigest';
import { WORK_SLICE_MS } from './inSlices';
import {
  type ArticleFiles,
  type ArticleReading,
  type Clock,
  type DigestReader,
  type DigestRequest,
  type DocumentUri,
} from './ports';

/** What came of reading an article: its text, what was made of it elsewhere, or that it is as it was. */
export type BackgroundReading = ArticleReading | Exclude<DigestReading, undefined>;

export interface ReadingQueueParts {
  readonly files: Pick<ArticleFiles, 'read' | 'stampOf'>;
  /** Undefined where the host has no other thread. */
  readonly reader: DigestReader | undefined;
  readonly clock: Clock;
  /** How an article is to be read; `stamp` as far as it is known. */
  readonly requestFor: (uri: DocumentUri) => DigestRequest;
  /** True where the text itself is wanted, and a digest does not do. */
  readonly needsText: (uri: DocumentUri) => boolean;
  readonly withFeatures: () => boolean;
  /** Told of each article, once. */
  readonly take: (uri: DocumentUri, reading: BackgroundReading) => void;
  /** Told at the end of each slice of work. */
  readonly rest: () => void;
}

interface Batch {
  readonly number: number;
  readonly readings: readonly (readonly [DocumentUri, BackgroundReading])[];
}

/** So many articles go to the other thread at once: well over what asking costs, and under a slice of this thread when they are back. */
const DIGEST_BATCH = 64;
/** So many files are read at once: most of the time goes into waiting for each. */
const FILE_BATCH = 16;
/** So many batches are under way: one is taken in while the next ones are read. */
const BATCHES_AHEAD = 3;

/** Reads articles in the background, several at once, in the order in which they came. */
export class ReadingQueue {
  /** Articles to be read, and whether one that still has its stamp is to be left at that. */
  private readonly queue = new Map<DocumentUri, boolean>();
  /** Those that are being read, each with the batch that it is in: only its last one counts. */
  private readonly underWay = new Map<DocumentUri, number>();
  private batches = 0;
  private ready: Promise<unknown> = Promise.resolve();
  private isWorking = false;
  private disposed = false;

  constructor(private readonly parts: ReadingQueueParts) {}

  /** How many are still to be read. */
  get backlog(): number {
    return this.queue.size + this.underWay.size;
  }

  /** Nothing is read before this is settled. */
  hold(until: Promise<unknown>): void {
    this.ready = Promise.allSettled([this.ready, until]);
  }

  /** `unlessUnchanged`: those whose files still have their stamps need not be read. */
  add(uris: Iterable<DocumentUri>, unlessUnchanged = false): void {
    for (const uri of uris) this.queue.set(uri, unlessUnchanged && this.queue.get(uri) !== false);
    if (!this.isWorking && this.queue.size) void this.work();
  }

  forget(uri: DocumentUri): void {
    this.queue.delete(uri);
    this.underWay.delete(uri);
  }

  dispose(): void {
    this.disposed = true;
    this.queue.clear();
    this.underWay.clear();
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    const { clock, take, rest } = this.parts;
    await this.ready;
    let sliceStart = clock.now();
    const ahead: Promise<Batch>[] = [];
    for (;;) {
      while (ahead.length < BATCHES_AHEAD && this.queue.size) ahead.push(this.nextBatch());
      const next = ahead.shift();
      // Without waiting: what comes while nothing is under way would be left lying.
      if (!next) break;
      const batch = await next;
      if (this.disposed) break;
      for (const [uri, reading] of batch.readings) {
        // It may have been forgotten meanwhile, or be read once more.
        if (this.underWay.get(uri) === batch.number) {
          this.underWay.delete(uri);
          take(uri, reading);
        }
        if (clock.now() - sliceStart < WORK_SLICE_MS) continue;
        rest();
        await clock.pause();
        sliceStart = clock.now();
      }
    }
    this.isWorking = false;
    if (!this.disposed) rest();
  }

  private async nextBatch(): Promise<Batch> {
    const { reader, needsText, withFeatures } = this.parts;
    const number = ++this.batches;
    const isMuch = reader !== undefined && this.queue.size >= DIGEST_BATCH;
    const requests: DigestRequest[] = [];
    for (const [uri, unlessUnchanged] of this.queue) {
      if (requests.length === (isMuch ? DIGEST_BATCH : FILE_BATCH)) break;
      this.queue.delete(uri);
      this.underWay.set(uri, number);
      const { stamp, ...request } = this.parts.requestFor(uri);
      requests.push(unlessUnchanged && stamp !== undefined ? { ...request, stamp } : request);
    }
    const plain = isMuch ? requests.filter(({ uri }) => !needsText(uri)) : [];
    const digests = plain.length && reader ? await reader.digest(plain, withFeatures()) : [];
    const known = new Map(plain.map(({ uri }, at) => [uri, digests[at]]));
    const readings = await Promise.all(
      requests.map(async request => [request.uri, known.get(request.uri) ?? (await this.read(request))] as const),
    );
    return { number, readings };
  }

  private async read({ uri, stamp }: DigestRequest): Promise<BackgroundReading> {
    const { files } = this.parts;
    if (stamp !== undefined && (await files.stampOf(uri)) === stamp) return { kind: 'unchanged' };
    return files.read(uri);
  }
}
