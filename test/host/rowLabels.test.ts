import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotationRow, annotationRows, documentRow, documentRows, openArticle, select } from './harness/pressmark';

const NAME = 'row-labels.txt';
const TITLE = 'Ferry to run in winter';
const GRADED = 'It will run in January';
const GONE = 'Nobody will miss the bus';

describe('to a screen reader', () => {
  before(async () => {
    const editor = await openArticle(NAME, `${TITLE}\n\n“${GRADED},” said Ove Strand. “${GONE}.”\n`);
    for (const [words, judgement] of [
      [GRADED, { stance: 'favor', target: 'ferry', reliability: 'B', credibility: 2 }],
      [GONE, {}],
    ] as const) {
      select(editor, words);
      await vscode.commands.executeCommand('pressmark.tagPassage', { judgement });
    }
    select(editor, GONE);
    await editor.edit(edit => edit.delete(editor.selection));
    await annotationRow(
      'the passage that was deleted',
      row => row.label === GONE && row.state === 'annotation.attention',
    );
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('every row of both views has a label that begins with what it shows', async () => {
    await documentRow('the article', row => row.label === TITLE);
    const rows = [...(await documentRows()), ...(await annotationRows())];
    assert.ok(rows.length > 4);
    assert.deepEqual(
      rows.filter(({ label, spoken }) => label === '' || !spoken.includes(label)),
      [],
    );
  });

  it('a row of an annotation says kind, passage, stance, target, reliability and credibility', async () => {
    const row = await annotationRow('the passage', found => found.label === GRADED);
    assert.match(
      row.spoken,
      /^Annotation: It will run in January, In favor: ferry, reliability B, Usually reliable, credibility 2, Probably true/,
    );
  });

  it('and its state, where its passage is not sure; no stance is said as well', async () => {
    const row = await annotationRow('the passage', found => found.label === GONE);
    assert.match(row.spoken, /^Annotation: Nobody will miss the bus, no stance, .*(passage not found|place uncertain)/);
  });
});
