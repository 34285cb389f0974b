import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePoints } from '../../../src/core/text/codePoints';

describe('code points', () => {
  it('count a character outside of the basic plane once', () => {
    const points = new CodePoints('a😀b😀c');
    assert.deepEqual(points.fromUnits({ start: 3, end: 7 }), { start: 2, end: 5 });
    assert.deepEqual(points.toUnits({ start: 2, end: 5 }), { start: 3, end: 7 });
  });

  it('are what a string is iterated by, for any text and place, there and back', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '😀', '𝄞', 'é', '\n') }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text];
        const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const units = new CodePoints(text).toUnits({ start, end });
        assert.equal(text.slice(units.start, units.end), characters.slice(start, end).join(''));
        assert.deepEqual(new CodePoints(text).fromUnits(units), { start, end });
      }),
    ));

  it('outside of a text are clamped to it', () =>
    assert.deepEqual(new CodePoints('😀b').toUnits({ start: -4, end: 99 }), { start: 0, end: 3 }));
});
