import { type DetectOptions, Detector } from '../core/detect/detect';
import { type LineBatch } from './lineBatches';
import { Utf8Writer } from './utf8Writer';

/** What a batch of lines was answered with. */
export interface BatchAnswer {
  /** The answers' lines, in UTF-8. */
  readonly output: Uint8Array;
  /** A line for each bad line; empty where there was none. */
  readonly errors: string;
  /** Characters of the texts, and the milliseconds that detection took. */
  readonly characters: number;
  readonly milliseconds: number;
}

const LINE_FEED = 10;

/** Answers `{"id","text"}` lines with `{"id","quotes","claims"}` lines. */
export class BatchAnswerer {
  private readonly detector = new Detector();

  constructor(private readonly options: DetectOptions) {}

  /** A bad line is named and left out, a blank one passed over. */
  answer({ bytes, firstLine }: LineBatch): BatchAnswer {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const output = new Utf8Writer();
    let errors = '';
    let characters = 0;
    let milliseconds = 0;
    let number = firstLine;
    // Each line is decoded by itself: one foreign letter would make all of a batch's characters twice as wide.
    for (let start = 0; start < buffer.length; number++) {
      const stop = buffer.indexOf(LINE_FEED, start);
      const end = stop < 0 ? buffer.length : stop;
      const line = buffer.toString('utf8', start, end);
      start = end + 1;
      if (line.trim() === '') continue;
      const record = recordOf(line);
      if (typeof record === 'string') {
        errors += `line ${number}: ${record}\n`;
        continue;
      }
      const started = performance.now();
      const { quotes, claims } = this.detector.detect(record.text, this.options);
      milliseconds += performance.now() - started;
      characters += record.text.length;
      output.write(JSON.stringify({ id: record.id, quotes, claims }));
      output.write('\n');
    }
    return { output: output.written(), errors, characters, milliseconds };
  }
}

/** The record on a line, or what is wrong with the line. */
function recordOf(line: string): { readonly id: unknown; readonly text: string } | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof record !== 'object' || record === null) return 'not an object';
  if (!('id' in record)) return 'no "id"';
  if (!('text' in record) || typeof record.text !== 'string') return 'no "text"';
  return { id: record.id, text: record.text };
}
