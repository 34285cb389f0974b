import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { type OpenRecord } from '../../../src/app/documentRecord';
import { endangeredAnchors, freshAnchor } from '../../../src/app/anchorUpdates';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { inSlices } from '../../../src/app/inSlices';
import { newAnnotation } from '../../../src/app/tagging';
import { MemoryFiles, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';
const PASSAGE = '“We need more time before the vote on the harbour,”';
const TEXT = `Harbour vote postponed\n\nThe vote will wait. ${PASSAGE} Mayor Ada Lind said on Friday.\n`;

const edits = (record: OpenRecord) => inSlices(endangeredAnchors(record), stillClock, () => true);

async function openTagged() {
  const disk = new MemoryFiles({ [ARTICLE]: TEXT });
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  const start = TEXT.indexOf(PASSAGE);
  const annotation = newAnnotation(TEXT, { start, end: start + PASSAGE.length }, {}, { id: 'a', timestamp: '' });
  await store.edit(ARTICLE, { kind: 'add', annotation });
  await analysis.opened(ARTICLE, TEXT);
  const record = () => analysis.openRecord(ARTICLE)!;
  const edit = (from: string, to: string) => analysis.edited(ARTICLE, record().text.toString().replace(from, to));
  return { record, edit, store, analysis };
}

describe('bringing stored anchors up to date', () => {
  it('asks for no write where the passage has merely moved', async () => {
    const { record, edit } = await openTagged();
    edit('Harbour', 'UPDATE: harbour');
    assert.deepEqual(await edits(record()), []);
    assert.deepEqual(Object.keys(freshAnchor(record(), 'a')).sort(), ['end', 'start']);
  });

  it('asks for no write where nothing changed', async () => {
    const { record } = await openTagged();
    assert.deepEqual(await edits(record()), []);
    assert.deepEqual(freshAnchor(record(), 'a'), {});
  });

  it('asks for one where the passage would not be found again, and then it is', async () => {
    const { record, edit, store, analysis } = await openTagged();
    edit('more time', 'more time, and a good deal of it, as everybody will agree who read the report on the dredging,');
    const asked = await edits(record());
    assert.equal(asked?.length, 1);
    await store.edit(ARTICLE, asked[0]!);
    const { text, passages } = record();
    const { span } = passages.get('a')!;
    await analysis.opened(ARTICLE, text.toString());
    assert.equal(record().passages.get('a')!.state, 'exact');
    assert.deepEqual(record().passages.get('a')!.span, span);
    assert.deepEqual(await edits(record()), []);
  });

  it('says nothing of a passage that is gone', async () => {
    const { record, edit } = await openTagged();
    edit(PASSAGE, '');
    assert.deepEqual(await edits(record()), []);
    assert.deepEqual(freshAnchor(record(), 'a'), {});
  });

  it('has pauses after ten milliseconds of work, however many passages there are, and stops where it is not wanted any more', async () => {
    const { record, edit } = await openTagged();
    edit('need more time before', 'have asked all along for a good deal of patience ahead of');
    const { annotation, ...passage } = record().passages.get('a')!;
    const many = {
      ...record(),
      followed: new Map(
        Array.from({ length: 200 }, (_, i) => {
          const id = `a${i}`;
          return [id, { ...passage, annotation: { ...annotation, id, start: annotation.start + i } }] as const;
        }),
      ),
    };
    let time = 0;
    let slice = 0;
    let longest = 0;
    let pauses = 0;
    const clock = {
      ...stillClock,
      now: () => (time += 4),
      pause: () => {
        longest = Math.max(longest, time - slice);
        slice = time;
        pauses++;
        return Promise.resolve();
      },
    };
    assert.equal((await inSlices(endangeredAnchors(many), clock, () => true))?.length, 200);
    assert.ok(pauses > 60, `${pauses} pauses`);
    assert.ok(longest <= 20, `${longest} ms`);
    assert.equal(await inSlices(endangeredAnchors(many), clock, () => false), undefined);
  });
});
