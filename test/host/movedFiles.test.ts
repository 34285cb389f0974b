import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  annotationRow,
  documentRow,
  noDocumentRow,
  openArticle,
  pressmark,
  problems,
  select,
  sidecarOf,
  tagSelection,
} from './harness/pressmark';
import { exists, operate, rename } from './harness/fileOperations';
import { finished, often } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
import { until } from './harness/until';
import { isWritten, readText, workspaceFile, writeText } from './harness/workspace';

const TITLE = 'Slipway to be widened';
const TEXT = `${TITLE}\n\n“It was built for rowing boats,” said warden Odd Selmer. The work takes 14 weeks.\n`;
const OTHER = 'version: 1\ndocument:\n  title: Of another\nannotations: []\n';

describe('files that move', () => {
  let root = '';
  const file = (...path: string[]) => workspaceFile(root, ...path);
  const article = () => file('slip.txt');
  let tagged: string;

  beforeEach(async () => {
    root = freshFolder('moving');
    const editor = await openArticle(`${root}/slip.txt`, TEXT);
    select(editor, 'It was built for rowing boats');
    tagged = await tagSelection(article(), { stance: 'against' });
    assert.match(tagged, /stance: against/);
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  /** The sidecar is beside the article under its new name, as it was, and shown so. */
  async function wentTo(to: vscode.Uri): Promise<void> {
    assert.equal(await readText(sidecarOf(to)), tagged);
    assert.equal(await exists(sidecarOf(article())), false);
    await documentRow('the row counts it', row => row.id === to.toString() && row.description.endsWith('1 annotation'));
    await annotationRow('its annotation is listed', row => row.label.includes('rowing boats'));
  }

  it('take their sidecar along when they are renamed, and are tagged on', async () => {
    const to = file('ramp.txt');
    await rename(article(), to);
    await wentTo(to);
    const editor = await vscode.window.showTextDocument(to);
    const place = editor.document.positionAt(TEXT.indexOf('14 weeks') + 1);
    await until(
      'the article is known by its new name',
      async () => {
        const ask = 'vscode.executeHoverProvider';
        return (await vscode.commands.executeCommand<vscode.Hover[]>(ask, to, place)).length > 0;
      },
      (await pressmark()).documents.onDidChangeTreeData,
      vscode.window.onDidChangeTextEditorSelection,
    );
    select(editor, '14 weeks');
    assert.match(await tagSelection(to, { stance: 'neutral' }), /stance: neutral/);
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.equal(await readText(sidecarOf(to)), tagged);
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.doesNotMatch(await readText(sidecarOf(to)), /stance/);
    assert.equal(await exists(sidecarOf(article())), false);
  });

  it('take it along into another folder', async () => {
    await rename(article(), file('old', 'slip.txt'));
    await wentTo(file('old', 'slip.txt'));
  });

  it('keep it when their folder is renamed', async () => {
    await rename(article(), file('old', 'slip.txt'));
    await rename(file('old'), file('older'));
    await wentTo(file('older', 'slip.txt'));
  });

  it('and come back together when that is undone', async () => {
    const to = file('ramp.txt');
    await rename(article(), to);
    await vscode.window.showTextDocument(to);
    await vscode.commands.executeCommand('undo');
    assert.equal(await exists(to), false);
    assert.equal(await exists(sidecarOf(to)), false);
    assert.equal(await readText(article()), TEXT);
    assert.equal(await readText(sidecarOf(article())), tagged);
  });

  it('never take the place of a sidecar that is there: both are kept', async () => {
    const to = file('ramp.txt');
    await writeText(sidecarOf(to), OTHER);
    const { messages } = await reading(() => rename(article(), to));
    assert.equal(await readText(sidecarOf(to)), OTHER);
    assert.equal(await readText(sidecarOf(article())), tagged);
    assert.equal(await readText(to), TEXT);
    assert.match(
      messages[0]!.text,
      /slip\.txt\.pressmark\.yaml did not go along: there is a sidecar ramp\.txt\.pressmark\.yaml already/,
    );
    assert.deepEqual(messages[0]!.buttons, ['Compare Sidecars']);
  });

  it('take it along when they are deleted', async () => {
    await operate(edit => edit.deleteFile(article()));
    assert.equal(await exists(article()), false);
    assert.equal(await exists(sidecarOf(article())), false);
    await noDocumentRow('it is not listed as missing', ({ label }) => label === TITLE);
  });
});

describe('links of files that move', () => {
  let root = '';
  const file = (...path: string[]) => workspaceFile(root, ...path);
  const LINKED = (path: string): string =>
    `version: 1\nannotations:\n  - id: linkmove\n    quote: rowing boats\n    links:\n      - id: l1\n        relation: supports\n        document: ${path}\n        quote: 14 weeks\n`;
  const BILL = 'version: 1\nannotations:\n  - id: billmove\n    quote: 14 weeks\n';
  const sidecar = (...path: string[]) => sidecarOf(file(...path));
  /** Resolves once the sidecar's link names this document. */
  const linked = (uri: vscode.Uri, path: string) =>
    until(
      `${uri.path} links to ${path}`,
      async () => (await exists(uri)) && (await readText(uri)) === LINKED(path),
      often,
    );

  beforeEach(async () => {
    root = freshFolder('linked');
    // Of what is put into a folder while that is new, watchers miss some: it comes whole, from where there are no articles.
    const staged = (...path: string[]) => workspaceFile(`.${root}`, ...path);
    await writeText(staged('old', 'slip.txt'), TEXT);
    await writeText(sidecarOf(staged('old', 'slip.txt')), LINKED('bill.txt'));
    await writeText(staged('old', 'bill.txt'), TEXT);
    await writeText(sidecarOf(staged('old', 'bill.txt')), BILL);
    await writeText(staged('top.txt'), TEXT);
    await writeText(sidecarOf(staged('top.txt')), LINKED('old/bill.txt').replace('linkmove', 'linktop1'));
    await vscode.workspace.fs.rename(workspaceFile(`.${root}`), workspaceFile(root));
    for (const id of ['linkmove', 'linktop1', 'billmove'])
      await annotationRow(`${id} is listed`, row => row.id.endsWith(`#${id}`));
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  it('lead to a document under its new name, and under the old one when that is undone', async () => {
    await rename(file('old', 'bill.txt'), file('new', 'account.txt'));
    await linked(sidecar('old', 'slip.txt'), '../new/account.txt');
    await vscode.window.showTextDocument(file('new', 'account.txt'));
    await vscode.commands.executeCommand('undo');
    await linked(sidecar('old', 'slip.txt'), 'bill.txt');
  });

  it('lead from where their sidecar is now, and from where it was when that is undone', async () => {
    await rename(file('old', 'slip.txt'), file('new', 'deep', 'slip.txt'));
    await linked(sidecar('new', 'deep', 'slip.txt'), '../../old/bill.txt');
    await vscode.window.showTextDocument(file('new', 'deep', 'slip.txt'));
    await vscode.commands.executeCommand('undo');
    await linked(sidecar('old', 'slip.txt'), 'bill.txt');
  });

  it('of documents in one folder stay as they are when it is renamed, those from elsewhere follow', async () => {
    await rename(file('old'), file('older'));
    await until(
      'it follows',
      async () => (await readText(sidecar('top.txt'))).includes('document: older/bill.txt'),
      often,
    );
    assert.equal(await readText(sidecar('older', 'slip.txt')), LINKED('bill.txt'));
  });

  it('stay where the document is deleted', async () => {
    await operate(edit => edit.deleteFile(file('old', 'bill.txt')));
    assert.equal(await readText(sidecar('old', 'slip.txt')), LINKED('bill.txt'));
  });
});

describe('an article that is copied', () => {
  let root = '';
  const file = (...path: string[]) => workspaceFile(root, ...path);
  const [article, copy] = [() => file('slip.txt'), () => file('slip copy.txt')];
  let tagged: string;

  beforeEach(async () => {
    root = freshFolder('copying');
    const editor = await openArticle(`${root}/slip.txt`, TEXT);
    select(editor, 'It was built for rowing boats');
    tagged = await tagSelection(article(), { stance: 'against' });
  });
  afterEach(async () => {
    await removeFolder(root);
  });
  /** As the Explorer does it, as far as extensions are told. */
  const makeCopy = (to: vscode.Uri, text: string) =>
    operate(edit => edit.createFile(to, { contents: new TextEncoder().encode(text) }));
  const offer = (messages: readonly { readonly text: string }[]) =>
    until('the offer is made', () => messages.find(({ text }) => text.includes('Copy its annotations too?')), often);

  it('is offered the annotations of what it is a copy of, and gets them by the button, with ids of their own', async () => {
    const { messages } = await reading(async shown => {
      await makeCopy(copy(), TEXT);
      await offer(shown);
      await until('the annotations are there', () => isWritten(sidecarOf(copy())), often);
    }, 'Copy Annotations');
    assert.deepEqual(messages, [
      {
        text: '“slip copy.txt” holds all annotated passages of “slip.txt”. Copy its annotations too?',
        buttons: ['Copy Annotations'],
      },
    ]);
    const id = /id: (\w+)/;
    const copied = await readText(sidecarOf(copy()));
    assert.notEqual(id.exec(copied)![1], id.exec(tagged)![1]);
    assert.equal(copied.replace(id, ''), tagged.replace(id, ''));
    assert.equal(await readText(sidecarOf(article())), tagged);
  });

  it('gets links that lead from its place to where those of the original do', async () => {
    await writeText(file('bill.txt'), 'The bill\n\nIt is paid.\n');
    const link =
      '    links:\n      - id: l1\n        relation: supports\n        document: bill.txt\n        quote: It is paid\n';
    await writeText(sidecarOf(article()), tagged + link);
    await annotationRow('the link is known', row => row.description.includes('supports'));
    const there = file('deep', 'slip.txt');
    await reading(async shown => {
      await makeCopy(there, TEXT);
      await offer(shown);
      await until('the annotations are there', () => isWritten(sidecarOf(there)), often);
    }, 'Copy Annotations');
    assert.match(await readText(sidecarOf(there)), /document: \.\.\/bill\.txt\n/);
    assert.equal(await readText(sidecarOf(article())), tagged + link);
  });

  it('gets none where the offer is declined', async () => {
    await reading(async shown => {
      await makeCopy(copy(), TEXT);
      await offer(shown);
    });
    await documentRow('the copy is listed', row => row.label === TITLE && !row.description.includes('annotation'));
    assert.equal(await exists(sidecarOf(copy())), false);
  });

  it('is offered none where it says something else', async () => {
    const { messages } = await reading(async shown => {
      await makeCopy(file('other.txt'), 'Slipway closed for good\n\nNobody was asked.\n');
      await documentRow('it is listed', ({ label }) => label === 'Slipway closed for good');
      // What was made after it has been looked at as well.
      await makeCopy(copy(), TEXT);
      await offer(shown);
    });
    assert.equal(messages.length, 1);
  });
});

describe('an article that is renamed outside of VS Code', () => {
  let root = '';
  const file = (...path: string[]) => workspaceFile(root, ...path);
  const [article, renamed] = [() => file('slip.txt'), () => file('ramp.txt')];
  let tagged: string;

  beforeEach(async () => {
    root = freshFolder('elsewhere');
    const editor = await openArticle(`${root}/slip.txt`, TEXT);
    select(editor, 'It was built for rowing boats');
    tagged = await tagSelection(article(), { stance: 'against' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // As `git mv` does: nobody is asked.
    await vscode.workspace.fs.rename(article(), renamed());
    await problems('Problems names it', sidecarOf(article()), list =>
      list.some(({ code, message }) => code === 'article-missing' && message.includes('ramp.txt')),
    );
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  it('is named in Problems, and nothing is moved', async () => {
    assert.equal(await readText(sidecarOf(article())), tagged);
    assert.equal(await exists(sidecarOf(renamed())), false);
  });

  it('is offered its annotations by a message, and gets them by its button', async () => {
    const again = file('pier.txt');
    const { messages } = await reading(async shown => {
      await vscode.workspace.fs.rename(renamed(), again);
      await until('it is offered', () => shown.some(({ text }) => text.includes('pier.txt')), often);
      await until('the sidecar is there', () => exists(sidecarOf(again)), often);
    }, 'Move Annotations');
    assert.deepEqual(messages, [
      {
        text: `“slip.txt” is missing, and “${root}/pier.txt” holds all of its annotated passages: it seems to have been renamed. Move its annotations there?`,
        buttons: ['Move Annotations'],
      },
    ]);
    assert.equal(await readText(sidecarOf(again)), tagged);
    assert.equal(await exists(sidecarOf(article())), false);
    await documentRow('the row counts it', row => row.label === TITLE && row.description.endsWith('1 annotation'));
  });

  it('keeps its sidecar where it is when the message is closed', async () => {
    await reading(async shown => {
      await vscode.workspace.fs.rename(renamed(), file('pier.txt'));
      await until('it is offered', () => shown.some(({ text }) => text.includes('pier.txt')), often);
    });
    assert.equal(await readText(sidecarOf(article())), tagged);
    assert.equal(await exists(sidecarOf(file('pier.txt'))), false);
  });

  it('gets its sidecar by a quick fix', async () => {
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(article()));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      sidecar.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    const action = actions.find(({ title }) => title === 'Re-attach to “ramp.txt”');
    assert.ok(action?.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
    assert.equal(await readText(sidecarOf(renamed())), tagged);
    assert.equal(await exists(sidecarOf(article())), false);
    await documentRow('the row counts it', row => row.label === TITLE && row.description.endsWith('1 annotation'));
  });

  it('keeps a sidecar that it has meanwhile: both stay as they are', async () => {
    await writeText(sidecarOf(renamed()), OTHER);
    await finished(
      vscode.commands.executeCommand('pressmark.reattachSidecar', {
        uri: article().toString(),
        to: renamed().toString(),
      }),
    );
    assert.equal(await readText(sidecarOf(renamed())), OTHER);
    assert.equal(await readText(sidecarOf(article())), tagged);
  });
});
