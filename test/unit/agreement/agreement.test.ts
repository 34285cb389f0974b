import assert from 'node:assert/strict';
import { type Agreement, agreementOn, type AnnotatedDocument } from '../../../src/core/agreement/agreement';
import { alignPassages, type PlacedAnnotation } from '../../../src/core/agreement/alignPassages';

const LENGTH = 1_000;

/** An annotation of an author's from `start` to `end`. */
const by = (
  author: string | undefined,
  start: number,
  end: number,
  values: Partial<PlacedAnnotation> = {},
): PlacedAnnotation => ({ start, end, ...(author === undefined ? {} : { author }), ...values });

const document = (...annotations: readonly PlacedAnnotation[]): AnnotatedDocument => ({ length: LENGTH, annotations });

describe('annotations of the same passage', () => {
  /** Groups as their members' authors and starts. */
  const groups = (...annotations: readonly PlacedAnnotation[]): readonly string[] =>
    alignPassages(annotations).map(group => group.map(({ author, start }) => `${author}${start}`).join(' '));

  const CASES: readonly (readonly [
    what: string,
    annotations: readonly PlacedAnnotation[],
    expected: readonly string[],
  ])[] = [
    ['that overlap', [by('a', 10, 50), by('b', 12, 50)], ['a10 b12']],
    ['a quote and its sentence', [by('a', 10, 90), by('b', 40, 50)], ['a10 b40']],
    ['not neighbours that share a few characters', [by('a', 10, 50), by('b', 45, 90)], ['a10', 'b45']],
    ['not those that only touch', [by('a', 10, 50), by('b', 50, 90)], ['a10', 'b50']],
    ['not two of one author', [by('a', 10, 50), by('a', 10, 50)], ['a10', 'a10']],
    ['of three authors', [by('c', 9, 50), by('a', 10, 50), by('b', 11, 50)], ['c9 a10 b11']],
    [
      'one to one, the most alike first',
      [by('a', 10, 50), by('b', 10, 60), by('b', 11, 50), by('a', 10, 61)],
      ['a10 b11', 'b10 a10'],
    ],
    ['none', [], []],
  ];
  for (const [what, annotations, expected] of CASES)
    it(`are ${what}`, () => assert.deepEqual(groups(...annotations), expected));

  it('are of equally alike ones those toward one target', () => {
    const [mine, other, same] = [
      by('a', 0, 9, { target: 'x' }),
      by('b', 0, 9, { target: 'y' }),
      by('b', 0, 9, { target: 'X ' }),
    ];
    assert.deepEqual(alignPassages([mine, other, same]), [[mine, same], [other]]);
  });
});

