import assert from 'node:assert/strict';
import { type BackgroundReading, ReadingQueue } from '../../../src/app/readingQueue';
import { type ArticleReading, type Clock, type DigestReader, type DigestRequest } from '../../../src/app/ports';
import { type DigestReading } from '../../../src/core/across/articleDigest';

const MANY = 200;
const uris = (count: number): string[] => Array.from({ length: count }, (_, i) => `file:///desk/${i}.txt`);
const text = (uri: string, content = `text of ${uri}`): ArticleReading => ({
  kind: 'text',
  text: content,
  undecodable: false,
});

/** A queue over files that answer when a test says so, and another thread where one is wanted. */
function setup(
  options: {
    readonly reader?: boolean;
    readonly needsText?: (uri: string) => boolean;
    /** What the other thread makes of a request. */
    readonly digest?: (request: DigestRequest) => DigestReading;
    readonly known?: ReadonlyMap<string, string>;
    readonly clock?: Clock;
    /** Steps in which each article is taken in, and rests that are asked for. */
    readonly steps?: number;
    readonly rests?: number;
  } = {},
) {
  const stamps = new Map<string, string>();
  const contents = new Map<string, string>();
  const reads: string[] = [];
  const batches: DigestRequest[][] = [];
  const taken: (readonly [string, BackgroundReading])[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;
  let rests = 0;
  const digested = (uri: string): DigestReading => ({
    kind: 'digest',
    digest: { length: uri.length, isBlank: false, facts: {}, quotes: 0, claims: 0 },
    stamp: 'new',
  });
  const reader: DigestReader = {
    digest: requests => {
      batches.push([...requests]);
      return Promise.resolve(requests.map(options.digest ?? (({ uri }) => digested(uri))));
    },
  };
  const queue = new ReadingQueue({
    files: {
      read: async uri => {
        reads.push(uri);
        const found = text(uri, contents.get(uri));
        if (isHolding) await new Promise<void>(resolve => held.push(resolve));
        return found;
      },
      stampOf: uri => Promise.resolve(stamps.get(uri)),
    },
    reader: options.reader ? reader : undefined,
    clock: options.clock ?? { now: () => 0, timestamp: () => '', pause: () => Promise.resolve() },
    requestFor: uri => {
      const stamp = options.known?.get(uri);
      return stamp === undefined ? { uri } : { uri, stamp };
    },
    needsText: options.needsText ?? (() => false),
    withFeatures: () => true,
    *taking(uri, reading) {
      for (let step = 1; step < (options.steps ?? 1); step++) yield;
      taken.push([uri, reading]);
    },
    rest: () => ++rests < (options.rests ?? 0),
  });
  return {
    queue,
    stamps,
    contents,
    reads,
    batches,
    taken,
    /** From here on files answer only when they are let go. */
    hold: () => void (isHolding = true),
    letGo: () => {
      isHolding = false;
      for (const resolve of held.splice(0)) resolve();
    },
    rests: () => rests,
    /** Until nothing more happens by itself. */
    settle: async () => {
      for (let i = 0; i < 200; i++) await Promise.resolve();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

describe('the reading queue', () => {
  it('reads each article once, in the order in which they came', async () => {
    const { queue, taken, settle } = setup();
    queue.add(uris(40));
    queue.add([uris(1)[0]!]);
    assert.equal(queue.backlog, 40);
    await settle();
    assert.deepEqual(
      taken.map(([uri]) => uri),
      uris(40),
    );
    assert.deepEqual(taken[3]![1], text(uris(4)[3]!));
    assert.equal(queue.backlog, 0);
  });

  it('reads what comes while the last ones are being read', async () => {
    const { queue, taken, hold, letGo, settle } = setup();
    hold();
    queue.add(['file:///desk/first.txt']);
    await settle();
    queue.add(['file:///desk/second.txt']);
    letGo();
    await settle();
    assert.deepEqual(
      taken.map(([uri]) => uri),
      ['file:///desk/first.txt', 'file:///desk/second.txt'],
    );
  });

  it('reads an article that changes while it is being read once more', async () => {
    const { queue, taken, contents, hold, letGo, settle } = setup();
    const report = 'file:///desk/report.txt';
    contents.set(report, 'as it was');
    hold();
    queue.add([report]);
    await settle();
    contents.set(report, 'as it is');
    queue.add([report]);
    letGo();
    await settle();
    assert.deepEqual(taken.at(-1), [report, text(report, 'as it is')]);
    assert.equal(queue.backlog, 0);
  });

  it('does not take what was forgotten while it was being read', async () => {
    const { queue, taken, hold, letGo, settle } = setup();
    hold();
    queue.add(['file:///desk/gone.txt', 'file:///desk/there.txt']);
    await settle();
    queue.forget('file:///desk/gone.txt');
    assert.equal(queue.backlog, 1);
    letGo();
    await settle();
    assert.deepEqual(
      taken.map(([uri]) => uri),
      ['file:///desk/there.txt'],
    );
  });

  it('leaves those unread that have their stamps still, if that is all that is asked', async () => {
    const known = new Map(uris(3).map(uri => [uri, 'known']));
    const { queue, stamps, taken, reads, settle } = setup({ known });
    stamps.set(uris(3)[0]!, 'known');
    stamps.set(uris(3)[1]!, 'another');
    stamps.set(uris(3)[2]!, 'known');
    queue.add(uris(3), true);
    // It was changed in the meantime: its stamp may be too coarse to tell.
    queue.add([uris(3)[2]!]);
    await settle();
    assert.deepEqual(reads.sort(), [uris(3)[1], uris(3)[2]]);
    assert.deepEqual(new Map(taken).get(uris(3)[0]!), { kind: 'unchanged' });
  });

  it('waits until it may begin', async () => {
    const { queue, reads, settle } = setup();
    let begin = (): void => undefined;
    queue.hold(new Promise<void>(resolve => (begin = resolve)));
    queue.add(uris(2));
    await settle();
    assert.deepEqual(reads, []);
    begin();
    await settle();
    assert.equal(reads.length, 2);
  });

  it('has many digested in the other thread, and few read here', async () => {
    const { queue, batches, reads, taken, settle } = setup({ reader: true });
    queue.add(uris(MANY));
    await settle();
    const elsewhere = batches.flat().map(({ uri }) => uri);
    assert.ok(batches.length > 1 && batches.every(({ length }) => length < MANY), 'not all at once');
    assert.deepEqual([...elsewhere, ...reads].sort(), uris(MANY).sort());
    assert.ok(elsewhere.length > reads.length);
    assert.equal(taken.length, MANY);
  });

  it('reads itself what the other thread leaves to it, and what is wanted as a text', async () => {
    const [first, second] = uris(2);
    const { queue, batches, reads, taken, settle } = setup({
      reader: true,
      needsText: uri => uri === first,
      digest: ({ uri }) => (uri === second ? undefined : { kind: 'unchanged' }),
    });
    queue.add(uris(64));
    await settle();
    assert.deepEqual(reads.sort(), [first, second]);
    assert.ok(!batches.flat().some(({ uri }) => uri === first));
    assert.deepEqual(new Map(taken).get(second!), text(second!));
  });

  it('reads all of them itself where the other thread broke down', async () => {
    const { queue, reads, settle } = setup({ reader: true, digest: () => undefined });
    queue.add(uris(MANY));
    await settle();
    assert.equal(reads.length, MANY);
  });

  it('lets the host have its turn between slices of work', async () => {
    let now = 0;
    let pauses = 0;
    const { queue, rests, settle } = setup({
      // Each look at the clock is four milliseconds later.
      clock: { now: () => (now += 4), timestamp: () => '', pause: () => (pauses++, Promise.resolve()) },
    });
    queue.add(uris(MANY));
    await settle();
    assert.ok(pauses >= MANY / 4, `${pauses} pauses`);
    assert.equal(rests(), pauses + 1);
  });

  it('takes a long article in in steps, and not to the end where it is forgotten between them', async () => {
    let now = 0;
    const pauses: (() => void)[] = [];
    const { queue, taken, settle } = setup({
      steps: 3,
      clock: { now: () => (now += 20), timestamp: () => '', pause: () => new Promise(resolve => pauses.push(resolve)) },
    });
    queue.add(['a', 'b']);
    await settle();
    assert.deepEqual([pauses.length, taken.length, queue.backlog], [1, 0, 2]);
    queue.forget('a');
    for (let pause = 0; pause < 10; pause++) {
      pauses.shift()?.();
      await settle();
    }
    assert.deepEqual(
      taken.map(([uri]) => uri),
      ['b'],
    );
    assert.equal(queue.backlog, 0);
  });

  it('rests until nothing is left to be told, and takes what comes meanwhile', async () => {
    let pauses = 0;
    const { queue, rests, taken, settle } = setup({
      rests: 5,
      clock: {
        now: () => 0,
        timestamp: () => '',
        pause: () => (++pauses === 2 && queue.add(['late']), Promise.resolve()),
      },
    });
    queue.add(['a']);
    await settle();
    assert.deepEqual(
      taken.map(([uri]) => uri),
      ['a', 'late'],
    );
    assert.equal(rests(), 5);
  });

  it('stops when it is disposed of', async () => {
    const { queue, taken, hold, letGo, settle } = setup();
    hold();
    queue.add(uris(3));
    await settle();
    queue.dispose();
    letGo();
    await settle();
    assert.deepEqual(taken, []);
    assert.equal(queue.backlog, 0);
  });
});
