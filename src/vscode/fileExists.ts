import * as vscode from 'vscode';

/** True where there is a file at an address, on any file system. */
export async function fileExists(uri: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return true;
  } catch {
    return false;
  }
}
