import { once } from 'node:events';
import { type Readable, type Writable } from 'node:stream';
import { CorpusIndex } from '../core/across/corpusIndex';
import { FeatureReader } from '../core/across/features';
import { deriveFacts } from '../core/corpus/facts';
import { drained } from '../core/drained';
import { lineBatches } from './lineBatches';
import { decodedLines, lineRecord } from './lineRecord';

/** Nothing of a story is told by who is quoted: texts are not searched for quotes. */
const NO_QUOTES = { quotes: [] };

/**
 * Answers `{"id","text"}` lines with `{"id","story"}` lines in their order once all are read: documents with the same `story`, which is the id of the
 * first of them, tell of one event. Holds some kilobytes a document and no text. A line that is no such record is named in `errors` and skipped; blank lines
 * are passed over. Resolves to 1 where a line was skipped, else 0.
 */
export async function storyLines(input: Readable, output: Writable, errors: Writable): Promise<number> {
  const index = new CorpusIndex();
  const reader = new FeatureReader();
  const ids: unknown[] = [];
  let status = 0;
  for await (const { bytes, firstLine } of lineBatches(input)) {
    let number = firstLine - 1;
    for (const line of decodedLines(bytes)) {
      number++;
      if (line.trim() === '') continue;
      const record = lineRecord(line);
      if (typeof record === 'string') {
        errors.write(`line ${number}: ${record}\n`);
        status = 1;
        continue;
      }
      index.set(String(ids.length), reader.read(record.text, NO_QUOTES, deriveFacts(record.text)));
      ids.push(record.id);
    }
  }
  const stories: unknown[] = [];
  for (const { documents } of drained(index.stories()))
    for (const document of documents) stories[Number(document)] = ids[Number(documents[0])];
  for (const [at, id] of ids.entries())
    if (!output.write(`${JSON.stringify({ id, story: stories[at] })}\n`)) await once(output, 'drain');
  return status;
}
