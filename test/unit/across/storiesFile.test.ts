import assert from 'node:assert/strict';
import { drained } from '../../../src/core/drained';
import { decodeStories, encodeStories, type StoredStories } from '../../../src/core/across/storiesFile';

const IDS = Array.from({ length: 3000 }, (_, number) => `file:///desk/${number}.txt`);
const HASHES = 2 ** 40 + 17;

/** More than a step has of each. */
const stored = (): StoredStories => ({
  stories: Array.from({ length: 1000 }, (_, story) => ({
    documents: IDS.slice(3 * story, 3 * story + 3),
    related: story % 2 ? [IDS[(7 * story) % IDS.length]!] : [],
  })),
  relations: Array.from({ length: 700 }, (_, at) => ({
    shorter: IDS[2 * at]!,
    longer: IDS[2 * at + 1]!,
    kind: at % 2 ? ('copy' as const) : ('sharedText' as const),
    shared: at,
  })),
  stems: Array.from({ length: 5000 }, (_, stem) => [(stem * 0x9e3779b1) >>> 0, 1 + stem] as const),
});

const plain = ({ stories, relations, stems }: StoredStories): unknown => ({
  stories,
  relations: [...relations],
  stems: [...stems],
});

describe('a file of stories', () => {
  const bytes = drained(encodeStories(IDS, HASHES, stored()));

  it('says what was stored', () => {
    assert.deepEqual(plain(drained(decodeStories(bytes, IDS, HASHES))!), plain(stored()));
  });

  it('is of these documents alone', () => {
    assert.equal(drained(decodeStories(bytes, IDS, HASHES + 1)), undefined);
    assert.equal(drained(decodeStories(bytes, IDS.slice(1), HASHES)), undefined);
  });

  it('is not taken where one bit is another, or where it is cut short', () => {
    for (const at of [0, 9, 40, bytes.length >> 1, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 4;
      assert.equal(drained(decodeStories(damaged, IDS, HASHES)), undefined, `byte ${at}`);
    }
    assert.equal(drained(decodeStories(bytes.slice(0, -4), IDS, HASHES)), undefined);
    assert.equal(drained(decodeStories(bytes.slice(0, -1), IDS, HASHES)), undefined);
    assert.equal(drained(decodeStories(new Uint8Array(0), IDS, HASHES)), undefined);
  });
});
