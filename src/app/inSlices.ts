import { type Clock } from './ports';

/** Milliseconds of background work after which the host gets its turn. Well under the 50 ms that anyone would notice. */
export const WORK_SLICE_MS = 10;

/** Does work that comes in steps, and pauses between them; undefined where it is no longer wanted after a pause. */
export async function inSlices<T>(
  work: Generator<void, T>,
  clock: Pick<Clock, 'now' | 'pause'>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let sliceStart = clock.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (clock.now() - sliceStart < WORK_SLICE_MS) continue;
    await clock.pause();
    if (!isWanted()) return undefined;
    sliceStart = clock.now();
  }
}
