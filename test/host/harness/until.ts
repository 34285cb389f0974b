import { type Disposable, type Event } from 'vscode';

/** Milliseconds after which a test that waits has failed. Far more than anything takes, so that a slow machine passes. */
const DEADLINE = 10_000;

/**
 * Waits until a condition holds, and returns what it gave: asks at once, then after each of the events. Rejects after a
 * deadline, naming what was waited for and the last error of the condition (one that throws does not hold yet).
 *
 * `await until('the article is listed', () => rows().find(row => row.label === title), corpus.onDidChange)`
 */
export async function until<T>(
  what: string,
  condition: () => T | PromiseLike<T>,
  ...events: readonly Event<unknown>[]
): Promise<Exclude<T, undefined | null | false>> {
  const listeners: Disposable[] = [];
  let deadline: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      let lastError: unknown = 'it does not hold';
      let asking = false;
      let askAgain = false;
      const ask = async (): Promise<void> => {
        askAgain = asking;
        if (asking) return;
        asking = true;
        try {
          const value = await condition();
          if (value !== undefined && value !== null && value !== false) {
            resolve(value as Exclude<T, undefined | null | false>);
          }
        } catch (error) {
          lastError = error;
        }
        asking = false;
        if (askAgain) await ask();
      };
      deadline = setTimeout(
        () => reject(new Error(`Waited ${DEADLINE / 1000} s until ${what}: ${String(lastError)}`)),
        DEADLINE,
      );
      for (const event of events) listeners.push(event(() => void ask()));
      void ask();
    });
  } finally {
    clearTimeout(deadline);
    for (const listener of listeners) listener.dispose();
  }
}
