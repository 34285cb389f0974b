import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationIndex } from '../../../src/app/annotationIndex';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { Emitter } from '../../../src/app/event';
import { CorpusSession } from '../../../src/app/corpusSession';
import { History } from '../../../src/app/history';
import { ReviewList } from '../../../src/app/reviewList';
import { parseFilter } from '../../../src/core/annotation/filter';
import { type Annotation } from '../../../src/core/annotation/model';
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
const QUAY = `${ROOT}/quay.txt`;
const FERRY = `${ROOT}/ferry.txt`;
const SEALS = `${ROOT}/seals.txt`;

const ARTICLES = {
  [QUAY]: 'The quay\n\n“It will be closed,” said Mayor Runa Falk. Nobody asked why. Ten boats left.\n',
  [FERRY]: 'The ferry\n\n“The fog held us up,” Captain Ilse Morn said. The crew was silent.\n',
  [SEALS]: 'The seals\n\nThey are back.\n',
};
const SIDECARS = {
  [`${QUAY}.pressmark.yaml`]: [
    'version: 1',
    'document: {publisher: Norrby Posten}',
    'annotations:',
    '  - {id: closed, quote: "“It will be closed,”", stance: against, target: quay, tags: [port, vote]}',
    '  - {id: asked, quote: Nobody asked why., stance: neutral, target: quay, reviewed: "2026-01-01T00:00:00Z"}',
    '  - {id: boats, quote: Twelve ships sank., stance: against}',
    '',
  ].join('\n'),
  [`${FERRY}.pressmark.yaml`]: [
    'version: 1',
    'annotations:',
    '  - {id: fog, quote: The fog held us up, stance: favor, tags: [port]}',
    '  - {id: crew, quote: The crew was silent., stance: against, updated: "2026-01-02T00:00:00Z", reviewed: "2026-01-01T00:00:00Z"}',
    '',
  ].join('\n'),
};

async function setUp(isShown: (annotation: Annotation) => boolean = () => true) {
  const disk = new MemoryFiles({ [`${ROOT}/pressmark.yaml`]: '', ...ARTICLES, ...SIDECARS });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const visibility = new Emitter<void>();
  const store = new AnnotationStore(disk.sidecars, stillClock, {
    visible: (_document, annotations) => annotations.filter(isShown),
    onDidChange: visibility.event,
  });
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  new CorpusSession(corpus, store, analysis);
  const index = new AnnotationIndex(corpus, store, analysis, noCodebooks);
  const list = new ReviewList(index, { filter: parseFilter(''), grouping: 'document', sorting: 'document' });
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  await settled();
  /** Groups and their rows: `value: id id`. */
  const shown = () =>
    list.groups.map(({ kind, key, value }) => {
      const name = kind === 'attention' ? '!' : value.replace(`${ROOT}/`, '') || '–';
      return `${name}: ${list
        .rows(key)
        .map(({ annotation }) => annotation.id)
        .join(' ')}`;
    });
  const change = async (document: string, id: string, fields: Partial<Annotation>) => {
    const changed = new Set<string>();
    const listener = index.onDidChange(uris => uris.forEach(uri => changed.add(uri)));
    await new History(store).change(document, { kind: 'change', id, fields });
    await settled();
    listener.dispose();
    return list.update(changed);
  };
  return { disk, watch, index, list, visibility, shown, change };
}

