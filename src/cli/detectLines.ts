import { once } from 'node:events';
import { type Readable, type Writable } from 'node:stream';
import { type DetectOptions } from '../core/detect/detect';
import { AnswerThreads } from './answerThreads';
import { type BatchAnswer, BatchAnswerer } from './batchAnswerer';
import { type LineBatch, lineBatches } from './lineBatches';

export interface DetectLinesOptions extends DetectOptions {
  /** End `errors` with a line of the characters read and the milliseconds that detection took. */
  readonly stats?: boolean;
  /** How many threads read a long input; 1 unless given. */
  readonly threads?: number;
}

/**
 * Answers each `{"id","text"}` line of `input` with a line `{"id","quotes","claims"}`, in order, holding a few batches of lines for
 * each thread. Offsets count in the text as given. A line that is no such record is named in `errors` and skipped; blank lines are
 * passed over. Resolves to 1 where a line was skipped, else 0.
 */
export async function detectLines(
  input: Readable,
  output: Writable,
  errors: Writable,
  { stats, threads = 1, ...options }: DetectLinesOptions,
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

  const batches = lineBatches(input);
  const alone = new BatchAnswerer(options);
  const first = await batches.next();
  if (!first.done) await write(alone.answer(first.value));
  const second: IteratorResult<LineBatch, unknown> = first.done ? first : await batches.next();
  if (!second.done) {
    // A thread takes a while to start: it is worth it where more than one batch comes.
    const pool = threads > 1 ? new AnswerThreads(threads, options) : undefined;
    const pending: Promise<BatchAnswer>[] = [];
    const give = async (batch: LineBatch): Promise<void> => {
      if (!pool) return write(alone.answer(batch));
      pending.push(pool.answer(batch));
      // Each thread has a batch in work and one in wait.
      if (pending.length >= 2 * threads) await write(await pending.shift()!);
    };
    try {
      await give(second.value);
      for await (const batch of batches) await give(batch);
      for (const answer of pending) await write(await answer);
    } finally {
      await pool?.close();
    }
  }
  if (stats) errors.write(`${JSON.stringify({ chars: characters, ms: Math.round(milliseconds / threads) })}\n`);
  return status;
}
