import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentRow, noDocumentRow, openArticle, problems, select, sidecarOf } from './harness/pressmark';
import { finished } from './harness/finished';
import { readText, workspaceFile, writeText } from './harness/workspace';
import { COMMANDS } from '../../src/vscode/names';

const NAME = 'gale.txt';
const TITLE = 'Gale warning lifted';
const TEXT = `${TITLE}\n\n“The worst is over,” said forecaster Tove Rind.\n`;
const ENTRY = '  - id: aa11bb22\n    quote: The worst is over\n    start: 23\n    end: 40\n    stance: favor\n';

const BROKEN: readonly (readonly [what: string, source: string, code: string, message: RegExp])[] = [
  ['that is not YAML', 'version: 1\nannotations: [oh: {no\n', 'not-yaml', /not valid YAML/],
  [
    'with conflict markers',
    `version: 1\nannotations:\n<<<<<<< ours\n${ENTRY}=======\n${ENTRY}>>>>>>> theirs\n`,
    'conflict-markers',
    /merge conflict/,
  ],
  ['of a newer version', `version: 99\nannotations:\n${ENTRY}`, 'newer-version', /version 99/],
];

const READABLE: readonly (readonly [what: string, source: string, code: string, message: RegExp])[] = [
  [
    'a field that is missing',
    `version: 1\nannotations:\n  - id: cc33dd44\n    stance: favor\n${ENTRY}`,
    'missing-field',
    /“quote” is missing/,
  ],
  [
    'a grade that there is not',
    `version: 1\nannotations:\n${ENTRY}    reliability: Z\n`,
    'invalid-value',
    /“Z” is no value/,
  ],
];

describe('sidecars with problems', () => {
  const article = () => workspaceFile(NAME);
  const sidecar = () => sidecarOf(article());
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openArticle(NAME, TEXT);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('pressmark').update('highlights.enabled', undefined, true);
    await vscode.workspace.fs.delete(article());
    await vscode.workspace.fs.delete(sidecar());
    await noDocumentRow('the article is gone', ({ label }) => label === TITLE);
  });

  for (const [what, source, code, message] of BROKEN) {
    it(`one ${what} is shown in Problems, and every command leaves it byte for byte`, async () => {
      await writeText(sidecar(), source);
      const found = await problems('Problems says so', sidecar(), list => list.some(problem => problem.code === code));
      assert.match(found.find(problem => problem.code === code)!.message, message);
      await documentRow(
        'the row says so',
        row => row.label === TITLE && row.description.startsWith('sidecar has errors'),
      );
      const reference = { document: article().toString(), id: 'aa11bb22' };
      const before = await readText(sidecar());
      // Resolving conflict markers is what that one is for: see mergeConflicts.test.ts.
      for (const id of Object.values(COMMANDS).filter(command => command !== COMMANDS.resolveMarkers)) {
        await vscode.window.showTextDocument(editor.document);
        select(editor, 'The worst is over');
        const running = vscode.commands.executeCommand(id, { ...reference, judgement: { stance: 'against' } });
        await finished(running);
      }
      assert.equal(await readText(sidecar()), before);
      assert.equal(before, source);
    });
  }

  for (const [what, source, code, message] of READABLE) {
    it(`one with ${what} is shown in Problems, is used as far as it goes, and can be written`, async () => {
      await writeText(sidecar(), source);
      const [problem] = await problems('Problems says so', sidecar(), list => list.some(one => one.code === code));
      assert.match(problem!.message, message);
      await documentRow(
        'the good annotation is listed',
        row => row.label === TITLE && row.description.endsWith('1 annotation'),
      );
      select(editor, 'forecaster');
      await vscode.commands.executeCommand(COMMANDS.tagPassage, { judgement: { stance: 'neutral' } });
      const written = await readText(sidecar());
      assert.match(written, /quote: forecaster/);
      for (const line of source.split('\n')) assert.ok(written.split('\n').includes(line), line);
    });
  }

  it('one that is not UTF-8 is reported and left alone', async () => {
    await vscode.workspace.fs.writeFile(sidecar(), new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    const isUnreadable = ({ code }: vscode.Diagnostic): boolean => code === 'unreadable';
    const found = await problems('Problems says so', sidecar(), list => list.some(isUnreadable));
    assert.match(found.find(isUnreadable)!.message, /not UTF-8/);
  });

  it('one whose article is gone is kept, listed and reported', async () => {
    await writeText(sidecar(), `version: 1\ndocument:\n  title: ${TITLE}\nannotations:\n${ENTRY}`);
    await documentRow('it is read', row => row.label === TITLE && row.description.endsWith('1 annotation'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(article());
    await documentRow('the row says so', row => row.label === TITLE && row.description === 'article is missing');
    await problems('Problems says so', sidecar(), list => list.some(({ code }) => code === 'article-missing'));
    await writeText(article(), TEXT);
    await documentRow('it is found again', row => row.label === TITLE && row.description.endsWith('1 annotation'));
    await problems('the problem is gone', sidecar(), list => list.length === 0);
  });
});
