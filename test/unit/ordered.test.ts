import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ordered } from '../../src/core/ordered';

describe('a list in order', () => {
  const byFirst = ([a]: readonly [number, number], [b]: readonly [number, number]): number => a - b;

  it('is what sorting makes of it, equals in the order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), numbers => {
        const pairs = numbers.map((number, index) => [number, index] as const);
        assert.deepEqual(ordered([...pairs], byFirst), [...pairs].sort(byFirst));
      }),
    );
  });
});
