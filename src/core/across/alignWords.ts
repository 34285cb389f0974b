import { type WordRange } from './tracedDocument';
import { type Words } from './words';

/** Which words of two stretches are the same, in order: pairs of word numbers. */
export type WordPairs = readonly (readonly [here: number, there: number])[];

/** A longer stretch is compared by its first words: none is quoted as one. */
const MOST_WORDS = 400;

/** The longest common subsequence of two stretches by stems. Quadratic in their length, which is bounded. */
export function alignWords(here: Words, hereRange: WordRange, there: Words, thereRange: WordRange): WordPairs {
  const rows = Math.min(MOST_WORDS, hereRange.to - hereRange.from);
  const columns = Math.min(2 * MOST_WORDS, thereRange.to - thereRange.from);
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        here.stems[hereRange.from + row] === there.stems[thereRange.from + column]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * width + column;
    const isSame = here.stems[hereRange.from + row] === there.stems[thereRange.from + column];
    if (isSame && lengths[at] === lengths[at + width + 1]! + 1)
      pairs.push([hereRange.from + row++, thereRange.from + column++]);
    else if (lengths[at + width]! >= lengths[at + 1]!) row++;
    else column++;
  }
  return pairs;
}
