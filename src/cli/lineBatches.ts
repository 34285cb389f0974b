import { type Readable } from 'node:stream';

/** Some whole lines of a stream, as bytes. The last one may lack its line feed. */
export interface LineBatch {
  readonly bytes: Uint8Array;
  /** The number of its first line in the stream, from 1. */
  readonly firstLine: number;
}

/** Batches are about so many bytes: long enough to be worth handing to a thread, short enough to hold some. A longer line is one alone. */
const BATCH_BYTES = 1 << 18;
const LINE_FEED = 10;

/** The lines of a stream in batches. Holds one batch, or one line where that is longer. */
export async function* lineBatches(input: Readable): AsyncGenerator<LineBatch> {
  let parts: Buffer[] = [];
  let length = 0;
  let firstLine = 1;
  const batch = (last: Buffer): LineBatch => {
    const bytes = Buffer.concat([...parts, last]);
    const made = { bytes, firstLine };
    firstLine += countLines(bytes);
    return made;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const end = length + chunk.length < BATCH_BYTES ? 0 : chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield batch(chunk.subarray(0, end));
      parts = [];
      length = 0;
    }
    const rest = chunk.subarray(end);
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
  }
  if (length > 0) yield batch(Buffer.alloc(0));
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
