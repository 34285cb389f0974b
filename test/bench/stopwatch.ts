/** Times calls of methods, by wrapping them in the objects that have them. A call within another one counts for the outer alone. */
export class Stopwatch {
  /** Milliseconds in each method since the last reset. */
  readonly times: number[];
  /** Milliseconds of processor time in all of them: more than the clock's where others of our threads work, less on a busy machine. */
  processorTime = 0;
  private isRunning = false;

  constructor(methods: readonly (readonly [object: object, method: string])[]) {
    this.times = methods.map(() => 0);
    methods.forEach(([object, method], index) => this.wrap(object as Record<string, unknown>, method, index));
  }

  get total(): number {
    return this.times.reduce((sum, time) => sum + time, 0);
  }

  reset(): void {
    this.times.fill(0);
    this.processorTime = 0;
  }

  private wrap(object: Record<string, unknown>, method: string, index: number): void {
    const original = object[method];
    if (typeof original !== 'function') throw new Error(`There is no method ${method} to time.`);
    object[method] = (...args: readonly unknown[]): unknown => {
      if (this.isRunning) return original.apply(object, args) as unknown;
      this.isRunning = true;
      const started = performance.now();
      const usage = process.cpuUsage();
      try {
        return original.apply(object, args) as unknown;
      } finally {
        this.times[index]! += performance.now() - started;
        const { user, system } = process.cpuUsage(usage);
        this.processorTime += (user + system) / 1000;
        this.isRunning = false;
      }
    };
  }
}
