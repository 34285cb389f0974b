import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { readSidecar } from './corpusCopy';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const ARTICLE = 'weir.txt';
const TITLE = 'Weir at Oxley to be rebuilt';
const TEXT = `${TITLE}\n\n“It will hold for fifty years,” said engineer Maud Penrose. She called the old weir “a sieve”.\n`;

describe('a desk without a corpus yet', () => {
  const cleanup = new Cleanup();
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = path.join(await temporaryFolder('desk', cleanup), 'desk');
    await mkdir(folder);
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
    await git('init', '--quiet');
    await git('config', 'user.name', 'Gil Marrow');
    await writeFile(path.join(folder, ARTICLE), TEXT);
    workbench = await Workbench.open({ folder }, cleanup);
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  const sidecar = () => path.join(folder, `${ARTICLE}.pressmark.yaml`);
  const annotations = () => readSidecar(folder, ARTICLE);

  /** Pressmark's own log is there once all of it is loaded. */
  const isLoaded = async (): Promise<boolean> => {
    await workbench.runCommand('Output: Show Output Channels...');
    const channels = await workbench.quickInput();
    await channels.type('Pressmark');
    const isThere = await channels.offers('Pressmark');
    await channels.escape();
    await channels.closed();
    return isThere;
  };

  it('costs one look: no more than the start of Pressmark is loaded when a text is open', async () => {
    await workbench.openFile(ARTICLE);
    // Far longer than the look takes, and all that it would lead to.
    await workbench.page.waitForTimeout(3000);
    assert.equal(await isLoaded(), false);
  });

  it('is left alone: nothing is drawn until the user says that it holds articles', async () => {
    await workbench.openFile(ARTICLE);
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.saysWhenEmpty('Use This Folder as a Corpus');
    assert.deepEqual(await workbench.decorations(), []);
  });

  it('becomes a corpus by one click, and still is one after a reload', async () => {
    await workbench.page.getByRole('button', { name: 'Use This Folder as a Corpus' }).click();
    await workbench.row('Documents', new RegExp(`^${TITLE}, not annotated yet, 2 quotes, 1 claim`));
    await workbench.marked();
    await eventually('all of Pressmark', isLoaded);
    await workbench.reload();
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.row('Documents', new RegExp(`^${TITLE}, not annotated yet, 2 quotes, 1 claim`));
    assert.equal(existsSync(sidecar()), false);
  });

  it('hides and shows its highlights', async () => {
    await workbench.openFile(ARTICLE);
    await workbench.marked();
    await workbench.runCommand('Pressmark: Toggle Highlights');
    await eventually('no mark', async () => (await workbench.decorations()).length === 0);
    await workbench.runCommand('Pressmark: Toggle Highlights');
    await workbench.marked();
  });

  it('stays as it was when tagging is left by Escape at the third question', async () => {
    await workbench.selectText('a sieve');
    await workbench.runCommand('Pressmark: Tag Passage…');
    const input = await workbench.quickInput();
    await input.asks('stance');
    await input.choose('Against');
    await input.asks('Toward whom');
    await input.choose('No target');
    await input.asks('How reliable');
    await input.escape();
    await input.closed();
    assert.equal(existsSync(sidecar()), false);
  });

  it('is tagged by the default key; Back goes back with the answers; the author is git’s user', async () => {
    await workbench.selectText('a sieve');
    await workbench.page.keyboard.press('Alt+m');
    const input = await workbench.quickInput();
    await input.asks('stance');
    await input.choose('In favor');
    await input.asks('Toward whom');
    await workbench.page.getByRole('button', { name: 'Back' }).click();
    await input.asks('stance');
    await input.choose('Against');
    await input.asks('Toward whom');
    await input.type('old weir');
    await input.choose('New target: old weir');
    await input.asks('How reliable');
    await workbench.page.getByRole('button', { name: /Save now/ }).click();
    await input.closed();
    const [stored] = await eventually('the annotation on disk', async () => {
      const found = await annotations();
      return found.length === 1 && found;
    });
    const { quote, stance, target, author } = stored!;
    assert.deepEqual(
      { quote, stance, target, author },
      { quote: 'a sieve', stance: 'against', target: 'old weir', author: 'Gil Marrow' },
    );
  });

  it('takes a removal back from the message that tells of it', async () => {
    const before = await readFile(sidecar(), 'utf8');
    await workbench.selectText('a sieve');
    await workbench.runCommand('Pressmark: Remove Annotation');
    await eventually('the annotation to be gone', async () => (await annotations()).length === 0);
    await eventually('the message', async () => (await workbench.notifications()).length > 0);
    await workbench.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually('the sidecar as it was', async () => (await readFile(sidecar(), 'utf8')) === before);
  });

  it('says what to do when a sidecar has errors, writes nothing, and goes on once they are mended', async () => {
    const good = await readFile(sidecar(), 'utf8');
    const broken = `${good}  - id: [oh\n`;
    await writeFile(sidecar(), broken);
    await workbench.row('Documents', /sidecar has errors/);
    await workbench.selectText('fifty years');
    await workbench.runCommand('Pressmark: Tag Passage…');
    const input = await workbench.quickInput();
    await input.asks('stance');
    await workbench.page.getByRole('button', { name: /Save now/ }).click();
    const said = await eventually('the message', async () => {
      const all = await workbench.notifications();
      return all.find(text => text.includes('Nothing was saved'));
    });
    assert.match(said, /weir\.txt\.pressmark\.yaml has errors/);
    assert.equal(await readFile(sidecar(), 'utf8'), broken);
    await writeFile(sidecar(), good);
    await workbench.page.getByRole('button', { name: 'Try Again' }).click();
    await eventually('both annotations on disk', async () => (await annotations()).length === 2);
  });

  it('says so when the filter leaves nothing, and how to clear it', async () => {
    await workbench.runCommand('Pressmark: Filter Documents…');
    const input = await workbench.quickInput();
    await input.type('nothing is called so');
    await input.accept();
    await workbench.saysWhenEmpty('Clear Filter');
    await workbench.page.getByRole('button', { name: 'Clear Filter', exact: true }).click();
    await workbench.row('Documents', new RegExp(`^${TITLE}`));
  });
});

describe('a window without a folder', () => {
  const cleanup = new Cleanup();
  after(() => cleanup.run());

  it('is told to open one', async () => {
    const workbench = await Workbench.open({}, cleanup);
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.saysWhenEmpty('Open Folder');
  });
});
