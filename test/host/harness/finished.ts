import * as vscode from 'vscode';
import { until } from './until';

/** Waits until a command has ended; what it asks or says is dismissed, as Escape would. */
export async function finished(running: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const end = (): void => {
    isDone = true;
  };
  void running.then(end, end);
  const dismiss = async (): Promise<boolean> => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    return isDone;
  };
  await until('the command has ended', dismiss, often);
}

/** Fires again and again: what a command shows comes without an event. */
export const often: vscode.Event<void> = (listener: () => void) => {
  const timer = setInterval(listener, 20);
  return { dispose: () => clearInterval(timer) };
};
