import { once } from 'node:events';
import { type Readable, type Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type DetectOptions, Detector } from '../core/detect/detect';

export interface DetectLinesOptions extends DetectOptions {
  /** End `errors` with a line of the characters read and the milliseconds that detection took. */
  readonly stats?: boolean;
}

/** Answers are written in pieces of about this many characters. */
const PIECE_LENGTH = 1 << 16;

/**
 * Answers each `{"id","text"}` line of `input` with a line `{"id","quotes","claims"}`, in order, holding no more than one line and one
 * piece of output. Offsets count in the text as given. A line that is no such record is named in `errors` and skipped; blank lines are
 * passed over. Resolves to 1 where a line was skipped, else 0.
 */
export async function detectLines(
  input: Readable,
  output: Writable,
  errors: Writable,
  { stats, ...options }: DetectLinesOptions,
): Promise<number> {
  const detector = new Detector();
  let status = 0;
  let number = 0;
  let pending = '';
  let characters = 0;
  let milliseconds = 0;
  const answer = (line: string): void => {
    number++;
    if (line.trim() === '') return;
    const record = recordOf(line);
    if (typeof record === 'string') {
      errors.write(`line ${number}: ${record}\n`);
      status = 1;
      return;
    }
    const started = performance.now();
    const { quotes, claims } = detector.detect(record.text, options);
    milliseconds += performance.now() - started;
    characters += record.text.length;
    pending += `${JSON.stringify({ id: record.id, quotes, claims })}\n`;
  };
  const flush = async (): Promise<void> => {
    const piece = pending;
    pending = '';
    if (piece !== '' && !output.write(piece)) await once(output, 'drain');
  };
  for await (const line of linesOf(input)) {
    answer(line);
    if (pending.length >= PIECE_LENGTH) await flush();
  }
  await flush();
  if (stats) errors.write(`${JSON.stringify({ chars: characters, ms: Math.round(milliseconds) })}\n`);
  return status;
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

/** The lines of a UTF-8 stream without their line feeds. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  // A line that spans many chunks is joined once, at its end.
  let parts: string[] = [];
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      parts.push(text.slice(start, end));
      yield parts.length === 1 ? parts[0]! : parts.join('');
      parts = [];
      start = end + 1;
    }
    if (start < text.length) parts.push(text.slice(start));
  }
  const last = parts.join('') + decoder.end();
  if (last !== '') yield last;
}
