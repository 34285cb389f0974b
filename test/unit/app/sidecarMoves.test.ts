import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { History } from '../../../src/app/history';
import { MovedDocuments } from '../../../src/app/movedDocuments';
import { sidecarMoves, sidecarsOfDeleted } from '../../../src/app/sidecarMoves';
import { type Annotation } from '../../../src/core/annotation/model';
import { MemoryFiles, stillClock } from './memoryPorts';

const at = (name: string): string => `file:///desk/${name}`;
const sidecar = (name: string): string => at(`${name}.pressmark.yaml`);
const existsAmong = (names: readonly string[]) => (uri: string) => Promise.resolve(names.map(at).includes(uri));

describe('sidecars of files that move', () => {
  type Pair = readonly [from: string, to: string];
  const CASES: readonly (readonly [
    what: string,
    disk: readonly string[],
    files: readonly Pair[],
    moves: readonly Pair[],
    blocked?: readonly Pair[],
  ])[] = [
    ['an article without one', ['a.txt'], [['a.txt', 'b.txt']], []],
    [
      'an article with one',
      ['a.txt', 'a.txt.pressmark.yaml'],
      [['a.txt', 'may/b.txt']],
      [['a.txt.pressmark.yaml', 'may/b.txt.pressmark.yaml']],
    ],
    ['a folder', ['may/a.txt', 'may/a.txt.pressmark.yaml'], [['may', 'june']], []],
    ['a sidecar alone', ['a.txt', 'a.txt.pressmark.yaml'], [['a.txt.pressmark.yaml', 'b.txt.pressmark.yaml']], []],
    [
      'an article together with its sidecar',
      ['a.txt', 'a.txt.pressmark.yaml'],
      [
        ['a.txt', 'may/a.txt'],
        ['a.txt.pressmark.yaml', 'may/a.txt.pressmark.yaml'],
      ],
      [],
    ],
    [
      'an article to where there is another sidecar',
      ['a.txt', 'a.txt.pressmark.yaml', 'b.txt.pressmark.yaml'],
      [['a.txt', 'b.txt']],
      [],
      [['a.txt.pressmark.yaml', 'b.txt.pressmark.yaml']],
    ],
    [
      'an article whose name changes its case only, where case makes no difference',
      ['a.txt', 'a.txt.pressmark.yaml', 'A.txt.pressmark.yaml'],
      [['a.txt', 'A.txt']],
      [['a.txt.pressmark.yaml', 'A.txt.pressmark.yaml']],
    ],
  ];
  const addresses = (pairs: readonly Pair[]) => pairs.map(([from, to]) => ({ from: at(from), to: at(to) }));
  for (const [what, disk, files, moves, blocked = []] of CASES) {
    it(`${what}: ${moves.length ? 'goes along' : blocked.length ? 'stays' : 'nothing to do'}`, async () =>
      assert.deepEqual(await sidecarMoves(addresses(files), existsAmong(disk)), {
        moves: addresses(moves),
        blocked: addresses(blocked),
      }));
  }

  it('go when the article is deleted, once', async () => {
    const exists = existsAmong(['a.txt.pressmark.yaml', 'b.txt.pressmark.yaml']);
    assert.deepEqual(await sidecarsOfDeleted([at('a.txt'), at('c.txt'), at('may')], exists), [sidecar('a.txt')]);
    assert.deepEqual(await sidecarsOfDeleted([at('a.txt'), sidecar('a.txt')], exists), []);
  });
});

