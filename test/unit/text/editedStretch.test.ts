import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type TextChange } from '../../../src/core/text/change';
import { EditedStretch } from '../../../src/core/text/editedStretch';

const insert = (at: number, text: string): TextChange => ({ start: at, end: at, text });
const cut = (start: number, end: number): TextChange => ({ start, end, text: '' });

const moves = (edits: readonly (readonly TextChange[])[], before: [number, number][], after: [number, number][]) => {
  const stretch = new EditedStretch();
  for (const changes of edits) stretch.add(changes);
  return stretch.kept(before.flat(), after.flat()).isAll;
};

describe('spans are moved by edits alone', () => {
  const cases: [
    what: string,
    edits: TextChange[][],
    before: [number, number][],
    after: [number, number][],
    is: boolean,
  ][] = [
    ['without edits', [], [[3, 5]], [[3, 5]], true],
    ['that come behind them', [[insert(9, 'x')]], [[3, 5]], [[3, 5]], true],
    ['that come before them', [[insert(0, 'xx')], [insert(2, 'y')]], [[3, 5]], [[6, 8]], true],
    ['not: one was touched at its end', [[insert(5, 'x')]], [[3, 5]], [[3, 6]], false],
    ['not: one was touched at its start', [[insert(3, 'x')]], [[3, 5]], [[4, 6]], false],
    ['not: one stands in what was edited', [[insert(2, 'x'), cut(7, 8)]], [[3, 5]], [[4, 6]], false],
    [
      'not: there is one more',
      [[insert(9, 'x')]],
      [[3, 5]],
      [
        [3, 5],
        [8, 9],
      ],
      false,
    ],
    ['not: one was found to be longer', [[insert(9, 'x')]], [[3, 5]], [[3, 6]], false],
    ['typed and taken back', [[insert(2, 'abc')], [cut(2, 5)]], [[3, 5]], [[3, 5]], true],
    [
      'cut over what was typed',
      [[insert(9, 'abc')], [cut(8, 11)]],
      [
        [3, 5],
        [20, 22],
      ],
      [
        [3, 5],
        [20, 22],
      ],
      true,
    ],
  ];
  for (const [what, edits, before, after, is] of cases) it(what, () => assert.equal(moves(edits, before, after), is));

  it('whatever the edits: the characters of a span that is said to be moved alone are what they were', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(4), text: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(29), fc.integer({ min: 1, max: 8 }), (edits, at, length) => {
        const original = 'abcdefghijklmnopqrstuvwxyz0123456789';
        let text = original;
        const stretch = new EditedStretch();
        for (const { at, length, text: inserted } of edits) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          stretch.add([{ start, end, text: inserted }]);
          text = text.slice(0, start) + inserted + text.slice(end);
        }
        const span = { start: at, end: Math.min(original.length, at + length) };
        for (const by of [0, text.length - original.length])
          if (stretch.kept([span.start, span.end], [span.start + by, span.end + by]).isAll)
            assert.equal(text.slice(span.start + by, span.end + by), original.slice(span.start, span.end));
      }),
    );
  });
});
