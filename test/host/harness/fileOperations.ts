import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

/** Carries out an operation on files as VS Code's own commands do: those who care about files are asked first. */
export async function operate(make: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  make(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export const rename = (from: vscode.Uri, to: vscode.Uri): Promise<void> => operate(edit => edit.renameFile(from, to));
