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
  /** Takes each article in, once, in steps; not to the end where it was forgotten meanwhile, or is read once more. */
  readonly taking: (uri: DocumentUri, reading: BackgroundReading) => Generator<void, void>;
  /** Told at the end of each slice of work; returns whether it has more to do at the next. */
  readonly rest: () => boolean;
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
    const { clock, taking, rest } = this.parts;
    await this.ready;
    let sliceStart = clock.now();
    const pause = async (): Promise<void> => {
      await clock.pause();
      sliceStart = clock.now();
    };
    const ahead: Promise<Batch>[] = [];
    while (!this.disposed) {
      while (ahead.length < BATCHES_AHEAD && this.queue.size) ahead.push(this.nextBatch());
      const next = ahead.shift();
      if (!next) {
        // Without waiting: what comes while nothing is under way would be left lying.
        if (!rest()) break;
        await pause();
        continue;
      }
      const batch = await next;
      for (const [uri, reading] of batch.readings) {
        const steps = taking(uri, reading);
        while (this.underWay.get(uri) === batch.number) {
          if (steps.next().done) this.underWay.delete(uri);
          if (clock.now() - sliceStart < WORK_SLICE_MS) continue;
          rest();
          await pause();
        }
      }
    }
    this.isWorking = false;
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
