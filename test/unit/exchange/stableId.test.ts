import assert from 'node:assert/strict';
import { stableGuid, stableId } from '../../../src/core/exchange/stableId';

describe('ids made of texts', () => {
  it('are the same for the same texts, on every machine', () => {
    assert.equal(stableGuid('note', 'a'), stableGuid('note', 'a'));
    assert.match(stableGuid('note', 'a'), /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.match(stableId('brat', 'a'), /^[a-hjkmnp-tv-z][\da-hjkmnp-tv-z]{7}$/);
  });

  it('differ for a hundred thousand texts that are nearly the same, and for other ways to cut them', () => {
    const guids = new Set<string>();
    for (let i = 0; i < 50_000; i++) guids.add(stableGuid('note', `n${i}`)).add(stableGuid('note', 'n', `${i}`));
    assert.equal(guids.size, 100_000);
    const ids = new Set(Array.from({ length: 1_000 }, (_, i) => stableId('brat', `T${i}`)));
    assert.equal(ids.size, 1_000);
  });
});
