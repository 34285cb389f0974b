import { type Disposable } from '../app/event';
import { hostTurn } from './adapters/clock';

/** Changes that come within this many milliseconds are drawn together; an eye does not tell them apart. */
const GATHER_MS = 40;
/** Nobody who writes fluently pauses this long between two keys. */
const REST_MS = 250;

/** Gathers what changed, so that a tree is refreshed once for a burst of changes and only where they are. */
export class Refresher implements Disposable {
  private changed = new Set<string>();
  private isAll = false;
  private isDisposed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly edited = new Set<string>();
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly refresh: (changed: 'all' | ReadonlySet<string>) => void) {}

  /** Everything may have changed. */
  all(): void {
    this.isAll = true;
    this.schedule();
  }

  /** Only these documents changed. */
  some(uris: Iterable<string>): void {
    if (this.isAll) return;
    for (const uri of uris) this.changed.add(uri);
    if (this.changed.size) this.schedule();
  }

  /** This document is being written in: once that rests will do. */
  atRest(uri: string): void {
    this.edited.add(uri);
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => {
      this.some(this.edited);
      this.edited.clear();
    }, REST_MS);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    clearTimeout(this.restTimer);
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void hostTurn().then(() => this.refreshNow()), GATHER_MS);
  }

  private refreshNow(): void {
    this.timer = undefined;
    if (this.isDisposed) return;
    const changed = this.isAll ? 'all' : this.changed;
    this.isAll = false;
    // Thousands may have changed, for each of the views: their sets are handed over.
    this.changed = new Set();
    this.refresh(changed);
  }
}
