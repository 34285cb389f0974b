import * as vscode from 'vscode';
import { COMMANDS } from '../names';
import { type Command } from './command';

type Arguments = Parameters<Command['run']>;
type Runs = ReadonlyMap<string, Command['run']>;

/**
 * Every command, registered before what it does is loaded: who calls one then waits. An error in one is shown by the editor and logged, as
 * for any command.
 */
export class LateCommands implements vscode.Disposable {
  private readonly registered: vscode.Disposable;
  private load: (() => Promise<readonly Command[]>) | undefined;
  private loading: Promise<Runs> | undefined;
  private runs: Runs | undefined;

  /** `wake` is called with the first command; `take` is to have been called once it resolves. */
  constructor(private readonly wake: () => Promise<unknown>) {
    this.registered = vscode.Disposable.from(
      ...Object.values(COMMANDS).map(id =>
        vscode.commands.registerCommand(id, (...all: Arguments) => this.run(id, all)),
      ),
    );
  }

  /** Tells how to load what commands do, which is done when the first is called. */
  take(load: () => Promise<readonly Command[]>): void {
    this.load = load;
  }

  dispose(): void {
    this.registered.dispose();
  }

  private run(id: string, all: Arguments): unknown {
    return this.runs ? this.runs.get(id)?.(...all) : this.loaded().then(runs => runs.get(id)?.(...all));
  }

  /** Throws where it is not said of each command, once, what it does: a defect. */
  private async loaded(): Promise<Runs> {
    await this.wake();
    if (!this.load) throw new Error('no commands');
    this.loading ??= this.load().then(runsOf);
    try {
      this.runs = await this.loading;
      return this.runs;
    } catch (error) {
      this.loading = undefined; // What could not be read may be readable later.
      throw error;
    }
  }
}

function runsOf(commands: readonly Command[]): Runs {
  const ids = commands.map(({ id }) => id);
  const known: readonly string[] = Object.values(COMMANDS);
  const wrong = [
    ...known.filter(id => !ids.includes(id)),
    ...ids.filter((id, at) => !known.includes(id) || ids.indexOf(id) !== at),
  ];
  if (wrong.length) throw new Error(`commands: ${wrong.join(', ')}`);
  return new Map(commands.map(({ id, run }) => [id, run]));
}
