import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { importAnnotations, type Imported } from '../../../src/app/importAnnotations';
import { type ImportFormat } from '../../../src/core/exchange/formats';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { MemoryFiles, stillClock } from './memoryPorts';

const FOLDER = 'file:///corpus';
const PIER = '---\ntitle: The pier\n---\n“It is safe,” said Runa Falk. It is safe, they say.\n';
const FERRY = '---\nurl: https://post.example/ferry\n---\nThe ferry ran late.\n';

const quoting = (id: string, document: string, exact: string, more: object = {}): object => ({
  id,
  target: { source: document, selector: { type: 'TextQuoteSelector', exact } },
  ...more,
});

describe('importing annotations', () => {
  let files: MemoryFiles;
  let store: AnnotationStore;
  const documents = ['pier.txt', 'b/ferry.txt'].map(path => ({ uri: `${FOLDER}/${path}`, path }));
  const sidecar = (path: string): string | undefined => files.files.get(`${FOLDER}/${path}.pressmark.yaml`);
  const stored = (path: string) => parseSidecar(sidecar(path) ?? '').annotations;

  beforeEach(() => {
    files = new MemoryFiles({ [`${FOLDER}/pier.txt`]: PIER, [`${FOLDER}/b/ferry.txt`]: FERRY });
    store = new AnnotationStore(files.sidecars, stillClock);
  });

  async function run(
    source: string,
    {
      format = 'w3c',
      name = 'in.json',
      signal = new AbortController().signal,
    }: { format?: ImportFormat; name?: string; signal?: AbortSignal } = {},
  ): Promise<Imported> {
    for (const { uri } of documents) await store.reload(uri);
    const bytes = new TextEncoder().encode(source);
    const change = (...args: Parameters<AnnotationStore['edit']>) => store.edit(...args);
    return importAnnotations(
      format,
      [{ name, bytes }],
      documents,
      { articles: files, store, change },
      { signal, advance: () => undefined },
    );
  }
  const told = ({ problems }: Imported): readonly string[] =>
    problems.map(({ file, place, code, arguments: { document, id } }) =>
      [file, place, code, document ?? id].filter(Boolean).join(' '),
    );

  it('adds them to the sidecars of their articles, by path or by address, with the articles’ facts', async () => {
    const source = JSON.stringify([
      quoting('one', 'pier.txt', '“It is safe,”', { bodyValue: 'Says who?' }),
      quoting('two', 'http://www.post.example/ferry/#top', 'The ferry ran late.'),
      quoting('three', 'file:///home/ada/corpus/b/ferry.txt', 'ran late'),
    ]);
    const result = await run(source);
    assert.deepEqual([result.added, result.known, told(result)], [3, 0, []]);
    assert.equal(
      sidecar('pier.txt'),
      [
        '# Pressmark annotations of pier.txt. Format: docs/sidecar-format.md of Pressmark',
        'version: 1',
        'document:',
        '  title: The pier',
        'annotations:',
        '  - id: one',
        '    quote: “It is safe,”',
        '    prefix: "---\\ntitle: The pier\\n---\\n"',
        `    suffix: " said Runa Falk. It is safe, they say.\\n"`,
        '    start: 24',
        '    end: 37',
        '    note: |',
        '      Says who?',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      stored('b/ferry.txt').map(({ id }) => id),
      ['two', 'three'],
    );
  });

  it('adds nothing when it is done again', async () => {
    const source = JSON.stringify([
      quoting('one', 'pier.txt', 'Runa Falk'),
      quoting('two', 'pier.txt', 'A storm broke every window of the town hall'),
    ]);
    const first = await run(source);
    assert.deepEqual([first.added, told(first)], [2, ['in.json [1] lost']]);
    const before = sidecar('pier.txt');
    const writes = files.writes.length;
    const again = await run(source);
    assert.deepEqual([again.added, again.known, told(again)], [0, 2, []]);
    assert.deepEqual([sidecar('pier.txt'), files.writes.length], [before, writes]);
  });

  it('keeps what is not found, or not surely, as the file has it, and says so', async () => {
    const result = await run(
      JSON.stringify([quoting('one', 'pier.txt', 'The bridge fell'), quoting('two', 'pier.txt', 'is safe')]),
    );
    assert.deepEqual([result.added, told(result)], [2, ['in.json [0] lost', 'in.json [1] uncertain']]);
    assert.deepEqual(
      stored('pier.txt').map(({ id, quote, start, end }) => ({ id, quote, start, end })),
      [
        { id: 'one', quote: 'The bridge fell', start: -1, end: -1 },
        { id: 'two', quote: 'is safe', start: -1, end: -1 },
      ],
    );
  });

  it('never changes what is there, and tells where it says something else', async () => {
    await run(JSON.stringify(quoting('one', 'pier.txt', 'Runa Falk', { bodyValue: 'first' })));
    const before = sidecar('pier.txt');
    const result = await run(
      JSON.stringify([
        quoting('one', 'pier.txt', 'Runa Falk', { bodyValue: 'second' }),
        quoting('one', 'b/ferry.txt', 'ferry'),
        quoting('new', 'b/ferry.txt', 'late'),
        quoting('new', 'b/ferry.txt', 'ran'),
      ]),
    );
    assert.deepEqual(
      [result.added, told(result)],
      [1, ['in.json [0] differs one', 'in.json [1] id-elsewhere pier.txt', 'in.json [3] differs new']],
    );
    assert.equal(sidecar('pier.txt'), before);
    assert.deepEqual(
      stored('b/ferry.txt').map(({ quote }) => quote),
      ['late'],
    );
  });

  it('tells of what has no article, or more than one', async () => {
    documents.push(
      { uri: `${FOLDER}/c/ferry.txt`, path: 'c/ferry.txt' },
      { uri: `${FOLDER}/gone.txt`, path: 'gone.txt' },
    );
    try {
      files.files.set(`${FOLDER}/c/ferry.txt`, 'The ferry ran on time.');
      const sources = ['none.txt', 'x/ferry.txt', 'ferry.txt', 'b/ferry.txt', 'gone.txt', 'https://other.example/'];
      const result = await run(JSON.stringify(sources.map((source, i) => quoting(`n${i}`, source, 'ran'))));
      assert.deepEqual(
        [result.added, told(result)],
        [
          1,
          [
            'in.json [0] no-document none.txt',
            'in.json [1] no-document x/ferry.txt',
            'in.json [2] several-documents ferry.txt',
            'in.json [5] no-document https://other.example/',
            'in.json [4] unreadable-article gone.txt',
          ],
        ],
      );
    } finally {
      documents.length = 2;
    }
  });

  it('writes nothing to a sidecar with errors, and nothing that cannot be written', async () => {
    const broken = 'version: 1\nannotations: [\n';
    files.files.set(`${FOLDER}/pier.txt.pressmark.yaml`, broken);
    const source = JSON.stringify(quoting('one', 'pier.txt', 'Runa Falk'));
    assert.deepEqual(told(await run(source)), ['in.json refused pier.txt']);
    assert.equal(sidecar('pier.txt'), broken);
    files.files.delete(`${FOLDER}/pier.txt.pressmark.yaml`);
    files.writeError = new Error('The disk is full.');
    const result = await run(source);
    assert.deepEqual(
      [told(result), result.problems[0]?.arguments.reason],
      [['in.json not-written pier.txt'], 'The disk is full.'],
    );
  });

  it('finds the article of an .ann beside it, whatever its ending', async () => {
    const result = await run('T1\tPerson 43 52\tRuna Falk\n', { format: 'brat', name: '/tmp/annotated/pier.ann' });
    assert.deepEqual([result.added, told(result)], [1, []]);
    assert.deepEqual(
      stored('pier.txt').map(({ quote, tags, start }) => ({ quote, tags, start })),
      [{ quote: 'Runa Falk', tags: ['Person'], start: 43 }],
    );
  });

  it('stops between two annotations when it is told to, with whole sidecars', async () => {
    const controller = new AbortController();
    controller.abort();
    const source = JSON.stringify(quoting('one', 'pier.txt', 'Runa Falk'));
    const result = await run(source, { signal: controller.signal });
    assert.deepEqual([result.stopped, result.added, sidecar('pier.txt')], [true, 0, undefined]);
  });
});
