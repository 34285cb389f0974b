import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentRow, documentRows, noDocumentRow, pressmark, problems, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { workspaceFile, writeText } from './harness/workspace';

const remove = (name: string) => vscode.workspace.fs.delete(workspaceFile(name), { recursive: true });

describe('documents view', () => {
  it('lists the corpus by folder, with titles and with counts in words', async () => {
    await documentRow(
      'the dues are counted',
      row => row.label === 'Harbour dues to rise in spring' && row.description !== '',
    );
    await documentRow(
      'the lamp is counted',
      row => row.label === 'Lamp relit at Carrow Head' && row.description !== '',
    );
    const rows = (await documentRows()).filter(row => /^(folder|document)/.test(row.state));
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} | ${description}`),
      [
        'coast | 1',
        'Lamp relit at Carrow Head | 2 quotes, 2 claims',
        'Harbour dues to rise in spring | 2 quotes, 3 claims',
      ],
    );
  });

  it('says each row in words for a screen reader', async () => {
    const row = await documentRow('the dues are listed', ({ label }) => label === 'Harbour dues to rise in spring');
    assert.equal(row.spoken, 'Harbour dues to rise in spring, not annotated yet, 2 quotes, 3 claims');
  });

  it('shows new, changed, renamed and deleted articles', async () => {
    await writeText(workspaceFile('ferry.txt'), 'Ferry late again\n\n“It was the fog,” said Captain Ilse Morn.');
    await documentRow(
      'the new article is listed',
      row => row.label === 'Ferry late again' && row.description === '1 quote',
    );
    await writeText(workspaceFile('ferry.txt'), 'Ferry sunk off the pier\n\nNothing else is known.');
    await documentRow('its new title is shown', row => row.label === 'Ferry sunk off the pier');
    await vscode.workspace.fs.rename(workspaceFile('ferry.txt'), workspaceFile('sunk/ferry.txt'));
    await documentRow('its new folder is listed', row => row.label === 'sunk');
    await remove('sunk');
    await noDocumentRow('the folder is gone', row => row.label === 'sunk' || row.label === 'Ferry sunk off the pier');
  });

  it('takes title, publisher and date from the sidecar before the text', async () => {
    const article = workspaceFile('plain.txt');
    await writeText(article, 'A plain headline\n\nNothing is said here.');
    await writeText(sidecarOf(article), 'version: 1\ndocument:\n  title: The better headline\nannotations: []\n');
    await documentRow('the sidecar’s title is shown', row => row.label === 'The better headline');
    await remove('plain.txt.pressmark.yaml');
    await documentRow('the text’s title is shown', row => row.label === 'A plain headline');
    await remove('plain.txt');
  });

  it('draws the whole tree again where a sidecar alone had made a row, and goes', async () => {
    const { documents } = await pressmark();
    const sidecar = sidecarOf(workspaceFile('gone.txt'));
    await writeText(sidecar, 'version: 1\nannotations: []\n');
    await documentRow('its article is missing', row => row.description === 'article is missing');
    const drawn: unknown[] = [];
    const listener = documents.onDidChangeTreeData(nodes => drawn.push(nodes ?? 'whole'));
    await vscode.workspace.fs.delete(sidecar);
    await until('the tree is drawn', () => drawn.includes('whole'), documents.onDidChangeTreeData);
    listener.dispose();
    await noDocumentRow('the row is gone', row => row.description === 'article is missing');
  });

  const ODD: readonly (readonly [
    what: string,
    name: string,
    bytes: () => Uint8Array,
    expected: RegExp,
    problem?: RegExp,
  ])[] = [
    ['an empty file', 'odd-empty.txt', () => new Uint8Array(), /^empty$/],
    ['a binary file', 'odd-binary.txt', () => new Uint8Array([80, 75, 3, 4, 0, 0, 1, 2]), /^not a text file$/],
    [
      'a file of 50 MB',
      'odd-large.txt',
      () => new Uint8Array(50 * 1024 * 1024).fill(97),
      /^too large \(50 MB\)$/,
      /over 16 MB/,
    ],
    [
      'a file that is not UTF-8',
      'odd-latin.txt',
      () => new Uint8Array([67, 97, 102, 0xe9, 32, 115, 104, 117, 116, 10]),
      /^not UTF-8, no quotes or claims$/,
      /Reopen with Encoding/,
    ],
  ];
  for (const [what, name, bytes, expected, problem] of ODD) {
    it(`says what is wrong with ${what}, and goes on`, async () => {
      await vscode.workspace.fs.writeFile(workspaceFile(name), bytes());
      const row = await documentRow(`${name} is described`, ({ description }) => expected.test(description));
      assert.match(row.spoken, new RegExp(expected.source.slice(1, -1)));
      if (problem)
        await problems('Problems says so', workspaceFile(name), found => found.some(one => problem.test(one.message)));
      await documentRow('the others are listed as before', ({ label }) => label === 'Harbour dues to rise in spring');
      await remove(name);
      await noDocumentRow('it is gone', ({ description }) => expected.test(description));
    });
  }
});
