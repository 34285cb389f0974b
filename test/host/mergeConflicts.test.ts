import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/vscode/names';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { openArticle, problems, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'tide.txt';
const TITLE = 'Tide tables redrawn';
const TEXT = `${TITLE}\n\n“The old ones were wrong,” said pilot Una Marsh.\n`;

const file = (middle: string): string =>
  `version: 1\nannotations:\n  - id: aa11bb22\n    quote: The old ones were wrong\n    start: 23\n    end: 46\n${middle}`;
const marked = (ours: string, base: string, theirs: string): string =>
  file(`<<<<<<< HEAD\n${ours}||||||| parent\n${base}=======\n${theirs}>>>>>>> branch\n`);

describe('conflicts in a sidecar', () => {
  let root = '';
  const article = () => workspaceFile(root, NAME);
  const sidecar = () => sidecarOf(article());

  beforeEach(async () => {
    root = freshFolder('conflicts');
    await openArticle(`${root}/${NAME}`, TEXT);
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  /** The quick fixes for the first problem with this code, once Problems has it. */
  const fixes = async (code: string): Promise<readonly vscode.CodeAction[]> => {
    const found = await problems(`Problems has ${code}`, sidecar(), list => list.some(one => one.code === code));
    const document = await vscode.workspace.openTextDocument(sidecar());
    await vscode.window.showTextDocument(document);
    // One that was open before learns a moment later what is on disk.
    const onDisk = await readText(sidecar());
    const { onDidChangeTextDocument } = vscode.workspace;
    await until('the editor has the file', () => document.getText() === onDisk, onDidChangeTextDocument);
    const { range } = found.find(one => one.code === code)!;
    const command = 'vscode.executeCodeActionProvider';
    return vscode.commands.executeCommand<vscode.CodeAction[]>(command, sidecar(), range, 'quickfix');
  };

  it('are merged by a quick fix where both sides changed different things', async () => {
    await writeText(sidecar(), marked('    stance: favor\n', '', '    target: tables\n'));
    const [fix] = await fixes('conflict-markers');
    assert.equal(fix?.title, 'Resolve Conflict Markers');
    const { command, arguments: details = [] } = fix.command!;
    await vscode.commands.executeCommand(command, ...(details as unknown[]));
    assert.equal(await readText(sidecar()), file('    stance: favor\n    target: tables\n'));
    await problems('no problem is left', sidecar(), list => list.length === 0);
  });

  it('are kept as two values where both sides changed the same, to be chosen from by quick fixes', async () => {
    await writeText(sidecar(), marked('    stance: favor\n', '    stance: unclear\n', '    stance: against\n'));
    await vscode.commands.executeCommand(COMMANDS.resolveMarkers);
    assert.equal(await readText(sidecar()), file('    stance: against\n    conflicts:\n      - stance: favor\n'));
    const offered = await fixes('unresolved-conflict');
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Keep “stance” as It Stands', 'Take “favor” Instead'],
    );
    assert.ok(await vscode.workspace.applyEdit(offered[1]!.edit!));
    const document = await vscode.workspace.openTextDocument(sidecar());
    assert.equal(document.getText(), file('    stance: favor\n'));
    assert.ok(await document.save());
    await problems('no problem is left', sidecar(), list => list.length === 0);
  });

  it('stay where they are where one side is no sidecar', async () => {
    const source = marked('    stance: [\n', '', '    target: tables\n');
    await writeText(sidecar(), source);
    await fixes('conflict-markers');
    await vscode.commands.executeCommand(COMMANDS.resolveMarkers, article().toString());
    assert.equal(await readText(sidecar()), source);
  });
});
