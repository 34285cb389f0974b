import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { proposedReliability } from '../../../src/app/proposedReliability';
import {
  changedFields,
  choosePassage,
  dismissalOf,
  dismissedIn,
  highlightMeant,
  highlightsAt,
  newAnnotation,
  newDismissal,
} from '../../../src/app/tagging';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
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
  await analysis.opened(ARTICLE, text);
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
  it('hold reported speech too, for those who have it shown', async () => {
    const text = 'Ada Lind said that the town will vote soon.';
    const store = new AnnotationStore(new MemoryFiles().sidecars, stillClock);
    const analysis = new Analysis(new MemoryFiles(), store, stillClock, () => undefined, assert.fail);
    await analysis.opened(ARTICLE, text);
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

describe('dismissing highlights', () => {
  const text = '“We will vote,” Ada Lind said. “We will not,” said Bo Ek. “We may,” said Ada Lind.';
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const setUp = async () => {
    const store = new AnnotationStore(new MemoryFiles().sidecars, stillClock);
    const analysis = new Analysis(new MemoryFiles(), store, stillClock, () => undefined, assert.fail);
    await analysis.opened(ARTICLE, text);
    const dismiss = (id: string, words: string) => {
      const annotation = newDismissal(text, spanOf(words), { id, timestamp: '2026-11-22T09:00:00Z', author: 'Ada' });
      return store.edit(ARTICLE, { kind: 'add', annotation });
    };
    await dismiss('d1', '“We will not,”');
    await dismiss('d2', '“We may,”');
    return { store, record: () => analysis.openRecord(ARTICLE)! };
  };
  const dismissed = (record: Parameters<typeof dismissedIn>[0]) =>
    record.detection.quotes.filter(dismissedIn(record)).map(({ start, end }) => text.slice(start, end));

  it('tells which they are, and not those that were tagged since or restored', async () => {
    const { store, record } = await setUp();
    assert.deepEqual(dismissed(record()), ['“We will not,”', '“We may,”']);
    assert.equal(store.annotations(ARTICLE).length, 0);
    const origin = { id: 'a', timestamp: '' };
    const annotation = newAnnotation(text, spanOf('We may'), { stance: 'favor' }, origin);
    await store.edit(ARTICLE, { kind: 'add', annotation });
    assert.deepEqual(dismissed(record()), ['“We will not,”']);
    await store.edit(ARTICLE, { kind: 'remove', id: 'd1' });
    assert.deepEqual(dismissed(record()), []);
  });

  it('knows the dismissal of a highlight by its passage, some words more or less', async () => {
    const { record } = await setUp();
    assert.equal(dismissalOf(record(), spanOf('We will not'))?.annotation.id, 'd1');
    assert.equal(dismissalOf(record(), spanOf('“We will vote,”')), undefined);
  });

  it('means the highlight at the cursor, or the one that is selected', async () => {
    const { record } = await setUp();
    const at = spanOf('vote').start;
    assert.deepEqual(highlightMeant(record(), { start: at, end: at }), spanOf('“We will vote,”'));
    assert.deepEqual(highlightMeant(record(), spanOf('“We will vote,”')), spanOf('“We will vote,”'));
    assert.equal(highlightMeant(record(), spanOf('vote')), undefined);
    assert.equal(highlightMeant(record(), { start: text.length, end: text.length }), undefined);
  });

  it('proposes the reliability of who is quoted, else of the publisher, where the codebook knows them', async () => {
    const { record } = await setUp();
    const codebook = parseCodebook('sources: [{name: Ada Lind, reliability: B}, {name: Post, reliability: D}, Bo Ek]');
    const proposed = (span: { start: number; end: number }, publisher?: string) =>
      proposedReliability(record(), span, codebook, publisher)?.reliability;
    const outside = spanOf('Bo Ek.');
    assert.deepEqual(
      [
        proposed(spanOf('“We will vote,”')),
        proposed(spanOf('will vote')),
        proposed(spanOf('“We will not,”'), 'Post'),
        proposed(outside, 'post'),
        proposed(outside),
      ],
      ['B', 'B', undefined, 'D', undefined],
    );
  });
});
