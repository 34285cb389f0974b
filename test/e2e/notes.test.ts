import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { readSidecar } from './corpusCopy';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const ARTICLE = 'weir.txt';
const TEXT =
  'Weir at Oxley to be rebuilt\n\n“It will hold,” said Maud Penrose, and 28 people laughed. She called the old weir “a sieve”.\n';

describe('a conversation, by keyboard alone', () => {
  const cleanup = new Cleanup();
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = path.join(await temporaryFolder('notes', cleanup), 'notes');
    await mkdir(folder);
    await writeFile(path.join(folder, 'pressmark.yaml'), 'targets: []\n');
    await writeFile(path.join(folder, ARTICLE), TEXT);
    workbench = await Workbench.open({ folder, settings: { 'pressmark.author': 'Gil Marrow' } }, cleanup);
    await workbench.openFile(ARTICLE);
    await workbench.marked();
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  const stored = async () => (await readSidecar(folder, ARTICLE))[0];

  it('begins with a note on a quote that was not tagged', async () => {
    await workbench.selectText('“a sieve”');
    await workbench.page.keyboard.press('Alt+N');
    await workbench.conversation().isWriting();
    await workbench.page.keyboard.type('Her **words**?');
    await workbench.page.keyboard.press('Control+Enter');
    const annotation = await eventually('the note in the sidecar', stored);
    assert.deepEqual(
      [annotation.quote, annotation.note, annotation.author],
      ['“a sieve”', 'Her **words**?', 'Gil Marrow'],
    );
  });

  it('is found again, answered and resolved', async () => {
    await workbench.selectText('Weir at');
    await workbench.page.keyboard.press('Alt+F9');
    await workbench.conversation().says('Gil Marrow: Her words?');
    await workbench.conversation().isFocused();
    await workbench.page.keyboard.press('Escape');
    await workbench.conversation().closed();
    await workbench.page.keyboard.press('Alt+Shift+N');
    await eventually('the note to be resolved', async () => (await stored())?.resolvedBy === 'Gil Marrow');
    await workbench.runCommand('Pressmark: Reopen Note');
    await eventually('the note to be open', async () => (await stored())?.resolved === undefined);
  });
});
