import { Uri, workspace } from 'vscode';

/** An address in the workspace folder: a fresh copy of `test/fixtures/host-corpus`, which tests may write. */
export function workspaceFile(...path: readonly string[]): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The host tests run in a workspace folder.');
  return Uri.joinPath(folder.uri, ...path);
}

/** A file's text on disk, not that of an editor. */
export async function readText(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** True for a file that is written: VS Code makes an empty one first. Rejects where there is none. */
export const isWritten = async (file: Uri): Promise<boolean> => (await readText(file)) !== '';

/** Writes a file on disk, as another program would. */
export async function writeText(file: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
