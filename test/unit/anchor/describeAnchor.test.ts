import assert from 'node:assert/strict';
import { describeAnchor } from '../../../src/core/anchor/describeAnchor';

describe('describing a passage', () => {
  it('keeps its words, its place and some 32 characters on either side', () => {
    const text = `${'a'.repeat(40)} the passage ${'b'.repeat(40)}`;
    assert.deepEqual(describeAnchor(text, { start: 41, end: 52 }), {
      quote: 'the passage',
      prefix: `${'a'.repeat(31)} `,
      suffix: ` ${'b'.repeat(31)}`,
      start: 41,
      end: 52,
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
    const text = '😀'.repeat(17) + 'x' + '😀'.repeat(17);
    const { prefix, suffix } = describeAnchor(`${text}`, { start: 34, end: 35 });
    assert.deepEqual([prefix, suffix], ['😀'.repeat(16), '😀'.repeat(16)]);
    assert.equal(describeAnchor('a😀b', { start: 2, end: 3 }).quote, '😀');
    assert.equal(describeAnchor(`.${text}`, { start: 35, end: 36 }).prefix, '😀'.repeat(16));
  });

  it('keeps more context where the same words stand elsewhere, until it tells them apart', () => {
    const refrain = 'The union had no comment on the matter at all. ';
    const text = `Ada spoke first. ${refrain.repeat(3)}Bo spoke last.`;
    const start = text.indexOf('no comment', 80);
    const { prefix, quote } = describeAnchor(text, { start, end: start + 10 });
    assert.ok(prefix.length >= 64);
    assert.equal(text.split(prefix + quote).length, 2);
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
