import assert from 'node:assert/strict';
import { talliesOf } from '../across/talliesOf';
import { AcrossSources } from '../../../src/app/acrossSources';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { CorpusSession } from '../../../src/app/corpusSession';
import { type IndexStorage } from '../../../src/app/ports';
import { SourceIndex } from '../../../src/app/sourceIndex';
import { Speakers } from '../../../src/app/speakers';
import { WordReader } from '../../../src/core/across/words';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
import { releaseMemory } from '../../../src/vscode/adapters/releaseMemory';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled, stillClock } from './memoryPorts';

const ROOT = 'file:///desk';
const at = (name: string): string => `${ROOT}/${name}`;

const COUNCIL = [
  'The council of Norrby voted on Monday to close the old ferry harbour, and the vote was closer than anybody in the town hall had expected.',
  '“We will not sell the harbour before the fishermen have been heard,” said Mayor Ada Lind. At least 28 people were hurt in the crush outside.',
  'The ferry harbour of Norrby has been losing money for eleven years, and its quay has been closed to lorries since the storm of 2019.',
  'Fishermen from the northern islands came with their boats, blew their horns, and stayed in front of the town hall until the evening.',
].join('\n\n');
const OTHER_REPORT = [
  'Norrby gives up its ferry harbour: so the council decided on Monday after a long debate in a crowded town hall.',
  '“We will not sell the harbour before the fishermen are ready,” Mayor Ada Lind said. Police said that 34 people were hurt in the crush outside.',
  'The quay at the ferry harbour of Norrby is closed to lorries, and the fishermen blew their horns in protest.',
].join('\n\n');
const ELSEWHERE = [
  'A bakery in Osthaven has won the national prize for rye bread for the third time in a row.',
  '“It is all in the sourdough,” said baker Otto Brandt, who begins to work at three in the morning.',
].join('\n\n');

/** Storage in memory, with a record of what was written. */
class MemoryStorage implements IndexStorage {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];

  read(name: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.files.get(name));
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    this.written.push(name);
    this.files.set(name, bytes.slice());
    return Promise.resolve();
  }
}

/** True for a file that holds what is kept of articles, and not their stories. */
const isArticles = (name: string): boolean => name.startsWith('sources-');

const ARTICLES = { 'council.txt': COUNCIL, 'report.txt': OTHER_REPORT, 'bakery.txt': ELSEWHERE };

async function open(storage: IndexStorage | undefined, articles: Readonly<Record<string, string>> = ARTICLES) {
  const files = Object.entries(articles).map(([name, text]): [string, string] => [at(name), text]);
  const disk = new MemoryFiles({ [at('pressmark.yaml')]: '', ...Object.fromEntries(files) });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  new CorpusSession(corpus, store, analysis);
  const defects: string[] = [];
  const index = new SourceIndex({
    corpus,
    analysis,
    store,
    clock: stillClock,
    wait: settled,
    release: releaseMemory,
    storage,
    languageOf: () => undefined,
    reportDefect: what => defects.push(what),
  });
  const sources = new AcrossSources(index, analysis, stillClock);
  await index.setEnabled(true);
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  const quiet = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn++) await settled();
  };
  await quiet();
  const change = async (name: string, text: string): Promise<void> => {
    disk.files.set(at(name), text);
    watch.report(ROOT, { changed: [at(name)] });
    await quiet();
  };
  const remove = async (name: string): Promise<void> => {
    disk.files.delete(at(name));
    watch.report(ROOT, { deleted: [at(name)] });
    await quiet();
  };
  const story = (name: string): readonly string[] =>
    (index.storyOf(at(name))?.documents ?? []).map(uri => uri.slice(ROOT.length + 1)).sort();
  return { disk, corpus, analysis, index, sources, defects, quiet, change, remove, story };
}

