import assert from 'node:assert/strict';
import { type Annotation } from '../../../src/core/annotation/model';
import { commonJudgement, proposalsFor } from '../../../src/core/team/adjudication';
import { type ComparedAnnotation, differencesIn } from '../../../src/core/team/differences';

/** `Ann1`: Ann's annotation of the first passage. */
const of = (name: string, says: Partial<Annotation> = {}): ComparedAnnotation => {
  const place = 100 * Number(/\d+/.exec(name)![0]);
  const author = name.replace(/\d.*$/, '');
  return { id: name, start: place, end: place + 50, ...(author === 'nobody' ? {} : { author }), ...says };
};

const AGAINST = { stance: 'against', target: 'the harbour' } as const;

describe('where annotators differ', () => {
  /** Each difference as its annotations, what they differ in, and who is not among them. */
  const said = (annotations: readonly ComparedAnnotation[], done: readonly string[] = []): readonly string[] =>
    differencesIn(annotations, done).map(({ annotations: those, fields, without }) =>
      [those.map(({ id }) => id).join(' '), fields.join(' '), without.join(' ')].join(' | '),
    );

  const cases: readonly (readonly [
    what: string,
    annotations: readonly ComparedAnnotation[],
    expected: readonly string[],
    done?: readonly string[],
  ])[] = [
    ['stance', [of('Ann1', AGAINST), of('Ben1', { ...AGAINST, stance: 'favor' })], ['Ann1 Ben1 | stance | ']],
    [
      'target, and then not stance',
      [of('Ann1', AGAINST), of('Ben1', { stance: 'favor', target: 'Orsan' })],
      ['Ann1 Ben1 | target | '],
    ],
    ['not a target in capitals', [of('Ann1', AGAINST), of('Ben1', { ...AGAINST, target: ' The Harbour' })], []],
    [
      'grades',
      [of('Ann1', { reliability: 'A', credibility: 2 }), of('Ben1', { reliability: 'B', credibility: 2 })],
      ['Ann1 Ben1 | reliability | '],
    ],
    [
      'tags, in whatever order',
      [
        of('Ann1', { tags: ['x', 'y'] }),
        of('Ben1', { tags: ['y', 'x'] }),
        of('Ann2', { tags: ['x'] }),
        of('Ben2', { tags: ['y'] }),
      ],
      ['Ann2 Ben2 | tags | '],
    ],
    ['not what one did not say', [of('Ann1', AGAINST), of('Ben1', { reliability: 'B' })], []],
    ['a passage that one alone marked', [of('Ann1'), of('Ben1'), of('Ben2')], ['Ben2 |  | Ann']],
    ['a passage that one marked and one who is done did not', [of('Ann1')], ['Ann1 |  | Ben'], ['Ben']],
    ['nothing where there is one annotator', [of('Ann1'), of('Ann2')], []],
    ['not annotations of nobody', [of('Ann1', AGAINST), of('nobody1', { stance: 'favor' })], []],
    [
      'three: two against one',
      [of('Ann1', AGAINST), of('Ben1', AGAINST), of('Cleo1', { ...AGAINST, stance: 'neutral' })],
      ['Ann1 Ben1 Cleo1 | stance | '],
    ],
    [
      'not what is settled',
      [
        of('Ann1', AGAINST),
        of('Ben1', { ...AGAINST, stance: 'favor' }),
        of('Cleo1', { ...AGAINST, adjudicates: ['Ann1', 'Ben1'] }),
      ],
      [],
    ],
    [
      'again where somebody says something else after it was settled',
      [
        of('Ann1', AGAINST),
        of('Ben1', { ...AGAINST, stance: 'favor' }),
        of('Dana1', { ...AGAINST, stance: 'neutral' }),
        of('Cleo1', { adjudicates: ['Ann1', 'Ben1'] }),
      ],
      ['Ann1 Ben1 Dana1 | stance | '],
    ],
    [
      'in the order of the text',
      [
        of('Ann3', { reliability: 'A' }),
        of('Ben3', { reliability: 'B' }),
        of('Ann1', { reliability: 'A' }),
        of('Ben1', { reliability: 'B' }),
      ],
      ['Ann1 Ben1 | reliability | ', 'Ann3 Ben3 | reliability | '],
    ],
  ];
  for (const [what, annotations, expected, done] of cases)
    it(what, () => assert.deepEqual(said(annotations, done), expected));
});

describe('what to choose from', () => {
  const all = [
    of('Ann1', { ...AGAINST, tags: ['x', 'y'], basis: 'on the record' }),
    of('Ben1', { stance: 'favor', target: 'the harbour', tags: ['y', 'x'] }),
    of('Cleo1', { ...AGAINST, tags: ['x', 'y'] }),
  ] as unknown as readonly Annotation[];

  it('is each value with who gave it, what most gave first and nothing last', () => {
    const found = [...proposalsFor(all)].map(([field, proposals]) => [
      field,
      ...proposals.map(({ value, authors }) => `${String(value)}: ${authors.join(' ')}`),
    ]);
    assert.deepEqual(found, [
      ['stance', 'against: Ann Cleo', 'favor: Ben'],
      ['basis', 'on the record: Ann', 'undefined: Ben Cleo'],
    ]);
  });

  it('begins with what most gave', () => {
    assert.deepEqual(commonJudgement(all), { ...AGAINST, basis: 'on the record', tags: ['x', 'y'] });
    assert.deepEqual(commonJudgement([]), {});
  });
});
