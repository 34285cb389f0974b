import assert from 'node:assert/strict';
import { type Annotation } from '../../../src/core/annotation/model';
import { mergeRollups, rollUp } from '../../../src/core/annotation/rollup';

const one = (fields: Partial<Annotation>): Annotation => ({
  ...{ id: 'x', quote: 'q', prefix: '', suffix: '', start: 0, end: 1 },
  ...fields,
});
const DAY = '2026-01-01T00:00:00Z';

describe('what a document’s annotations come to', () => {
  it('is nothing where there are none', () =>
    assert.deepEqual(rollUp([]), { progress: 'untouched', count: 0, reviewed: 0, stances: [] }));

  it('is in progress until all are reviewed', () => {
    const all = [one({ reviewed: DAY }), one({})];
    assert.equal(rollUp(all).progress, 'inProgress');
    assert.equal(rollUp(all).reviewed, 1);
    assert.equal(rollUp(all.slice(0, 1)).progress, 'reviewed');
  });

  it('is in progress again where one was changed since', () =>
    assert.equal(rollUp([one({ reviewed: DAY, updated: '2026-01-02T00:00:00Z' })]).progress, 'inProgress'));

  it('counts stances, most first', () => {
    const stances = ['favor', 'against', undefined, 'against'].map(stance => one(stance ? { stance } : {}));
    assert.deepEqual(rollUp(stances).stances, [
      { stance: 'against', count: 2 },
      { stance: 'favor', count: 1 },
    ]);
  });

  it('adds up for several documents to what all their annotations come to', () => {
    const documents = [
      [one({ stance: 'favor', reliability: 'B', reviewed: DAY })],
      [one({ stance: 'against', reliability: 'F' }), one({ stance: 'against', reliability: 'D' })],
      [],
    ];
    assert.deepEqual(mergeRollups(documents.map(rollUp)), rollUp(documents.flat()));
    assert.deepEqual(mergeRollups([]), rollUp([]));
  });

  const RANGES = [
    ['C B D', 'B–D'],
    ['A', 'A–A'],
    ['F B', 'B–B'],
    ['F', 'F–F'],
    ['', undefined],
  ] as const;
  for (const [given, range] of RANGES)
    it(`has of ‹${given}› the reliability ${range}`, () => {
      const grades = given.split(' ').filter(Boolean) as NonNullable<Annotation['reliability']>[];
      const { reliability } = rollUp(grades.map(grade => one({ reliability: grade })));
      assert.equal(reliability && `${reliability.best}–${reliability.worst}`, range);
    });
});