describe('moved documents', () => {
  it('are known by their earlier addresses, alone or with their folder', () => {
    const moved = new MovedDocuments();
    assert.equal(moved.movedTo(at('a.txt')), undefined);
    moved.note({ from: at('a.txt'), to: at('b.txt') });
    moved.note({ from: at('may'), to: at('june') });
    assert.equal(moved.movedTo(at('a.txt')), at('b.txt'));
    assert.equal(moved.movedTo(at('may/x/c.txt')), at('june/x/c.txt'));
    assert.equal(moved.movedTo(at('mayor.txt')), undefined);
  });

  it('are forgotten once something else has their address', () => {
    const moved = new MovedDocuments();
    moved.note({ from: at('may'), to: at('june') });
    moved.settle(at('may/a.txt'));
    assert.equal(moved.movedTo(at('may/a.txt')), undefined);
    assert.equal(moved.movedTo(at('may/b.txt')), at('june/b.txt'));
    moved.note({ from: at('june'), to: at('may') });
    assert.equal(moved.movedTo(at('june/a.txt')), at('may/a.txt'));
    assert.equal(moved.movedTo(at('may/b.txt')), undefined);
  });
});

describe('edits of a document that is moved', () => {
  const annotation = (id: string): Annotation => ({
    id,
    quote: `words of ${id}`,
    prefix: '',
    suffix: '',
    start: 0,
    end: 9,
  });
  const setUp = () => {
    const disk = new MemoryFiles();
    const store = new AnnotationStore(disk.sidecars, stillClock);
    const history = new History(store);
    const rename = (from: string, to: string): void => {
      disk.files.set(sidecar(to), disk.files.get(sidecar(from))!);
      disk.files.delete(sidecar(from));
    };
    return { disk, store, history, rename };
  };

  it('that wait while the sidecar goes are made where it is', async () => {
    const { disk, store, rename } = setUp();
    await store.edit(at('a.txt'), { kind: 'add', annotation: annotation('one') });
    store.moved({ from: at('a.txt'), to: at('b.txt') });
    const ids = ['two', 'three', 'four', 'five'];
    const edits = ids.map(async (id, i) => {
      if (i === 2) rename('a.txt', 'b.txt');
      return store.edit(at('a.txt'), { kind: 'add', annotation: annotation(id) });
    });
    assert.deepEqual(
      (await Promise.all(edits)).map(({ kind }) => kind),
      ids.map(() => 'done'),
    );
    assert.deepEqual([...disk.files.keys()], [sidecar('b.txt')]);
    assert.deepEqual(
      store
        .annotations(at('b.txt'))
        .map(({ id }) => id)
        .sort(),
      ['one', ...ids].sort(),
    );
  });

  it('stay where they are when the article is not moved after all', async () => {
    const { disk, store } = setUp();
    store.moved({ from: at('a.txt'), to: at('b.txt') });
    await store.edit(at('a.txt'), { kind: 'add', annotation: annotation('one') });
    assert.deepEqual([...disk.files.keys()], [sidecar('a.txt')]);
  });

  it('of another article under the old name make it a sidecar of its own', async () => {
    const { disk, store, rename } = setUp();
    await store.edit(at('a.txt'), { kind: 'add', annotation: annotation('one') });
    store.moved({ from: at('a.txt'), to: at('b.txt') });
    rename('a.txt', 'b.txt');
    store.settled(at('a.txt'));
    await store.edit(at('a.txt'), { kind: 'add', annotation: annotation('two') });
    assert.match(disk.files.get(sidecar('a.txt'))!, /id: two/);
    assert.doesNotMatch(disk.files.get(sidecar('b.txt'))!, /id: two/);
  });

  it('are undone and redone where it is now, also when its folder was moved', async () => {
    const { disk, history, rename } = setUp();
    await history.change(at('may/a.txt'), { kind: 'add', annotation: annotation('one') });
    rename('may/a.txt', 'june/a.txt');
    history.moved({ from: at('may'), to: at('june') });
    await history.undo();
    assert.doesNotMatch(disk.files.get(sidecar('june/a.txt'))!, /id: one/);
    await history.redo();
    assert.match(disk.files.get(sidecar('june/a.txt'))!, /id: one/);
    assert.equal(disk.files.has(sidecar('may/a.txt')), false);
  });
});
