import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationIndex } from '../../../src/app/annotationIndex';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { CorpusReport, type ReportChange } from '../../../src/app/corpusReport';
import { CorpusSession } from '../../../src/app/corpusSession';
import { type AnnotationOverview, CorpusView } from '../../../src/app/corpusView';
import {
  MemoryFiles,
  MemoryFilter,
  MemoryMembership,
  MemoryWatch,
  noCodebooks,
  settled,
  stillClock,
} from './memoryPorts';

const ROOT = 'file:///desk';
const [A, B] = [`${ROOT}/a.txt`, `${ROOT}/b.txt`];
const TEXT = 'The quay\n\n“It will be built,” said minister Lucan Ferrin.\n';
const sidecar = (stance: string): string =>
  `version: 1\nannotations:\n  - id: aa11bb22\n    quote: It will be built\n    start: 11\n    end: 27\n    stance: ${stance}\n`;

async function setUp(isWanted: (overview: AnnotationOverview) => boolean = () => true) {
  const disk = new MemoryFiles({
    [`${ROOT}/pressmark.yaml`]: '',
    [A]: TEXT,
    [`${A}.pressmark.yaml`]: sidecar('favor'),
    [B]: 'The bridge\n\nIt stands where it stood.\n',
  });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  new CorpusSession(corpus, store, analysis);
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  await settled();
  const index = new AnnotationIndex(corpus, store, analysis, noCodebooks);
  const view = new CorpusView(corpus, store, analysis, index);
  const report = new CorpusReport(view, analysis, stillClock, () => ({ isWanted, words: undefined }));
  const told = async (work: 'tell' | 'readQuotes', uris: readonly string[] = [A, B]): Promise<ReportChange> => {
    const changes: ReportChange[] = [];
    await report[work](
      uris,
      change => changes.push(change),
      () => true,
    );
    return {
      changed: changes.flatMap(({ changed }) => changed),
      removed: changes.flatMap(({ removed }) => removed),
    };
  };
  return { disk, watch, report, told };
}

const urisOf = ({ changed }: ReportChange): readonly string[] => changed.map(({ uri }) => uri);

describe('a report is told', () => {
  it('of every document once, and of none again while it says the same', async () => {
    const { told } = await setUp();
    const first = await told('tell');
    assert.deepEqual(urisOf(first), [A, B]);
    assert.deepEqual(
      first.changed.flatMap(({ annotations }) => annotations),
      [{ id: 'aa11bb22', words: 'It will be built', stance: 'favor', span: { start: 11, end: 27 } }],
    );
    assert.deepEqual(await told('tell'), { changed: [], removed: [] });
  });

  it('of the one document whose annotation changed', async () => {
    const { disk, watch, told } = await setUp();
    await told('tell');
    disk.files.set(`${A}.pressmark.yaml`, sidecar('against'));
    watch.report(ROOT, { changed: [`${A}.pressmark.yaml`] });
    await settled();
    const { changed } = await told('tell');
    assert.deepEqual(
      changed.map(({ uri, annotations }) => [uri, annotations[0]?.stance]),
      [[A, 'against']],
    );
  });

  it('who is quoted, once the articles are read; they are read once', async () => {
    const { told, report } = await setUp();
    assert.ok((await told('tell')).changed.every(({ quotes }) => quotes === undefined));
    const { changed } = await told('readQuotes');
    assert.deepEqual(
      changed.map(({ quotes }) => quotes?.map(({ speaker, words }) => [speaker, words])),
      [[['Lucan Ferrin', '“It will be built,”']], []],
    );
    assert.deepEqual(await told('readQuotes'), { changed: [], removed: [] });
    assert.equal(report.quoteAt(A, 10)?.speaker, 'Lucan Ferrin');
  });

  it('of what an article said before it changed, until it is read again', async () => {
    const { disk, told, report } = await setUp();
    await told('tell');
    await told('readQuotes');
    disk.files.set(A, TEXT.replace('Lucan Ferrin', 'Daan Rokeby'));
    report.articlesChanged([A]);
    assert.deepEqual(await told('tell'), { changed: [], removed: [] });
    const { changed } = await told('readQuotes');
    assert.deepEqual(
      changed.map(({ uri, quotes }) => [uri, quotes?.[0]?.speaker]),
      [[A, 'Daan Rokeby']],
    );
  });

  it('of a document that is gone, by its address', async () => {
    const { disk, watch, told } = await setUp();
    await told('tell');
    disk.files.delete(B);
    watch.report(ROOT, { deleted: [B] });
    await settled();
    assert.deepEqual(await told('tell'), { changed: [], removed: [B] });
  });

  it('everything again where it begins anew', async () => {
    const { told, report } = await setUp();
    await told('tell');
    report.restart();
    assert.deepEqual(urisOf(await told('tell')), [A, B]);
  });

  it('nothing of annotations that the filter leaves out', async () => {
    const { told } = await setUp(({ annotation }) => annotation.stance === 'against');
    assert.ok((await told('tell')).changed.every(({ annotations }) => annotations.length === 0));
  });
});
