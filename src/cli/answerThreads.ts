import { type MessagePort, type TransferListItem, Worker } from 'node:worker_threads';
import { type DetectOptions } from '../core/detect/detect';
import { type BatchAnswer, BatchAnswerer } from './batchAnswerer';
import { type LineBatch } from './lineBatches';

interface Thread {
  readonly worker: Worker;
  /** Who waits for its answers, in the order in which it gives them. */
  readonly waiting: { readonly resolve: (answer: BatchAnswer) => void; readonly reject: (reason: unknown) => void }[];
}

/** Answers batches of lines in threads of this process, each of which runs this same program. */
export class AnswerThreads {
  private readonly threads: readonly Thread[];

  constructor(count: number, options: DetectOptions) {
    this.threads = Array.from({ length: count }, () => startThread(options));
  }

  /** Each has a batch in work and one in wait. */
  get areBusy(): boolean {
    return this.threads.every(({ waiting }) => waiting.length >= 2);
  }

  /** Batches go to the thread that has least to do. Rejects where its thread broke down. */
  answer(batch: LineBatch): Promise<BatchAnswer> {
    const { worker, waiting } = this.threads.reduce((least, thread) =>
      thread.waiting.length < least.waiting.length ? thread : least,
    );
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(batch, memoryOf(batch.bytes));
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread(options: DetectOptions): Thread {
  const worker = new Worker(__filename, { workerData: options });
  const waiting: Thread['waiting'] = [];
  worker.on('message', (answer: BatchAnswer) => waiting.shift()?.resolve(answer));
  worker.on('error', error => waiting.splice(0).forEach(({ reject }) => reject(error)));
  return { worker, waiting };
}

/** The thread's side: answers each batch that comes through the port. */
export function serveBatches(port: MessagePort, options: DetectOptions): void {
  const answerer = new BatchAnswerer(options);
  port.on('message', (batch: LineBatch) => {
    const answer = answerer.answer(batch);
    port.postMessage(answer, [answer.output.buffer as ArrayBuffer]);
  });
}

/** The memory of bytes that have one of their own is handed over, not copied. */
const memoryOf = (bytes: Uint8Array): TransferListItem[] =>
  bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [];
