import * as vscode from 'vscode';
import { statusText } from './messageText';

type Rows<T> = readonly T[] | Thenable<readonly T[]>;

/**
 * As `window.showQuickPick`, with rows that say what they say: an icon in front of a text is ours, and what looks like one behind it is
 * text of a passage, a name or a file. A label that begins with such a text is to be a `labelText`.
 */
export function showQuickPick<T extends vscode.QuickPickItem>(
  items: Rows<T>,
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Thenable<readonly T[] | undefined>;
export function showQuickPick<T extends vscode.QuickPickItem>(
  items: Rows<T>,
  options?: vscode.QuickPickOptions,
): Thenable<T | undefined>;
export async function showQuickPick<T extends vscode.QuickPickItem>(
  items: Rows<T>,
  options?: vscode.QuickPickOptions,
): Promise<T | readonly T[] | undefined> {
  const given = new Map<T, T>();
  const plain = (rows: readonly T[]): readonly T[] => {
    const shown = plainItems(rows);
    shown.forEach((item, at) => given.set(item, rows[at]!));
    return shown;
  };
  const meant = (row: T): T => given.get(row) ?? row;
  const shown = 'then' in items ? items.then(plain) : plain(items);
  // With canPickMany it is a list, which this overload does not say.
  const chosen = (await vscode.window.showQuickPick<T>(shown, options)) as T | readonly T[] | undefined;
  if (chosen === undefined) return undefined;
  return isList(chosen) ? chosen.map(meant) : meant(chosen);
}

const isList = <T>(chosen: T | readonly T[]): chosen is readonly T[] => Array.isArray(chosen);

const plainOnes = new WeakSet<vscode.QuickPickItem>();

/** A row that says what it says; one that does is returned as it is. */
export function plainItem<T extends vscode.QuickPickItem>(item: T): T {
  if (plainOnes.has(item)) return item;
  const plain = {
    ...item,
    label: statusText(item.label),
    ...(item.description === undefined ? {} : { description: statusText(item.description) }),
    ...(item.detail === undefined ? {} : { detail: statusText(item.detail) }),
  };
  plainOnes.add(plain);
  return plain;
}

/** What the `items` of a `window.createQuickPick` are set to; lint sees to that. */
export const plainItems = <T extends vscode.QuickPickItem>(items: readonly T[]): readonly T[] => items.map(plainItem);
