import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowStore } from '../../../src/core/across/rowStore';

const row = (length: number, value: number): Uint32Array => new Uint32Array(length).fill(value);

describe('a store of rows', () => {
  it('holds the latest row of each document, whatever was put in and taken out', () => {
    // Rows of a block and more, too, so that blocks are filled, begun and given back.
    const length = fc.constantFrom(0, 1, 7, 100_000, 1 << 18, 300_000);
    const step = fc.tuple(fc.nat({ max: 12 }), fc.option(length, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const store = new RowStore();
        const held = new Map<number, Uint32Array>();
        for (const [at, [document, size]] of steps.entries()) {
          if (size === undefined) {
            store.delete(document);
            held.delete(document);
          } else {
            store.set(document, row(size, at));
            held.set(document, row(size, at));
          }
        }
        for (let document = 0; document <= 12; document++) {
          const [found, wanted] = [store.get(document), held.get(document)];
          assert.equal(found?.length, wanted?.length);
          if (found && wanted) assert.ok(found.every((value, i) => value === wanted[i]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stores a copy, and gives out what is stored', () => {
    const store = new RowStore();
    const given = row(3, 1);
    store.set(5, given);
    given.fill(2);
    assert.deepEqual([...store.get(5)!], [1, 1, 1]);
    store.get(5)![0] = 9;
    assert.deepEqual([...store.get(5)!], [9, 1, 1]);
  });

  it('keeps a row that was given out as it was when its document has another', () => {
    const store = new RowStore();
    store.set(0, row(2, 1));
    const before = store.get(0)!;
    store.set(0, row(2, 7));
    assert.deepEqual([...before], [1, 1]);
    assert.deepEqual([...store.get(0)!], [7, 7]);
  });
});