describe('the review list', () => {
  const GROUPED = [
    ['document', ['!: boats', 'ferry.txt: fog crew', 'quay.txt: closed asked']],
    ['outlet', ['!: boats', 'Norrby Posten: closed asked', '–: fog crew']],
    ['speaker', ['!: boats', 'Ilse Morn: fog', 'Runa Falk: closed', '–: crew asked']],
    ['target', ['!: boats', 'quay: closed asked', '–: fog crew']],
    ['stance', ['!: boats', 'favor: fog', 'against: crew closed', 'neutral: asked']],
    ['tag', ['!: boats', 'port: fog closed', 'vote: closed', '–: crew asked']],
    ['author', ['!: boats', '–: fog crew closed asked']],
    ['review', ['!: boats', 'unreviewed: fog closed', 'changed: crew', 'reviewed: asked']],
  ] as const;
  for (const [grouping, groups] of GROUPED)
    it(`groups by ${grouping}, what needs attention first`, async () => {
      const { list, shown } = await setUp();
      list.arrange({ grouping });
      assert.deepEqual(shown(), groups);
      assert.equal(list.count, 5);
    });

  it('says that a group has another name once the title of its document is known', async () => {
    const { disk, watch, index, list } = await setUp();
    assert.equal(list.groups.length, 3);
    const changed = new Set<string>();
    index.onDidChange(uris => uris.forEach(uri => changed.add(uri)));
    const before = index.titleOf(FERRY);
    disk.files.set(FERRY, ARTICLES[FERRY].replace('The ferry', 'The new ferry'));
    watch.report(ROOT, { changed: [FERRY] });
    await settled();
    assert.notEqual(index.titleOf(FERRY), before);
    const change = list.update(changed);
    assert.deepEqual(change.kind === 'rows' && [...change.groups], [`=${FERRY}`]);
  });

  it('counts what is reviewed, once each', async () => {
    const { list } = await setUp();
    list.arrange({ grouping: 'tag', filter: parseFilter('review:reviewed,unreviewed') });
    assert.deepEqual(
      list.groups.map(({ value, count, reviewed }) => [value, count, reviewed]),
      [
        ['', 1, 0],
        ['port', 2, 0],
        ['vote', 1, 0],
        ['', 1, 1],
      ],
    );
    assert.equal(list.count, 4);
  });

  it('shows what passes the filter, in the order asked for', async () => {
    const { list } = await setUp();
    list.arrange({
      filter: parseFilter('stance:against,neutral anchor:exact,moved'),
      sorting: 'passage',
      grouping: 'author',
    });
    assert.deepEqual(
      list.rows('=').map(({ annotation }) => annotation.quote),
      ['Nobody asked why.', 'The crew was silent.', '“It will be closed,”'],
    );
  });

  it('draws one row again where one annotation was changed in its group', async () => {
    const { list, change } = await setUp();
    assert.equal(list.groups.length, 3);
    const changed = await change(FERRY, 'fog', { target: 'ferry' });
    assert.deepEqual(changed.kind === 'rows' && [...changed.groups], []);
    assert.deepEqual(changed.kind === 'rows' && changed.rows.map(({ annotation }) => annotation.id), ['fog']);
  });

  it('draws the group too where its count of reviewed is another', async () => {
    const { list, change } = await setUp();
    assert.equal(list.groups.length, 3);
    const changed = await change(FERRY, 'fog', { reviewed: '2026-01-03T00:00:00Z' });
    assert.deepEqual(changed.kind === 'rows' && [...changed.groups], [`=${FERRY}`]);
  });

  it('draws both groups where an annotation goes from one to the other', async () => {
    const { list, shown, change } = await setUp();
    list.arrange({ grouping: 'stance' });
    assert.equal(list.groups.length, 4);
    const changed = await change(QUAY, 'closed', { stance: 'favor' });
    assert.deepEqual(changed.kind === 'rows' && [...changed.groups].sort(), ['=against', '=favor']);
    assert.deepEqual(shown(), ['!: boats', 'favor: fog closed', 'against: crew', 'neutral: asked']);
  });

  it('draws all groups where one comes or goes', async () => {
    const { list, shown, change } = await setUp();
    list.arrange({ grouping: 'stance' });
    assert.equal(list.groups.length, 4);
    assert.equal((await change(QUAY, 'closed', { stance: 'hedged' })).kind, 'groups');
    assert.deepEqual(shown(), ['!: boats', 'favor: fog', 'against: crew', 'neutral: asked', 'hedged: closed']);
  });

  it('draws nothing where another document, or nothing that is shown, was changed', async () => {
    const { index, list, watch, disk } = await setUp();
    list.arrange({ filter: parseFilter('stance:favor') });
    assert.equal(list.groups.length, 1);
    const seen = index.all;
    const changed = new Set<string>();
    index.onDidChange(uris => uris.forEach(uri => changed.add(uri)));
    disk.files.set(QUAY, `${ARTICLES[QUAY]}More.\n`);
    watch.report(ROOT, { changed: [QUAY, SEALS] });
    await settled();
    assert.deepEqual([...changed], [QUAY]);
    const change = list.update(changed);
    assert.deepEqual(change.kind === 'rows' && [change.groups.size, change.rows.length], [0, 0]);
    assert.deepEqual(index.all, seen);
    assert.ok(index.all.every((overview, i) => overview === seen[i]));
  });

  it('lists nothing of a document that is gone', async () => {
    const { list, shown, watch, disk, index } = await setUp();
    const changed = new Set<string>();
    index.onDidChange(uris => uris.forEach(uri => changed.add(uri)));
    assert.equal(list.groups.length, 3);
    for (const uri of [FERRY, `${FERRY}.pressmark.yaml`]) disk.files.delete(uri);
    watch.report(ROOT, { deleted: [FERRY, `${FERRY}.pressmark.yaml`] });
    await settled();
    assert.equal(list.update(changed).kind, 'groups');
    assert.deepEqual(shown(), ['!: boats', 'quay.txt: closed asked']);
  });

  it('leaves out what is not to be listed, and lets it in again', async () => {
    let isHidden = true;
    const { list, shown, index, visibility } = await setUp(({ stance }) => !(isHidden && stance === 'against'));
    assert.deepEqual(shown(), ['ferry.txt: fog', 'quay.txt: asked']);
    assert.equal(index.count, 2);
    const changed = new Set<string>();
    index.onDidChange(uris => uris.forEach(uri => changed.add(uri)));
    isHidden = false;
    visibility.fire();
    list.update(changed);
    assert.deepEqual(shown(), ['!: boats', 'ferry.txt: fog crew', 'quay.txt: closed asked']);
  });
});
