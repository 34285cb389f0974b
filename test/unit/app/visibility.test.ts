import assert from 'node:assert/strict';
import { drained } from '../../../src/core/drained';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationIndex } from '../../../src/app/annotationIndex';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Codebooks } from '../../../src/app/codebooks';
import { Corpus } from '../../../src/app/corpus';
import { CorpusSession } from '../../../src/app/corpusSession';
import { CorpusView } from '../../../src/app/corpusView';
import { Emitter } from '../../../src/app/event';
import { exportAnnotations } from '../../../src/app/exportAnnotations';
import { TeamWork } from '../../../src/app/teamWork';
import { Visibility } from '../../../src/app/visibility';
import { type AuthorMode } from '../../../src/core/team/visibility';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled, stillClock } from './memoryPorts';

const ROOT = 'file:///desk';
const ARTICLE = `${ROOT}/a.txt`;
const TEXT = 'The vote will wait. “We need more time,” the mayor said. Nobody else spoke.\n';
const DONE = '2026-01-01T00:00:00Z';

const annotation = (id: string, author: string, stance: string, target: string): string => {
  const start = TEXT.indexOf('“');
  const end = TEXT.indexOf('”') + 1;
  return `  - {id: ${id}, quote: "${TEXT.slice(start, end)}", start: ${start}, end: ${end}, stance: ${stance}, target: ${target}, author: ${author}}\n`;
};
const SIDECAR = `version: 1\nannotations:\n${annotation('a1', 'Ann', 'favor', 'vote')}${annotation('b1', 'Ben', 'against', 'vote')}${annotation('b2', 'Ben', 'against', 'secret')}`;

/** Ann's window on a corpus that Ben annotated too. */
async function annsDesk(codebook: string, sidecar = SIDECAR) {
  const disk = new MemoryFiles({
    [`${ROOT}/pressmark.yaml`]: codebook,
    [ARTICLE]: TEXT,
    [`${ARTICLE}.pressmark.yaml`]: sidecar,
  });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const codebooks = new Codebooks(corpus, disk.sidecars);
  const changes = new Emitter<void>();
  const choice = { mode: 'all' as AuthorMode, blind: false, onDidChange: changes.event };
  const annotator = { name: 'Ann' as string | undefined, nameFor: () => annotator.name, onDidChange: changes.event };
  const visibility = new Visibility(codebooks, annotator, choice);
  const store = new AnnotationStore(disk.sidecars, stillClock, visibility);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  new CorpusSession(corpus, store, analysis);
  const index = new AnnotationIndex(corpus, store, analysis, codebooks, visibility);
  const view = new CorpusView(corpus, store, analysis, index);
  const team = new TeamWork(view, store, analysis, visibility);
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  await settled();
  /** All that Ann could learn of annotations, by whatever way. */
  const seen = () => ({
    store: store
      .annotations(ARTICLE)
      .map(({ id }) => id)
      .join(' '),
    passages: [...(analysis.record(ARTICLE)?.passages.keys() ?? [])].join(' '),
    rows: view
      .annotationsOf(ARTICLE)
      .map(overview => overview.annotation.id)
      .join(' '),
    count: index.count,
    targets: view.targets.join(' '),
    differences: team.differences(ARTICLE).length,
    compared: drained(team.agreement()).agreement.documents,
  });
  const set = (changed: Partial<typeof choice>) => {
    Object.assign(choice, changed);
    changes.fire();
  };
  const exported = async () => {
    const parts = { articles: disk, store, clock: stillClock, visibility };
    const watching = { signal: new AbortController().signal, advance: () => undefined };
    const result = await exportAnnotations('jsonl', 'desk', [{ uri: ARTICLE, path: 'a.txt' }], [], parts, watching);
    return {
      ids: [...new TextDecoder().decode(result!.bytes).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id).join(' '),
      problems: result!.problems.map(({ kind }) => kind),
    };
  };
  return { disk, watch, store, analysis, visibility, annotator, changes, seen, set, exported };
}

const ALL = {
  store: 'a1 b1 b2',
  passages: 'a1 b1 b2',
  rows: 'a1 b1 b2',
  count: 3,
  targets: 'vote secret',
  differences: 2,
  compared: 1,
};
const HERS = { ...ALL, store: 'a1', passages: 'a1', rows: 'a1', count: 1, targets: 'vote' };
const BLIND = { ...HERS, differences: 0, compared: 0 };

describe('whose annotations are let in', () => {
  it('is everybody’s where nobody is blind', async () => {
    const { seen, exported } = await annsDesk('');
    assert.deepEqual(seen(), ALL);
    assert.deepEqual(await exported(), { ids: 'a1 b1 b2', problems: [] });
  });

  it('is hers alone in a double-blind folder, by every way, until her pass is done', async () => {
    const { seen, store, exported } = await annsDesk('blind: true\n');
    assert.deepEqual(seen(), BLIND);
    assert.deepEqual(await exported(), { ids: 'a1', problems: ['withheld'] });
    await store.edit(ARTICLE, { kind: 'pass', by: 'Ben', done: DONE });
    await settled();
    assert.deepEqual(seen(), BLIND);
    const outcome = await store.edit(ARTICLE, { kind: 'pass', by: 'Ann', done: DONE });
    await settled();
    assert.deepEqual(seen(), ALL);
    assert.ok(outcome.kind === 'done');
    await store.edit(ARTICLE, outcome.inverse);
    await settled();
    assert.deepEqual(seen(), BLIND);
  });

  it('changes at once with the codebook, and a setting can only make it stricter', async () => {
    const { seen, set, disk, watch } = await annsDesk('blind: true\n');
    set({ blind: false });
    assert.deepEqual(seen(), BLIND);
    disk.files.set(`${ROOT}/pressmark.yaml`, '');
    watch.report(ROOT, { changed: [`${ROOT}/pressmark.yaml`] });
    await settled();
    assert.deepEqual(seen(), ALL);
    set({ blind: true });
    assert.deepEqual(seen(), BLIND);
  });

  it('is nobody’s but those without a name where it is not known who looks', async () => {
    const { seen, annotator, changes } = await annsDesk('blind: true\n');
    annotator.name = undefined;
    changes.fire();
    assert.equal(seen().store, '');
  });

  it('hides too much where the codebook does not say yes or no', async () => {
    assert.deepEqual((await annsDesk('blind: [yes]\n')).seen(), BLIND);
    assert.deepEqual((await annsDesk('blind: false\n')).seen(), ALL);
  });

  it('is as she chooses; export and agreement are of all the same', async () => {
    const { seen, set, exported } = await annsDesk('');
    set({ mode: 'mine' });
    assert.deepEqual(seen(), HERS);
    assert.equal((await exported()).ids, 'a1 b1 b2');
    set({ mode: 'others' });
    assert.equal(seen().rows, 'b1 b2');
    assert.equal(seen().passages, 'b1 b2');
  });

  it('does not read articles again when it changes', async () => {
    const { set, disk, seen } = await annsDesk('');
    disk.reads.length = 0;
    set({ mode: 'mine' });
    await settled();
    assert.deepEqual(disk.reads, []);
    assert.equal(seen().passages, 'a1');
  });

  it('does not keep others’ passages from being followed through edits', async () => {
    const { analysis } = await annsDesk('blind: true\n');
    await analysis.opened(ARTICLE, TEXT);
    analysis.edited(ARTICLE, `UPDATE. ${TEXT}`);
    const record = analysis.openRecord(ARTICLE)!;
    assert.deepEqual([...record.passages.keys()], ['a1']);
    assert.equal(record.followed.get('b1')!.span!.start, TEXT.indexOf('“') + 8);
  });
});
