import assert from 'node:assert/strict';
import { amountOf, judgeAgreement, partOfWhole } from '../../../src/core/across/amount';
import { detect } from '../../../src/core/detect/detect';

/** The amount of the one claim of a sentence. */
function amountIn(text: string) {
  const { claims } = detect(text);
  assert.equal(claims.length, 1, text);
  const measured = amountOf(claims[0]!, text);
  assert.ok(measured, text);
  return measured;
}

const CASES: readonly (readonly [one: string, other: string, agreement: string])[] = [
  ['They counted 28 deaths.', 'They counted 34 deaths.', 'differ'],
  ['They counted 28 deaths.', 'They counted 28 deaths.', 'same'],
  ['They counted at least 28 deaths.', 'They counted 34 deaths.', 'consistent'],
  ['They counted at least 34 deaths.', 'They counted 28 deaths.', 'differ'],
  ['They counted at least 34 deaths.', 'They counted at least 34 deaths.', 'same'],
  ['They counted up to 700 jobs.', 'They counted fewer than 300 jobs.', 'consistent'],
  ['They counted some 1,900 letters.', 'They counted 1,860 letters.', 'same'],
  ['They counted 30 boats.', 'They counted 28 boats.', 'differ'],
  ['They counted 340 boats.', 'They counted 343 boats.', 'consistent'],
  ['Nearly 20% of the town said no.', 'A fifth of the town said no.', 'same'],
  ['Nearly 20% of the town said no.', 'A quarter of the town said no.', 'differ'],
  ['It cost 340 million euros.', 'It cost €340m.', 'same'],
  ['It cost 340 million euros.', 'It cost around 430 million euros.', 'differ'],
  ['It is 1.2 km long.', 'It is 1200 metres long.', 'same'],
  ['Between 3 and 5 boats sank.', '4 boats sank.', 'consistent'],
  ['Between 3 and 5 boats sank.', '6 boats sank.', 'differ'],
];

describe('amounts', () => {
  for (const [one, other, agreement] of CASES)
    it(`${one} ${other} ${agreement}`, () => {
      const [a, b] = [amountIn(one), amountIn(other)];
      assert.equal(a.dimension, b.dimension);
      assert.equal(judgeAgreement(a.amount, b.amount), agreement);
      assert.equal(judgeAgreement(b.amount, a.amount), agreement);
    });

  it('does not compare currencies, or lengths with times', () => {
    const dimensions = ['It cost 5 million euros.', 'It cost $5 million.', 'It is 5 km long.', 'It took 5 hours.'].map(
      text => amountIn(text).dimension,
    );
    assert.equal(new Set(dimensions).size, 4);
  });

  it('reckons the part of a whole: at least a third of 311 agrees with at least 100', () => {
    const whole = amountIn('They lost 311 tanks.').amount;
    const part = partOfWhole(amountIn('They lost at least one third of them.').amount, whole);
    assert.deepEqual([Math.round(part.least), part.most], [104, 311]);
    assert.equal(judgeAgreement(part, amountIn('They lost at least 100 tanks.').amount), 'consistent');
    assert.equal(judgeAgreement(part, amountIn('They lost 90 tanks.').amount), 'differ');
  });
});
