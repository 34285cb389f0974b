import { type Clock } from './ports';

/** Milliseconds of background work after which the host gets its turn. Well under the 50 ms that anyone would notice. */
export const WORK_SLICE_MS = 10;

/**
 * Does work that comes in steps, and pauses between them; undefined where it is no longer wanted after a pause. A step may give what is to
 * be waited for before the next.
 */
export async function inSlices<T>(
  work: Generator<Promise<void> | void, T>,
  clock: Pick<Clock, 'now' | 'pause'>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let sliceStart = clock.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (!step.value && clock.now() - sliceStart < WORK_SLICE_MS) continue;
    await (step.value ?? clock.pause());
    if (!isWanted()) return undefined;
    sliceStart = clock.now();
  }
}
