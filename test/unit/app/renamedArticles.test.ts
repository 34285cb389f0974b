import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { CorpusSession } from '../../../src/app/corpusSession';
import { Analysis } from '../../../src/app/analysis';
import { RenamedArticles } from '../../../src/app/renamedArticles';
import { newAnnotation } from '../../../src/app/tagging';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled, stillClock } from './memoryPorts';

const ROOT = 'file:///desk';
const at = (name: string): string => `${ROOT}/${name}`;
const TEXT =
  'Quay closed for a week\n\nIt is the oldest one of the harbour.\n\nThe crane had failed twice, said foreman Arn Lidd.\n\nNo ship was hit by it.\n';
const EDITED = TEXT.replace('a week', 'nine days, and then another two');

async function setUp(files: Readonly<Record<string, string>>) {
  const disk = new MemoryFiles({ [at('pressmark.yaml')]: '', [at('a.txt')]: TEXT });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  new CorpusSession(corpus, store, analysis);
  const renamed = new RenamedArticles(corpus, store, disk, stillClock);
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  for (const [i, words] of ['The crane had failed twice', 'No ship was hit'].entries()) {
    const start = TEXT.indexOf(words);
    const span = { start, end: start + words.length };
    const annotation = newAnnotation(TEXT, span, { stance: 'favor' }, { id: `one${i}`, timestamp: '' });
    await store.edit(at('a.txt'), { kind: 'add', annotation });
  }
  for (const [name, text] of Object.entries(files)) disk.files.set(at(name), text);
  disk.files.delete(at('a.txt'));
  watch.report(ROOT, {
    created: [at('a.txt.pressmark.yaml'), ...Object.keys(files).map(at)],
    deleted: [at('a.txt')],
  });
  await settled();
  const found = () => renamed.of(at('a.txt')).map(({ uri, likeness }) => [uri.slice(ROOT.length + 1), likeness]);
  return { disk, watch, renamed, found, store };
}

describe('a missing article', () => {
  const CASES: readonly (readonly [
    what: string,
    files: Record<string, string>,
    found: readonly (readonly string[])[],
  ])[] = [
    ['is recognised under another name', { 'b.txt': TEXT, 'c.txt': 'Another text.' }, [['b.txt', 'same']]],
    ['is recognised in another folder', { 'may/a.txt': TEXT }, [['may/a.txt', 'same']]],
    ['is thought likely where it was edited as well', { 'b.txt': EDITED }, [['b.txt', 'alike']]],
    [
      'may be several, the likeliest first',
      { 'a2.txt': EDITED, 'z.txt': TEXT },
      [
        ['z.txt', 'same'],
        ['a2.txt', 'alike'],
      ],
    ],
    ['is no article that has annotations itself', { 'b.txt': TEXT, 'b.txt.pressmark.yaml': 'version: 1\n' }, []],
    ['is no article that holds less than half of it', { 'b.txt': 'No ship was hit by it.\n' }, []],
  ];
  for (const [what, files, expected] of CASES) {
    it(what, async () => {
      const { renamed, found } = await setUp(files);
      await renamed.look();
      assert.deepEqual(found(), expected);
    });
  }

  it('is recognised when it comes later, and only what came is read', async () => {
    const { disk, watch, renamed, found } = await setUp({ 'c.txt': 'Another text.' });
    await renamed.look();
    assert.deepEqual(found(), []);
    disk.files.set(at('b.txt'), TEXT);
    watch.report(ROOT, { created: [at('b.txt')] });
    await settled();
    disk.reads.length = 0;
    const told: (readonly string[])[] = [];
    renamed.onDidFind(documents => told.push(documents));
    await renamed.look();
    assert.deepEqual(disk.reads, [at('b.txt')]);
    assert.deepEqual(found(), [['b.txt', 'same']]);
    assert.deepEqual(told, [[at('a.txt')]]);
  });

  it('is no longer sought once it is back, or its sidecar has moved', async () => {
    const { disk, watch, renamed, found } = await setUp({ 'b.txt': TEXT });
    await renamed.look();
    disk.files.set(at('a.txt'), TEXT);
    watch.report(ROOT, { created: [at('a.txt')] });
    await settled();
    assert.deepEqual(found(), []);
    disk.reads.length = 0;
    await renamed.look();
    assert.deepEqual(disk.reads, []);
  });
});
