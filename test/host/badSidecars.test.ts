import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentRow, noDocumentRow, openArticle, problems, select, sidecarOf } from './harness/pressmark';
import { finished } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
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
  [
    'of a version that is none',
    `version: soon\nannotations:\n${ENTRY}`,
    'wrong-version',
    /must be a whole number from 1 on, not “soon”/,
  ],
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
  [
    'document facts that are none',
    `version: 1\ndocument: 4\nannotations:\n${ENTRY}`,
    'wrong-type',
    /“document” must be a map/,
  ],
];

describe('a folder that is read-only', () => {
  it('says so when something is tagged, and everything else goes on', async () => {
    const editor = await openArticle(
      'calm.txt',
      'Calm returns to the bay\n\n“It is over,” said forecaster Tove Rind.\n',
    );
    const article = editor.document.uri;
    // The tests run as root, whom the system lets write anywhere: so VS Code says it of the file system.
    const own = vscode.workspace.fs;
    Object.defineProperty(vscode.workspace, 'fs', {
      configurable: true,
      get: (): vscode.FileSystem => ({
        ...own,
        isWritableFileSystem: () => false,
        writeFile: uri => Promise.reject(vscode.FileSystemError.NoPermissions(uri)),
      }),
    });
    try {
      select(editor, 'It is over');
      const tag = { judgement: { stance: 'favor' } };
      const { messages } = await reading(() => vscode.commands.executeCommand(COMMANDS.tagPassage, tag));
      assert.deepEqual(messages, [
        {
          text: 'Nothing was saved to calm.txt.pressmark.yaml. This folder is on a file system that is read-only.',
          buttons: ['Try Again', 'Copy Annotation'],
        },
      ]);
      await documentRow(
        'it is listed as before',
        row => row.label === 'Calm returns to the bay' && row.description === '1 quote',
      );
    } finally {
      Object.defineProperty(vscode.workspace, 'fs', { configurable: true, get: () => own });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(article);
      await noDocumentRow('the article is gone', ({ label }) => label === 'Calm returns to the bay');
    }
  });
});

describe('sidecars with problems', () => {
  let root = '';
  const article = () => workspaceFile(root, NAME);
  const sidecar = () => sidecarOf(article());
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    root = freshFolder('problems');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('pressmark').update('highlights.enabled', undefined, true);
    // What is shown is remembered, and one of the commands shows others' annotations alone.
    for (const command of [COMMANDS.showEveryone, COMMANDS.stopTagging]) await vscode.commands.executeCommand(command);
    await removeFolder(root);
    await problems('Problems says nothing of what is gone', sidecar(), list => list.length === 0);
  });

  const tag = () => vscode.commands.executeCommand(COMMANDS.tagPassage, { judgement: { stance: 'against' } });

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
        if (vscode.window.activeTextEditor !== editor) editor = await vscode.window.showTextDocument(editor.document);
        select(editor, 'The worst is over');
        const running = vscode.commands.executeCommand(id, { ...reference, judgement: { stance: 'against' } });
        await finished(running);
      }
      assert.equal(await readText(sidecar()), before);
      assert.equal(before, source);
      select(editor, 'The worst is over');
      const { messages } = await reading(() => tag());
      assert.deepEqual(messages, [
        {
          text: `Nothing was saved: ${NAME}.pressmark.yaml has errors, and writing to it could lose what it holds. Mend them (see Problems), then try again.`,
          buttons: ['Open Sidecar', 'Try Again', 'Copy Annotation'],
        },
      ]);
      assert.equal(await readText(sidecar()), source);
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
    select(editor, 'The worst is over');
    const { messages } = await reading(() => tag());
    assert.deepEqual(
      messages.map(({ text }) => text),
      [
        `Nothing was saved to ${NAME}.pressmark.yaml. The file is not UTF-8. Open it with “Reopen with Encoding” and save it as UTF-8.`,
      ],
    );
    assert.deepEqual([...(await vscode.workspace.fs.readFile(sidecar()))], [0x61, 0x3a, 0x20, 0xe9, 0x0a]);
  });

  it('one of more than 50 MB is reported and left alone', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1).fill(0x23);
    await vscode.workspace.fs.writeFile(sidecar(), bytes);
    const isUnreadable = ({ code }: vscode.Diagnostic): boolean => code === 'unreadable';
    const found = await problems('Problems says so', sidecar(), list => list.some(isUnreadable));
    assert.match(found.find(isUnreadable)!.message, /larger than 50 MB/);
    select(editor, 'The worst is over');
    const { messages } = await reading(() => tag());
    assert.match(messages[0]!.text, /^Nothing was saved to .*larger than 50 MB/);
    assert.equal((await vscode.workspace.fs.stat(sidecar())).size, bytes.length);
  });

  it('one that was written for another text of the article says which passages it lost, and which are in doubt', async () => {
    const entry = (id: string, quote: string): string =>
      ENTRY.replace('aa11bb22', id).replace('The worst is over', quote);
    const lost = entry('ee55ff66', 'Two roofs came down on the quay');
    const uncertain = entry('gg77hh88', 'The worst was never over');
    await writeText(sidecar(), `version: 1\nannotations:\n${ENTRY}${lost}${uncertain}`);
    const found = await problems('Problems says so', sidecar(), list => list.length === 2);
    assert.deepEqual(
      found.map(({ message, range }) => [range.start.line, message]),
      [
        [7, 'This passage is not in the article any more: “Two roofs came down on the quay”'],
        [12, 'The article has changed, and where this passage is now is not certain: “The worst was never over”'],
      ],
    );
    await documentRow('the row says so', row => row.label === TITLE && row.description.startsWith('2 to check'));
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
