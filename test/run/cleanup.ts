import { fstatSync } from 'node:fs';

type Step = () => unknown;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * What must be gone at the end, whatever happens: steps that undo, run last first, when the work is done or when the
 * process is told to stop, by a signal or by the end of the process that started it.
 */
export class Cleanup {
  readonly #steps = new Set<Step>();
  readonly #listeners: (() => void)[] = [];
  #running: Promise<void> | undefined;

  constructor() {
    for (const [signal, number] of Object.entries(SIGNALS)) {
      const stop = () => void this.run().finally(() => process.exit(128 + number));
      process.on(signal, stop);
      this.#listeners.push(() => process.off(signal, stop));
    }
  }

  /** Adds a step; what is returned runs it at once, and then it is done with. */
  add(step: Step): () => Promise<void> {
    this.#steps.add(step);
    return async () => {
      if (this.#steps.delete(step)) await step();
    };
  }

  /** Stops this process when the one that started it, and holds our input as a pipe, is gone, even by SIGKILL. */
  stopWithParent(): void {
    const input = fstatSync(0);
    if (!input.isFIFO() && !input.isSocket()) return;
    process.stdin.once('close', () => void this.run().finally(() => process.exit(1)));
    process.stdin.resume();
    process.stdin.once('error', () => undefined);
    (process.stdin as unknown as { unref?(): void }).unref?.();
  }

  /** Runs every step, also after one that fails. To be awaited; a second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (const step of [...this.#steps].reverse()) {
      try {
        await step();
      } catch (error) {
        console.error('Cleaning up:', error);
      }
    }
    this.#steps.clear();
    for (const remove of this.#listeners) remove();
  }
}
