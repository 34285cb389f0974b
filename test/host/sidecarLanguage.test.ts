import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspaceFile, writeText } from './harness/workspace';

describe('the sidecar’s language', () => {
  const file = () => workspaceFile('language-test.txt.pressmark.yaml');
  const complete = async (marked: string): Promise<readonly string[]> => {
    const offset = marked.indexOf('|');
    await writeText(file(), marked.replace('|', ''));
    const document = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'pressmark-sidecar');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(offset),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file());
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };

  it('completes the codes of a field', async () => {
    const labels = await complete('version: 1\nannotations:\n  - id: a1\n    quote: q\n    stance: |\n');
    assert.deepEqual(labels.slice(0, 4).sort(), ['against', 'favor', 'neutral', 'unclear']);
  });

  it('completes the keys that an annotation does not have yet', async () => {
    const labels = await complete('version: 1\nannotations:\n  - id: a1\n    quote: q\n    |\n');
    assert.ok(labels.includes('reliability'));
    assert.ok(!labels.includes('quote'));
  });
});
