import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

describe('the extension host', () => {
  it('is the one that was asked for', () => {
    const isWebWorker = 'WorkerGlobalScope' in globalThis;
    assert.equal(isWebWorker ? 'web' : 'node', __EXTENSION_HOST__);
  });

  it('activates Pressmark', async () => {
    const extension = vscode.extensions.getExtension('pressmark.pressmark');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('opens a corpus that can be written, and reports the change', async () => {
    const file = workspaceFile('written-by-a-test.txt');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFile(), '*.txt'));
    const created = new Promise<vscode.Uri>(resolve => watcher.onDidCreate(resolve));
    try {
      await writeText(file, 'The tide was late.');
      assert.equal((await created).path, file.path);
      assert.equal(await until('the file is there', () => readText(file)), 'The tide was late.');
    } finally {
      watcher.dispose();
      await vscode.workspace.fs.delete(file);
    }
  });
});
