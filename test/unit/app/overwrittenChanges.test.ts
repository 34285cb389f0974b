import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { type SidecarFiles } from '../../../src/app/ports';
import { type Annotation } from '../../../src/core/annotation/model';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { MemoryFiles, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';
const SIDECAR = `${ARTICLE}.pressmark.yaml`;

const annotation = (id: string): Annotation => ({
  id,
  quote: `words of ${id}`,
  prefix: '',
  suffix: '',
  start: 0,
  end: 10,
  stance: 'neutral',
});

/** As a script adds an annotation to what it has read. */
const withAnnotation = (source: string, id: string): string =>
  `${source.trimEnd()}\n  - id: ${id}\n    quote: words of ${id}\n`;

/** As a person deletes one. */
const without = (source: string, id: string): string =>
  source.replace(new RegExp(`^ {2}- id: ${id}\n(?: {4}.*\n)*`, 'm'), '');

/** Two windows, and the milliseconds that have gone by. */
async function setUp() {
  let now = 0;
  const disk = new MemoryFiles({}, () => now);
  const [mine, theirs] = [
    new AnnotationStore(disk.sidecars, stillClock),
    new AnnotationStore(disk.sidecars, stillClock),
  ];
  await mine.edit(ARTICLE, { kind: 'add', annotation: annotation('first') });
  now = 60_000;
  const add = (store: AnnotationStore, id: string) => store.edit(ARTICLE, { kind: 'add', annotation: annotation(id) });
  return {
    disk,
    mine,
    theirs,
    add,
    source: () => disk.files.get(SIDECAR)!,
    ids: () =>
      parseSidecar(disk.files.get(SIDECAR)!)
        .annotations.map(({ id }) => id)
        .sort(),
    write: (source: string, later: number) => {
      now += later;
      disk.files.set(SIDECAR, source);
    },
  };
}

describe('what another program writes over', () => {
  it('is given back where it had read the sidecar before, with what it wrote', async () => {
    const { mine, add, source, ids, write } = await setUp();
    const read = source();
    await add(mine, 'mine');
    write(withAnnotation(read, 'script'), 1_500);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['first', 'mine', 'script']);
  });

  it('is given back by any window, also by one that goes on from it', async () => {
    const { mine, theirs, add, source, ids, write } = await setUp();
    const read = source();
    await add(mine, 'mine');
    write(withAnnotation(read, 'script'), 100);
    await add(theirs, 'theirs');
    assert.deepEqual(ids(), ['first', 'mine', 'script', 'theirs']);
  });

  it('is given back though it takes several changes of both windows', async () => {
    const { mine, theirs, add, source, ids, write } = await setUp();
    await add(mine, 'mine');
    const read = source();
    await add(theirs, 'theirs');
    await mine.edit(ARTICLE, { kind: 'change', id: 'mine', fields: { stance: 'against' } });
    write(withAnnotation(read, 'script'), 100);
    await theirs.reload(ARTICLE);
    assert.deepEqual(ids(), ['first', 'mine', 'script', 'theirs']);
    assert.match(source(), /id: mine[^]*?stance: against/);
  });

  it('stays gone where a person removed it in another window, whatever else that window and a script write', async () => {
    const { mine, theirs, add, source, ids, write } = await setUp();
    await add(mine, 'mine');
    const read = source();
    await theirs.reload(ARTICLE);
    await theirs.edit(ARTICLE, { kind: 'remove', id: 'mine' });
    await add(theirs, 'theirs');
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['first', 'theirs']);
    write(withAnnotation(read, 'script'), 100);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['first', 'script', 'theirs']);
  });

  it('stays gone where a person deleted it by hand, having seen it', async () => {
    const { mine, add, source, ids, write } = await setUp();
    await add(mine, 'mine');
    write(withAnnotation(without(source(), 'mine'), 'by-hand'), 2_500);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['by-hand', 'first']);
  });

  it('stays gone at once where just that was deleted, or the sidecar was put back to what it was', async () => {
    const { mine, add, source, ids, write } = await setUp();
    const read = source();
    await add(mine, 'one');
    await add(mine, 'two');
    write(without(source(), 'one'), 10);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['first', 'two']);
    write(read, 10);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['first']);
  });

  it('stays gone where the sidecar was removed, and another one made', async () => {
    const { disk, mine, add, source, ids, write } = await setUp();
    const read = source();
    await add(mine, 'mine');
    disk.files.delete(SIDECAR);
    await mine.reload(ARTICLE);
    write(withAnnotation(read, 'by-hand'), 100);
    await mine.reload(ARTICLE);
    assert.deepEqual(ids(), ['by-hand', 'first']);
  });

  it('is given back in the end where the other program always writes first', async () => {
    const { disk, mine, add, source, ids, write } = await setUp();
    const read = source();
    await add(mine, 'mine');
    let script = withAnnotation(read, 'script0');
    write(script, 100);
    // Each time it is to be given back something else has been written, for longer than it would be looked at otherwise.
    let writes = 0;
    const files: SidecarFiles = {
      ...disk.sidecars,
      update: (uri, change) =>
        disk.update(uri, found => {
          if (change(found) === undefined || ++writes > 9) return change(found);
          script = withAnnotation(script, `script${writes}`);
          write(script, 1_000);
          return undefined;
        }),
    };
    const store = new AnnotationStore(files, stillClock);
    for (let i = 0; i < 10; i++) await store.reload(ARTICLE);
    assert.equal(ids().filter(id => id.startsWith('script')).length, 10);
    assert.ok(ids().includes('mine'));
  });
});
