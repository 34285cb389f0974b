import { type Clock, type Wait } from '../../app/ports';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  timestamp: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  pause: () => new Promise(resolve => setTimeout(resolve, 0)),
};

/** Waits by the machine's clock. */
export const systemWait: Wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
