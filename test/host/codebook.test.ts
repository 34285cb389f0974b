import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseCodebook } from '../../src/core/codebook/parseCodebook';
import { finished } from './harness/finished';
import { problems } from './harness/pressmark';
import { readText, workspaceFile, writeText } from './harness/workspace';

const codebook = () => workspaceFile('pressmark.yaml');

describe('the codebook', () => {
  let before: string | undefined;
  beforeEach(async () => {
    before = await readText(codebook()).catch(() => undefined);
    if (before !== undefined) await vscode.workspace.fs.delete(codebook());
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (before === undefined) await vscode.workspace.fs.delete(codebook());
    else await writeText(codebook(), before);
  });

  it('is written, commented and without a fault, and opened; one that is there is only opened', async () => {
    await finished(vscode.commands.executeCommand('pressmark.createCodebook'));
    const made = await readText(codebook());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), codebook().toString());
    const { stances, targets, tags, problems: faults } = parseCodebook(made);
    assert.deepEqual(
      [stances?.map(({ name, key }) => `${key} ${name}`), targets, tags, faults],
      [['f favor', 'a against', 'n neutral', 'u unclear'], undefined, undefined, []],
    );
    assert.match(made, /^# /);
    // Its examples need no more than their # taken away.
    const used = parseCodebook(made.replace(/^#(?=\w+:| {2})/gm, ''));
    assert.deepEqual(
      [used.targets?.length, used.tags?.length, used.required?.length, used.sources?.length, used.problems],
      [1, 1, 2, 1, []],
    );
    await writeText(codebook(), 'stances: [for]\n');
    await finished(vscode.commands.executeCommand('pressmark.createCodebook'));
    assert.equal(await readText(codebook()), 'stances: [for]\n');
  });

  it('says what is wrong with it in Problems, at the place, until it is mended', async () => {
    await writeText(codebook(), 'stances:\n  - {name: for, key: y}\n  - {name: against, key: y}\n');
    const [problem] = await problems('the fault is listed', codebook(), found => found.length === 1);
    assert.match(problem!.message, /The key “y” belongs to “for” already/);
    assert.deepEqual([problem!.range.start.line, problem!.range.start.character], [2, 25]);
    await writeText(codebook(), 'stances:\n  - {name: for, key: y}\n  - {name: against, key: x}\n');
    await problems('nothing is wrong', codebook(), found => found.length === 0);
  });
});
