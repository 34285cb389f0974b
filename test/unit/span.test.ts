import assert from 'node:assert/strict';
import { contains, overlaps } from '../../src/core/text/span';

describe('span', () => {
  it('spans that only touch do not overlap', () =>
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 }), false));
  it('a span contains itself', () => assert.equal(contains({ start: 1, end: 3 }, { start: 1, end: 3 }), true));
});
