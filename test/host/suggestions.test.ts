import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { often } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
import { annotationRow, documentRow, openArticle, problems, select, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'quay.txt';
const TITLE = 'Quay to be dug out';
const TEXT = [
  TITLE,
  '“We will dig it out,” said Runa Falk. “It takes a year,” said Runa Falk. “It cannot be done,” said Otto Brandt.',
  'At least 28 people came. They stayed for long. Nothing was said of the cost.',
  '',
].join('\n\n');
const CODEBOOK = `stances: [{name: for, colour: purple}, against]
required: [basis]
sources: [{name: Runa Falk, reliability: B}]
`;

let root = '';
const article = () => workspaceFile(root, NAME);
const sidecar = () => sidecarOf(article());
const codebook = () => workspaceFile('pressmark.yaml');
const parsed = async () => parseSidecar(await readText(sidecar()));
const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`pressmark.${command}`, argument);

/** Runs a command and answers each of its questions with what is checked there, or comes first. */
async function accepting(command: string, argument?: unknown): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const own = window.showQuickPick;
  window.showQuickPick = (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) =>
    Promise.resolve(options?.canPickMany ? items.filter(({ picked }) => picked) : items[0]);
  let isDone = false;
  const running = run(command, argument).then(
    () => (isDone = true),
    () => (isDone = true),
  );
  const accept = async (): Promise<boolean> => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  };
  try {
    await until('the command has ended', accept, often);
    await running;
  } finally {
    window.showQuickPick = own;
  }
}