describe('agreement on documents', () => {
  const stances = (...pairs: readonly (readonly [string, string])[]): AnnotatedDocument =>
    document(
      ...pairs.flatMap(([ofA, ofB], index) => [
        by('a', index * 50, index * 50 + 20, { stance: ofA, target: 'port' }),
        by('b', index * 50, index * 50 + 20, { stance: ofB, target: 'port' }),
      ]),
    );

  it('compares what two annotators say of the same passages', () => {
    const { documents, annotators, passages, stance, reliability, pairs } = agreementOn([
      stances(['favor', 'favor'], ['against', 'against'], ['neutral', 'favor'], ['against', 'against']),
    ]);
    assert.deepEqual([documents, annotators], [1, ['a', 'b']]);
    assert.deepEqual(passages, { units: 4, alpha: 1 });
    // Of 8 values 3 are favor, 4 against, 1 neutral; neutral and favor met, in both orders.
    assert.deepEqual([stance.units, stance.percent, stance.alpha?.toFixed(3)], [4, 75, (1 - 7 / 19).toFixed(3)]);
    assert.deepEqual(reliability, { units: 0, percent: undefined, alpha: undefined, ordinalAlpha: undefined });
    // Expected by chance: 1/4 * 2/4 + 2/4 * 2/4.
    assert.deepEqual(
      pairs.map(pair => [pair.annotators, pair.stance.units, pair.stance.percent, pair.stance.kappa]),
      [[['a', 'b'], 4, 75, (0.75 - 0.375) / (1 - 0.375)]],
    );
  });

  it('compares stances toward the same target only', () => {
    const about = (target?: string): Agreement['stance'] =>
      agreementOn([
        document(
          by('a', 0, 9, { stance: 'favor', target: 'port' }),
          by('b', 0, 9, { stance: 'against', ...(target === undefined ? {} : { target }) }),
        ),
      ]).stance;
    assert.deepEqual([about('Port ').units, about('town').units, about().units], [1, 0, 0]);
  });

  it('lets one passage have a stance toward each of several targets', () => {
    const { stance, passages } = agreementOn([
      document(
        ...(['a', 'b'] as const).flatMap(author => [
          by(author, 0, 9, { stance: 'favor', target: 'port' }),
          by(author, 0, 9, { stance: 'against', target: 'town' }),
        ]),
      ),
    ]);
    assert.deepEqual([stance.units, stance.percent, stance.alpha, passages.alpha], [2, 100, 1, 1]);
  });

  it('takes what an annotator did not say as missing, not as disagreement', () => {
    const { reliability, credibility, passages } = agreementOn([
      document(
        by('a', 0, 9, { reliability: 'A', credibility: 1 }),
        by('b', 0, 9, { reliability: 'A' }),
        by('a', 50, 59, { reliability: 'C' }),
        by('b', 50, 59, { reliability: 'D' }),
        by('a', 90, 99, { reliability: 'F' }),
      ),
    ]);
    assert.deepEqual([reliability.units, reliability.percent, credibility.units], [2, 50, 0]);
    assert.equal(passages.units, 2);
    assert.ok(passages.alpha! < 1);
  });

  it('tells near grades from far ones', () => {
    const grades = (ofB: readonly ('A' | 'B' | 'C' | 'D' | 'E')[]): Agreement =>
      agreementOn([
        document(
          ...ofB.flatMap((reliability, index) => [
            by('a', index * 50, index * 50 + 20, { reliability: (['A', 'B', 'C', 'D', 'E'] as const)[index]! }),
            by('b', index * 50, index * 50 + 20, { reliability }),
          ]),
        ),
      ]);
    const near = grades(['B', 'B', 'C', 'D', 'E']);
    const far = grades(['E', 'B', 'C', 'D', 'E']);
    assert.equal(near.reliability.percent, far.reliability.percent);
    assert.ok(near.reliability.ordinalAlpha! > far.reliability.ordinalAlpha!);
    assert.ok(near.pairs[0]!.reliability.weightedKappa! > far.pairs[0]!.reliability.weightedKappa!);
  });

  it('leaves out who did not sign, and documents that one annotator alone annotated', () => {
    const both = stances(['favor', 'favor'], ['against', 'neutral']);
    const alone = document(
      by('c', 0, 9, { stance: 'favor', target: 'port' }),
      by(undefined, 0, 9, { stance: 'against' }),
    );
    const unsigned = { ...both, annotations: [...both.annotations, by(undefined, 0, 20, { stance: 'unclear' })] };
    assert.deepEqual(agreementOn([unsigned, alone]), agreementOn([both]));
    const nothing = agreementOn([alone]);
    assert.deepEqual(
      [nothing.documents, nothing.annotators, nothing.passages, nothing.pairs],
      [0, [], { units: 0, alpha: undefined }, []],
    );
  });

  it('counts overlapping passages of one annotator as one that is marked', () => {
    const marked = agreementOn([document(by('a', 10, 40), by('a', 30, 60), by('b', 10, 60))]);
    assert.equal(marked.passages.alpha, 1);
  });

  it('compares any two who share a document', () => {
    const { annotators, pairs, documents } = agreementOn([
      document(
        by('a', 0, 9, { credibility: 1 }),
        by('b', 0, 9, { credibility: 2 }),
        by('b', 50, 90, { credibility: 2 }),
      ),
      document(by('b', 0, 9, { credibility: 6 }), by('c', 0, 9, { credibility: 6 })),
    ]);
    assert.deepEqual([documents, annotators], [2, ['a', 'b', 'c']]);
    assert.deepEqual(
      pairs.map(pair => [pair.annotators.join(' '), pair.credibility.units, pair.credibility.percent]),
      [
        ['a b', 1, 0],
        ['b c', 1, 100],
      ],
    );
  });
});

describe('agreement with passes and adjudication', () => {
  const both = [by('a', 10, 50, { stance: 'favor' }), by('b', 10, 50, { stance: 'against' })];

  it('takes who is done for an annotator, whatever he marked', () => {
    const of = (done: readonly string[]) => agreementOn([{ ...document(by('a', 0, 500)), done }]);
    assert.equal(of([]).documents, 0);
    assert.deepEqual(of(['b', 'a']).annotators, ['a', 'b']);
    assert.ok(of(['b']).passages.alpha! < 0.1, String(of(['b']).passages.alpha));
    assert.deepEqual(
      of(['b']).pairs.map(({ annotators }) => annotators),
      [['a', 'b']],
    );
  });

  it('does not count what decides between annotations', () => {
    const decided = by('c', 10, 50, { stance: 'favor', adjudicates: ['x', 'y'] });
    assert.deepEqual(agreementOn([document(...both, decided)]), agreementOn([document(...both)]));
  });
});
