import assert from 'node:assert/strict';
import { interleave } from '../faults/interleave';
import { killHosts } from '../faults/killHosts';
import { Cleanup } from '../run/cleanup';

// A few of each; `npm run bench:faults` takes as many as it is told to.
describe('nothing is lost', () => {
  const cleanup = new Cleanup();
  after(() => cleanup.run());

  it('when two windows and a script change one sidecar at the same time', async () => {
    const { changes, lost, problems } = await interleave(3, cleanup);
    assert.equal(changes, 36);
    assert.deepEqual({ lost, problems }, { lost: [], problems: [] });
  });

  it('when the extension host is killed while it saves', async () => {
    const { acknowledged, torn, lost } = await killHosts(2, cleanup);
    assert.ok(acknowledged >= 2);
    assert.deepEqual({ torn, lost }, { torn: [], lost: [] });
  });
});
