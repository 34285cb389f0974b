import * as vscode from 'vscode';
import { type Command } from './command';

/** Registers commands; an error in one is shown by the editor and logged, as for any command. */
export const registerCommands = (commands: readonly Command[]): vscode.Disposable =>
  vscode.Disposable.from(...commands.map(({ id, run }) => vscode.commands.registerCommand(id, run)));
