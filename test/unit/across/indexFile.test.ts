import assert from 'node:assert/strict';
import { packFeatures } from '../../../src/core/across/features';
import { type IndexEntry } from '../../../src/core/across/indexEntry';
import { TallyIndex } from '../../../src/core/across/tally';
import { talliesOf } from './talliesOf';
import { decodeIndexFile, IndexFileWriter } from '../../../src/core/across/indexFile';

const NAMES = ['Nobody', 'Ada Ferrin', 'Nobody either', 'Lucan Ferrin'];
const THINGS = ['boats'];

/** With a title of characters of one, two, three and four bytes, and half of one. */
const entry = (number: number): IndexEntry => ({
  id: `file:///desk/${number}.txt`,
  key: `k${number}.1.1yp.de`,
  row: packFeatures({
    words: 100 + number,
    day: 19_000,
    terms: { stems: Uint32Array.of(1, 2 ** 31, 2 ** 32 - 1), weights: Uint8Array.of(1, 2, number) },
    fingerprint: Uint32Array.of(5, number),
    grams: new Uint32Array(number),
  }),
  speakers: { names: NAMES, row: [1, 2, 3, 1] },
  things: { names: THINGS, row: number % 2 ? [] : [0, 1] },
  digest: {
    length: 900,
    isBlank: false,
    facts: { title: `Brücke – 橋 🛶 \ud83d ${number}` },
    quotes: 3,
    claims: number,
  },
  ...(number % 3 ? { stamp: `12:${number}` } : {}),
});
const ENTRIES = Array.from({ length: 5 }, (_, number) => entry(number));

const writer = new IndexFileWriter();

function written(entries: readonly IndexEntry[]): Uint8Array {
  for (const one of entries) writer.add(one);
  return writer.finish().slice();
}

/** What a file says, with names in place of their numbers. */
function said(bytes: Uint8Array): unknown {
  return decodeIndexFile(bytes)?.map(named);
}

function named({ speakers, things, ...rest }: IndexEntry): unknown {
  const index = new TallyIndex({ numberOf: () => 0, documentOf: () => 'it' });
  return { ...rest, names: [speakers, things].map(list => (index.take('it', list, []), talliesOf(index, 'it'))) };
}

describe('a stored index', () => {
  it('is read as it was written', () => {
    assert.deepEqual(said(written(ENTRIES)), ENTRIES.map(named));
  });

  it('is of each file’s own entries, made in the memory of a longer one', () => {
    const alone = new IndexFileWriter();
    for (const one of ENTRIES.slice(3)) alone.add(one);
    written(ENTRIES);
    assert.deepEqual(written(ENTRIES.slice(3)), alone.finish());
  });

  it('is read from a Node Buffer too, which shares its memory with others', () => {
    const shared = Buffer.concat([Buffer.from([1]), written(ENTRIES), Buffer.from([2, 3])]);
    assert.deepEqual(said(shared.subarray(1, -2)), ENTRIES.map(named));
  });

  it('is not taken where one bit is another, or where it is cut short', () => {
    const bytes = written(ENTRIES);
    for (const at of [0, 5, 9, 13, 17, 40, bytes.length >> 1, bytes.length - 2]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 4;
      assert.equal(decodeIndexFile(damaged), undefined, `byte ${at}`);
    }
    assert.equal(decodeIndexFile(bytes.slice(0, -4)), undefined);
    assert.equal(decodeIndexFile(bytes.slice(0, -1)), undefined);
  });
});
