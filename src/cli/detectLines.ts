import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type Readable, type Writable } from 'node:stream';
import { type DetectOptions } from '../core/detect/detect';
import { AnswerThreads } from './answerThreads';
import { type BatchAnswer, BatchAnswerer } from './batchAnswerer';
import { lineBatches } from './lineBatches';

export interface DetectLinesOptions extends DetectOptions {
  /** End `errors` with a line of the characters read and the milliseconds that detection took. */
  readonly stats?: boolean;
  /** How many threads read a long input; where it is not given, one, and as many as there are processors once the input shows to be large. */
  readonly threads?: number | undefined;
}

/** Bytes that are read before other threads start: a thread compiles for a second until it is as fast as the first one. */
const LARGE = 32 << 20;
/** The same where threads are asked for: what one batch holds, the first thread has done before another one is up. */
const MORE_THAN_A_BATCH = 1 << 18;
/** Threads that nobody asked for: each takes some 50 MB, and has something to compile. */
const MOST_UNASKED = 4;
/** Answers that wait to be written, for each thread: one that is just starting is slower than the rest, which need not wait for it. */
const PENDING = 6;

/**
 * Answers each `{"id","text"}` line of `input` with a line `{"id","quotes","claims"}`, in order, holding a few batches of lines for
 * each thread. Offsets count in the text as given. A line that is no such record is named in `errors` and skipped; blank lines are
 * passed over. Resolves to 1 where a line was skipped, else 0.
 */
export async function detectLines(
  input: Readable,
  output: Writable,
  errors: Writable,
  { stats, threads, ...options }: DetectLinesOptions,
): Promise<number> {
  let status = 0;
  let characters = 0;
  let milliseconds = 0;
  const write = async (answer: BatchAnswer): Promise<void> => {
    characters += answer.characters;
    milliseconds += answer.milliseconds;
    if (answer.errors !== '') {
      errors.write(answer.errors);
      status = 1;
    }
    if (answer.output.length > 0 && !output.write(answer.output)) await once(output, 'drain');
  };

  const count = threads ?? Math.min(availableParallelism(), MOST_UNASKED);
  const unaided = threads === undefined ? LARGE : MORE_THAN_A_BATCH;
  const alone = new BatchAnswerer(options);
  let others: AnswerThreads | undefined;
  let read = 0;
  const pending: (BatchAnswer | Promise<BatchAnswer>)[] = [];
  try {
    for await (const batch of lineBatches(input)) {
      read += batch.bytes.length;
      // This thread, which is warm first, takes what the others have no time for.
      const answer = others && !others.areBusy ? others.answer(batch) : undefined;
      if (!others && count > 1 && read > unaided) others = new AnswerThreads(count - 1, options);
      pending.push(answer ?? alone.answer(batch));
      const most = others ? PENDING * count : 0;
      while (pending.length > most) await write(await pending.shift()!);
    }
    for (const answer of pending) await write(await answer);
  } finally {
    await others?.close();
  }
  if (stats)
    errors.write(`${JSON.stringify({ chars: characters, ms: Math.round(milliseconds / (others ? count : 1)) })}\n`);
  return status;
}
