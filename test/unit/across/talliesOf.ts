import { type Tally, type TallyIndex } from '../../../src/core/across/tally';

/** What one document names, in its order. */
export function talliesOf(index: TallyIndex, document: string): readonly Tally[] {
  const { names, row } = index.numberedOf(document);
  return Array.from({ length: row.length / 2 }, (_, i) => ({ name: names[row[2 * i]!]!, count: row[2 * i + 1]! }));
}
