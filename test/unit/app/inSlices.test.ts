import assert from 'node:assert/strict';
import { inSlices, WORK_SLICE_MS } from '../../../src/app/inSlices';

/** A clock that a test moves on, and how often others had their turn. */
function setUp() {
  const host = { now: 0, pauses: 0 };
  const clock = { now: () => host.now, pause: () => Promise.resolve(void host.pauses++) };
  return { host, clock };
}

describe('work in slices', () => {
  it('pauses when a slice is over, and gives what came of it', async () => {
    const { host, clock } = setUp();
    function* work(): Generator<void, string> {
      for (let step = 0; step < 10; step++) {
        host.now += WORK_SLICE_MS / 2;
        yield;
      }
      return 'done';
    }
    assert.equal(await inSlices(work(), clock, () => true), 'done');
    assert.equal(host.pauses, 5);
  });

  it('waits for what a step gives, and counts the next slice from then on', async () => {
    const { host, clock } = setUp();
    const steps: string[] = [];
    function* work(): Generator<Promise<void> | void, void> {
      steps.push('first');
      yield Promise.resolve().then(() => {
        host.now += 100;
        steps.push('waited');
      });
      steps.push('second');
      yield;
    }
    await inSlices(work(), clock, () => true);
    assert.deepEqual(steps, ['first', 'waited', 'second']);
    assert.equal(host.pauses, 0);
  });

  it('ends where it is not wanted any more after a pause', async () => {
    const { host, clock } = setUp();
    let steps = 0;
    function* work(): Generator<void, void> {
      for (; ; steps++) {
        host.now += WORK_SLICE_MS;
        yield;
      }
    }
    assert.equal(await inSlices(work(), clock, () => host.pauses < 3), undefined);
    assert.equal(steps, 2);
  });
});
