import assert from 'node:assert/strict';
import { precision, recall, reviseAll, total } from '../../bench/anchor/revisions';
import { newsText } from '../../bench/newsText';

/** A small part of `npm run bench:anchor`, with floors; so many that one passage more or less decides nothing. */
const ARTICLES = [1, 2, 3, 4, 5, 6, 7, 8].map(seed => newsText(3000, 30, seed));
const FLOORS = { light: 0.97, medium: 0.9, heavy: 0.8 } as const;

describe('passages after newsroom edits', () => {
  for (const strength of ['light', 'medium', 'heavy'] as const)
    it(`of ${strength} strength are found again, and no place is wrong but seldom`, () => {
      const tallies = reviseAll(ARTICLES, strength);
      const [ours, hypothesis] = [total(tallies, 'ours'), total(tallies, 'hypothesis')];
      const told = JSON.stringify({ ours, hypothesis });
      assert.ok(precision(ours) >= 0.995, told);
      assert.ok(recall(ours) >= FLOORS[strength], told);
      assert.ok(precision(ours) > precision(hypothesis), told);
    });
});