describe('the index of sources', () => {
  it('finds the stories of a corpus without reading an article twice', async () => {
    const { disk, index, story, defects } = await open(undefined);
    assert.deepEqual(story('council.txt'), ['council.txt', 'report.txt']);
    assert.deepEqual(story('bakery.txt'), ['bakery.txt']);
    assert.deepEqual(index.state, { kind: 'ready' });
    assert.equal(disk.reads.filter(uri => uri === at('council.txt')).length, 1);
    assert.deepEqual(defects, []);
  });

  it('follows an article that changes, and one that goes', async () => {
    const { story, change, remove, index } = await open(undefined);
    await change('report.txt', ELSEWHERE);
    assert.deepEqual(story('council.txt'), ['council.txt']);
    assert.equal(index.relationOf(at('report.txt'))?.kind ?? index.relationOf(at('bakery.txt'))?.kind, 'copy');
    await remove('report.txt');
    assert.equal(index.has(at('report.txt')), false);
    assert.equal(index.relationOf(at('bakery.txt')), undefined);
  });

  it('writes only the file that a changed article is in', async () => {
    const storage = new MemoryStorage();
    const { change } = await open(storage);
    const files = storage.written.filter(isArticles).length;
    assert.ok(files >= 2 && files <= 3, 'each article’s file once');
    storage.written.length = 0;
    await change('bakery.txt', `${ELSEWHERE} The prize is a golden spoon.`);
    assert.equal(storage.written.filter(isArticles).length, 1);
  });

  it('takes up what is stored, and writes nothing where nothing has changed', async () => {
    const storage = new MemoryStorage();
    await open(storage);
    storage.written.length = 0;
    const { story } = await open(storage);
    assert.deepEqual(story('council.txt'), ['council.txt', 'report.txt']);
    assert.deepEqual(storage.written, []);
  });

  it('takes up stories and copies with the rest, and works on from there', async () => {
    const storage = new MemoryStorage();
    const articles = { ...ARTICLES, 'copy.txt': `${COUNCIL}\n\nThe vote is final.` };
    const before = await open(storage, articles);
    const again = await open(storage, articles);
    const relation = again.index.relationOf(at('council.txt'));
    assert.equal(relation?.kind, 'copy');
    assert.deepEqual(relation, before.index.relationOf(at('council.txt')));
    assert.equal(again.index.originalOf(at('council.txt')), at('copy.txt'));
    const words = new WordReader().read(COUNCIL, 0, COUNCIL.length);
    for (const stem of words.stems) assert.equal(again.index.weightOf(stem), before.index.weightOf(stem));
    await again.change('bakery.txt', articles['copy.txt']);
    assert.deepEqual(again.story('bakery.txt'), ['bakery.txt', 'copy.txt', 'council.txt', 'report.txt']);
    await again.remove('copy.txt');
    assert.equal(again.index.originalOf(at('council.txt')), at('bakery.txt'));
  });

  it('makes stories anew where those that are stored are of other articles', async () => {
    const storage = new MemoryStorage();
    await open(storage);
    const old = storage.files.get('stories.bin')!;
    await open(storage, { ...ARTICLES, 'report.txt': ELSEWHERE });
    storage.files.set('stories.bin', old);
    const { story } = await open(storage, { ...ARTICLES, 'report.txt': ELSEWHERE });
    assert.deepEqual(story('council.txt'), ['council.txt']);
  });

  it('looks again into an article that has changed while nobody looked', async () => {
    const storage = new MemoryStorage();
    await open(storage);
    const { story, index } = await open(storage, { ...ARTICLES, 'report.txt': ELSEWHERE });
    assert.deepEqual(story('council.txt'), ['council.txt']);
    assert.deepEqual(
      talliesOf(index.speakers, at('report.txt')).map(({ name }) => name),
      ['Otto Brandt'],
    );
  });

  it('forgets what is stored of articles that are gone', async () => {
    const storage = new MemoryStorage();
    await open(storage);
    const { 'bakery.txt': _gone, ...left } = ARTICLES;
    const { index } = await open(storage, left);
    assert.equal(index.has(at('bakery.txt')), false);
    assert.ok(![...storage.files.values()].some(bytes => Buffer.from(bytes).toString('utf16le').includes('bakery')));
  });

  for (const [what, spoil] of [
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 8)],
    ['with a byte that is another', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 60 ? byte ^ 4 : byte))],
    ['of another version', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 4 ? byte + 1 : byte))],
    ['empty', () => new Uint8Array(0)],
    ['of something else', () => new TextEncoder().encode('{"version": 1}')],
  ] as const)
    it(`makes anew what was stored and is ${what}`, async () => {
      const storage = new MemoryStorage();
      await open(storage);
      const before = new Map(storage.files);
      for (const [name, bytes] of before) storage.files.set(name, spoil(bytes));
      const { story, defects } = await open(storage);
      assert.deepEqual(story('council.txt'), ['council.txt', 'report.txt']);
      assert.deepEqual(defects, []);
      for (const [name, bytes] of before) assert.deepEqual(storage.files.get(name), bytes);
    });

  it('works where nothing can be written, and says so once', async () => {
    const broken: IndexStorage = {
      read: () => Promise.resolve(undefined),
      write: () => Promise.reject(new Error('disk full')),
    };
    const { story, defects } = await open(broken);
    assert.deepEqual(story('council.txt'), ['council.txt', 'report.txt']);
    assert.deepEqual(defects, ['storing the index of sources']);
  });

  it('forgets everything when it is turned off', async () => {
    const { index, quiet } = await open(undefined);
    await index.setEnabled(false);
    await quiet();
    assert.deepEqual(index.state, { kind: 'off' });
    assert.deepEqual([index.size, index.stories.length, index.storyOf(at('council.txt'))], [0, 0, undefined]);
  });
});

