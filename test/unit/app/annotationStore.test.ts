import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { History } from '../../../src/app/history';
import { type Annotation } from '../../../src/core/annotation/model';
import { MemoryFiles, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';
const SIDECAR = `${ARTICLE}.pressmark.yaml`;

const annotation = (id: string, start = 0): Annotation => ({
  id,
  quote: `words of ${id}`,
  prefix: '',
  suffix: '',
  start,
  end: start + 10,
  stance: 'against',
});

function setUp(source?: string) {
  const disk = new MemoryFiles(source === undefined ? {} : { [SIDECAR]: source });
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const history = new History(store);
  const ids = () => store.annotations(ARTICLE).map(({ id }) => id);
  return { disk, store, history, ids, source: () => disk.files.get(SIDECAR) };
}

const BROKEN = [
  ['not YAML', 'annotations: [unclosed\n  - : :'],
  ['conflict markers', 'version: 1\n<<<<<<< ours\nannotations: []\n=======\nannotations: []\n>>>>>>> theirs\n'],
  ['a newer version', 'version: 99\nannotations: []\n'],
] as const;

describe('annotation store', () => {
  it('creates the sidecar with the first annotation', async () => {
    const { store, source, ids } = setUp();
    const outcome = await store.edit(ARTICLE, { kind: 'add', annotation: annotation('one') }, { title: 'A vote' });
    assert.equal(outcome.kind, 'done');
    assert.deepEqual(ids(), ['one']);
    assert.match(source()!, /title: A vote/);
  });

  it('keeps what another hand wrote between two edits', async () => {
    const { disk, store, source, ids } = setUp();
    await store.edit(ARTICLE, { kind: 'add', annotation: annotation('one') });
    disk.files.set(SIDECAR, `${source()!.trimEnd()} # checked\nextra: kept\n`);
    await store.edit(ARTICLE, { kind: 'add', annotation: annotation('two', 50) });
    assert.deepEqual(ids(), ['one', 'two']);
    assert.match(source()!, /# checked\n/);
    assert.match(source()!, /extra: kept/);
  });

  it('carries out edits of one sidecar one after the other', async () => {
    const { store, ids } = setUp();
    const many = Array.from({ length: 20 }, (_, i) => annotation(`id${i}`, i * 20));
    await Promise.all(many.map(one => store.edit(ARTICLE, { kind: 'add', annotation: one })));
    assert.equal(ids().length, 20);
  });

  for (const [what, source] of BROKEN) {
    it(`refuses to write to a sidecar that is ${what}, and leaves it as it is`, async () => {
      const { disk, store } = setUp(source);
      const outcomes = [
        await store.edit(ARTICLE, { kind: 'add', annotation: annotation('one') }),
        await store.edit(ARTICLE, { kind: 'facts', facts: { title: 'T' } }),
      ];
      assert.deepEqual(
        outcomes.map(({ kind }) => kind),
        ['refused', 'refused'],
      );
      assert.equal(disk.files.get(SIDECAR), source);
      assert.deepEqual(disk.writes, []);
    });
  }

  it('says why writing failed, and what is in memory stays what is on disk', async () => {
    const { disk, store, ids } = setUp();
    disk.writeError = new Error('The folder is read-only.');
    const outcome = await store.edit(ARTICLE, { kind: 'add', annotation: annotation('one') });
    assert.deepEqual(outcome, { kind: 'failed', reason: 'The folder is read-only.' });
    assert.deepEqual(ids(), []);
  });

  it('fires when the sidecar says something new, and not when it says the same', async () => {
    const { disk, store } = setUp('version: 1\nannotations: []\n');
    let fired = 0;
    store.onDidChange(() => fired++);
    await store.reload(ARTICLE);
    await store.reload(ARTICLE);
    assert.equal(fired, 1);
    disk.files.delete(SIDECAR);
    await store.reload(ARTICLE);
    assert.equal(fired, 2);
    assert.equal(store.state(ARTICLE), undefined);
  });
});

describe('history', () => {
  it('takes back adding, changing and removing, and makes them again', async () => {
    const { history, store, ids, source } = setUp();
    await history.change(ARTICLE, { kind: 'add', annotation: annotation('one') });
    await history.change(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'favor' } });
    const before = source();
    await history.change(ARTICLE, { kind: 'remove', id: 'one' });
    assert.deepEqual(ids(), []);
    await history.undo();
    assert.equal(source(), before);
    await history.undo();
    assert.equal(store.annotation(ARTICLE, 'one')?.stance, 'against');
    await history.redo();
    assert.equal(store.annotation(ARTICLE, 'one')?.stance, 'favor');
    await history.undo();
    await history.undo();
    assert.deepEqual(ids(), []);
  });

  it('gives back comments and unknown keys of an annotation that was removed', async () => {
    const source =
      'version: 1\nannotations:\n  # looked at twice\n  - id: one\n    quote: words\n    mood: grim # our own key\n    start: 3\n    end: 8\n';
    const { history, disk } = setUp(source);
    await history.change(ARTICLE, { kind: 'remove', id: 'one' });
    assert.notEqual(disk.files.get(SIDECAR), source);
    await history.undo();
    assert.equal(disk.files.get(SIDECAR), source);
  });

  it('says so when there is nothing to take back', async () => {
    const { history } = setUp();
    assert.deepEqual(await history.undo(), { kind: 'nothing' });
  });

  it('keeps a step that cannot be taken back now, to be tried again', async () => {
    const { history, disk, ids } = setUp();
    await history.change(ARTICLE, { kind: 'add', annotation: annotation('one') });
    const good = disk.files.get(SIDECAR)!;
    disk.files.set(SIDECAR, 'annotations: [');
    const refused = await history.undo();
    assert.equal('outcome' in refused && refused.outcome.kind, 'refused');
    disk.files.set(SIDECAR, good);
    await history.undo();
    assert.deepEqual(ids(), []);
  });

  it('a new change ends what could be made again', async () => {
    const { history } = setUp();
    await history.change(ARTICLE, { kind: 'add', annotation: annotation('one') });
    await history.undo();
    await history.change(ARTICLE, { kind: 'add', annotation: annotation('two') });
    assert.deepEqual(await history.redo(), { kind: 'nothing' });
  });
});

