import assert from 'node:assert/strict';
import {
  dayOf,
  outletsOf,
  type ReportAnnotation,
  type ReportDocument,
  type ReportPassage,
} from '../../../src/core/report/reportDocument';
import { speakerNames } from '../../../src/core/report/speakerNames';
import { quotesOf, reportSeries } from '../../../src/core/report/series';

const article = (path: string, rest: Partial<ReportDocument> = {}): ReportDocument => ({
  uri: `file:///${path}`,
  path,
  title: path,
  length: 1000,
  annotations: [],
  ...rest,
});

const said = (id: string, rest: Partial<ReportAnnotation> = {}): ReportAnnotation => ({ id, words: id, ...rest });
const idsOf = (passages: readonly ReportPassage[]): readonly string[] =>
  passages.map(passage => (passage.kind === 'annotation' ? passage.id : passage.uri.replace('file:///', '')));

describe('a report counts', () => {
  it('stances by target and outlet, most passages first, an own stance after the four', () => {
    const { stances, withoutStance } = reportSeries([
      article('bote/a.txt', {
        annotations: [
          said('1', { stance: 'hedged', target: 'harbour' }),
          said('2', { stance: 'against', target: 'harbour' }),
          said('3', { stance: 'favor' }),
          said('4', { target: 'harbour' }),
        ],
      }),
      article('courier/b.txt', {
        annotations: ['5', '6', '7'].map(id => said(id, { stance: 'favor', target: 'harbour' })),
      }),
    ]);
    assert.equal(withoutStance, 1);
    assert.deepEqual(
      stances.map(({ target, total, outlets }) => [
        target,
        total,
        outlets.map(({ outlet, counts }) => [outlet, counts.map(({ stance, passages }) => [stance, idsOf(passages)])]),
      ]),
      [
        [
          'harbour',
          5,
          [
            ['courier', [['favor', ['5', '6', '7']]]],
            [
              'bote',
              [
                ['against', ['2']],
                ['hedged', ['1']],
              ],
            ],
          ],
        ],
        [undefined, 1, [['bote', [['favor', ['3']]]]]],
      ],
    );
  });

  it('grades by field; half a grade has a field of its own, none is told apart', () => {
    const { grades, ungraded } = reportSeries([
      article('a.txt', {
        annotations: [
          said('1', { reliability: 'B', credibility: 2 }),
          said('2', { reliability: 'B', credibility: 2 }),
          said('3', { credibility: 5 }),
          said('4', { reliability: 'A' }),
          said('5'),
        ],
      }),
    ]);
    assert.equal(ungraded, 1);
    assert.deepEqual(
      grades.map(({ reliability, credibility, passages }) => [reliability, credibility, idsOf(passages)]),
      [
        ['A', undefined, ['4']],
        ['B', 2, ['1', '2']],
        [undefined, 5, ['3']],
      ],
    );
  });

  for (const [last, interval, bins] of [
    ['2025-05-14', 'day', ['2025-05-12', '2025-05-13', '2025-05-14']],
    ['2025-05-12', 'day', ['2025-05-12']],
    ['2025-07-20', 'week', 10],
    ['2027-06-01', 'month', 26],
    ['2045-06-01', 'year', 21],
  ] as const)
    it(`articles from 12 May 2025 to ${last} by ${interval}, without gaps`, () => {
      const { coverage } = reportSeries([
        article('a/1.txt', { date: '2025-05-12', annotations: [said('1')] }),
        article('a/2.txt', { date: last }),
        article('a/3.txt', { date: 'in spring' }),
      ]);
      assert.equal(coverage.interval, interval);
      assert.equal(coverage.undated, 1);
      if (typeof bins === 'number') assert.equal(coverage.bins.length, bins);
      else assert.deepEqual(coverage.bins, bins);
      const shown = coverage.outlets.flatMap(outlet => outlet.bins);
      assert.deepEqual(
        shown.flatMap(({ annotated }) => idsOf(annotated)),
        ['a/1.txt'],
      );
      assert.deepEqual(
        shown.flatMap(({ untouched }) => idsOf(untouched)),
        ['a/2.txt'],
      );
      assert.equal(shown.at(-1)?.bin, coverage.bins.length - 1);
    });

  it('quotes by speaker under the name of the corpus, reported speech apart', () => {
    const quote = (speaker: string, type: 'direct' | 'indirect', start: number) => ({
      speaker,
      type,
      start,
      end: start + 5,
      words: '',
    });
    const { speakers, unread } = reportSeries(
      [
        article('bote/a.txt', { quotes: [quote('Ferrin', 'direct', 1), quote('Korvath', 'direct', 9)] }),
        article('courier/b.txt', { quotes: [quote('Lucan Ferrin', 'indirect', 3)] }),
        article('courier/c.txt'),
      ],
      speakerNames([{ sources: [{ name: 'Lucan Ferrin', aliases: ['Ferrin', 'the minister'] }] }]),
    );
    assert.equal(unread, 1);
    assert.deepEqual(
      speakers.map(count => [count.speaker, quotesOf(count), count.reported.length, count.outlets]),
      [
        ['Lucan Ferrin', 2, 1, ['bote', 'courier']],
        ['Korvath', 1, 0, ['bote']],
      ],
    );
    assert.deepEqual(speakers[0]?.quoted, [{ kind: 'quote', uri: 'file:///bote/a.txt', start: 1, end: 6 }]);
  });

  it('agreement, and the annotations that differ', () => {
    const by = (author: string, id: string, start: number, rest: Partial<ReportAnnotation>): ReportAnnotation =>
      said(id, { author, span: { start, end: start + 10 }, target: 'harbour', ...rest });
    const { agreement } = reportSeries([
      article('a.txt', {
        annotations: [
          by('Ines', '1', 0, { stance: 'favor', reliability: 'B' }),
          by('Theo', '2', 0, { stance: 'against', reliability: 'B' }),
          by('Ines', '3', 100, { stance: 'neutral', reliability: 'C' }),
          by('Theo', '4', 101, { stance: 'neutral', reliability: 'C' }),
          by('Theo', '5', 500, { stance: 'neutral' }),
        ],
      }),
    ]);
    assert.deepEqual(
      agreement?.measures.map(({ measure, units, percent, differing }) => [measure, units, percent, idsOf(differing)]),
      [
        ['passages', 2, undefined, ['5']],
        ['stance', 2, 50, ['1', '2']],
        ['reliability', 2, 100, []],
        ['credibility', 0, undefined, []],
      ],
    );
    assert.equal(agreement?.measures[2]?.alpha, 1);
  });

  it('no agreement of one annotator', () => {
    const annotation = said('1', { author: 'Ines', stance: 'favor', span: { start: 0, end: 5 } });
    assert.equal(reportSeries([article('a.txt', { annotations: [annotation] })]).agreement, undefined);
  });

  it('nothing of nothing', () => {
    const { totals, coverage } = reportSeries([]);
    assert.deepEqual(totals, { documents: 0, annotated: 0, annotations: 0, outlets: 0, authors: 0 });
    assert.deepEqual(coverage.bins, []);
  });
});

