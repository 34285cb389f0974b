import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds after which what was waited for has not come. Far more than anything takes, for slow machines. */
const DEADLINE = 20_000;

/**
 * Waits until `probe` gives something other than undefined, null or false, and returns it. For what shows no event: the
 * DOM, files on disk. Throws after a deadline, with what was waited for and what the probe threw last.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  milliseconds = DEADLINE,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + milliseconds;
  let lastError: unknown = 'it never was';
  do {
    try {
      const value = await probe();
      if (value !== undefined && value !== null && value !== false) {
        return value as Exclude<T, undefined | null | false>;
      }
    } catch (error) {
      lastError = error;
    }
    await pause(40);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${milliseconds / 1000} s for ${what}: ${String(lastError)}`);
}
