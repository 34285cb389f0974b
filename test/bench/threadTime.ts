import { openSync, readSync } from 'node:fs';
import * as process from 'node:process';

const NANOSECONDS = 1e6;
const MICROSECONDS = 1e3;
const buffer = new Uint8Array(64);
const text = new TextDecoder();
const file = openedIfThere(`/proc/self/task/${process.pid}/schedstat`);

/**
 * Milliseconds that the host's own thread has had of a processor, so that its waits for one can be told from its work. Linux counts them for each thread; elsewhere they are
 * those of all of the host's threads, which is more.
 */
export function threadTime(): number {
  if (file === undefined) {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS;
  }
  const length = readSync(file, buffer, 0, buffer.length, 0);
  return Number(text.decode(buffer.subarray(0, length)).split(' ')[0]) / NANOSECONDS;
}

function openedIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}
