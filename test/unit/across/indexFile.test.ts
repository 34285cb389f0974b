import assert from 'node:assert/strict';
import { decodeIndexFile, encodeIndexFile } from '../../../src/core/across/indexFile';

describe('a stored index', () => {
  it('is read from a Node Buffer too, which shares its memory with others', () => {
    const shared = Buffer.concat([Buffer.from([1]), encodeIndexFile([]), Buffer.from([2, 3])]);
    assert.deepEqual(decodeIndexFile(shared.subarray(1, -2)), []);
  });
});
