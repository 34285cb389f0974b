import { Worker } from 'node:worker_threads';
import type { DigestReading } from '../core/across/articleDigest';
import type { FileRequest } from './fileDigester';

/** What the thread is sent. */
export interface DigestBatch {
  readonly requests: readonly FileRequest[];
  readonly withFeatures: boolean;
}

/** Without work for so many milliseconds the thread ends, and gives its memory back. */
const IDLE_MS = 1000;

/** A thread of its own that digests files. Starts with the first batch, and ends when there has been none for a while. */
export class DigestThread {
  private worker: Worker | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private isBroken = false;
  /** Who waits, in the order in which answers come. */
  private readonly waiting: ((readings: readonly DigestReading[]) => void)[] = [];

  /** `program`: the file whose program answers batches (digestProgram.ts). */
  constructor(private readonly program: string) {}

  /** As many as were asked for, in that order. Never rejects: what a thread that broke down leaves undone is undefined. */
  digest(requests: readonly FileRequest[], withFeatures: boolean): Promise<readonly DigestReading[]> {
    const worker = this.start();
    if (!worker) return Promise.resolve([]);
    clearTimeout(this.idle);
    return new Promise(resolve => {
      this.waiting.push(resolve);
      worker.postMessage({ requests, withFeatures } satisfies DigestBatch);
    });
  }

  private start(): Worker | undefined {
    if (this.worker || this.isBroken) return this.worker;
    const worker = new Worker(this.program);
    worker.on('message', (readings: readonly DigestReading[]) => {
      this.waiting.shift()?.(readings);
      if (this.waiting.length) return;
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.end(), IDLE_MS);
      this.idle.unref();
    });
    const breakDown = (): void => {
      if (this.worker !== worker) return;
      this.isBroken = true;
      this.end();
    };
    worker.on('error', breakDown);
    worker.on('exit', breakDown);
    worker.unref();
    return (this.worker = worker);
  }

  private end(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    for (const resolve of this.waiting.splice(0)) resolve([]);
  }
}
