import assert from 'node:assert/strict';
import { type Continuum, unitizingAlpha } from '../../../src/core/agreement/unitizingAlpha';

/** A continuum from each annotator's passages as [start, length]. */
const continuum = (length: number, ...annotators: readonly (readonly (readonly [number, number])[])[]): Continuum => ({
  length,
  passages: annotators.map(passages => passages.map(([start, size]) => ({ start, end: start + size }))),
});

const stretched = ({ length, passages }: Continuum, factor: number): Continuum => ({
  length: length * factor,
  passages: passages.map(spans => spans.map(({ start, end }) => ({ start: start * factor, end: end * factor }))),
});

/*
 * Worked examples, with data and figures as they are transcribed in the tests of DKPro Statistics (Meyer et al. 2014).
 *
 * K. Krippendorff, Content Analysis, 2nd edition 2004, p. 254: two observers of a continuum from 150 to 450, categories c and k.
 */
const BOOK_C = continuum(300, [[75, 70], [220, 30]], [[70, 80], [205, 20], [250, 20]]); // prettier-ignore
const BOOK_K = continuum(300, [[30, 60], [150, 50]], [[30, 60], [150, 50]]); // prettier-ignore

/** K. Krippendorff, On the Reliability of Unitizing Continuous Data, 1995, p. 57. */
const ARTICLE: Readonly<Record<string, Continuum>> = {
  A: continuum(24, [[2, 8], [14, 6]], [[4, 4], [15, 2]]), // prettier-ignore
  B: continuum(24, [[0, 18]], [[0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1]]), // prettier-ignore
  C: continuum(24, [[2, 6], [10, 2], [14, 4], [20, 2]], [[0, 2], [4, 4], [10, 4], [16, 2], [20, 2]]), // prettier-ignore
  D: continuum(24, [[0, 2], [2, 8], [10, 4], [14, 6], [20, 4]], [[0, 4], [4, 4], [8, 7], [15, 2], [17, 7]]), // prettier-ignore
};

describe("Krippendorff's alpha for unitizing", () => {
  it('is as in Krippendorff 2004, p. 254', () => {
    const c = unitizingAlpha([BOOK_C]);
    const k = unitizingAlpha([BOOK_K]);
    assert.deepEqual(
      [c.observed, c.expected, c.alpha, k.observed, k.expected, k.alpha].map(value => value!.toFixed(4)),
      ['0.0144', '0.0532', '0.7286', '0.0000', '0.0490', '1.0000'],
    );
    // The book's figure for both categories together comes of the rounded disagreements.
    const [observed, expected] = [0.0144 + 0, 0.0532 + 0.049];
    assert.equal((1 - observed / expected).toFixed(4), '0.8591');
    assert.equal((1 - (c.observed + k.observed) / (c.expected + k.expected)).toFixed(3), '0.859');
  });

  it('observes the disagreements of Krippendorff 1995, p. 57', () => {
    const observed = Object.values(ARTICLE).map(example => unitizingAlpha([example]).observed);
    const cut = observed.map(value => Math.floor(value * 1e5) / 1e5);
    assert.deepEqual(cut, [0.03125, 2.26736, 0.02777, 0.38715]);
  });

  it('comes to the alphas of Krippendorff 1995 where the continuum is measured finely', () => {
    // Of A and D. For B and C that paper expects other disagreements than its formula as corrected in 2004 gives.
    for (const [name, expected, alpha] of [
      ['A', '0.06990', '0.553'],
      ['D', '0.41445', '0.066'],
    ] as const) {
      const fine = unitizingAlpha([stretched(ARTICLE[name]!, 50_000)]);
      assert.deepEqual([fine.expected.toFixed(5), fine.alpha!.toFixed(3)], [expected, alpha]);
    }
  });

  const ONE = continuum(200, [[10, 20], [60, 5]], [[12, 20]], [[100, 50], [60, 5]].reverse() as [number, number][]); // prettier-ignore

  it('adds up to what the definition says, section by section', () => {
    for (const example of [BOOK_C, ...Object.values(ARTICLE), ONE]) {
      const { observed, expected } = unitizingAlpha([example]);
      const defined = byDefinition(example);
      assert.ok(Math.abs(observed - defined.observed) < 1e-12, `${observed} ${defined.observed}`);
      assert.ok(Math.abs(expected - defined.expected) < 1e-12, `${expected} ${defined.expected}`);
    }
  });

  it('is 1 where all mark the same, however many they are', () => {
    const marks: readonly [number, number][] = [
      [3, 5],
      [8, 2],
      [40, 1],
    ];
    assert.equal(unitizingAlpha([continuum(50, marks, marks)]).alpha, 1);
    assert.equal(unitizingAlpha([continuum(50, marks, marks, marks), continuum(20, [[1, 4]], [[1, 4]])]).alpha, 1);
    assert.equal(unitizingAlpha([continuum(50, [[0, 50]], [[0, 50]])]).alpha, 1);
  });

  it('is the same in whatever order annotators and texts come', () => {
    const turned = { length: ONE.length, passages: [...ONE.passages].reverse() };
    assert.equal(unitizingAlpha([turned]).alpha!.toFixed(12), unitizingAlpha([ONE]).alpha!.toFixed(12));
    assert.equal(unitizingAlpha([BOOK_C, ONE]).alpha!.toFixed(12), unitizingAlpha([ONE, BOOK_C]).alpha!.toFixed(12));
  });

  it('falls as marks drift apart', () => {
    const alphas = [0, 2, 5, 10, 40].map(
      drift => unitizingAlpha([continuum(300, [[50, 30]], [[50 + drift, 30]])]).alpha!,
    );
    assert.deepEqual(
      alphas,
      [...alphas].sort((a, b) => b - a),
    );
    assert.ok(new Set(alphas).size === alphas.length && alphas.at(-1)! < 0, alphas.join(' '));
  });

  for (const annotators of [2, 3, 6])
    it(`is about 0 where ${annotators} mark at random`, () => {
      const random = randomNumbers(annotators);
      const texts = Array.from({ length: 400 }, () =>
        continuum(2_000, ...Array.from({ length: annotators }, () => scattered(random, 2_000, 8, 100))),
      );
      const { alpha } = unitizingAlpha(texts);
      assert.ok(Math.abs(alpha!) < 0.06, `${alpha}`);
    });

  it('cannot be told where nobody marked anything, or one annotator is alone', () => {
    for (const texts of [[], [continuum(10, [], [])], [continuum(10, [[2, 3]])], [continuum(0, [], [])]])
      assert.equal(unitizingAlpha(texts).alpha, undefined);
  });

  it('is below 0 where one marked a passage and the other nothing', () => {
    assert.ok(unitizingAlpha([continuum(100, [[10, 20]], [])]).alpha! <= 0);
  });
});

