import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BestPairs } from '../../../src/core/across/bestPairs';

const CLUSTERS = 12;

describe('the best pairs of clusters', () => {
  it('come the most alike first, of equals the earliest, whatever was said and taken back before', () => {
    const cluster = fc.nat(CLUSTERS - 1);
    const step = fc.record({
      cluster,
      partner: cluster,
      likeness: fc.option(fc.constantFrom(0.2, 0.4, 0.4, 0.9), { nil: undefined }),
      version: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const pairs = new BestPairs(CLUSTERS);
        const said = new Map<number, (typeof steps)[number]>();
        const first = (): (typeof steps)[number] | undefined =>
          [...said.values()].sort(
            (a, b) =>
              b.likeness! - a.likeness! ||
              Math.min(a.cluster, a.partner) - Math.min(b.cluster, b.partner) ||
              Math.max(a.cluster, a.partner) - Math.max(b.cluster, b.partner),
          )[0];
        for (const one of steps) {
          // A cluster pairs with another one.
          const partner = one.partner === one.cluster ? (one.cluster + 1) % CLUSTERS : one.partner;
          if (one.likeness === undefined) {
            pairs.delete(one.cluster);
            said.delete(one.cluster);
          } else {
            pairs.set(one.cluster, partner, one.likeness, one.version);
            said.set(one.cluster, { ...one, partner });
          }
          const [best, expected] = [pairs.first, first()];
          const ends = (pair: { readonly cluster: number; readonly partner: number } | undefined) =>
            pair && [pair.cluster, pair.partner].sort((a, b) => a - b);
          assert.deepEqual(ends(best), ends(expected));
          if (best) assert.equal(best.version, said.get(best.cluster)!.version);
        }
      }),
    );
  });
});
