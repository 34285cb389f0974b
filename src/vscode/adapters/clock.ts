import { type Clock, type Wait } from '../../app/ports';

/** What waits for a turn of the host. Each gets one of its own: two slices of work in one turn would hold it up for twice as long. */
const waiting: (() => void)[] = [];

function next(): void {
  const proceed = waiting.shift();
  if (waiting.length) soon();
  proceed?.();
}

/** Calls `next` once the host has looked at what came in. A timer would not do: those that are due together run in one turn, and one is due after a millisecond. */
const soon: () => void = typeof setImmediate === 'function' ? () => void setImmediate(next) : soonByMessage();

/** Browsers have no setImmediate, and let timers that set timers wait four milliseconds. */
function soonByMessage(): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = next;
  return () => port2.postMessage(undefined);
}

/** Resolves in a turn of the host in which nothing else that waited for one goes on. */
export const hostTurn = (): Promise<void> =>
  new Promise(resolve => {
    if (waiting.push(resolve) === 1) soon();
  });

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  timestamp: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  pause: hostTurn,
};

/** Waits by the machine's clock. */
export const systemWait: Wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