describe('passages across sources', () => {
  const quoteIn = (text: string): number => text.indexOf('We will not sell');

  it('a quote is found where it was altered, with what became of its words', async () => {
    const { sources } = await open(undefined);
    const traced = await sources.traceAt(at('council.txt'), quoteIn(COUNCIL));
    assert.deepEqual(
      traced?.traces.map(({ article, trace }) => [article.uri, trace.kind]),
      [[at('report.txt'), 'altered']],
    );
    const [change] = traced.traces[0]!.trace.changes;
    assert.equal(OTHER_REPORT.slice(change!.there.start, change!.there.end), 'are ready');
  });

  it('is asked of the text as its editor has it', async () => {
    const { sources, analysis } = await open(undefined);
    await analysis.opened(at('report.txt'), OTHER_REPORT.replace('are ready', 'have been heard'));
    const traced = await sources.traceAt(at('council.txt'), quoteIn(COUNCIL));
    assert.deepEqual(
      traced?.traces.map(({ trace }) => trace.kind),
      ['verbatim'],
    );
  });

  it('a figure is compared with the other article’s', async () => {
    const { sources } = await open(undefined);
    const compared = await sources.compareAt(at('report.txt'), OTHER_REPORT.indexOf('34'));
    assert.deepEqual(
      compared?.others.map(({ article, comparison }) => [article.uri, comparison.agreement]),
      [[at('council.txt'), 'consistent']],
    );
  });

  it('nothing is answered to who does not wait any more', async () => {
    const { sources } = await open(undefined);
    assert.equal(await sources.traceAt(at('council.txt'), quoteIn(COUNCIL), () => false), undefined);
  });

  it('findings name both passages, and those of the corpus come once', async () => {
    const { sources } = await open(undefined);
    const found: string[] = [];
    for await (const findings of sources.allFindings())
      for (const { here, there, finding } of findings)
        found.push([here.uri, there.uri, finding.kind].join(' ').replaceAll(`${ROOT}/`, ''));
    assert.deepEqual(found, ['council.txt report.txt altered']);
    const own: string[] = [];
    for await (const findings of sources.findingsOf(at('report.txt')))
      for (const { here, there, finding } of findings)
        own.push([here.uri, there.uri, finding.kind].join(' ').replaceAll(`${ROOT}/`, ''));
    assert.deepEqual(own, ['report.txt council.txt altered']);
  });

  it('quotes of one person come in time order, under the codebook’s name', async () => {
    const dated = (date: string, text: string): string => `---\ntitle: A report\ndate: ${date}\n---\n\n${text}`;
    const { index, sources } = await open(undefined, {
      'late.md': dated('2025-03-02', '“It was late,” said Lind.'),
      'early.md': dated('2025-03-01', '“It was early,” said Mayor Ada Lind.'),
      'other.md': dated('2025-03-01', '“It was me,” said Otto Brandt.'),
    });
    const codebook = parseCodebook('sources: [{name: A. Lind, aliases: [Lind, Ada Lind, Mayor Ada Lind]}]');
    const codebooks = { all: [{ uri: '', source: '', codebook }], onDidChange: () => ({ dispose: () => undefined }) };
    const speakers = new Speakers(index, sources, codebooks);
    assert.deepEqual(
      speakers.all.map(({ name, count }) => [name, count]),
      [
        ['A. Lind', 2],
        ['Otto Brandt', 1],
      ],
    );
    const quotes = await speakers.quotesOf(speakers.named('Lind')!, 10);
    assert.deepEqual(
      quotes.map(({ article }) => article.uri),
      [at('early.md'), at('late.md')],
    );
  });
});
