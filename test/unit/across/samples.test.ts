import assert from 'node:assert/strict';
import { compareClaims } from '../../../src/core/across/compareClaims';
import { drained } from '../../../src/core/drained';
import { articlesBelow, TestCorpus } from './readCorpus';

let samples: TestCorpus;
before(() => {
  samples = new TestCorpus(articlesBelow('samples'));
});

const survey = 'lorrin-press-agency/2025-05-12-seabed-survey.txt';
const surveyPage = 'tolm-online/2025-05-12-seabed-survey.txt';
const courier = 'skerrow-courier/2025-05-14-harbour-interview.md';
const bote = 'kesslaender-bote/2025-05-15-hafenausbau-skerrow.txt';
const dispatch = 'averne-dispatch/2025-05-16-minister-to-fishermen.txt';
const march = 'tolm-online/2025-05-17-fishers-march.txt';
const column = 'skerrow-courier/2025-05-18-progress-they-call-it.md';
const ferry = 'lorrin-press-agency/2025-05-20-ferry-collision.txt';
const ferryLive = 'tolm-online/2025-05-20-ferry-live.txt';
const ferryFrench = 'fanal-averne/2025-05-21-collision-ferry.txt';
const heron = 'averne-review/2025-05-22-grey-heron.md';
const PROMISE = 'We will not move a single stone';

describe('the sample corpus across its articles', () => {
  it('has one text twice', () => {
    const [family, ...others] = drained(samples.index.copyFamilies());
    assert.deepEqual(others, []);
    assert.equal(family!.original, surveyPage);
    assert.deepEqual(
      family!.copies.map(({ shorter, kind }) => [shorter, kind]),
      [[survey, 'copy']],
    );
    assert.ok(family!.copies[0]!.ofShorter > 0.95);
  });

  it('groups what tells of one event, in three languages’ words', () => {
    const { stories } = samples;
    assert.ok(stories.some(story => [ferry, ferryLive, ferryFrench].every(file => story.includes(file))));
    assert.ok(stories.some(story => story.includes(survey) && story.includes(surveyPage)));
    assert.ok(!stories.some(story => story.includes(ferry) && story.includes(courier)));
  });

  const TRACES: readonly (readonly [
    from: string,
    words: string,
    to: string,
    ...found: [kind: string, words: string][],
  ])[] = [
    [
      survey,
      'You cannot replant a meadow',
      surveyPage,
      ['verbatim', 'You cannot replant a meadow in the time it takes to hold a press conference'],
    ],
    [courier, PROMISE, march, ['trimmed', PROMISE]],
    [march, PROMISE, courier, ['trimmed', PROMISE]],
    [
      courier,
      PROMISE,
      column,
      ['altered', 'not move “a single stone” until the boats have been heard'],
      ['altered', `${PROMISE} until the boats are ready`],
    ],
    [
      courier,
      PROMISE,
      bote,
      ['paraphrase', 'Wir werden keinen einzigen Stein bewegen, bevor die Boote gehört worden sind'],
    ],
    [
      courier,
      PROMISE,
      dispatch,
      [
        'paraphrase',
        'We are not going to shift one stone before the boats have been listened to, and until the end of June I will put my name to nothing',
      ],
    ],
    [bote, 'Ein Hafen ist keine Mauer', courier, ['paraphrase', 'A harbour is not a wall with water in front of it']],
    [ferry, 'Fog is not a political party', ferryLive],
    [ferry, 'There was one bang', ferryLive],
    [courier, PROMISE, ferryLive],
    [courier, 'There is no ship', ferry],
  ];
  for (const [from, words, to, ...found] of TRACES)
    it(`traces “${words}” from ${from} to ${to}: ${found.map(([kind]) => kind).join(', ') || 'nothing'}`, () => {
      assert.deepEqual(samples.trace(from, words, to), found);
    });

  it('says which words were replaced, and what was cut', () => {
    const [, altered] = samples.traces(courier, PROMISE, column);
    const words = (file: string, { start, end }: { start: number; end: number }): string =>
      samples.textOf(file).slice(start, end);
    assert.deepEqual(
      altered!.changes.map(({ kind, here, there }) => [kind, words(courier, here), words(column, there)]),
      [['replaced', 'have been heard', 'are ready']],
    );
    const [trimmed] = samples.traces(courier, PROMISE, march);
    assert.deepEqual([trimmed!.longer, trimmed!.withinSentence], ['here', true]);
  });

  it('says why other words are taken for the same', () => {
    const [paraphrase] = samples.traces(courier, PROMISE, bote);
    assert.deepEqual(paraphrase!.reasons, [
      { code: 'sameSpeaker', name: 'Lucan Ferrin' },
      {
        code: 'sharedMeaning',
        words: [
          ['move', 'bewegen'],
          ['single', 'einzigen'],
          ['stone', 'Stein'],
          ['boats', 'Boote'],
          ['heard', 'gehört'],
        ],
      },
    ]);
  });

  const FIGURES: readonly (readonly [
    first: string,
    figure: string,
    second: string,
    other: string,
    agreement: string,
  ])[] = [
    [courier, '1,860 letters', dispatch, 'Some 1,900 letters', 'same'],
    [courier, '294 boats', dispatch, 'At least 100', 'consistent'],
    [survey, 'Nearly 20% of the seagrass meadows', column, 'A fifth of our seagrass', 'same'],
    [bote, 'etwa 80 Prozent der Absender', courier, 'about four in five', 'same'],
    [bote, 'rund 340 Millionen Euro', dispatch, 'around 430 million euros', 'differ'],
    [ferry, 'Twenty-eight people', ferryLive, 'At least 34 people', 'differ'],
    [ferry, 'Twenty-eight people', heron, '28 people', 'same'],
    [ferry, 'Twenty-eight people', ferryFrench, 'Au moins 28 personnes', 'consistent'],
  ];
  for (const [first, figure, second, other, agreement] of FIGURES)
    it(`lays “${figure}” beside “${other}”: ${agreement}`, () => {
      const pairs = compareClaims(samples.claims(first), samples.claims(second));
      const figureOf = (file: string, { claim }: { claim: { start: number; end: number } }): string =>
        samples.textOf(file).slice(claim.start, claim.end).replaceAll('\u00a0', ' ');
      const pair = pairs.find(({ a }) => figureOf(first, a) === figure);
      assert.deepEqual(pair && [figureOf(second, pair.b), pair.agreement], [other, agreement]);
    });
});
