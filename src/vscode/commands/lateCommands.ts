import * as vscode from 'vscode';
import { COMMANDS } from '../names';
import { type Command } from './command';

type Arguments = Parameters<Command['run']>;

/**
 * Every command, registered before what it does is loaded: who calls one then waits. An error in one is shown by the editor and logged, as
 * for any command.
 */
export class LateCommands implements vscode.Disposable {
  private readonly registered: vscode.Disposable;
  private runs: ReadonlyMap<string, Command['run']> | undefined;

  /** `wake` is called with the first command; `take` is to have been called once it resolves. */
  constructor(private readonly wake: () => Promise<unknown>) {
    this.registered = vscode.Disposable.from(
      ...Object.values(COMMANDS).map(id =>
        vscode.commands.registerCommand(id, (...all: Arguments) => this.run(id, all)),
      ),
    );
  }

  /** What commands do. Throws where it is not said of each, once: a defect. */
  take(commands: readonly Command[]): void {
    const runs = new Map(commands.map(({ id, run }) => [id, run]));
    const untold = Object.values(COMMANDS).filter(id => !runs.delete(id));
    if (untold.length || runs.size) throw new Error(`commands: ${[...untold, ...runs.keys()].join(', ')}`);
    this.runs = new Map(commands.map(({ id, run }) => [id, run]));
  }

  dispose(): void {
    this.registered.dispose();
  }

  private run(id: string, all: Arguments): unknown {
    const run = this.runs?.get(id);
    return run ? run(...all) : this.wake().then(() => this.runs?.get(id)?.(...all));
  }
}
