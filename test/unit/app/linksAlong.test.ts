import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { LinksAlong } from '../../../src/app/linksAlong';
import { type FileMove } from '../../../src/app/movedDocuments';
import { MemoryFiles, stillClock } from './memoryPorts';

const DESK = { uri: 'file:///desk', name: 'desk' };
const SHELF = { uri: 'file:///shelf', name: 'shelf' };

/** A sidecar with one annotation that has such links. */
const sidecar = (...documents: readonly string[]): string =>
  `version: 1\nannotations:\n  - id: a\n    quote: x\n    links:\n${documents
    .map(
      document =>
        `      - relation: supports # why\n        document: ${document}\n        quote: y\n        mine: 1\n`,
    )
    .join('')}`;

/** The documents that a sidecar's links name. */
const paths = (source: string | undefined): readonly string[] =>
  [...(source ?? '').matchAll(/document: (.*)\n/g)].map(([, path]) => path!);

const address = (path: string): string => (path.startsWith('file:') ? path : `${DESK.uri}/${path}`);

/** Files by path, on the desk or by address; an article reads anything, a sidecar has links to these documents. */
async function setUp(articles: readonly string[], sidecars: Readonly<Record<string, readonly string[]>>) {
  const disk = new MemoryFiles();
  const store = new AnnotationStore(disk.sidecars, stillClock);
  for (const path of articles) disk.files.set(address(path), 'x');
  for (const [path, links] of Object.entries(sidecars)) {
    disk.files.set(address(`${path}.pressmark.yaml`), sidecar(...links));
    await store.reload(address(path));
  }
  const links = new LinksAlong(
    store,
    () => [DESK, SHELF],
    uri => Promise.resolve(disk.files.has(uri)),
  );
  /** As a file system does it, and as VS Code tells of it. */
  const move = (...pairs: readonly (readonly [from: string, to: string])[]) => {
    const moves = pairs.map(([from, to]): FileMove => ({ from: address(from), to: address(to) }));
    for (const { from, to } of moves)
      for (const [uri, text] of [...disk.files])
        if (uri === from || uri.startsWith(`${from}/`)) {
          disk.files.delete(uri);
          disk.files.set(to + uri.slice(from.length), text);
        }
    return links.along(moves);
  };
  const linked = (path: string): readonly string[] => paths(disk.files.get(address(`${path}.pressmark.yaml`)));
  return { disk, store, move, linked };
}

type Pair = readonly [from: string, to: string];

describe('links of documents that move', () => {
  const ARTICLES = ['may/a.txt', 'may/b.txt', 'june/c.txt'];
  const CASES: readonly (readonly [
    what: string,
    sidecars: Readonly<Record<string, readonly string[]>>,
    moves: readonly (readonly Pair[])[],
    after: Readonly<Record<string, readonly string[]>>,
  ])[] = [
    [
      'an article that is renamed: links to it lead to its new name, others stay',
      { 'may/a.txt': ['b.txt', '../june/c.txt'], 'june/c.txt': ['../may/b.txt'] },
      [[['may/b.txt', 'may/z.txt']]],
      { 'may/a.txt': ['z.txt', '../june/c.txt'], 'june/c.txt': ['../may/z.txt'] },
    ],
    [
      'a sidecar that goes elsewhere with its article: its paths lead from there',
      { 'may/a.txt': ['b.txt', '../june/c.txt'] },
      [[['may/a.txt.pressmark.yaml', 'june/a.txt.pressmark.yaml']], [['may/a.txt', 'june/a.txt']]],
      { 'june/a.txt': ['../may/b.txt', 'c.txt'] },
    ],
    [
      'a folder that is renamed: what lies in it still leads to what lies in it',
      { 'may/a.txt': ['b.txt', '../june/c.txt'], 'june/c.txt': ['../may/b.txt'] },
      [[['may', 'spring']]],
      { 'spring/a.txt': ['b.txt', '../june/c.txt'], 'june/c.txt': ['../spring/b.txt'] },
    ],
    [
      'a folder that goes into another',
      { 'may/a.txt': ['b.txt', '../june/c.txt'], 'june/c.txt': ['../may/b.txt'] },
      [[['may', 'june/may']]],
      { 'june/may/a.txt': ['b.txt', '../c.txt'], 'june/c.txt': ['may/b.txt'] },
    ],
    [
      'two documents that link to one another and go together',
      { 'may/a.txt': ['b.txt'], 'may/b.txt': ['a.txt'] },
      [
        [
          ['may/a.txt.pressmark.yaml', 'june/a.txt.pressmark.yaml'],
          ['may/b.txt.pressmark.yaml', 'june/b.txt.pressmark.yaml'],
        ],
        [
          ['may/a.txt', 'june/a.txt'],
          ['may/b.txt', 'june/b.txt'],
        ],
      ],
      { 'june/a.txt': ['b.txt'], 'june/b.txt': ['a.txt'] },
    ],
    [
      'names that are written in code in an address',
      { 'may/a.txt': ['b.txt'], 'june/c.txt': ['../may/b.txt'] },
      [[['may/b.txt', 'may/Stra%C3%9Fe%20100%25.txt']]],
      { 'may/a.txt': ['Straße 100%.txt'], 'june/c.txt': ['../may/Straße 100%.txt'] },
    ],
    [
      'a document that goes to another folder of the workspace, to which no path leads: the link stays as it is',
      { 'june/c.txt': ['../may/b.txt'], 'may/b.txt': ['../june/c.txt'] },
      [[['may/b.txt.pressmark.yaml', `${SHELF.uri}/b.txt.pressmark.yaml`]], [['may/b.txt', `${SHELF.uri}/b.txt`]]],
      { 'june/c.txt': ['../may/b.txt'], [`${SHELF.uri}/b.txt`]: ['../june/c.txt'] },
    ],
    [
      'a sidecar that goes to an article that was renamed elsewhere: links to the missing one lead there',
      { 'may/gone.txt': ['b.txt'], 'june/c.txt': ['../may/gone.txt'] },
      [[['may/gone.txt.pressmark.yaml', 'june/c2.txt.pressmark.yaml']]],
      { 'june/c2.txt': ['../may/b.txt'], 'june/c.txt': ['c2.txt'] },
    ],
    [
      'a sidecar that goes by itself: links to the article that stays lead to it',
      { 'may/a.txt': ['b.txt'], 'june/c.txt': ['../may/a.txt'] },
      [[['may/a.txt.pressmark.yaml', 'june/c2.txt.pressmark.yaml']]],
      { 'june/c2.txt': ['../may/b.txt'], 'june/c.txt': ['../may/a.txt'] },
    ],
    [
      'a path that is none, or leads out of the corpus: it is kept',
      { 'may/a.txt': ['../../etc/x.txt', '/may/b.txt', 'b.txt'] },
      [[['may/a.txt.pressmark.yaml', 'a.txt.pressmark.yaml']], [['may/a.txt', 'a.txt']]],
      { 'a.txt': ['../../etc/x.txt', '/may/b.txt', 'may/b.txt'] },
    ],
  ];
  for (const [what, sidecars, moves, after] of CASES)
    it(what, async () => {
      const articles = [...ARTICLES, ...(sidecars['may/gone.txt'] ? ['june/c2.txt'] : [])];
      const { disk, move, linked } = await setUp(articles, sidecars);
      const before = new Map(disk.files);
      for (const files of moves) await move(...files);
      for (const [path, documents] of Object.entries(after)) assert.deepEqual(linked(path), documents, path);
      // Taken back, it all reads as it did.
      for (const files of moves.toReversed()) await move(...files.map(([from, to]): Pair => [to, from]));
      if (!sidecars['may/gone.txt']) assert.deepEqual(new Map([...disk.files].sort()), new Map([...before].sort()));
    });

  it('leave all else of the sidecar as it stands, also of a link without an id', async () => {
    const { disk, move } = await setUp(ARTICLES, { 'may/a.txt': ['b.txt', '../june/c.txt'] });
    await move(['may/b.txt', 'may/z.txt']);
    assert.equal(disk.files.get(address('may/a.txt.pressmark.yaml')), sidecar('z.txt', '../june/c.txt'));
  });

  it('are written nowhere else', async () => {
    const { disk, move } = await setUp(ARTICLES, { 'may/a.txt': ['b.txt'], 'june/c.txt': ['../may/a.txt'] });
    await move(['may/b.txt', 'may/z.txt']);
    assert.deepEqual(disk.writes, [address('may/a.txt.pressmark.yaml')]);
  });

  it('are found where the watchers told of the sidecar first', async () => {
    const { disk, store, linked, move } = await setUp(ARTICLES, { 'may/a.txt': ['b.txt'] });
    disk.files.set(address('june/a.txt.pressmark.yaml'), disk.files.get(address('may/a.txt.pressmark.yaml'))!);
    disk.files.delete(address('may/a.txt.pressmark.yaml'));
    store.forget(address('may/a.txt'));
    await store.reload(address('june/a.txt'));
    await move(['may/a.txt.pressmark.yaml', 'june/a.txt.pressmark.yaml']);
    assert.deepEqual(linked('june/a.txt'), ['../may/b.txt']);
  });

  it('are found where the watchers told that the sidecar is gone, and not yet where it is', async () => {
    const { store, linked, move } = await setUp(ARTICLES, { 'may/a.txt': ['b.txt'] });
    store.forget(address('may/a.txt'));
    await move(['may/a.txt.pressmark.yaml', 'june/a.txt.pressmark.yaml']);
    assert.deepEqual(linked('june/a.txt'), ['../may/b.txt']);
  });

  it('that another window wrote meanwhile go along too', async () => {
    const { disk, linked, move } = await setUp(ARTICLES, { 'june/c.txt': ['../may/b.txt'] });
    const uri = address('june/c.txt.pressmark.yaml');
    disk.files.set(uri, disk.files.get(uri)!.replace('id: a', 'id: a\n    note: new').replace('quote: y', 'quote: z'));
    await move(['may/b.txt', 'may/z.txt']);
    assert.deepEqual(linked('june/c.txt'), ['../may/z.txt']);
    assert.match(disk.files.get(uri)!, /note: new[^]*quote: z/);
  });

  it('in a sidecar that cannot be written are told of, and those of others go along', async () => {
    const { disk, linked, move } = await setUp(ARTICLES, { 'may/a.txt': ['b.txt'], 'june/c.txt': ['../may/b.txt'] });
    const uri = address('may/a.txt.pressmark.yaml');
    const broken = `<<<<<<< ours\n${disk.files.get(uri)!}`;
    disk.files.set(uri, broken);
    const outcomes = await move(['may/b.txt', 'may/z.txt']);
    assert.deepEqual(
      outcomes.map(({ document, outcome }) => [document, outcome.kind]),
      [
        [address('may/a.txt'), 'refused'],
        [address('june/c.txt'), 'done'],
      ],
    );
    assert.equal(disk.files.get(uri), broken);
    assert.deepEqual(linked('june/c.txt'), ['../may/z.txt']);
  });
});
