import assert from 'node:assert/strict';
import { cohenKappa } from '../../../src/core/agreement/cohenKappa';
import { krippendorffAlpha, percentAgreement, type Ratings } from '../../../src/core/agreement/krippendorffAlpha';

/** As printed: rounded to so many digits after the point. */
const printed = (value: number | undefined, digits: number): string | undefined => value?.toFixed(digits);

/** Units from a line of values for each annotator; a dot is a missing value. */
function units(...annotators: readonly string[]): readonly Ratings<string>[] {
  const rows = annotators.map(line => line.trim().split(/\s+/));
  return rows[0]!.map((_, unit) => rows.map(row => (row[unit] === '.' ? undefined : row[unit])));
}

/** Units of two annotators from a table of how often one said the row's value and the other the column's. */
const fromTable = (values: readonly string[], table: readonly (readonly number[])[]): readonly [string, string][] =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): [string, string] => [values[a]!, values[b]!])),
  );

/*
 * The worked examples. Data and figures were checked against the tests of DKPro Statistics (Meyer et al. 2014), where they are
 * transcribed from the same publications; those of Krippendorff 2011 also against the tests of the R package tidycomm.
 */

/** K. Krippendorff, Content Analysis, 2nd edition 2004, p. 224. */
const BINARY = units('1 1 0 0 0 0 0 0 0 0', '0 1 1 0 0 1 0 1 0 0');

/** Krippendorff 2004, p. 227. */
const TWO_ANNOTATORS = units('a a b b b b b c c c c c', 'a b b b b b c c c c c c');

