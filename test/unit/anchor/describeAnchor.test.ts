import assert from 'node:assert/strict';
import { describeAnchor, hadLikeness, occurrenceOf, wereRepeated } from '../../../src/core/anchor/describeAnchor';
import { type Anchor } from '../../../src/core/annotation/model';

describe('describing a passage', () => {
  it('keeps its words, its place and some 40 characters on either side', () => {
    const text = `${'a'.repeat(50)} the passage ${'b'.repeat(50)}`;
    assert.deepEqual(describeAnchor(text, { start: 51, end: 62 }), {
      quote: 'the passage',
      prefix: `${'a'.repeat(39)} `,
      suffix: ` ${'b'.repeat(39)}`,
      start: 51,
      end: 62,
    });
  });

  it('leaves blanks at its edges out', () => {
    assert.deepEqual(describeAnchor('one  two\n three', { start: 3, end: 10 }), {
      quote: 'two',
      prefix: 'one  ',
      suffix: '\n three',
      start: 5,
      end: 8,
    });
  });

  it('never cuts a character in half', () => {
    const text = '😀'.repeat(21) + 'x' + '😀'.repeat(21);
    const { prefix, suffix } = describeAnchor(`${text}`, { start: 42, end: 43 });
    assert.deepEqual([prefix, suffix], ['😀'.repeat(20), '😀'.repeat(20)]);
    assert.equal(describeAnchor('a😀b', { start: 2, end: 3 }).quote, '😀');
    assert.equal(describeAnchor(`.${text}`, { start: 43, end: 44 }).prefix, '😀'.repeat(20));
  });

  it('keeps more context where the same words stand elsewhere, until it tells them apart', () => {
    const refrain = 'The union had no comment on the matter at all. ';
    const text = `Ada spoke first. ${refrain.repeat(3)}Bo spoke last.`;
    const start = text.indexOf('no comment', 80);
    const { prefix, quote } = describeAnchor(text, { start, end: start + 10 });
    assert.ok(prefix.length >= 64);
    assert.equal(text.split(prefix + quote).length, 2);
  });

  it('says which of the places of its words it is, marks and blanks aside', () => {
    const text = 'Ada: “No  comment.” Bo: "No comment." Cy: “No\ncomment.” Di: “Comment.”';
    const occurrences = [...text.matchAll(/.No\s+comment\../g)].map(
      ({ index, 0: words }) => describeAnchor(text, { start: index, end: index + words.length }).occurrence,
    );
    assert.deepEqual(occurrences, ['1/3', '2/3', '3/3']);
    assert.equal('occurrence' in describeAnchor(text, { start: text.indexOf('Di'), end: text.length }), false);
  });

  it('says that words much like its own stand there too', () => {
    const line = (number: string): string => `The dredging of the outer basin would cost ${number} million euros.`;
    const text = `${line('forty')} ${'The mayor did not believe it. '.repeat(5)}${line('sixty')} He left at noon.`;
    const anchor = describeAnchor(text, { start: 0, end: line('forty').length });
    assert.equal(anchor.occurrence, '1/1');
    assert.equal(hadLikeness(anchor), true);
    assert.equal(wereRepeated(anchor), false);
  });

  it('says so as well of words that go over into something much like them', () => {
    const title = 'Mayor warns of a crossing over the sound';
    const text = `${title}\n\nWorld\n\n${title}\n\nby a reader\n\n${title}\n\nNothing was decided.\n`;
    const start = text.indexOf('over the sound');
    const anchor = describeAnchor(text, { start, end: text.indexOf('over the sound', start + 1) + 12 });
    assert.equal(anchor.quote, `over the sound\n\nWorld\n\n${title.slice(0, -2)}`);
    assert.equal(anchor.occurrence, '1/1');
  });

  it('says so of words that are put together of words that stand elsewhere, too', () => {
    const [one, two] = ['No bridge shall be a burden to the next town.', 'He added that we have said as much before.'];
    const text = `${one} So he began.\n\n${two}\n\nIt rained. ${one}\n\n${two} Then he left. The ferry was late.\n`;
    const start = text.lastIndexOf('a burden');
    assert.equal(describeAnchor(text, { start, end: text.lastIndexOf(' as much') }).occurrence, '1/1');
    const other = text.indexOf('Then he left');
    assert.equal(describeAnchor(text, { start: other, end: text.indexOf(' was late') }).occurrence, undefined);
  });

  const SIDE = 'x'.repeat(60);
  const written: readonly [string, Partial<Anchor>, boolean, boolean][] = [
    ['that stood once', { prefix: SIDE.slice(0, 32), suffix: SIDE.slice(0, 32) }, false, false],
    [
      'that stood once, with more text around them',
      { prefix: SIDE.slice(0, 40), suffix: SIDE.slice(0, 40) },
      false,
      false,
    ],
    ['that stood twice', { prefix: SIDE.slice(0, 41), suffix: SIDE.slice(0, 48) }, true, false],
    ['beside others like them', { prefix: SIDE.slice(0, 32), suffix: SIDE.slice(0, 48) }, false, true],
  ];
  for (const [what, fields, isRepeated, isAlike] of written)
    it(`is read from a sidecar that was written before occurrences were: words ${what}`, () => {
      const anchor: Anchor = { quote: 'The passage.', prefix: '', suffix: '', start: 500, end: 512, ...fields };
      assert.deepEqual([wereRepeated(anchor), hadLikeness(anchor)], [isRepeated, isAlike]);
    });

  for (const occurrence of ['0/2', '3/2', '2', '2/', '1/99999', 'b/c', ''])
    it(`knows of no occurrence ${occurrence}`, () => {
      assert.equal(occurrenceOf({ quote: 'q', prefix: '', suffix: '', start: 0, end: 1, occurrence }), undefined);
    });

  for (const span of [
    { start: -5, end: 3 },
    { start: 2, end: 1e300 },
    { start: NaN, end: NaN },
    { start: 4, end: 1 },
    { start: 90, end: 99 },
  ])
    it(`takes what is there of a span from ${span.start} to ${span.end}`, () => {
      const { quote, start, end } = describeAnchor('four', span);
      assert.equal('four'.slice(start, end), quote);
    });
});
