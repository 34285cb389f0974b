import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { History } from '../../../src/app/history';
import { type Clock, type SidecarFiles } from '../../../src/app/ports';
import { type Annotation, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { SeededRandom } from '../../bench/seededRandom';
import { MemoryFiles, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';
const SIDECAR = `${ARTICLE}.pressmark.yaml`;

/** STORE_CHANGES=2000 for bar 4 of the issue. */
const CHANGES = Number(process.env.STORE_CHANGES ?? 45);

const annotation = (id: string, start: number, stance = 'neutral'): Annotation => ({
  id,
  quote: `words of ${id}`,
  prefix: '',
  suffix: '',
  start,
  end: start + 10,
  stance,
});

const hostTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('one sidecar, many writers', () => {
  it(`keeps all of ${CHANGES} interleaved changes of two windows and a script`, async function () {
    this.timeout(20_000 + CHANGES * 1_000);
    const random = new SeededRandom(7);
    // Time goes by turns, so that a busy machine changes nothing.
    let time = 0;
    const turn = (): Promise<void> => {
      time++;
      return hostTurn();
    };
    const disk = new MemoryFiles({}, () => time);
    const pauses = async (): Promise<void> => {
      for (let i = random.below(4); i > 0; i--) await turn();
    };
    // Every read and write takes its time; looking and renaming is one step, as it is on a disk.
    const slow: SidecarFiles = {
      read: async uri => {
        await pauses();
        const reading = await disk.sidecars.read(uri);
        await pauses();
        return reading;
      },
      update: async (uri, change) => {
        await pauses();
        const outcome = await disk.update(uri, change);
        if (outcome === 'written') announce();
        await pauses();
        return outcome;
      },
    };
    const clock: Clock = { ...stillClock, pause: turn };
    const windows = [new AnnotationStore(slow, clock), new AnnotationStore(slow, clock)];
    // Both windows' watchers tell of changes some time later, of many at once.
    const told = windows.map(() => Promise.resolve());
    const isPending = windows.map(() => false);
    const announce = (): void => {
      for (const [i, store] of windows.entries()) {
        if (isPending[i]) continue;
        isPending[i] = true;
        told[i] = told[i]!.then(pauses).then(() => {
          isPending[i] = false;
          return store.reload(ARTICLE);
        });
      }
    };
    // Every writer has annotations of its own: of five changes one adds another, the others change one of them.
    const acknowledged = new Map<string, string>();
    const editOf = (writer: number, i: number): SidecarEdit => {
      const own = Math.ceil((i + 1) / 5);
      if (i % 5 === 0) return { kind: 'add', annotation: annotation(`w${writer}-${i}`, (own * 3 + writer) * 20) };
      return { kind: 'change', id: `w${writer}-${random.below(own) * 5}`, fields: { stance: `${i}` } };
    };
    const acknowledge = (edit: SidecarEdit): void => {
      if (edit.kind === 'add') acknowledged.set(edit.annotation.id, 'neutral');
      if (edit.kind === 'change') acknowledged.set(edit.id, edit.fields.stance!);
    };
    const window = async (writer: number, store: AnnotationStore): Promise<void> => {
      for (let i = 0; i < CHANGES / 3; i++) {
        const edit = editOf(writer, i);
        const outcome = await store.edit(ARTICLE, edit);
        assert.deepEqual([outcome.kind, 'conflicts' in outcome && outcome.conflicts], ['done', 0]);
        acknowledge(edit);
        await pauses();
      }
    };
    // No lock, no look before it writes: it reads, thinks, and writes over whatever is there by then.
    const script = async (writer: number): Promise<void> => {
      for (let i = 0; i < CHANGES / 3; i++) {
        const edit = editOf(writer, i);
        const result = editSidecar(disk.files.get(SIDECAR), edit, { articleName: 'a.txt', facts: {} });
        assert.ok(result.kind === 'edited');
        if (random.below(10) < 3) await turn();
        disk.files.set(SIDECAR, result.source);
        announce();
        acknowledge(edit);
        await pauses();
        await turn();
      }
    };
    await Promise.all([window(0, windows[0]!), window(1, windows[1]!), script(2)]);
    for (let quiet = 0; quiet < 3; quiet++) await Promise.all(told).then(turn);
    const stored = new Map(parseSidecar(disk.files.get(SIDECAR)!).annotations.map(one => [one.id, one.stance]));
    const missing = [...acknowledged].filter(([id, stance]) => stored.get(id) !== stance);
    assert.deepEqual(missing, []);
    assert.equal(stored.size, acknowledged.size);
    for (const store of windows) assert.equal(store.annotations(ARTICLE).length, stored.size);
  });

  const setUp = async () => {
    const disk = new MemoryFiles();
    const [mine, theirs] = [
      new AnnotationStore(disk.sidecars, stillClock),
      new AnnotationStore(disk.sidecars, stillClock),
    ];
    await mine.edit(ARTICLE, { kind: 'add', annotation: annotation('one', 0) });
    await theirs.reload(ARTICLE);
    return { disk, mine, theirs, source: () => disk.files.get(SIDECAR)! };
  };

  it('keeps both values, and says so, where two windows changed the same field before either saw the other', async () => {
    const { mine, theirs, source } = await setUp();
    await theirs.edit(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'favor' } });
    const outcome = await mine.edit(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'against' } });
    assert.ok(outcome.kind === 'done' && outcome.conflicts === 1);
    assert.match(source(), /stance: against[^]*conflicts:\n {6}- stance: favor/);
  });

  it('lets the later value stand where the other one was seen', async () => {
    const { mine, theirs, source } = await setUp();
    await theirs.edit(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'favor' } });
    await mine.reload(ARTICLE);
    await mine.edit(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'against' } });
    assert.match(source(), /stance: against/);
    assert.doesNotMatch(source(), /conflicts:/);
  });

  it('tells that others keep writing, and gives up, rather than write over them', async () => {
    const { disk, theirs } = await setUp();
    const files: SidecarFiles = { ...disk.sidecars, update: () => Promise.resolve('contested') };
    const store = new AnnotationStore(files, stillClock);
    assert.deepEqual(await store.edit(ARTICLE, { kind: 'remove', id: 'one' }), { kind: 'contested' });
    assert.equal(theirs.annotations(ARTICLE).length, 1);
  });

  it('waits for a program that writes in place: what it has cut off is not taken for what it says', async () => {
    const { disk, mine, source } = await setUp();
    const whole = source().replace('stance: neutral', 'stance: favor');
    disk.files.set(SIDECAR, '');
    let readings = 0;
    const store = new AnnotationStore(
      {
        ...disk.sidecars,
        update: (uri, change) => {
          if (++readings === 3) disk.files.set(SIDECAR, whole);
          return disk.update(uri, change);
        },
      },
      stillClock,
    );
    void mine;
    disk.files.set(SIDECAR, whole);
    await store.reload(ARTICLE);
    disk.files.set(SIDECAR, '');
    await store.edit(ARTICLE, { kind: 'add', annotation: annotation('two', 50) });
    assert.deepEqual(
      parseSidecar(source()).annotations.map(({ id }) => id),
      ['one', 'two'],
    );
  });
});

