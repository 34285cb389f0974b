import * as vscode from 'vscode';
import { type FileChanges, type FileWatch } from '../../app/ports';
import { CODEBOOK_NAME, SIDECAR_SUFFIX } from '../../core/sidecar/sidecarName';

/** Events that come within this many milliseconds are reported together: git checks out hundreds of files at once. */
const GATHER_MS = 50;

/** Watches workspace folders with the editor's own watchers. */
export const workspaceFileWatch: FileWatch = {
  watch(folder, everything, listener) {
    const pattern = everything ? '**' : `**/{${CODEBOOK_NAME},*${SIDECAR_SUFFIX}}`;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.parse(folder), pattern),
    );
    const gathered = { created: new Set<string>(), changed: new Set<string>(), deleted: new Set<string>() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const report = (): void => {
      timer = undefined;
      const changes: FileChanges = {
        created: [...gathered.created],
        changed: [...gathered.changed],
        deleted: [...gathered.deleted],
      };
      for (const uris of Object.values(gathered)) uris.clear();
      listener(changes);
    };
    const gather = (kind: keyof FileChanges) => (uri: vscode.Uri) => {
      const address = uri.toString();
      // The last word on a file counts: one that was deleted and is there again was not deleted.
      for (const uris of Object.values(gathered)) uris.delete(address);
      gathered[kind].add(address);
      timer ??= setTimeout(report, GATHER_MS);
    };
    const subscriptions = [
      watcher,
      watcher.onDidCreate(gather('created')),
      watcher.onDidChange(gather('changed')),
      watcher.onDidDelete(gather('deleted')),
    ];
    return {
      dispose: () => {
        clearTimeout(timer);
        for (const subscription of subscriptions) void subscription.dispose();
      },
    };
  },
};
