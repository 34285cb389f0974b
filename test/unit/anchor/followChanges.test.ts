import assert from 'node:assert/strict';
import fc from 'fast-check';
import { follow } from '../../../src/core/anchor/followChanges';
import { type TextChange } from '../../../src/core/text/change';

const apply = (text: string, changes: readonly TextChange[]): string =>
  [...changes]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, change) => done.slice(0, change.start) + change.text + done.slice(change.end), text);

describe('following a passage through edits', () => {
  const text = 'one two three four';
  const passage = { start: 4, end: 13 };
  const cases: readonly [string, readonly TextChange[], string][] = [
    ['typing before it', [{ start: 0, end: 0, text: 'so ' }], 'two three'],
    ['typing inside it', [{ start: 7, end: 7, text: ' and' }], 'two and three'],
    ['typing at its start', [{ start: 4, end: 4, text: 'x' }], 'two three'],
    ['typing at its end', [{ start: 13, end: 13, text: 's' }], 'two three'],
    ['typing after it', [{ start: 18, end: 18, text: '!' }], 'two three'],
    ['cutting into its start', [{ start: 2, end: 6, text: '' }], 'o three'],
    ['cutting into its end', [{ start: 8, end: 15, text: '' }], 'two '],
    ['replacing it and more', [{ start: 3, end: 14, text: ' 23 ' }], ''],
    ['replacing just it', [{ start: 4, end: 13, text: 'new' }], ''],
    [
      'two edits, told in reverse',
      [
        { start: 8, end: 13, text: '3' },
        { start: 0, end: 4, text: '' },
      ],
      'two 3',
    ],
    [
      'an edit on either side',
      [
        { start: 0, end: 3, text: '1' },
        { start: 14, end: 18, text: '4' },
      ],
      'two three',
    ],
  ];
  for (const [name, changes, expected] of cases)
    it(`${name} leaves ‹${expected}›`, () => {
      const { start, end } = follow(passage, changes);
      assert.equal(apply(text, changes).slice(start, end), expected);
    });

  it('always gives a span of the new text, and keeps a passage that no edit touches', () => {
    const change = fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(
        fc.string({ minLength: 60, maxLength: 60 }),
        fc.nat(60),
        fc.nat(30),
        fc.array(change),
        (before, start, length, raw) => {
          const span = { start, end: Math.min(60, start + length) };
          const changes = separate(
            raw.map(({ at, length, text }) => ({ start: at, end: Math.min(60, at + length), text })),
          );
          const after = apply(before, changes);
          const now = follow(span, changes);
          assert.ok(0 <= now.start && now.start <= now.end && now.end <= after.length);
          const isTouched = changes.some(each => each.start < span.end && each.end > span.start);
          if (!isTouched && span.start < span.end)
            assert.equal(after.slice(now.start, now.end), before.slice(span.start, span.end));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does the same for edits at once as for the same edits one after the other, last first', () => {
    const change = fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(fc.nat(59), fc.integer({ min: 1, max: 30 }), fc.array(change), (start, length, raw) => {
        const span = { start, end: Math.min(60, start + length) };
        const changes = separate(
          raw.map(({ at, length, text }) => ({ start: at, end: Math.min(60, at + length), text })),
        );
        const oneByOne = changes.toReversed().reduce((now, each) => follow(now, [each]), span);
        const atOnce = follow(span, changes);
        if (oneByOne.start < oneByOne.end) assert.deepEqual(atOnce, oneByOne);
        else assert.equal(atOnce.start, atOnce.end);
      }),
      { numRuns: 500 },
    );
  });
});

/** Of the changes those that neither overlap nor touch, in order. */
function separate(changes: readonly TextChange[]): readonly TextChange[] {
  const kept: TextChange[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end))
    if (change.start > (kept.at(-1)?.end ?? -1)) kept.push(change);
  return kept;
}
