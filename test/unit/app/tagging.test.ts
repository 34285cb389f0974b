import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { changedFields, choosePassage, highlightsAt, newAnnotation } from '../../../src/app/tagging';
import { MemoryFiles, stillClock } from './memoryPorts';

const ARTICLE = 'file:///desk/a.txt';

/** Chooses at ‹› or for ‹selected› in the text; returns origin and words. */
async function choose(marked: string, tagged?: string): Promise<string | undefined> {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const store = new AnnotationStore(new MemoryFiles().sidecars, stillClock);
  if (tagged) {
    const at = text.indexOf(tagged);
    const annotation = newAnnotation(text, { start: at, end: at + tagged.length }, {}, { id: 'a1', timestamp: '' });
    await store.edit(ARTICLE, { kind: 'add', annotation });
  }
  const analysis = new Analysis(new MemoryFiles(), store, stillClock, () => undefined, assert.fail);
  analysis.opened(ARTICLE, text);
  const chosen = choosePassage(analysis.openRecord(ARTICLE)!, { start, end });
  return chosen && `${chosen.origin}: ${text.slice(chosen.span.start, chosen.span.end)}`;
}

const CASES: readonly (readonly [what: string, marked: string, expected: string | undefined])[] = [
  ['a selection, without the blanks around it', 'The town‹ will  vote ›on Friday.', 'selection: will  vote'],
  ['a selection across paragraphs', 'The ‹town.\n\nIt› votes.', 'selection: town.\n\nIt'],
  ['the quote at the cursor', 'He came. “We will ‹›vote,” Ada Lind said. It rained.', 'quote: “We will vote,”'],
  ['the quote at whose end the cursor is', '“We will vote on it,”‹› Ada Lind said.', 'quote: “We will vote on it,”'],
  ['the claim within the quote', '“We saw 30‹›0 boats there,” Ada Lind said.', 'claim: 300 boats'],
  [
    'the sentence where there is no highlight',
    'It rained. The town ‹›votes on Friday. He left.',
    'sentence: The town votes on Friday.',
  ],
  [
    'the sentence, not the reported clause in it',
    'It rained. Ada Lind said that the town will ‹›vote soon. He left.',
    'sentence: Ada Lind said that the town will vote soon.',
  ],
  ['nothing where there are no words', 'It rained.\n\n‹›\n\nHe left.', undefined],
  ['nothing for blanks that are selected', 'It rained.‹\n\n›He left.', undefined],
];

describe('choosing a passage', () => {
  for (const [what, marked, expected] of CASES)
    it(`takes ${what}`, async () => assert.equal(await choose(marked), expected));

  it('takes the tagged passage at the cursor before any highlight', async () =>
    assert.equal(await choose('“We will ‹›vote,” Ada Lind said.', 'We will vote'), 'annotation: We will vote'));
});

describe('highlights at a place', () => {
  it('hold reported speech too, for those who have it shown', () => {
    const text = 'Ada Lind said that the town will vote soon.';
    const store = new AnnotationStore(new MemoryFiles().sidecars, stillClock);
    const analysis = new Analysis(new MemoryFiles(), store, stillClock, () => undefined, assert.fail);
    analysis.opened(ARTICLE, text);
    const found = highlightsAt(analysis.openRecord(ARTICLE)!, text.indexOf('vote'));
    assert.deepEqual(
      found.map(highlight => highlight.kind === 'quote' && highlight.quote.type),
      ['indirect'],
    );
  });
});

describe('fields of an edited annotation', () => {
  it('are those that differ; one that was removed is undefined', () =>
    assert.deepEqual(changedFields({ stance: 'favor', basis: 'b', tags: ['x'] }, { stance: 'against', tags: ['x'] }), {
      stance: 'against',
      basis: undefined,
    }));

  it('are none where nothing differs', () => assert.equal(changedFields({ note: 'n' }, { note: 'n' }), undefined));
});
