import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnnotationStore } from '../../src/app/annotationStore';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { systemClock } from '../../src/vscode/adapters/clock';
import { WorkspaceSidecarFiles } from '../../src/vscode/adapters/sidecarFiles';
import { exists, operate, rename } from './harness/fileOperations';
import { often } from './harness/finished';
import { MemoryFileSystem } from './harness/memoryFileSystem';
import { type Message, reading } from './harness/messages';
import { noDocumentRow, openArticle, select, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { isWritten, readText, workspaceFile, writeText } from './harness/workspace';

const SCHEME = 'pressmark-desk';
const TEXT = 'Weir to stay\n\n“Nobody wants it gone,” said miller Ove Strand.\n';
const SIDECAR =
  'version: 1\nannotations:\n  - id: aa11bb22\n    quote: Nobody wants it gone\n    start: 15\n    end: 35\n    stance: against\n';

let folders = 0;

describe('on a file system that an extension brings along', () => {
  let disk: MemoryFileSystem;
  let provider: vscode.Disposable;
  let root: vscode.Uri;
  const file = (...path: string[]) => vscode.Uri.joinPath(root, ...path);
  const article = () => file('weir.txt');

  before(() => {
    disk = new MemoryFileSystem();
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, disk, { isCaseSensitive: true });
  });
  after(() => {
    provider.dispose();
  });
  beforeEach(async () => {
    root = vscode.Uri.from({ scheme: SCHEME, path: `/desk${++folders}` });
    disk.onDidRead = () => undefined;
    await vscode.workspace.fs.createDirectory(root);
    await writeText(article(), TEXT);
    await writeText(sidecarOf(article()), SIDECAR);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const wentTo = async (to: vscode.Uri): Promise<void> => {
    assert.deepEqual([await readText(to), await readText(sidecarOf(to))], [TEXT, SIDECAR]);
    assert.deepEqual([await exists(article()), await exists(sidecarOf(article()))], [false, false]);
  };

  it('a sidecar goes along when its article is renamed', async () => {
    await rename(article(), file('dam.txt'));
    await wentTo(file('dam.txt'));
  });

  it('a sidecar goes along when its article is moved, and when its folder is renamed', async () => {
    await vscode.workspace.fs.createDirectory(file('old'));
    await rename(article(), file('old', 'weir.txt'));
    await wentTo(file('old', 'weir.txt'));
    await rename(file('old'), file('older'));
    await wentTo(file('older', 'weir.txt'));
  });

  it('both come back when that is undone', async () => {
    const to = file('dam.txt');
    await rename(article(), to);
    await vscode.window.showTextDocument(to);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual([await readText(article()), await readText(sidecarOf(article()))], [TEXT, SIDECAR]);
    assert.deepEqual([await exists(to), await exists(sidecarOf(to))], [false, false]);
  });

  it('a sidecar goes along when its article is deleted', async () => {
    await operate(edit => edit.deleteFile(article()));
    assert.deepEqual([await exists(article()), await exists(sidecarOf(article()))], [false, false]);
  });

  it('a sidecar takes the place of no other: both are kept, and the user is told', async () => {
    const other = 'version: 1\nannotations: []\n';
    await writeText(sidecarOf(file('dam.txt')), other);
    const { messages } = await reading(() => rename(article(), file('dam.txt')));
    assert.deepEqual(
      [await readText(sidecarOf(file('dam.txt'))), await readText(sidecarOf(article()))],
      [other, SIDECAR],
    );
    assert.match(messages[0]!.text, /weir\.txt\.pressmark\.yaml did not go along/);
  });

  it('a copy of an article of the corpus gets its annotations where the offer is taken', async () => {
    const original = workspaceFile('weir.txt');
    const editor = await openArticle('weir.txt', TEXT);
    try {
      select(editor, 'Nobody wants it gone');
      await vscode.commands.executeCommand('pressmark.tagPassage', { judgement: { stance: 'against' } });
      const copy = file('copy.txt');
      const { messages } = await reading(async (_shown: readonly Message[]) => {
        await operate(edit => edit.createFile(copy, { contents: new TextEncoder().encode(TEXT) }));
        await until('the annotations are there', () => isWritten(sidecarOf(copy)), often);
      }, 'Copy Annotations');
      assert.equal(
        messages[0]!.text,
        '“copy.txt” holds all annotated passages of “weir.txt”. Copy its annotations too?',
      );
      assert.match(await readText(sidecarOf(copy)), /quote: Nobody wants it gone/);
    } finally {
      await vscode.workspace.fs.delete(original);
      await vscode.workspace.fs.delete(sidecarOf(original));
      await noDocumentRow('the article is gone', ({ label }) => label === 'Weir to stay');
    }
  });

  const idsOf = async (): Promise<readonly string[]> =>
    parseSidecar(await readText(sidecarOf(article())))
      .annotations.map(({ id }) => id)
      .sort();
  const annotation = (id: string) => ({ id, quote: `words of ${id}`, prefix: '', suffix: '', start: 0, end: 1 });

  it('what another program writes while a change is under way is merged', async () => {
    const store = new AnnotationStore(new WorkspaceSidecarFiles(), systemClock);
    let writes = 0;
    disk.onDidRead = path => {
      if (!path.endsWith('.pressmark.yaml') || ++writes > 3) return;
      const text = `${SIDECAR}  - id: theirs\n    quote: other words\n    basis: ${writes}\n`;
      disk.writeFile(sidecarOf(article()), new TextEncoder().encode(text), { create: true, overwrite: true });
    };
    const outcome = await store.edit(article().toString(), { kind: 'add', annotation: annotation('mine') });
    assert.equal(outcome.kind, 'done');
    assert.deepEqual(await idsOf(), ['aa11bb22', 'mine', 'theirs']);
    assert.match(await readText(sidecarOf(article())), /basis: 3/);
  });

  it('what another program writes over at once is given back', async () => {
    const store = new AnnotationStore(new WorkspaceSidecarFiles(), systemClock);
    const add = (id: string) => store.edit(article().toString(), { kind: 'add', annotation: annotation(id) });
    await add('first');
    const read = await readText(sidecarOf(article()));
    await add('second');
    await writeText(sidecarOf(article()), `${read}  - id: theirs\n    quote: other words\n`);
    await store.reload(article().toString());
    assert.deepEqual(await idsOf(), ['aa11bb22', 'first', 'second', 'theirs']);
  });
});
