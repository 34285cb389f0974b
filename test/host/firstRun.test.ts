import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exists } from './harness/fileOperations';
import { MemoryFileSystem } from './harness/memoryFileSystem';
import { readText, writeText } from './harness/workspace';

const SCHEME = 'pressmark-first-run';

describe('the sample corpus', () => {
  let provider: vscode.Disposable;
  const parent = vscode.Uri.from({ scheme: SCHEME, path: '/home' });
  const copy = (): Thenable<vscode.Uri> =>
    vscode.commands.executeCommand('pressmark.openSampleCorpus', { parent, open: false });

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, new MemoryFileSystem(), { isCaseSensitive: true });
    await vscode.workspace.fs.createDirectory(parent);
  });
  after(() => {
    provider.dispose();
  });

  it('is copied with articles, sidecars and codebook', async () => {
    const folder = await copy();
    assert.equal(folder.path, '/home/pressmark-samples');
    const file = (...path: string[]) => vscode.Uri.joinPath(folder, ...path);
    assert.match(await readText(file('pressmark.yaml')), /^# Codebook of the Skerrow corpus/);
    assert.match(await readText(file('fanal-averne', '2025-05-21-collision-ferry.txt')), /«\u00a0/);
    assert.ok(await exists(file('skerrow-courier', '2025-05-14-harbour-interview.md.pressmark.yaml')));
  });

  it('is never written over what is there', async () => {
    const mine = vscode.Uri.joinPath(parent, 'pressmark-samples', 'pressmark.yaml');
    await writeText(mine, 'title: mine\n');
    const folder = await copy();
    assert.notEqual(folder.path, '/home/pressmark-samples');
    assert.equal(await readText(mine), 'title: mine\n');
  });
});
