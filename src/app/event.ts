/** Something that is given back when it is no longer needed. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; dispose what is returned to stop listening. */
export type Event<T> = (listener: (event: T) => void) => Disposable;

/** The private end of an event: its owner fires, everybody else subscribes through `event`. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(event: T) => void>();

  readonly event: Event<T> = listener => {
    const own = (event: T): void => listener(event);
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  fire(event: T): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
