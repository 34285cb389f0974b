import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Annotation } from '../../src/core/annotation/model';
import { editSidecar } from '../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { finished } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { openArticle, pressmark, select, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'ferry.txt';
const TITLE = 'Ferry to stop at noon';
const PASSAGE = 'Nobody asked the pilots';
const TEXT = `${TITLE}\n\n${PASSAGE}, said the council. The last boat leaves at noon.\n`;

let root = '';
const article = () => workspaceFile(root, NAME);
const stored = async () => parseSidecar(await readText(sidecarOf(article()))).annotations;
const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`pressmark.${command}`, argument);

/** An annotation of PASSAGE by somebody else. */
const noted = (fields: Partial<Annotation>): Annotation => ({
  id: 'note1',
  quote: PASSAGE,
  prefix: `${TITLE}\n\n`,
  suffix: ', said the council.',
  start: TITLE.length + 2,
  end: TITLE.length + 2 + PASSAGE.length,
  author: 'Theo Maddern',
  created: '2026-11-22T09:00:00Z',
  ...fields,
});

const write = (annotation: Annotation): Promise<void> => {
  const result = editSidecar(undefined, { kind: 'add', annotation }, { articleName: 'ferry.txt', facts: {} });
  assert.ok(result.kind === 'edited');
  return writeText(sidecarOf(article()), result.source);
};

/** Waits until the thread of an annotation is as the condition says. */
async function thread(
  what: string,
  id: string,
  condition: (found: vscode.CommentThread) => boolean = () => true,
): Promise<vscode.CommentThread> {
  const { notes } = await pressmark();
  const reference = { document: article().toString(), id };
  return until(
    what,
    () => {
      const found = notes.threadOf(reference);
      return found && condition(found) && found;
    },
    notes.onDidDraw,
  );
}

const textOf = ({ body }: vscode.Comment): string => (typeof body === 'string' ? body : body.value);
const said = ({ comments }: vscode.CommentThread): readonly string[] =>
  comments.map(comment => `${comment.author.name}: ${textOf(comment)}`);
const comment = (of: vscode.CommentThread, index: number): vscode.Comment => of.comments[index]!;

