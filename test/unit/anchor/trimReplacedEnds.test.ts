import assert from 'node:assert/strict';
import { trimReplacedEnds } from '../../../src/core/anchor/trimReplacedEnds';

const QUOTE = 'the crane on the old pier was never tested, he said';

describe('a place of altered words', () => {
  const PLACES: readonly (readonly [what: string, text: string, kept: readonly boolean[], left: string])[] = [
    [
      'is left as it is where words within it are others',
      'the crane on the new pier was hardly tested, he said',
      [false, false],
      'the crane on the new pier was hardly tested, he said',
    ],
    [
      'loses an end that is somebody else’s',
      'the crane on the old pier was never repainted. Ferries ran',
      [false, false],
      'the crane on the old pier was never',
    ],
    [
      'loses a beginning that is somebody else’s',
      'Ferries ran late. On the old pier was never tested, he said',
      [false, false],
      'On the old pier was never tested, he said',
    ],
    [
      'keeps a word at its end that became another',
      'the crane on the old pier was never tested, he lied',
      [false, false],
      'the crane on the old pier was never tested, he lied',
    ],
    [
      'keeps an end that is known to be its own',
      'the crane on the old pier was never repainted. Ferries ran',
      [false, true],
      'the crane on the old pier was never repainted. Ferries ran',
    ],
    [
      'is left as it is where nearly nothing of the quote is in it',
      'ferries ran late and the old pier was closed for winter',
      [false, false],
      'ferries ran late and the old pier was closed for winter',
    ],
  ];
  for (const [what, place, kept, left] of PLACES)
    it(what, () => {
      const text = `Before. ${place} After.`;
      const rest = trimReplacedEnds(text, { start: 8, end: 8 + place.length }, QUOTE, {
        start: kept[0]!,
        end: kept[1]!,
      });
      assert.equal(text.slice(rest.start, rest.end), left);
    });
});
