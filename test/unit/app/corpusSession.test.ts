import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { CorpusSession } from '../../../src/app/corpusSession';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled, stillClock } from './memoryPorts';

const ROOT = 'file:///desk';

async function setUp() {
  const disk = new MemoryFiles({ [`${ROOT}/pressmark.yaml`]: '', [`${ROOT}/a.txt`]: 'A quay' });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  const session = new CorpusSession(corpus, store, analysis);
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  await settled();
  const documents = () => corpus.documents.map(({ path, missing }) => `${path}${missing ? ' (missing)' : ''}`);
  return { disk, watch, documents, session, analysis, store };
}

describe('a corpus whose watcher tells that files came, and not that they went at once', () => {
  for (const [what, created, left] of [
    ['does not list an article', ['b.txt'], ['a.txt']],
    ['does not list a sidecar', ['b.txt.pressmark.yaml'], ['a.txt']],
    ['lists neither of both', ['b.txt', 'b.txt.pressmark.yaml'], ['a.txt']],
  ] as const) {
    it(what, async () => {
      const { watch, documents } = await setUp();
      watch.report(ROOT, { created: created.map(name => `${ROOT}/${name}`) });
      await settled();
      assert.deepEqual(documents(), left);
    });
  }

  it('keeps an article that is put in its place again while it is read, as git does', async () => {
    const { disk, watch, documents } = await setUp();
    const read = disk.read.bind(disk);
    disk.read = uri => {
      disk.read = read;
      return Promise.resolve({ kind: 'missing', uri } as Awaited<ReturnType<typeof read>>);
    };
    watch.report(ROOT, { changed: [`${ROOT}/a.txt`] });
    await settled();
    assert.deepEqual(documents(), ['a.txt']);
  });

  it('lists them when they are there after all', async () => {
    const { disk, watch, documents } = await setUp();
    watch.report(ROOT, { created: [`${ROOT}/b.txt`] });
    await settled();
    disk.files.set(`${ROOT}/b.txt`, 'A boat');
    watch.report(ROOT, { changed: [`${ROOT}/b.txt`] });
    await settled();
    assert.deepEqual(documents(), ['a.txt', 'b.txt']);
  });
});

describe('a corpus whose watcher tells nothing', () => {
  it('is as the files are once it is looked at again', async () => {
    const { disk, documents, session, analysis, store } = await setUp();
    const sidecar = 'version: 1\nannotations:\n  - id: aa11bb22\n    quote: A boat\n    start: 0\n    end: 6\n';
    disk.files.set(`${ROOT}/a.txt`, '“A boat,” said the warden.').set(`${ROOT}/a.txt.pressmark.yaml`, sidecar);
    disk.files.set(`${ROOT}/b.txt`, 'A pier');
    await session.refresh();
    await settled();
    assert.deepEqual(documents(), ['a.txt', 'b.txt']);
    assert.equal(analysis.record(`${ROOT}/a.txt`)?.quotes, 1);
    assert.deepEqual(
      store.annotations(`${ROOT}/a.txt`).map(({ quote }) => quote),
      ['A boat'],
    );
    disk.files.set(`${ROOT}/a.txt.pressmark.yaml`, sidecar.replace('A boat', 'the warden'));
    await session.refresh();
    assert.deepEqual(
      store.annotations(`${ROOT}/a.txt`).map(({ quote }) => quote),
      ['the warden'],
    );
    disk.files.delete(`${ROOT}/a.txt.pressmark.yaml`);
    disk.files.delete(`${ROOT}/a.txt`);
    await session.refresh();
    assert.deepEqual([documents(), store.documents], [['b.txt'], []]);
  });
});
