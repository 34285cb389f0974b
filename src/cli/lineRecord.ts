/** The record on a line of `--jsonl`, or what is wrong with the line. */
export function lineRecord(line: string): { readonly id: unknown; readonly text: string } | string {
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

const LINE_FEED = 10;

/** The lines of a batch in UTF-8, without their line feeds; each is decoded by itself: one foreign letter would make all of a batch's characters twice as wide. */
export function* decodedLines(bytes: Uint8Array): Generator<string, void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length;) {
    const stop = buffer.indexOf(LINE_FEED, start);
    const end = stop < 0 ? buffer.length : stop;
    yield buffer.toString('utf8', start, end);
    start = end + 1;
  }
}
