import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What the writers in the extension hosts are to do. */
export type Job =
  /** Each window tags sentences of its own, and says more of each in further changes. */
  | { readonly kind: 'interleave'; readonly writers: number; readonly passages: number }
  /** One window changes the annotations that are there, one after the other, until it is killed. */
  | { readonly kind: 'save' }
  /** A soak test's life of a host. */
  | SoakJob;

/** One life of an extension host: so many rounds of work, then what it leaves behind is measured, or it saves until it is killed. */
export interface SoakJob {
  readonly kind: 'soak';
  /** Number of the first round: each round does something else. */
  readonly first: number;
  readonly rounds: number;
  readonly isLast: boolean;
  /** A folder of the corpus on a disk of a megabyte, which root can make read-only; undefined where there is none. */
  readonly smallDisk: string | undefined;
}

/**
 * How the launcher and the writers in the extension hosts agree: files in a folder beside the workspace folder. What is written
 * here by a writer stands, whatever happens to its process a moment later.
 */
export class Control {
  constructor(private readonly folder: string) {}

  /** The control folder that belongs to a workspace folder. */
  static beside(workspaceFolder: string): Control {
    return new Control(path.join(path.dirname(workspaceFolder), 'control'));
  }

  setJob(job: Job): void {
    writeFileSync(this.file('job.json'), JSON.stringify(job));
  }

  get job(): Job {
    return JSON.parse(readFileSync(this.file('job.json'), 'utf8')) as Job;
  }

  /** Takes the next number that no writer has had; notes the writer's process. */
  enlist(): number {
    for (let number = 0; ; number++) {
      try {
        writeFileSync(this.file(`writer-${number}`), String(process.pid), { flag: 'wx' });
        return number;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }

  /** The process of a writer; undefined until it has enlisted. */
  processOf(writer: number): number | undefined {
    const text = existsSync(this.file(`writer-${writer}`)) && readFileSync(this.file(`writer-${writer}`), 'utf8');
    return text ? Number(text) : undefined;
  }

  /** Puts up a sign that `waitFor` waits for. */
  signal(name: string): void {
    writeFileSync(this.file(name), '');
  }

  /** Puts up a sign that says something. */
  put(name: string, value: unknown): void {
    // It is there once it is whole.
    writeFileSync(this.file(`${name}.new`), JSON.stringify(value));
    renameSync(this.file(`${name}.new`), this.file(name));
  }

  /** What a sign says. */
  get<T>(name: string): T {
    return JSON.parse(readFileSync(this.file(name), 'utf8')) as T;
  }

  has(name: string): boolean {
    return existsSync(this.file(name));
  }

  /** Rejects after a deadline in milliseconds. */
  async waitFor(name: string, deadline = 120_000): Promise<void> {
    const end = Date.now() + deadline;
    while (!this.has(name)) {
      if (Date.now() > end) throw new Error(`Waited ${deadline / 1000} s for “${name}”`);
      await pause(20);
    }
  }

  /** Notes that the user was told: this change is saved. */
  acknowledge(change: string): void {
    appendFileSync(this.file('acknowledged'), `${change}\n`);
  }

  /** The changes that were acknowledged, in their order. */
  get acknowledged(): readonly string[] {
    if (!this.has('acknowledged')) return [];
    return readFileSync(this.file('acknowledged'), 'utf8').split('\n').slice(0, -1);
  }

  /** Messages that the windows showed. */
  readonly messages: string[] = [];

  /** Keeps what a window said to its user. */
  note(message: string): void {
    this.messages.push(message);
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }
}
