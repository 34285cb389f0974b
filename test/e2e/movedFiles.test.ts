import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const SIDECAR = 'version: 1\nannotations:\n  - id: aa11bb22\n    quote: It leans\n    stance: against\n';

describe('an article in the Explorer', () => {
  const cleanup = new Cleanup();
  let folder: string;
  let workbench: Workbench;
  const file = (name: string) => path.join(folder, name);
  const sidecar = (name: string) => file(`${name}.pressmark.yaml`);
  const arePresent = (name: string, isThere: boolean) =>
    eventually(
      `${name} and its sidecar to be ${isThere ? 'there' : 'gone'}`,
      () => existsSync(file(name)) === isThere && existsSync(sidecar(name)) === isThere,
    );

  before(async () => {
    folder = path.join(await temporaryFolder('moves', cleanup), 'desk');
    await mkdir(folder);
    await writeFile(file('tower.txt'), 'The tower\n\n“It leans,” said warden Una Mott.\n');
    await writeFile(sidecar('tower.txt'), SIDECAR);
    const settings = { 'explorer.confirmUndo': 'light', 'explorer.confirmDelete': false };
    workbench = await Workbench.open({ folder, settings }, cleanup);
    await workbench.openFile('tower.txt');
    await workbench.marked().catch(() => undefined);
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.row('Documents', /^The tower, annotated/);
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  it('is renamed with its sidecar, and both come back by one undo', async () => {
    const { page } = workbench;
    await workbench.runCommand('File: Reveal Active File in Explorer View');
    await page.getByRole('treeitem', { name: 'tower.txt', exact: true }).click();
    await page.keyboard.press('F2');
    await page.locator('.explorer-item-edited input').fill('spire.txt');
    await page.keyboard.press('Enter');
    // VS Code asks whether the extension may join in.
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' }).click();
    await arePresent('spire.txt', true);
    await arePresent('tower.txt', false);
    assert.equal(await readFile(sidecar('spire.txt'), 'utf8'), SIDECAR);
    await page.getByRole('treeitem', { name: 'spire.txt', exact: true }).click();
    await page.keyboard.press('Control+Z');
    await arePresent('tower.txt', true);
    await arePresent('spire.txt', false);
    assert.equal(await readFile(sidecar('tower.txt'), 'utf8'), SIDECAR);
  });

  it('is deleted with its sidecar, and both come back by one undo', async () => {
    const { page } = workbench;
    await page.getByRole('treeitem', { name: 'tower.txt', exact: true }).click();
    await page.keyboard.press('Delete');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' }).click();
    await arePresent('tower.txt', false);
    await page.locator('.explorer-folders-view .monaco-list').first().focus();
    await page.keyboard.press('Control+Z');
    await arePresent('tower.txt', true);
    assert.equal(await readFile(sidecar('tower.txt'), 'utf8'), SIDECAR);
  });
});
