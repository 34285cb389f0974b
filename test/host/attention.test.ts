import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { finished } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import {
  annotationRow,
  annotationRows,
  documentRow,
  openArticle,
  problems,
  select,
  sidecarOf,
} from './harness/pressmark';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'weir.txt';
const TITLE = 'Weir to stay closed';
const PASSAGE = 'Nobody on the council had asked for the weir to be opened.';
const TEXT = [
  TITLE,
  'The weir at Tarn Mill stays closed until spring. Engineers will look at its piers in March.',
  `${PASSAGE} Mayor Runa Falk said that she had not heard of it either.`,
  'The mill has not run since the flood. Its owner wants it to be a museum.',
  '',
].join('\n\n');

/** The passage with its middle rewritten: it stands where it stood, and whether it is still the one that was tagged is to be asked. */
const ALTERED =
  'Nobody on the staff could say, now or at any of the meetings that were held since the flood, when it would be opened.';
const WITHOUT = TEXT.replace(`${PASSAGE} `, '');
const NEXT = 'Mayor Runa Falk said that she had not heard of it either.';

let root = '';
const article = () => workspaceFile(root, NAME);
const sidecar = () => sidecarOf(article());
const stored = async () => parseSidecar(await readText(sidecar())).annotations;

describe('what needs attention', () => {
  let editor: vscode.TextEditor;
  let reference: { readonly document: string; readonly id: string };

  beforeEach(async () => {
    root = freshFolder('attention');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
    select(editor, PASSAGE);
    await vscode.commands.executeCommand('pressmark.tagPassage', {
      judgement: { stance: 'against', note: 'Ask her.' },
    });
    const [annotation] = await stored();
    assert.equal(annotation?.quote, PASSAGE);
    reference = { document: editor.document.uri.toString(), id: annotation.id };
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  /** The article as another program wrote it, once the annotations view lists the passage first. */
  async function rewritten(text: string, code: 'lost' | 'uncertain'): Promise<void> {
    await writeText(article(), text);
    const attention = await annotationRow('it is listed first', row => row.label === 'Needs attention');
    assert.deepEqual(
      attention.children.map(({ state }) => state),
      ['annotation.attention'],
    );
    await problems('Problems says so', sidecar(), found => found.some(problem => problem.code === code));
  }

  /** Waits until nothing is listed any more: neither in the view nor in Problems. */
  async function settled(): Promise<void> {
    await annotationRow(
      'it is listed with the others',
      row => row.state.startsWith('annotation') && row.state !== 'annotation.attention',
    );
    assert.equal(
      (await annotationRows()).some(({ label }) => label === 'Needs attention'),
      false,
    );
    await documentRow(
      'the row has nothing to check',
      row => row.label === TITLE && !row.description.includes('to check'),
    );
    await problems('Problems is empty', sidecar(), found => found.length === 0);
  }

  const selected = (): string => {
    const { document, selection } = vscode.window.activeTextEditor!;
    return document.getText(selection);
  };

  it('Re-attach to Selection ties a lost annotation to what is selected, and keeps what was said', async () => {
    await rewritten(WITHOUT, 'lost');
    const shown = await vscode.window.showTextDocument(article());
    select(shown, NEXT);
    await vscode.commands.executeCommand('pressmark.reattachAnnotation', reference);
    await settled();
    const [annotation] = await stored();
    assert.equal(annotation?.quote, NEXT);
    assert.equal(shown.document.getText().slice(annotation.start, annotation.end), annotation.quote);
    const { id, stance, note } = annotation;
    assert.deepEqual({ id, stance, note: note?.trim() }, { id: reference.id, stance: 'against', note: 'Ask her.' });
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.equal((await stored())[0]?.quote, PASSAGE);
  });

  it('Re-attach to Selection changes nothing where nothing is selected', async () => {
    await rewritten(WITHOUT, 'lost');
    const before = await readText(sidecar());
    const shown = await vscode.window.showTextDocument(article());
    shown.selection = new vscode.Selection(0, 0, 0, 0);
    await finished(vscode.commands.executeCommand('pressmark.reattachAnnotation', reference));
    assert.equal(await readText(sidecar()), before);
  });

  it('Accept takes an uncertain place for the passage’s', async () => {
    await rewritten(TEXT.replace(PASSAGE, ALTERED), 'uncertain');
    await vscode.commands.executeCommand('pressmark.acceptPlace', reference);
    await settled();
    const [annotation] = await stored();
    assert.equal(annotation?.quote, ALTERED);
    assert.equal((await readText(article())).slice(annotation.start, annotation.end), ALTERED);
    assert.equal(annotation.stance, 'against');
  });

  it('Accept changes nothing where there is no place', async () => {
    await rewritten(WITHOUT, 'lost');
    const before = await readText(sidecar());
    await finished(vscode.commands.executeCommand('pressmark.acceptPlace', reference));
    assert.equal(await readText(sidecar()), before);
  });

  it('Go to Nearest shows the uncertain place', async () => {
    await rewritten(TEXT.replace(PASSAGE, ALTERED), 'uncertain');
    await vscode.commands.executeCommand('pressmark.goToNearestPlace', reference);
    assert.equal(selected(), ALTERED);
  });

  it('Go to Nearest shows the sentence that stands where a lost passage stood', async () => {
    await rewritten(WITHOUT, 'lost');
    await vscode.commands.executeCommand('pressmark.goToNearestPlace', reference);
    assert.equal(selected(), NEXT);
  });
});