/** Krippendorff 2004, p. 230; again in K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011. */
const FOUR_ANNOTATORS = units(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

/** A. F. Hayes and K. Krippendorff, Answering the Call for a Standard Reliability Measure for Coding Data, 2007, p. 84. */
const FIVE_ANNOTATORS = units(
  '1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1',
  '1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1',
  '2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1',
  '. 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .',
  '2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1',
);

/** R. Artstein and M. Poesio, Inter-Coder Agreement for Computational Linguistics, 2008, p. 558. */
const DIALOGUE_ACTS = fromTable(
  ['STAT', 'IReq'],
  [
    [20, 10],
    [20, 50],
  ],
);

/** The same, p. 568: a check is half way between a statement and a request for information. */
const SCALED_ACTS = ['STAT', 'Chck', 'IReq'];
const THREE_DIALOGUE_ACTS = fromTable(SCALED_ACTS, [
  [46, 0, 0],
  [0, 10, 0],
  [6, 6, 32],
]);

/** J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960, p. 45. */
const COHEN = fromTable(
  ['1', '2', '3'],
  [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ],
);

describe('percent agreement', () => {
  const PUBLISHED: readonly (readonly [where: string, data: readonly Ratings<string>[], percent: string])[] = [
    ['Krippendorff 2004, p. 224', BINARY, '60.0'],
    ['Krippendorff 2004, p. 227', TWO_ANNOTATORS, '83.3'],
    ['Cohen 1960, p. 45', COHEN, '70.0'],
    ['Artstein and Poesio 2008, p. 558', DIALOGUE_ACTS, '70.0'],
    ['Artstein and Poesio 2008, p. 568', THREE_DIALOGUE_ACTS, '88.0'],
  ];
  for (const [where, data, percent] of PUBLISHED)
    it(`is as in ${where}`, () => assert.equal(printed(percentAgreement(data), 1), percent));

  it('counts a value once, however many annotators rated its unit', () => {
    assert.equal(percentAgreement(units('a a', 'a b', 'a .')), 60);
  });
  it('cannot be told where no unit has two values', () => {
    assert.equal(percentAgreement(units('a .', '. a')), undefined);
    assert.equal(percentAgreement([]), undefined);
  });
});

describe("Krippendorff's alpha", () => {
  const PUBLISHED: readonly (readonly [
    where: string,
    data: readonly Ratings<string>[],
    alpha: string,
    scale?: string,
  ])[] = [
    ['Krippendorff 2004, p. 224', BINARY, '0.095'],
    ['Krippendorff 2004, p. 227', TWO_ANNOTATORS, '0.734'],
    ['Krippendorff 2004, p. 230 (nominal)', FOUR_ANNOTATORS, '0.743'],
    ['Krippendorff 2011 (ordinal)', FOUR_ANNOTATORS, '0.815', '12345'],
    ['Hayes and Krippendorff 2007, p. 84 (ordinal)', FIVE_ANNOTATORS, '0.7598', '0123'],
    ['Hayes and Krippendorff 2007, p. 84 (nominal)', FIVE_ANNOTATORS, '0.477'],
  ];
  for (const [where, data, alpha, scale] of PUBLISHED)
    it(`is as in ${where}`, () => {
      const digits = alpha.split('.')[1]!.length;
      assert.equal(printed(krippendorffAlpha(data, scale === undefined ? undefined : [...scale]), digits), alpha);
    });

  it('is 1 where all agree, in whatever order annotators come', () => {
    const agreed = units('a b a', 'a b a', 'a b .');
    assert.equal(krippendorffAlpha(agreed), 1);
    assert.equal(krippendorffAlpha(agreed, ['a', 'b']), 1);
    const reversed = FOUR_ANNOTATORS.map(unit => [...unit].reverse());
    assert.equal(printed(krippendorffAlpha(reversed), 9), printed(krippendorffAlpha(FOUR_ANNOTATORS), 9));
  });
  it('takes no notice of units that one annotator alone rated', () => {
    const more = [...FOUR_ANNOTATORS, ['9', undefined, undefined, undefined], [undefined, undefined]];
    assert.equal(krippendorffAlpha(more), krippendorffAlpha(FOUR_ANNOTATORS));
  });
  it('counts a near miss on a scale less than a far one', () => {
    const scale = ['A', 'B', 'C', 'D'];
    const near = krippendorffAlpha(units('A B C D A', 'A B C D B'), scale)!;
    const far = krippendorffAlpha(units('A B C D A', 'A B C D D'), scale)!;
    assert.ok(near > far, `${near} ${far}`);
  });
  it('cannot be told without two values in a unit, nor where all values are the same', () => {
    for (const data of [[], units('a .', '. a'), units('a a', 'a a')]) {
      assert.equal(krippendorffAlpha(data), undefined);
      assert.equal(krippendorffAlpha(data, ['a']), undefined);
    }
  });
});

describe("Cohen's kappa", () => {
  const PUBLISHED: readonly (readonly [where: string, data: readonly [string, string][], kappa: string])[] = [
    ['Cohen 1960, p. 45', COHEN, '0.492'],
    ['Artstein and Poesio 2008, p. 558', DIALOGUE_ACTS, '0.348'],
    ['Artstein and Poesio 2008, p. 568', THREE_DIALOGUE_ACTS, '0.801'],
  ];
  for (const [where, data, kappa] of PUBLISHED)
    it(`is as in ${where}`, () => assert.equal(printed(cohenKappa(data), 3), kappa));

  it('weighted, is as in Artstein and Poesio 2008, p. 568', () => {
    assert.equal(printed(cohenKappa(THREE_DIALOGUE_ACTS, SCALED_ACTS), 4), '0.8163');
  });
  it('is 1 where both agree, and the same whoever is first', () => {
    assert.equal(cohenKappa(fromTable(['a', 'b'], [[3, 0], [0, 4]])), 1); // prettier-ignore
    const turned = COHEN.map(([a, b]): [string, string] => [b, a]);
    assert.equal(printed(cohenKappa(turned), 9), printed(cohenKappa(COHEN), 9));
  });
  it('cannot be told without pairs, nor where there is one value only', () => {
    assert.equal(cohenKappa([]), undefined);
    assert.equal(cohenKappa(fromTable(['a'], [[5]])), undefined);
  });
});
