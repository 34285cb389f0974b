import * as vscode from 'vscode';

type Members = Record<string, unknown>;
interface Made {
  dispose(): unknown;
  onDidDispose?: vscode.Event<void>;
}

/** Members of the API that give something to be disposed of. */
const GIVES = /^(create|register|onDid|onWill)/;

/**
 * Counts what is made through VS Code's API from now on and not yet disposed of, by the member that made it: listeners of events, file
 * watchers, decoration types, providers, panels. What was made before counts neither when it is made nor when it goes.
 */
export class ApiCounts {
  private readonly counts = new Map<string, number>();
  /** Where each thing that is still there was made; kept to be shown when something is left over. */
  private readonly makers = new Map<object, { readonly name: string; readonly stack: string }>();

  constructor() {
    const { workspace, window, languages, commands, comments } = vscode;
    for (const [name, namespace] of Object.entries({ workspace, window, languages, commands, comments }))
      this.wrap(name, namespace);
  }

  /** How many there are of each that there are some of. */
  get all(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].filter(([, count]) => count !== 0).sort());
  }

  /** Where those of a kind were made, the newest first. */
  stacks(name: string): readonly string[] {
    return [...this.makers.values()]
      .filter(maker => maker.name === name)
      .map(({ stack }) => stack)
      .reverse();
  }

  private wrap(namespace: string, members: Members): void {
    for (const member of Object.keys(members).filter(key => GIVES.test(key))) {
      const own = members[member];
      if (typeof own !== 'function') continue;
      const make = own as (...args: readonly unknown[]) => unknown;
      const value = (...args: readonly unknown[]): unknown => {
        const made = make.apply(members, [...args]);
        return isMade(made) ? this.counted(`${namespace}.${member}`, made) : made;
      };
      Object.defineProperty(members, member, { value, configurable: true, writable: true });
    }
  }

  private counted(name: string, made: Made): Made {
    this.add(name, 1);
    const key = {};
    this.makers.set(key, { name, stack: new Error(name).stack ?? '' });
    let isThere = true;
    const gone = (): void => {
      if (isThere) this.add(name, -1);
      isThere = false;
      this.makers.delete(key);
    };
    // A panel goes when its user closes it.
    made.onDidDispose?.(gone);
    const dispose = made.dispose.bind(made);
    const value = (): unknown => {
      gone();
      return dispose();
    };
    // Some are frozen; what inherits from them is as good to VS Code, which asks for their keys.
    if (!Object.isExtensible(made)) return Object.create(made, { dispose: { value } }) as Made;
    Object.defineProperty(made, 'dispose', { value, configurable: true, writable: true });
    return made;
  }

  private add(name: string, count: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }
}

const isMade = (value: unknown): value is Made =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Made>).dispose === 'function';
