import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { newAnnotation } from '../../../src/app/tagging';
import { detect } from '../../../src/core/detect/detect';
import { MemoryFiles, settled, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';
const TEXT = [
  'Harbour vote postponed',
  'The vote will wait. “We need more time,” Mayor Ada Lind said on Friday.',
  'About 300 people came.',
  '',
].join('\n\n');
const PASSAGE = '“We need more time,”';

async function setUp(text = TEXT, ...passages: string[]) {
  const disk = new MemoryFiles({ [ARTICLE]: text });
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const defects: string[] = [];
  const analysis = new Analysis(
    disk,
    store,
    stillClock,
    () => undefined,
    what => defects.push(what),
  );
  for (const [i, passage] of passages.entries()) {
    const start = text.indexOf(passage);
    const span = { start, end: start + passage.length };
    const annotation = newAnnotation(text, span, {}, { id: `id${i}`, timestamp: stillClock.timestamp() });
    await store.edit(ARTICLE, { kind: 'add', annotation });
  }
  await analysis.opened(ARTICLE, text);
  const record = () => analysis.openRecord(ARTICLE)!;
  /** State and words of a passage, as the editor would show it. */
  const passage = (i = 0) => {
    const { state, span } = record().passages.get(`id${i}`)!;
    return `${state}: ${span ? record().text.slice(span.start, span.end) : ''}`;
  };
  const edit = (change: (text: string) => string) => analysis.edited(ARTICLE, change(record().text.toString()));
  return { disk, store, analysis, defects, record, passage, edit };
}

describe('analysis of an open document', () => {
  it('finds quotes, claims and stored passages', async () => {
    const { record, passage } = await setUp(TEXT, PASSAGE);
    assert.equal(record().quotes, 1);
    assert.equal(record().claims, 1);
    assert.equal(passage(), `exact: ${PASSAGE}`);
  });

  it('a passage moves with text that is put in before it', async () => {
    const { passage, edit } = await setUp(TEXT, PASSAGE);
    edit(text => `UPDATE. ${text}`);
    assert.equal(passage(), `moved: ${PASSAGE}`);
  });

  it('tells the trees of an edit only where it changes what they show', async () => {
    const { analysis, edit } = await setUp(TEXT, PASSAGE);
    const heard: string[] = [];
    analysis.onDidEdit(() => heard.push('edit'));
    analysis.onDidChange(() => heard.push('change'));
    edit(text => text.replace('people came.', 'people came!'));
    assert.deepEqual(heard, ['edit']);
    edit(text => `${text}\n\n“One more,” Ada Lind said.`);
    assert.deepEqual(heard.slice(1).sort(), ['change', 'edit']);
  });

  it('a passage grows with text that is put into it', async () => {
    const { passage, edit } = await setUp(TEXT, PASSAGE);
    edit(text => text.replace('more time', 'much more time'));
    assert.equal(passage(), 'moved: “We need much more time,”');
  });

  it('a passage that is deleted is lost, and is back when the deletion is undone', async () => {
    const { passage, edit } = await setUp(TEXT, PASSAGE);
    edit(text => text.replace(PASSAGE, ''));
    assert.equal(passage(), 'lost: ');
    edit(() => TEXT);
    assert.equal(passage(), `exact: ${PASSAGE}`);
  });

  it('a passage that is cut with its paragraph is found where the paragraph is pasted', async () => {
    const { passage, edit } = await setUp(TEXT, PASSAGE);
    const paragraph = TEXT.split('\n\n')[1]!;
    edit(text => text.replace(`${paragraph}\n\n`, ''));
    edit(text => `${text}${paragraph}\n`);
    assert.equal(passage(), `moved: ${PASSAGE}`);
  });

  it('a passage is found again when git replaces the whole text', async () => {
    const { passage, edit } = await setUp(TEXT, PASSAGE);
    edit(() => `BREAKING\n\n“We need more time,” the mayor said. Nothing else is known.\n`);
    assert.match(passage(), /^(moved|uncertain): “We need more time,”$/);
  });

  it('what was followed through unsaved edits stays followed when something else is tagged', async () => {
    const { store, passage, edit, record } = await setUp(TEXT, PASSAGE);
    edit(text => text.replace('more time', 'rather a great deal more of everything, time above all'));
    const before = passage();
    const annotation = newAnnotation(record().text.toString(), { start: 0, end: 7 }, {}, { id: 'id1', timestamp: '' });
    await store.edit(ARTICLE, { kind: 'add', annotation });
    assert.equal(passage(0), before);
    assert.equal(passage(1), 'exact: Harbour');
  });
});

describe('analysis in the background', () => {
  it('keeps counts of closed documents, and reads a changed one alone', async () => {
    const other = 'file:///desk/b.txt';
    const { disk, analysis } = await setUp();
    disk.files.set(other, TEXT);
    analysis.analyse([other]);
    await settled();
    assert.equal(analysis.record(other)?.quotes, 1);
    disk.reads.length = 0;
    disk.files.set(other, 'Nothing here.');
    analysis.analyse([other]);
    await settled();
    assert.deepEqual(disk.reads, [other]);
    assert.equal(analysis.record(other)?.quotes, 0);
  });

  it('says what is wrong with a file', async () => {
    const { disk, analysis } = await setUp();
    disk.files.set('file:///desk/empty.txt', ' \n');
    analysis.analyse(['file:///desk/empty.txt', 'file:///desk/gone.txt']);
    await settled();
    assert.equal(analysis.record('file:///desk/empty.txt')?.problem?.kind, 'empty');
    assert.equal(analysis.record('file:///desk/gone.txt')?.problem?.kind, 'missing');
  });

  it('a closed document is analysed from its file again', async () => {
    const { analysis, edit } = await setUp();
    edit(text => `${text}\n\n“One more,” he said.`);
    assert.equal(analysis.record(ARTICLE)?.quotes, 2);
    analysis.closed(ARTICLE);
    await settled();
    assert.equal(analysis.record(ARTICLE)?.quotes, 1);
  });
});

describe('analysis of a file that was just saved', () => {
  it('keeps what its editor knows of the passages', async () => {
    const { disk, analysis, edit, passage, record } = await setUp(TEXT, PASSAGE);
    edit(text => text.replace('more time', 'rather a great deal more of everything, time above all'));
    disk.files.set(ARTICLE, record().text.toString());
    analysis.analyse([ARTICLE]);
    await settled();
    const { state, span } = analysis.recordOfFile(ARTICLE)!.passages.get('id0')!;
    assert.equal(`${state}: ${record().text.slice(span!.start, span!.end)}`, passage());
    assert.equal(analysis.recordOfFile(ARTICLE)!.quotes, record().quotes);
  });

  it('is of the file where the editor has another text', async () => {
    const { disk, analysis, edit } = await setUp();
    edit(text => `${text}\n\n“One more,” he said.`);
    disk.files.set(ARTICLE, `${TEXT}\n\nNobody said more.`);
    analysis.analyse([ARTICLE]);
    await settled();
    assert.equal(analysis.recordOfFile(ARTICLE)!.quotes, 1);
    assert.equal(analysis.record(ARTICLE)!.quotes, 2);
  });
});

describe('analysis of a long text', () => {
  const LONG = TEXT.repeat(600);

  /** A host whose turn comes when a test says so; each look at the clock is four milliseconds later. */
  function setUpLong() {
    let now = 0;
    const turns: (() => void)[] = [];
    const clock = { ...stillClock, now: () => (now += 4), pause: () => new Promise<void>(go => turns.push(go)) };
    const disk = new MemoryFiles();
    const store = new AnnotationStore(disk.sidecars, stillClock);
    const analysis = new Analysis(disk, store, clock, () => undefined, assert.fail);
    const heard: string[] = [];
    analysis.onDidChange(uris => heard.push(...uris));
    const letGo = async (times = Infinity): Promise<void> => {
      for (let i = 0; i < times && turns.length; i++) {
        turns.shift()!();
        await settled();
      }
    };
    return { disk, analysis, heard, letGo, waiting: () => turns.length };
  }

  it('comes in slices, and finds what is found at once', async () => {
    const { analysis, heard, letGo, waiting } = setUpLong();
    const opened = analysis.opened(ARTICLE, LONG);
    assert.ok(waiting() > 0 && analysis.isOpening(ARTICLE));
    assert.equal(analysis.openRecord(ARTICLE), undefined);
    await letGo();
    await opened;
    assert.deepEqual(heard, [ARTICLE]);
    assert.equal(analysis.isOpening(ARTICLE), false);
    assert.deepEqual(analysis.openRecord(ARTICLE)!.detection.quotes, detect(LONG).quotes);
  });

  it('comes in slices from a file too', async () => {
    const { disk, analysis, letGo } = setUpLong();
    disk.files.set(ARTICLE, LONG);
    analysis.analyse([ARTICLE]);
    await settled();
    await letGo(10);
    assert.equal(analysis.record(ARTICLE), undefined);
    await letGo();
    assert.equal(analysis.record(ARTICLE)!.quotes, 600);
  });

  it('is that of the text as it reads last', async () => {
    const { analysis, heard, letGo } = setUpLong();
    void analysis.opened(ARTICLE, LONG);
    await letGo(2);
    void analysis.opened(ARTICLE, `${LONG}“One more,” he said.`);
    await letGo();
    assert.deepEqual(heard, [ARTICLE]);
    assert.equal(analysis.openRecord(ARTICLE)!.quotes, 601);
  });

  it('made again for a setting, takes in what was typed meanwhile', async () => {
    const { analysis, letGo } = setUpLong();
    void analysis.opened(ARTICLE, LONG);
    await letGo();
    analysis.restart();
    await letGo(2);
    analysis.edited(ARTICLE, `${LONG}“One more,” he said.`);
    assert.equal(analysis.openRecord(ARTICLE)!.quotes, 601);
    await letGo();
    assert.equal(analysis.openRecord(ARTICLE)!.quotes, 601);
    assert.equal(analysis.openRecord(ARTICLE)!.length, LONG.length + 20);
  });

  it('ends when the document is closed', async () => {
    const { analysis, heard, letGo } = setUpLong();
    void analysis.opened(ARTICLE, LONG);
    await letGo(2);
    analysis.closed(ARTICLE);
    await letGo();
    assert.equal(analysis.openRecord(ARTICLE), undefined);
    assert.deepEqual(heard, []);
  });
});