describe('an article without a publisher', () => {
  const outlet = (...documents: readonly ReportDocument[]) => outletsOf(documents).get('file:///bote/a.txt');
  const bare = article('bote/a.txt');

  it('is of the outlet that all others in its folder name', () =>
    assert.equal(outlet(bare, article('bote/b.txt', { publisher: 'Kesslaender Bote' })), 'Kesslaender Bote'));
  it('is of its folder where these name several', () =>
    assert.equal(
      outlet(bare, article('bote/b.txt', { publisher: 'Bote' }), article('bote/c.txt', { publisher: 'Fanal' })),
      'bote',
    ));
  it('is of its folder where none does', () =>
    assert.equal(outlet(bare, article('x/b.txt', { publisher: 'X' })), 'bote'));
  it('is of none at the root', () =>
    assert.equal(outletsOf([article('a.txt'), article('b.txt', { publisher: 'X' })]).get('file:///a.txt'), undefined));
});

describe('the day of an article', () => {
  for (const [date, path, day] of [
    ['2025-05-12', 'a.txt', '2025-05-12'],
    ['2025-05-12T08:00:00+02:00', 'a.txt', '2025-05-12'],
    ['12 May 2025', 'bote/2025-05-13-survey.txt', '2025-05-13'],
    [undefined, 'bote/2025-13-45-survey.txt', undefined],
    [undefined, 'bote/12025-05-13.txt', undefined],
  ] as const)
    it(`${date ?? 'no date'}, ${path}: ${day ?? 'none'}`, () =>
      assert.equal(dayOf(article(path, date === undefined ? {} : { date })), day));
});