describe('history, after the sidecar was changed elsewhere', () => {
  const setUp = async () => {
    // So late that nobody is taken to have written over what he did not read.
    const disk = new MemoryFiles({}, () => performance.now() * 1e6);
    const store = new AnnotationStore(disk.sidecars, stillClock);
    const history = new History(store);
    await history.change(ARTICLE, { kind: 'add', annotation: annotation('one', 0) }, { title: 'A vote' });
    const elsewhere = async (from: RegExp | string, to: string): Promise<void> => {
      disk.files.set(SIDECAR, disk.files.get(SIDECAR)!.replace(from, to));
      await store.reload(ARTICLE);
    };
    return { store, history, elsewhere, source: () => disk.files.get(SIDECAR)! };
  };

  it('takes a change back and leaves what others changed in the same annotation', async () => {
    const { history, elsewhere, source } = await setUp();
    await history.change(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'against' } });
    await elsewhere('stance: against', 'stance: against\n    target: harbour # theirs');
    await history.undo();
    assert.match(source(), /stance: neutral\n {4}target: harbour # theirs\n/);
    await history.redo();
    assert.match(source(), /stance: against\n {4}target: harbour # theirs\n/);
  });

  it('keeps both values where others changed the same field since', async () => {
    const { history, elsewhere, source } = await setUp();
    await history.change(ARTICLE, { kind: 'change', id: 'one', fields: { stance: 'against' } });
    await elsewhere('stance: against', 'stance: favor');
    const undone = await history.undo();
    assert.ok('outcome' in undone && undone.outcome.kind === 'done' && undone.outcome.conflicts === 1);
    assert.match(source(), /stance: favor[^]*- stance: neutral/);
    const before = source();
    await history.redo();
    assert.match(source(), /stance: favor\n/);
    assert.doesNotMatch(source(), /conflicts/);
    await history.undo();
    assert.equal(source(), before);
  });

  it('keeps an annotation that others changed since it was added, and asks', async () => {
    const { history, elsewhere, source, store } = await setUp();
    await elsewhere('stance: neutral', 'stance: favor');
    const undone = await history.undo();
    assert.ok('outcome' in undone && undone.outcome.kind === 'done');
    assert.match(source(), /- removed: true/);
    assert.equal(store.annotations(ARTICLE).length, 1);
    await history.redo();
    assert.doesNotMatch(source(), /removed/);
  });

  it('takes back the facts it changed, and no others', async () => {
    const { history, elsewhere, source } = await setUp();
    await history.change(ARTICLE, { kind: 'facts', facts: { title: 'No vote' } });
    await elsewhere('title: No vote', 'title: No vote\n  publisher: Norrby Posten');
    await history.undo();
    assert.match(source(), /title: A vote\n {2}publisher: Norrby Posten/);
  });

  it('steps across documents', async () => {
    const { history, store } = await setUp();
    const other = 'file:///desk/b.txt';
    await history.change(other, { kind: 'add', annotation: annotation('two', 0) });
    await history.undo();
    await history.undo();
    assert.deepEqual([store.annotations(ARTICLE).length, store.annotations(other).length], [0, 0]);
    await history.redo();
    await history.redo();
    assert.deepEqual([store.annotations(ARTICLE).length, store.annotations(other).length], [1, 1]);
  });
});
