import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Tally, tallied, TallyIndex } from '../../../src/core/across/tally';
import { talliesOf } from './talliesOf';

const DOCUMENTS = ['a.txt', 'b.txt', 'c.txt'];
const numbers = {
  numberOf: (document: string) => DOCUMENTS.indexOf(document),
  documentOf: (number: number) => DOCUMENTS[number],
};

describe('who names what', () => {
  it('is, however it came about, what the documents say now', () => {
    const names = fc.array(fc.constantFrom('Ada Ferrin', 'Odd Selmer', 'boats', '#money'), { maxLength: 6 });
    const step = fc.tuple(fc.constantFrom(...DOCUMENTS), fc.option(names, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), steps => {
        const index = new TallyIndex(numbers);
        const held = new Map<string, readonly Tally[]>();
        for (const [document, said] of steps) {
          if (said) index.set(document, tallied(said));
          else index.delete(document);
          held.set(document, tallied(said ?? []));
        }
        // Another one takes them over by their numbers.
        const other = new TallyIndex(numbers);
        other.set('b.txt', tallied(['Odd Selmer']));
        const known: number[] = [];
        for (const [document, tallies] of held) {
          assert.deepEqual(talliesOf(index, document), tallies);
          other.take(document, index.numberedOf(document), known);
          assert.deepEqual(talliesOf(other, document), tallies);
        }
        const totals = new Map<string, number>();
        for (const { name, count } of [...held.values()].flat()) totals.set(name, (totals.get(name) ?? 0) + count);
        assert.deepEqual(new Map([...index.names()].map(({ name, count }) => [name, count])), totals);
        for (const name of ['Ada Ferrin', 'boats', 'nobody']) {
          const naming = [...held].filter(([, list]) => list.some(tally => tally.name === name));
          assert.deepEqual([...index.documentsOf(name)].sort(), naming.map(([document]) => document).sort());
        }
      }),
    );
  });
});