describe('suggestions', () => {
  let editor: vscode.TextEditor;
  let before: string | undefined;
  const cursorIn = (words: string): void => {
    select(editor, words);
    editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
  };
  const nextUntagged = async (): Promise<string> => {
    await run('goToNextUntaggedHighlight');
    return editor.document.getText(editor.selection);
  };

  beforeEach(async () => {
    before = await readText(codebook()).catch(() => undefined);
    await writeText(codebook(), CODEBOOK);
    root = freshFolder('suggestions');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
  });
  afterEach(async () => {
    await run('leaveTaggingMode');
    if (before === undefined) await vscode.workspace.fs.delete(codebook());
    else await writeText(codebook(), before);
    await removeFolder(root);
  });

  it('are dismissed and remembered, passed over and not counted; and are taken up again', async () => {
    cursorIn('We will dig');
    await run('dismissHighlight');
    const { annotations, dismissals } = await parsed();
    assert.deepEqual([annotations.length, dismissals.map(({ quote }) => quote)], [0, ['“We will dig it out,”']]);
    assert.equal(dismissals[0]?.author, 'Host Tester');
    await documentRow(
      'no annotation is counted',
      row => row.label === TITLE && !row.description.includes('annotation'),
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.equal(await nextUntagged(), '“It takes a year,”');
    await run('undoLastAnnotationChange');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.equal(await nextUntagged(), '“We will dig it out,”');
    await run('dismissHighlight');
    await accepting('restoreDismissedHighlights');
    assert.equal((await parsed()).stored.length, 0);
  });

  it('that are tagged after all are dismissed no more; the mode’s key removes what is tagged, and dismisses what is not', async () => {
    await run('startTaggingMode');
    cursorIn('We will dig');
    await run('dismissHighlight', { orRemove: true });
    assert.equal((await parsed()).dismissals.length, 1);
    await run('taggingKey', { key: 'f' });
    assert.deepEqual(
      (await parsed()).stored.map(({ stance, dismissed }) => [stance, dismissed]),
      [['for', undefined]],
    );
    await reading(() => run('dismissHighlight', { orRemove: true }));
    assert.equal((await parsed()).stored.length, 0);
  });

  it('propose the reliability that the codebook has of who is quoted, and give it when that is accepted', async () => {
    await run('startTaggingMode');
    cursorIn('It cannot be done');
    await run('acceptProposedReliability');
    await assert.rejects(readText(sidecar()), 'nobody knows Otto Brandt');
    cursorIn('We will dig');
    await run('taggingKey', { key: 'f' });
    assert.equal((await parsed()).annotations[0]?.reliability, undefined);
    await run('acceptProposedReliability');
    assert.equal((await parsed()).annotations[0]?.reliability, 'B');
    const found = await problems('what is lacking is told', sidecar(), list => list.length > 0);
    assert.deepEqual(
      found.map(({ code, message }) => [code, message]),
      [['lacking-field', 'The codebook asks for “basis” here.']],
    );
  });

  it('of one speaker are tagged at once, and that is undone as one', async () => {
    cursorIn('It takes a year');
    await accepting('tagAllQuotesOfSpeaker', { judgement: { stance: 'against', basis: 'on the record' } });
    assert.deepEqual(
      (await parsed()).annotations.map(({ quote, stance }) => [quote, stance]),
      [
        ['“We will dig it out,”', 'against'],
        ['“It takes a year,”', 'against'],
      ],
    );
    await run('undoLastAnnotationChange');
    assert.equal((await parsed()).annotations.length, 0);
  });
});

describe('an annotated passage', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    root = freshFolder('suggestions');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
    select(editor, 'They stayed');
    await run('tagPassage', { judgement: { stance: 'favor' } });
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  it('is grown, shrunk and moved by word and sentence, one step of undo each', async () => {
    const quote = async (): Promise<string | undefined> => {
      const { annotations } = await parsed();
      assert.equal(TEXT.slice(annotations[0]?.start, annotations[0]?.end), annotations[0]?.quote);
      return annotations[0]?.quote;
    };
    await Promise.all([
      run('adjustPassage', { edge: 'end', unit: 'word', direction: 1 }),
      run('adjustPassage', { edge: 'end', unit: 'word', direction: 1 }),
    ]);
    assert.equal(await quote(), 'They stayed for long');
    await run('adjustPassage', { edge: 'end', unit: 'sentence', direction: 1 });
    assert.equal(await quote(), 'They stayed for long.');
    await run('adjustPassage', { edge: 'both', unit: 'sentence', direction: 1 });
    assert.equal(await quote(), 'Nothing was said of the cost.');
    await run('undoLastAnnotationChange');
    assert.equal(await quote(), 'They stayed for long.');
    assert.equal(editor.document.getText(), TEXT);
  });

  it('is adjusted by Enter alone where nothing is said: an answer is ready', async () => {
    const window = vscode.window as unknown as { createQuickPick: () => vscode.QuickPick<vscode.QuickPickItem> };
    const { createQuickPick } = window;
    let asked: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    window.createQuickPick = () => (asked = createQuickPick());
    try {
      const adjusting = run('adjustPassage');
      const ready = await until('an answer is ready', () => asked?.activeItems[0]?.label, often);
      assert.equal(ready, 'Grow at the end by a word');
      asked?.hide();
      await adjusting;
    } finally {
      window.createQuickPick = createQuickPick;
    }
  });

  it('gets another code when that is renamed in bulk, which is undone as one', async () => {
    const before = await readText(codebook()).catch(() => undefined);
    await writeText(codebook(), 'stances: [for, against]\n');
    try {
      await problems('the stance that left the codebook is told of', sidecar(), list =>
        list.some(({ code }) => code === 'unlisted-stance'),
      );
      const { messages } = await reading(() => accepting('renameCode'));
      assert.match(messages.map(({ text }) => text).join(), /“favor” is “for” now in (1 annotation|\d+ annotations)\./);
      assert.equal((await parsed()).annotations[0]?.stance, 'for');
      await annotationRow(
        'the row shows it',
        ({ label, description }) => label === 'They stayed' && description.includes('for'),
      );
      await run('undoLastAnnotationChange');
      assert.equal((await parsed()).annotations[0]?.stance, 'favor');
    } finally {
      if (before === undefined) await vscode.workspace.fs.delete(codebook());
      else await writeText(codebook(), before);
    }
  });
});
