type Step = () => unknown;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * What must be gone at the end, whatever happens: steps that undo, run last first, when the work is done or when the
 * process is told to stop, by a signal or by the end of the process that started it.
 */
export class Cleanup {
  /** A signal is for the whole process: it ends when all are done. */
  static readonly #all = new Set<Cleanup>();
  /** Ends what listens to signals and watches the parent; one of each for all. */
  static #stopListening: readonly (() => void)[] = [];
  readonly #steps = new Set<Step>();
  #running: Promise<void> | undefined;

  constructor() {
    if (Cleanup.#all.size === 0) Cleanup.#stopListening = Cleanup.#listen();
    Cleanup.#all.add(this);
  }

  static #listen(): readonly (() => void)[] {
    const stop = (exitCode: number): void =>
      void Promise.all([...Cleanup.#all].map(cleanup => cleanup.run())).then(() => process.exit(exitCode));
    const signals = Object.entries(SIGNALS).map(([signal, number]) => {
      const stopBySignal = (): void => stop(128 + number);
      process.on(signal, stopBySignal);
      return () => process.off(signal, stopBySignal);
    });
    // npm passes signals on to a shell, which does not, and nothing passes SIGKILL on: so watch the parent as well.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || stop(1), 500).unref();
    return [...signals, () => clearInterval(watch)];
  }

  /** Whether the end has begun: nothing new should be started. */
  get isEnding(): boolean {
    return this.#running !== undefined;
  }

  /** Adds a step; what is returned runs it at once, and then it is done with. */
  add(step: Step): () => Promise<void> {
    if (this.isEnding) throw new Error('It is too late to start anything: this process is ending.');
    this.#steps.add(step);
    return async () => {
      if (this.#steps.delete(step)) await step();
    };
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
    Cleanup.#all.delete(this);
    if (Cleanup.#all.size === 0) for (const stop of Cleanup.#stopListening) stop();
  }
}
