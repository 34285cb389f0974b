import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Vector, VectorSums } from '../../../src/core/across/storyVectors';

const LENGTH = 150;

/** A vector of some of the stems from 0 to LENGTH. */
const vectors = fc.uniqueArray(fc.nat(LENGTH - 1), { minLength: 1, maxLength: 100 }).map((stems): Vector => {
  const sorted = Uint32Array.from(stems).sort();
  return { stems: sorted, weights: Float32Array.from(sorted, stem => (stem % 7) + 1), start: 0, end: sorted.length };
});

/** Each stem's weight. */
function weightsOf({ stems, weights, start, end }: Vector): readonly number[] {
  const all = new Array<number>(LENGTH).fill(0);
  for (let at = start; at < end; at++) all[stems[at]!] = weights[at]!;
  return all;
}

describe('sums of vectors', () => {
  it('are those of their members, whatever was given back between', () => {
    fc.assert(
      fc.property(
        fc.array(vectors, { minLength: 2, maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (own, picks) => {
          const sums = new VectorSums();
          const live = own.map(vector => ({ vector, expected: weightsOf(vector), isSum: false }));
          for (const pick of picks) {
            if (live.length < 2) break;
            const [first] = live.splice(pick % live.length, 1);
            const [second] = live.splice(pick % live.length, 1);
            const vector = sums.sumOf(first!.vector, second!.vector);
            const expected = first!.expected.map((weight, stem) => weight + second!.expected[stem]!);
            for (const { vector: used, isSum } of [first!, second!]) if (isSum) sums.giveBack(used);
            live.push({ vector, expected, isSum: true });
          }
          for (const { vector, expected } of live) assert.deepEqual(weightsOf(vector), expected);
        },
      ),
    );
  });

  it('keep the weightiest terms of a story of many articles', () => {
    const of = (from: number, weight: number): Vector => ({
      stems: Uint32Array.from({ length: 200 }, (_, at) => from + at),
      weights: new Float32Array(200).fill(weight),
      start: 0,
      end: 200,
    });
    const { stems, start, end } = new VectorSums().sumOf(of(0, 2), of(200, 1));
    assert.deepEqual(Array.from(stems.subarray(start, start + 200)), Array.from(of(0, 2).stems));
    assert.ok(end - start >= 240);
  });
});
