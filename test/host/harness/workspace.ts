import { RelativePattern, Uri, workspace } from 'vscode';
import { often } from './finished';
import { until } from './until';

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

let probes = 0;

/**
 * Waits until the editor's watchers have told what was done in a folder before: of a file that comes and goes before they told of it, they tell nothing.
 */
export async function watchersTold(folder: string): Promise<void> {
  const probe = workspaceFile(folder, `.probe-${++probes}`);
  // The one that watches the whole workspace, as Pressmark's does: a folder's own would be another.
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(workspaceFile(), '**/.probe-*'));
  let told = false;
  const subscription = watcher.onDidCreate(({ path }) => (told ||= path === probe.path));
  try {
    await writeText(probe, '');
    await until('watchers tell of a probe', () => told, often);
  } finally {
    subscription.dispose();
    watcher.dispose();
    await workspace.fs.delete(probe);
  }
}

/** Writes a file on disk, as another program would. */
export async function writeText(file: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