describe('notes', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    root = freshFolder('notes');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  it('open as threads that say the passage, and stay with it when the article is edited', async () => {
    await write(noted({ note: 'Is that *so*?', replies: [{ id: 'r1', author: 'Host Tester', text: 'Yes.' }] }));
    const shown = await thread('the note is drawn', 'note1');
    assert.equal(shown.label, PASSAGE);
    assert.deepEqual(said(shown), ['Theo Maddern: Is that *so*?', 'Host Tester: Yes.']);
    assert.deepEqual(
      shown.comments.map(({ contextValue }) => contextValue),
      ['others', 'own'],
    );
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'One line more\n'));
    const moved = await thread('its range has moved', 'note1', ({ range }) => range?.start.line === 3);
    assert.equal(moved, shown);
    assert.equal(editor.document.getText(moved.range), PASSAGE);
  });

  it('are answered by others, and each rewords and takes back what is their own', async () => {
    await write(noted({ note: 'Is that so?' }));
    const shown = await thread('the note is drawn', 'note1');
    await run('replyToNote', { thread: shown, text: 'I asked **two** of them.\n' });
    await thread('the reply is drawn', 'note1', ({ comments }) => comments.length === 2);
    assert.deepEqual(said(shown), ['Theo Maddern: Is that so?', 'Host Tester: I asked **two** of them.']);
    const own = comment(shown, 1);
    await run('editComment', own);
    assert.deepEqual([own.mode, own.body], [vscode.CommentMode.Editing, 'I asked **two** of them.']);
    own.body = 'I asked all of them.';
    await run('saveComment', own);
    await thread('the reply reads otherwise', 'note1', found => said(found)[1] === 'Host Tester: I asked all of them.');
    const [annotation] = await stored();
    assert.equal(annotation!.note, 'Is that so?');
    assert.deepEqual(
      annotation!.replies?.map(({ author, text }) => [author, text]),
      [['Host Tester', 'I asked all of them.']],
    );
    await finished(run('deleteComment', comment(shown, 1)));
    await thread('the reply is gone', 'note1', ({ comments }) => comments.length === 1);
    assert.equal((await stored())[0]!.replies, undefined);
    await run('undoLastAnnotationChange');
    await thread('the reply is back', 'note1', ({ comments }) => comments.length === 2);
    assert.equal((await stored())[0]!.replies?.length, 1);
  });

  it('are resolved and reopened', async () => {
    await write(noted({ note: 'Is that so?' }));
    const shown = await thread('the note is drawn', 'note1');
    await run('resolveNote', shown);
    await thread('it is resolved', 'note1', ({ contextValue }) => contextValue === 'resolved');
    assert.equal(shown.state, vscode.CommentThreadState.Resolved);
    assert.equal(shown.label, `${PASSAGE} · resolved by Host Tester`);
    assert.match((await stored())[0]!.resolved ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    select(editor, PASSAGE);
    await run('reopenNote');
    await thread('it is open again', 'note1', ({ contextValue }) => contextValue === 'open');
    assert.deepEqual([(await stored())[0]!.resolved, (await stored())[0]!.resolvedBy], [undefined, undefined]);
  });

  it('run no command and fetch nothing', async () => {
    await write(noted({ note: '[here](command:workbench.action.quit) ![x](https://news.example/x.png) <img src=x>' }));
    const shown = await thread('the note is drawn', 'note1');
    const body = shown.comments[0]!.body as vscode.MarkdownString;
    assert.deepEqual([body.isTrusted, body.supportHtml], [false, false]);
    assert.doesNotMatch(body.value, /!\[|<img/);
  });

  it('go when the annotation goes', async () => {
    await write(noted({ note: 'Is that so?' }));
    await thread('the note is drawn', 'note1');
    const { notes } = await pressmark();
    await finished(run('removeAnnotation', { document: article().toString(), id: 'note1' }));
    await until(
      'its thread is gone',
      () => notes.threadOf({ document: article().toString(), id: 'note1' }) === undefined,
      notes.onDidDraw,
    );
  });

  describe('of which there are hundreds', () => {
    const COUNT = 300;
    const line = (index: number): string => `Speaker ${index} said: “I asked pilot number ${index}.”`;
    const reference = (index: number) => ({ document: article().toString(), id: `note${index}` });

    beforeEach(async () => {
      const text = Array.from({ length: COUNT }, (_, index) => `${line(index)}\n\n`).join('');
      await editor.edit(edit => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, text));
      assert.ok(await editor.document.save());
      const whole = editor.document.getText();
      const edits = Array.from({ length: COUNT }, (_, index) => {
        const quote = line(index);
        const start = whole.indexOf(quote);
        const place = { quote, prefix: '', suffix: '', start, end: start + quote.length };
        return { kind: 'add', annotation: noted({ id: `note${index}`, ...place, note: 'Is that so?' }) } as const;
      });
      const result = editSidecar(undefined, { kind: 'group', edits }, { articleName: NAME, facts: {} });
      assert.ok(result.kind === 'edited');
      await writeText(sidecarOf(article()), result.source);
      await thread('the first is drawn', 'note0');
    });

    it('are drawn where they are seen, and stay', async () => {
      const { notes } = await pressmark();
      assert.equal(notes.threadOf(reference(COUNT - 1)), undefined);
      const first = notes.threadOf(reference(0));
      const end = editor.document.lineAt(editor.document.lineCount - 1).range;
      editor.revealRange(end);
      await thread('the last is drawn', `note${COUNT - 1}`);
      assert.equal(notes.threadOf(reference(COUNT / 2)), undefined);
      assert.equal(notes.threadOf(reference(0)), first);
    });

    it('move along with the text once they come near', async () => {
      const before = (await thread('the first is drawn', 'note0')).range!.start.line;
      editor.revealRange(editor.document.lineAt(editor.document.lineCount - 1).range);
      const last = await thread('the last is drawn', `note${COUNT - 1}`);
      const at = last.range!.start.line;
      await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'One line more\n'));
      await thread('the last has moved', `note${COUNT - 1}`, ({ range }) => range?.start.line === at + 1);
      editor.revealRange(new vscode.Range(0, 0, 0, 0));
      await thread('the first has moved', 'note0', ({ range }) => range?.start.line === before + 1);
    });

    it('are opened wherever they are', async () => {
      await run('openNote', reference(COUNT / 2));
      const { notes } = await pressmark();
      const opened = notes.threadOf(reference(COUNT / 2));
      assert.equal(opened?.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
      assert.equal(editor.document.getText(opened.range), line(COUNT / 2));
    });
  });
});