describe('history, of changes that belong together', () => {
  const OTHER = 'file:///desk/b.txt';
  const both = (history: History) =>
    history.asOne(async change => {
      await change(ARTICLE, {
        kind: 'group',
        edits: ['one', 'two'].map(id => ({ kind: 'add', annotation: annotation(id) })),
      });
      await change(OTHER, { kind: 'add', annotation: annotation('three') });
    });

  it('takes them back as one, and makes them again as one', async () => {
    const { history, store } = setUp();
    const count = () => [ARTICLE, OTHER].map(uri => store.annotations(uri).length);
    await both(history);
    assert.deepEqual(count(), [2, 1]);
    await history.undo();
    assert.deepEqual(count(), [0, 0]);
    await history.redo();
    assert.deepEqual(count(), [2, 1]);
    await history.undo();
    assert.deepEqual(await history.undo(), { kind: 'nothing' });
  });

  it('takes back the rest once what stood in the way is mended', async () => {
    const { history, store, disk } = setUp();
    await both(history);
    const good = disk.files.get(SIDECAR)!;
    disk.files.set(SIDECAR, 'annotations: [');
    const refused = await history.undo();
    assert.ok('outcome' in refused && refused.outcome.kind === 'refused' && refused.document === ARTICLE);
    assert.equal(store.annotations(OTHER).length, 0);
    disk.files.set(SIDECAR, good);
    await history.undo();
    assert.equal(store.annotations(ARTICLE).length, 0);
  });
});
