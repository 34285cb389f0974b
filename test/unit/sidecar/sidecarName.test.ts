import assert from 'node:assert/strict';
import { articleNameOf, CODEBOOK_NAME, isSidecarName, sidecarNameOf } from '../../../src/core/sidecar/sidecarName';

describe('a sidecar’s name', () => {
  it('is the article’s with a suffix, and gives the article’s back', () => {
    for (const name of ['vote.txt', 'a.pressmark.yaml', 'news/2024/vote.md', 'no suffix'])
      assert.equal(articleNameOf(sidecarNameOf(name)), name);
  });

  for (const name of [CODEBOOK_NAME, '.pressmark.yaml', 'news/.pressmark.yaml', 'vote.txt', 'vote.pressmark.yml'])
    it(`is not ${name}`, () => assert.equal(isSidecarName(name), false));
});
