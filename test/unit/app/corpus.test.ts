import assert from 'node:assert/strict';
import { Corpus, type CorpusChange } from '../../../src/app/corpus';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled } from './memoryPorts';

const ROOT = 'file:///desk';

function setUp(files: Readonly<Record<string, string>>) {
  const disk = new MemoryFiles(files);
  const watch = new MemoryWatch();
  const membership = new MemoryMembership(disk);
  const filter = new MemoryFilter();
  const corpus = new Corpus(disk, watch, membership, filter);
  const changes: CorpusChange[] = [];
  corpus.onDidChange(change => changes.push(change));
  const open = () => corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  const paths = () => corpus.documents.map(({ path, missing }) => (missing ? `${path} (missing)` : path)).sort();
  return { disk, watch, membership, filter, corpus, changes, open, paths };
}

describe('corpus', () => {
  it('leaves a folder alone that holds neither codebook nor sidecar', async () => {
    const { corpus, open, watch, paths } = setUp({ [`${ROOT}/requirements.txt`]: 'yaml==1' });
    await open();
    assert.deepEqual(corpus.folders, [{ folder: { uri: ROOT, name: 'desk' }, state: 'notCorpus' }]);
    assert.deepEqual(paths(), []);
    assert.equal(watch.active.get(ROOT)?.everything, false);
  });

  for (const marker of ['pressmark.yaml', 'deep/down/a.txt.pressmark.yaml']) {
    it(`takes a folder with ${marker} for a corpus`, async () => {
      const { open, paths } = setUp({ [`${ROOT}/${marker}`]: '', [`${ROOT}/deep/down/a.txt`]: 'A' });
      await open();
      assert.deepEqual(paths(), ['deep/down/a.txt']);
    });
  }

  it('lists what the user adopts at once, and forgets it when the user takes that back', async () => {
    const { corpus, open, paths } = setUp({ [`${ROOT}/a.txt`]: 'A' });
    await open();
    await corpus.setAdopted(ROOT, true);
    assert.deepEqual(paths(), ['a.txt']);
    await corpus.setAdopted(ROOT, false);
    assert.deepEqual(paths(), []);
  });

  it('lists articles only: no sidecars, no codebook, nothing excluded, nothing of another kind', async () => {
    const names = [
      'a.txt',
      'b.MD',
      'a.txt.pressmark.yaml',
      'pressmark.yaml',
      '.git/c.txt',
      'x/node_modules/d.txt',
      'e.png',
    ];
    const { open, paths } = setUp(Object.fromEntries(names.map(name => [`${ROOT}/${name}`, ''])));
    await open();
    assert.deepEqual(paths(), ['a.txt', 'b.MD']);
  });

  it('becomes a corpus when a sidecar appears', async () => {
    const { disk, watch, open, paths } = setUp({ [`${ROOT}/a.txt`]: 'A' });
    await open();
    disk.files.set(`${ROOT}/a.txt.pressmark.yaml`, 'version: 1');
    watch.report(ROOT, { created: [`${ROOT}/a.txt.pressmark.yaml`] });
    await settled();
    assert.deepEqual(paths(), ['a.txt']);
    assert.equal(watch.active.get(ROOT)?.everything, true);
  });

  it('follows new, changed and deleted articles', async () => {
    const { disk, watch, open, paths, changes } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A' });
    await open();
    disk.files.set(`${ROOT}/b.txt`, 'B');
    changes.length = 0;
    watch.report(ROOT, { created: [`${ROOT}/b.txt`], changed: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(changes[0], {
      folders: false,
      added: [`${ROOT}/b.txt`],
      removed: [],
      changed: [`${ROOT}/a.txt`],
      sidecars: [],
      codebooks: false,
    });
    watch.report(ROOT, { deleted: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(paths(), ['b.txt']);
  });

  it('takes a file that is written anew under its name for changed', async () => {
    const { watch, open, changes } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A' });
    await open();
    changes.length = 0;
    watch.report(ROOT, { created: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(
      changes.map(({ added, changed }) => ({ added, changed })),
      [{ added: [], changed: [`${ROOT}/a.txt`] }],
    );
  });

  it('follows a folder that comes or goes as a whole', async () => {
    const { disk, watch, open, paths } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/may/a.txt`]: 'A' });
    await open();
    disk.files.set(`${ROOT}/june/b.txt`, 'B');
    disk.files.set(`${ROOT}/june/node_modules/c.txt`, 'C');
    watch.report(ROOT, { created: [`${ROOT}/june`], deleted: [`${ROOT}/may`] });
    await settled();
    assert.deepEqual(paths(), ['june/b.txt']);
  });

  it('takes what happened in its order, however long a new folder takes to be read', async () => {
    const { disk, watch, open, paths } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/may/a.txt`]: 'A' });
    await open();
    const walk = disk.walk.bind(disk);
    let goOn = (): void => undefined;
    const isRead = new Promise<void>(resolve => (goOn = resolve));
    disk.walk = async function* (folder, skip) {
      const found = [];
      for await (const batch of walk(folder, skip)) found.push(batch);
      await isRead;
      yield* found;
    };
    disk.files.set(`${ROOT}/june/b.txt`, 'B');
    watch.report(ROOT, { created: [`${ROOT}/june`] });
    await settled();
    disk.files.delete(`${ROOT}/june/b.txt`);
    watch.report(ROOT, { deleted: [`${ROOT}/june`] });
    await settled();
    goOn();
    await settled();
    assert.deepEqual(paths(), ['may/a.txt']);
  });

  it('knows an article that is replaced at any moment, also while a new folder is being read', async () => {
    const { corpus, disk, watch, open } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A' });
    await open();
    const walk = disk.walk.bind(disk);
    const known: boolean[] = [];
    disk.walk = async function* (folder, skip) {
      known.push(corpus.has(`${ROOT}/a.txt`));
      yield* walk(folder, skip);
    };
    disk.files.set(`${ROOT}/june/b.txt`, 'B');
    watch.report(ROOT, { created: [`${ROOT}/a.txt`, `${ROOT}/june`], deleted: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(known, [true]);
    assert.equal(corpus.has(`${ROOT}/a.txt`), true);
  });

  it('keeps what it knows of a folder that does not answer when it is looked at again', async () => {
    const { corpus, disk, membership, open, paths } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A' });
    await open();
    const away = (): never => {
      throw new Error('The server is away.');
    };
    const walk = disk.walk.bind(disk);
    // eslint-disable-next-line require-yield, @typescript-eslint/require-await -- it ends before it begins
    disk.walk = async function* () {
      away();
    };
    await corpus.rescan();
    membership.holdsMarkers = () => Promise.resolve().then(away);
    await corpus.rescan();
    assert.deepEqual([paths(), corpus.folders[0]!.state], [['a.txt'], 'corpus']);
    disk.walk = walk;
    disk.files.set(`${ROOT}/b.txt`, 'B');
    await corpus.rescan();
    assert.deepEqual(paths(), ['a.txt', 'b.txt']);
  });

  it('keeps what comes while it is looked at again, and hears of what changes meanwhile', async () => {
    const { corpus, changes, disk, watch, open, paths } = setUp({
      [`${ROOT}/pressmark.yaml`]: '',
      [`${ROOT}/a.txt`]: 'A',
    });
    await open();
    const walk = disk.walk.bind(disk);
    disk.walk = async function* (folder, skip) {
      yield* walk(folder, skip);
      // Too late for the listing.
      disk.files.set(`${ROOT}/b.txt`, 'B').set(`${ROOT}/b.txt.pressmark.yaml`, '');
      watch.report(ROOT, {
        created: [`${ROOT}/b.txt`, `${ROOT}/b.txt.pressmark.yaml`],
        changed: [`${ROOT}/a.txt`],
      });
      await settled();
    };
    const { active } = watch;
    const [before] = active.values();
    await corpus.rescan();
    assert.deepEqual(paths(), ['a.txt', 'b.txt']);
    assert.ok(changes.some(({ changed }) => changed.includes(`${ROOT}/a.txt`)));
    assert.equal(active.get(ROOT), before);
    disk.files.delete(`${ROOT}/b.txt`);
    watch.report(ROOT, { deleted: [`${ROOT}/b.txt`] });
    await settled();
    assert.deepEqual(paths(), ['a.txt', 'b.txt (missing)']);
  });

  it('finds out by another listing that an article is gone, also where its sidecar is not', async () => {
    const { corpus, disk, open } = setUp({ [`${ROOT}/a.txt`]: 'A', [`${ROOT}/a.txt.pressmark.yaml`]: '' });
    await open();
    assert.equal(corpus.document(`${ROOT}/a.txt`)?.missing, false);
    disk.files.delete(`${ROOT}/a.txt`);
    await corpus.rescan();
    assert.equal(corpus.document(`${ROOT}/a.txt`)?.missing, true);
  });

  it('takes no folder for a corpus that does not answer when it is opened', async () => {
    const { corpus, membership, open } = setUp({ [`${ROOT}/pressmark.yaml`]: '' });
    membership.holdsMarkers = () => Promise.reject(new Error('The server is away.'));
    await open();
    assert.equal(corpus.folders[0]!.state, 'notCorpus');
  });

  it('takes a file that is told as changed, and was not known, for a new one', async () => {
    const { watch, open, paths } = setUp({ [`${ROOT}/pressmark.yaml`]: '' });
    await open();
    watch.report(ROOT, { changed: [`${ROOT}/a.txt`, `${ROOT}/node_modules/c.txt`, `${ROOT}/plan.pdf`] });
    await settled();
    assert.deepEqual(paths(), ['a.txt']);
  });

  it('forgets an article that is gone without a word of the watcher', async () => {
    const { corpus, disk, open, paths, changes } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A' });
    await open();
    assert.equal(await corpus.articleVanished(`${ROOT}/a.txt`), false);
    disk.files.delete(`${ROOT}/a.txt`);
    await corpus.articleVanished(`${ROOT}/a.txt`);
    assert.deepEqual(paths(), []);
    assert.deepEqual(changes.at(-1)?.removed, [`${ROOT}/a.txt`]);
  });

  it('shows an article that is gone as missing while its sidecar is there', async () => {
    const { watch, open, paths } = setUp({ [`${ROOT}/a.txt`]: 'A', [`${ROOT}/a.txt.pressmark.yaml`]: '' });
    await open();
    watch.report(ROOT, { deleted: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(paths(), ['a.txt (missing)']);
    watch.report(ROOT, { deleted: [`${ROOT}/a.txt.pressmark.yaml`] });
    await settled();
    assert.deepEqual(paths(), []);
  });

  it('forgets a sidecar that is gone without a word of the watcher', async () => {
    const { corpus, watch, changes, open, paths } = setUp({
      [`${ROOT}/a.txt`]: 'A',
      [`${ROOT}/a.txt.pressmark.yaml`]: '',
    });
    await open();
    watch.report(ROOT, { deleted: [`${ROOT}/a.txt`] });
    await settled();
    corpus.sidecarVanished(`${ROOT}/a.txt`);
    assert.deepEqual(changes.at(-1)?.sidecars, [`${ROOT}/a.txt`]);
    assert.deepEqual(paths(), []);
  });

  it('takes what an interrupted write left behind for no article', async () => {
    const { filter, open, paths } = setUp({
      [`${ROOT}/pressmark.yaml`]: '',
      [`${ROOT}/a.txt`]: 'A',
      [`${ROOT}/a.txt.pressmark.yaml.pressmark-new`]: 'vers',
    });
    filter.set('**/*');
    await open();
    assert.deepEqual(paths(), ['a.txt']);
  });

  it('lists anew when the user changes which files are articles', async () => {
    const { filter, open, paths } = setUp({
      [`${ROOT}/pressmark.yaml`]: '',
      [`${ROOT}/a.txt`]: '',
      [`${ROOT}/b.html`]: '',
    });
    await open();
    filter.set('**/*.html');
    await settled();
    assert.deepEqual(paths(), ['b.html']);
  });

  it('forgets a folder that leaves the workspace, and its watcher', async () => {
    const { corpus, watch, open, paths, changes } = setUp({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: '' });
    await open();
    changes.length = 0;
    await corpus.setFolders([]);
    assert.deepEqual(paths(), []);
    assert.deepEqual(changes[0]?.removed, [`${ROOT}/a.txt`]);
    assert.equal(watch.active.size, 0);
  });
});
