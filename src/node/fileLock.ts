import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ifThere } from './ifThere';

/** Who holds a lock is done in milliseconds. One that is held for so long belongs to a process that hangs, or to none. */
export const PATIENCE_MS = 10_000;
const RETRY_MS = 5;

/**
 * Keeps the Pressmarks of one machine and user from writing to one file at the same time. A lock is a file outside the corpus that
 * says who holds it. It is never waited for longer than PATIENCE_MS, and not at all where its process is gone.
 * Whoever holds one asks `isHeld` before the step that matters: a process that hung may have lost it.
 */
export class FileLock {
  private readonly file: string;
  private readonly owner = `${process.pid}.${randomUUID()}`;
  private taken = false;

  /** The lock that belongs to a file (its real path), in a folder that only the user can write to. */
  constructor(folder: string, target: string) {
    this.file = path.join(folder, `${keyOf(target)}.lock`);
  }

  /** Waits for the lock and takes it. Resolves with the processes that died with it and may have left something behind. */
  async take(): Promise<readonly number[]> {
    const dead: number[] = [];
    const own = `${this.file}.${this.owner}`;
    // Linked into its place, so that a lock never stands there without saying whose it is.
    writeFileSync(own, this.owner, { mode: 0o600 });
    try {
      for (let waited = 0; !(this.taken = tryLink(own, this.file));) {
        const holder = holderOf(this.file);
        if (holder === undefined) continue;
        const process = Number.parseInt(holder, 10);
        const isGone = !isAlive(process);
        if (isGone || waited > PATIENCE_MS || ageOf(this.file) > PATIENCE_MS) {
          if (this.breakFrom(holder) && isGone) dead.push(process);
          continue;
        }
        const started = performance.now();
        await pause(RETRY_MS * (1 + Math.random()));
        waited += performance.now() - started;
      }
    } finally {
      unlinkSync(own);
    }
    return dead;
  }

  get isHeld(): boolean {
    return this.taken && holderOf(this.file) === this.owner;
  }

  release(): void {
    if (this.isHeld) unlinkSync(this.file);
    this.taken = false;
  }

  /** Moves the lock away from a holder. Of several that do so at once one does; one that took another's by mistake gives it back. */
  private breakFrom(holder: string): boolean {
    const aside = `${this.file}.${this.owner}.broken`;
    ifThere(() => renameSync(this.file, aside));
    const moved = holderOf(aside);
    if (moved === undefined) return false;
    if (moved !== holder) tryLink(aside, this.file);
    unlinkSync(aside);
    return moved === holder;
  }
}

/** A name for a file by its real path, which is not to be read off it. */
export const keyOf = (target: string): string => createHash('sha256').update(target).digest('hex').slice(0, 32);

const holderOf = (file: string): string | undefined => ifThere(() => readFileSync(file, 'utf8'));

const ageOf = (file: string): number => Date.now() - (ifThere(() => statSync(file).mtimeMs) ?? Date.now());

/** False where something stands at the new name already. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
