import assert from 'node:assert/strict';
import { type Adjustment, adjustedPassage } from '../../../src/app/adjustPassage';

/** `‹…›` marks the passage. */
function adjusted(marked: string, edge: Adjustment['edge'], unit: Adjustment['unit'], direction: 1 | -1): string {
  const text = marked.replace(/[‹›]/g, '');
  const span = adjustedPassage(
    text,
    { start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 },
    { edge, unit, direction },
  );
  if (!span) return 'no further';
  return `${text.slice(0, span.start)}‹${text.slice(span.start, span.end)}›${text.slice(span.end)}`;
}

describe('adjusting a passage', () => {
  const cases: readonly [string, Adjustment['edge'], Adjustment['unit'], 1 | -1, string][] = [
    ['the ‹old pier› holds', 'end', 'word', 1, 'the ‹old pier holds›'],
    ['the ‹old pier› holds', 'end', 'word', -1, 'the ‹old› pier holds'],
    ['the ‹old pier› holds', 'start', 'word', -1, '‹the old pier› holds'],
    ['the ‹old pier› holds', 'start', 'word', 1, 'the old ‹pier› holds'],
    ['the ‹old pier› holds', 'both', 'word', 1, 'the old ‹pier holds›'],
    ['the old ‹pier holds›', 'both', 'word', -1, 'the ‹old pier› holds'],
    ['“‹Die Mole hält›, sagt er.', 'end', 'word', 1, '“‹Die Mole hält, sagt› er.'],
    ['die ‹Mo›le', 'end', 'word', 1, 'die ‹Mole›'],
    ['the ‹old› pier', 'end', 'word', -1, 'no further'],
    ['the ‹pier›.', 'end', 'word', 1, 'no further'],
    ['It ‹holds›. They say so. We wait.', 'end', 'sentence', 1, 'It ‹holds.› They say so. We wait.'],
    ['It ‹holds.› They say so. We wait.', 'end', 'sentence', 1, 'It ‹holds. They say so.› We wait.'],
    ['‹It holds. They say so.› We wait.', 'end', 'sentence', -1, '‹It holds.› They say so. We wait.'],
    ['It holds. They ‹say so.› We wait.', 'start', 'sentence', -1, 'It holds. ‹They say so.› We wait.'],
    ['It holds. ‹They say so.› We wait.', 'start', 'sentence', -1, '‹It holds. They say so.› We wait.'],
    ['‹It holds. They say so.› We wait.', 'start', 'sentence', 1, 'It holds. ‹They say so.› We wait.'],
    ['‹It holds.› They say so. We wait.', 'both', 'sentence', 1, 'It holds. ‹They say so.› We wait.'],
    ['It holds. ‹They say so.›\n\nWe wait.', 'both', 'sentence', 1, 'It holds. They say so.\n\n‹We wait.›'],
    ['It holds. ‹They say so.› We wait.', 'both', 'sentence', -1, '‹It holds.› They say so. We wait.'],
  ];
  for (const [before, edge, unit, direction, after] of cases)
    it(`${edge} ${direction === 1 ? 'on' : 'back'} by a ${unit}: ${before.replace(/\n/g, '↵')}`, () =>
      assert.equal(adjusted(before, edge, unit, direction), after));
});
