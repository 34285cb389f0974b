import { parentPort, type TransferListItem } from 'node:worker_threads';
import type { DigestReading } from '../core/across/articleDigest';
import type { DigestBatch } from './digestThread';
import { FileDigester } from './fileDigester';

/** What runs in the thread of DigestThread: answers each batch that comes. */
const digester = new FileDigester();
parentPort?.on('message', ({ requests, withFeatures }: DigestBatch) => {
  const readings = requests.map(request => digester.digest(request, withFeatures));
  const { packed, memory } = inOneMemory(readings);
  parentPort?.postMessage(packed, memory);
});

/** The rows of all of them one after the other, so that they are handed over and not copied. */
function inOneMemory(readings: readonly DigestReading[]): {
  readonly packed: readonly DigestReading[];
  readonly memory: TransferListItem[];
} {
  const rowOf = (reading: DigestReading): Uint32Array | undefined =>
    reading?.kind === 'digest' ? reading.digest.features?.row : undefined;
  const rows = new Uint32Array(readings.reduce((sum, reading) => sum + (rowOf(reading)?.length ?? 0), 0));
  let at = 0;
  const packed = readings.map((reading): DigestReading => {
    if (reading?.kind !== 'digest' || !reading.digest.features) return reading;
    const { features } = reading.digest;
    rows.set(features.row, at);
    const row = rows.subarray(at, (at += features.row.length));
    return { ...reading, digest: { ...reading.digest, features: { ...features, row } } };
  });
  return { packed, memory: [rows.buffer] };
}
