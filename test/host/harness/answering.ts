import * as vscode from 'vscode';
import { often } from './finished';
import { until } from './until';

type Pick = vscode.QuickPick<vscode.QuickPickItem>;

/**
 * Runs a command and answers its quick picks, one after the other, by choosing the item whose label matches; once all answers are given, each further
 * question is answered as Enter would. Resolves once the command has ended.
 */
export async function answering(running: () => Thenable<unknown>, ...answers: readonly RegExp[]): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const { showQuickPick, createQuickPick } = window;
  const picks: Pick[] = [];
  const left = [...answers];
  const wanted = (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => left[0]?.test(label));
  window.showQuickPick = async (given: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>) => {
    const items = await given;
    const [answer] = left;
    const item = answer ? wanted(items) : items[0];
    if (answer && !item)
      throw new Error(`${String(answer)} is not among ${items.map(({ label }) => label).join(', ')}`);
    left.shift();
    return item;
  };
  window.createQuickPick = () => {
    const pick = (createQuickPick as () => Pick)();
    picks.push(pick);
    // Before the extension hears of it, and asks the next question.
    pick.onDidAccept(() => {
      if (wanted(pick.activeItems)) left.shift();
      picks.splice(picks.indexOf(pick), 1);
    });
    return pick;
  };
  let isDone = false;
  let failure: unknown;
  void running().then(
    () => (isDone = true),
    (error: unknown) => {
      failure = error;
      isDone = true;
    },
  );
  const accept = async (): Promise<boolean> => {
    const pick = picks.at(-1);
    const item = pick && wanted(pick.items);
    if (pick && item) {
      pick.activeItems = [item];
      // Once around, so that the workbench has it as well.
      await vscode.commands.executeCommand('setContext', 'pressmark.test.answering', true);
      if (pick.activeItems[0] !== item) return isDone;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    } else if (left.length === 0 && !isDone)
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  };
  try {
    await until(`the command has ended, with ${left.length} answers to give`, accept, often);
    if (failure !== undefined) throw failure instanceof Error ? failure : new Error(JSON.stringify(failure));
    if (left.length > 0) throw new Error(`The command has ended without ${left.map(String).join(', ')}`);
  } finally {
    window.showQuickPick = showQuickPick;
    window.createQuickPick = createQuickPick;
  }
}
