import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { annotationRow, openArticle, select, sidecarOf } from './harness/pressmark';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'quay.txt';
const TITLE = 'Quay closed until spring';
const TEXT = [TITLE, '“We had no choice,” said Harbour Master Ute Brandt.', ''].join('\n\n');

let root = '';
const article = () => workspaceFile(root, NAME);
const out = (ending: string) => workspaceFile(root, `exported.${ending}`);
const stored = async () => parseSidecar(await readText(sidecarOf(article()))).annotations;
const exportTo = (format: string, target: vscode.Uri) =>
  vscode.commands.executeCommand('pressmark.exportAnnotations', { format, target });
const importFrom = (format: string, ...files: readonly vscode.Uri[]) =>
  vscode.commands.executeCommand('pressmark.importAnnotations', { format, files });

describe('exporting and importing', () => {
  beforeEach(async () => {
    root = freshFolder('exchange');
    const editor = await openArticle(`${root}/${NAME}`, TEXT);
    select(editor, '“We had no choice,”');
    await vscode.commands.executeCommand('pressmark.tagPassage', { judgement: { stance: 'against', credibility: 3 } });
    await annotationRow('it is tagged', ({ label }) => label === '“We had no choice,”');
  });
  afterEach(() => removeFolder(root));

  it('writes a table through the workspace’s file system', async () => {
    await exportTo('csv', out('csv'));
    const lines = (await readText(out('csv'))).split('\r\n');
    assert.equal(lines[0]?.slice(0, 11), 'id,document');
    assert.ok(lines.some(line => line.includes('quay.txt') && line.includes('“We had no choice,”')));
  });

  it('writes an archive', async () => {
    await exportTo('refi-qda', out('qdpx'));
    const bytes = await vscode.workspace.fs.readFile(out('qdpx'));
    assert.deepEqual([...bytes.subarray(0, 2)], [0x50, 0x4b]);
  });

  it('overwrites no file of the corpus', async () => {
    const sidecar = await readText(sidecarOf(article()));
    for (const file of [article(), sidecarOf(article())]) await exportTo('csv', file);
    assert.deepEqual([await readText(article()), await readText(sidecarOf(article()))], [TEXT, sidecar]);
  });

  it('imports what it exported once, and undoes it', async () => {
    await exportTo('w3c', out('jsonld'));
    const [before] = await stored();
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.deepEqual(await stored(), []);
    await importFrom('w3c', out('jsonld'));
    await importFrom('w3c', out('jsonld'));
    const { source: _source, ...fields } = before!;
    assert.deepEqual(
      (await stored()).map(({ source: _own, ...own }) => own),
      [fields],
    );
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.deepEqual(await stored(), []);
  });

  it('keeps what it cannot find for the editor to look at', async () => {
    const target = {
      source: `${root}/${NAME}`,
      selector: { type: 'TextQuoteSelector', exact: 'Nobody had thought of the seals' },
    };
    await writeText(out('jsonld'), JSON.stringify({ id: 'seals', target }));
    void importFrom('w3c', out('jsonld'));
    const row = await annotationRow('it is listed', ({ label }) => label === 'Nobody had thought of the seals');
    assert.equal(row.state, 'annotation.attention');
  });
});
