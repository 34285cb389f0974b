import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type TextChange } from '../../../src/core/text/change';
import { editedText, type ReadableText } from '../../../src/core/text/editedText';

/** The text after the changes, put together at once. */
const applied = (text: string, changes: readonly TextChange[]): string =>
  [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((after, { start, end, text: words }) => after.slice(0, start) + words + after.slice(end), text);

/** Changes of a text of this length, none overlapping and none where another one is, the last one first as editors tell them. */
function changesOf(places: readonly (readonly [number, string])[], length: number): readonly TextChange[] {
  const offsets = [...new Set(places.map(([at]) => at % (length + 1)))].sort((a, b) => a - b);
  const starts = offsets.filter((_, i) => i % 2 === 0);
  return starts.map((start, i) => ({ start, end: offsets[2 * i + 1] ?? start, text: places[i]![1] })).reverse();
}

describe('an edited text', () => {
  const edit = fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 6 })), { minLength: 2, maxLength: 5 });

  it('reads as one that was put together at each edit', () => {
    const edits = fc.array(fc.record({ edit, isRead: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), edits, fc.nat(), fc.nat(), (before, all, from, to) => {
        let text: ReadableText = before;
        let plain = before;
        for (const { edit: places, isRead } of all) {
          const changes = changesOf(places, plain.length);
          text = editedText(text, changes);
          plain = applied(plain, changes);
          assert.equal(text.length, plain.length);
          const start = from % (plain.length + 1);
          const end = start + (to % (plain.length + 1 - start));
          assert.equal(text.slice(start, end), plain.slice(start, end));
          assert.equal(text.slice(start), plain.slice(start));
          assert.equal(text.startsWith(plain.slice(start, end), start), true);
          assert.equal(text.startsWith('\u0000 other', start), false);
          if (isRead) assert.equal(text.toString(), plain);
        }
        assert.equal(text.toString(), plain);
      }),
    );
  });

  it('takes edits far from each other', () => {
    const before = 'word '.repeat(20_000);
    const near = editedText(before, [{ start: 5, end: 9, text: 'first' }]);
    const far = editedText(near, [{ start: 90_001, end: 90_001, text: 'last ' }]);
    assert.equal(far.toString(), `word first${before.slice(9, 90_000)}last ${before.slice(90_000)}`);
  });
});