/** The definition as it stands in Krippendorff 2004, with every sum written out. */
function byDefinition({ length, passages }: Continuum): { observed: number; expected: number } {
  type Section = readonly [start: number, size: number, marked: 0 | 1];
  const observers = passages.map(spans => {
    const sections: Section[] = [];
    let end = 0;
    for (const span of spans) {
      if (span.start > end) sections.push([end, span.start - end, 0]);
      sections.push([span.start, span.end - span.start, 1]);
      end = span.end;
    }
    if (end < length) sections.push([end, length - end, 0]);
    return sections;
  });
  const delta = ([b, l, v]: Section, [c, k, w]: Section): number => {
    const apart = b - c;
    if (v && w && -l < apart && apart < k) return apart ** 2 + (apart + l - k) ** 2;
    if (v && !w && k - l >= apart && apart >= 0) return l ** 2;
    if (!v && w && k - l <= apart && apart <= 0) return k ** 2;
    return 0;
  };
  const m = observers.length;
  let observed = 0;
  observers.forEach((ours, i) =>
    observers.forEach((theirs, j) => {
      if (i !== j) for (const g of ours) for (const h of theirs) observed += delta(g, h);
    }),
  );
  const all = observers.flat();
  const marked = all.filter(([, , v]) => v);
  let expected = 0;
  let own = 0;
  for (const [, l] of marked) {
    expected += ((marked.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const [, k, w] of all) if (!w && k >= l) expected += l ** 2 * (k - l + 1);
    own += l * (l - 1);
  }
  return {
    observed: observed / (m * (m - 1) * length ** 2),
    expected: ((2 / length) * expected) / (m * length * (m * length - 1) - own),
  };
}

/** Numbers in [0, 1), the same ones for the same seed (Numerical Recipes' generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** So many passages of one size, anywhere, none overlapping another. */
function scattered(random: () => number, length: number, count: number, size: number): readonly [number, number][] {
  const free = length - count * size;
  const cuts = Array.from({ length: count }, () => Math.floor(random() * (free + 1))).sort((a, b) => a - b);
  return cuts.map((cut, index) => [cut + index * size, size]);
}
