import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EditedStretch } from '../../src/core/text/editedStretch';
import { NO_PLACED_SPANS, placedSpans } from '../../src/vscode/editor/placedSpans';
import { rangesOf } from '../../src/vscode/editor/positions';
import { SeededRandom } from '../bench/seededRandom';

const LINE = 'Ana Brandt said “no” to 40 men, and “yes” to 12 of them.\n';
const INSERTED = ['x', ' ', '\n', '\n\nBrandt left. ', '', '“'];

/** What a detector might find: words of four letters and more. */
const found = (text: string) =>
  [...text.matchAll(/\w{4,}/g)].map(match => ({ start: match.index, end: match.index + match[0].length }));
const flat = (text: string) => found(text).flatMap(({ start, end }) => [start, end]);
const plain = (ranges: readonly vscode.Range[]): string[] =>
  ranges.map(({ start, end }) => `${start.line}:${start.character}-${end.line}:${end.character}`);

describe('spans after edits', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('have the ranges that looking each up would give, whatever was edited', async () => {
    const document = await vscode.workspace.openTextDocument({ content: LINE.repeat(40), language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    const random = new SeededRandom(7);
    let before = placedSpans(document, flat(document.getText()), NO_PLACED_SPANS, new EditedStretch());
    let kept = 0;
    for (let round = 0; round < 60; round++) {
      const edited = new EditedStretch();
      for (let edit = random.below(2); edit >= 0; edit--) {
        const start = random.below(document.getText().length);
        const end = Math.min(document.getText().length, start + random.below(4) * random.below(30));
        const text = INSERTED[random.below(INSERTED.length)]!;
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const isEdited = await editor.edit(change => change.replace(range, text));
        assert.ok(isEdited);
        edited.add([{ start, end, text }]);
      }
      const now = placedSpans(document, flat(document.getText()), before, edited);
      assert.deepEqual(plain(now.ranges), plain(rangesOf(document, found(document.getText()))));
      kept += now.ranges.filter(range => before.ranges.includes(range)).length;
      before = now;
    }
    assert.ok(kept > 100, `${kept} ranges were not made anew`);
  });
});
