import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeSidecars } from '../../../src/core/sidecar/mergeSidecars';
import { assertNothingLost } from './assertNothingLost';
import { branchesArbitrary } from './branches';

/** MERGE_RUNS=20000 for a long look. */
const RUNS = Number(process.env.MERGE_RUNS ?? 20);

const mergedText = (base: string, ours: string, theirs: string): string => {
  const result = mergeSidecars(base, ours, theirs);
  assert.equal(result.kind, 'merged', JSON.stringify([base, ours, theirs, result]));
  return result.kind === 'merged' ? result.source : '';
};

describe('merging any two branches', function () {
  this.timeout(60_000 + RUNS * 100);

  it('gives the same text in both orders, and once more changes nothing', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours, theirs }) => {
        const result = mergedText(base, ours, theirs);
        assert.equal(mergedText(base, theirs, ours), result);
        assert.equal(mergedText(base, result, theirs), result);
        assert.equal(mergedText(base, ours, result), result);
      }),
      { numRuns: RUNS },
    );
  });

  it('with nothing gives the branch byte for byte', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours }) => {
        assert.equal(mergedText(base, ours, base), ours);
        assert.equal(mergedText(base, base, ours), ours);
        assert.equal(mergedText(base, ours, ours), ours);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no annotation, no value, no comment that a side made', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours, theirs }) => {
        assertNothingLost(base, ours, theirs, mergedText(base, ours, theirs));
      }),
      { numRuns: RUNS },
    );
  });
});
