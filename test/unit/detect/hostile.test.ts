import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detect } from '../../../src/core/detect/detect';
import { type Language, LANGUAGES, type Quote } from '../../../src/core/detect/model';

const PIECES = [
  '"',
  '“',
  '”',
  "'",
  '’',
  '«',
  '„',
  ' ',
  '\n',
  '.',
  ',',
  ':',
  '-',
  '9',
  '9,9',
  '$',
  '%',
  '/',
  '(',
  ')',
  'A',
  's',
  'said',
  'and',
  'one',
  'of',
  'hundred',
  'é',
  'Ã',
  'Â',
  '©',
  'â€™',
  "l'",
  'sei',
  'sagte',
  'dit',
  'dijo',
  'as',
  '*',
  '_',
  '<b>',
  '[',
  '](',
  '中',
  '\ud83d',
  '\udca9',
  '\u0000',
];
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map(pieces => pieces.join('')),
);

function* withChildren(quotes: readonly Quote[]): Generator<Quote> {
  for (const quote of quotes) {
    yield quote;
    yield* withChildren(quote.children ?? []);
  }
}

describe('detection of any text', () => {
  it('never throws, and its spans lie in the text and say what stands there', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(...LANGUAGES), (text, language) => {
        const { quotes, claims } = detect(text, { language });
        const check = (span: { readonly start: number; readonly end: number; readonly text?: string }): void => {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, JSON.stringify(span));
          if (span.text !== undefined) assert.equal(span.text, text.slice(span.start, span.end));
        };
        for (const quote of withChildren(quotes))
          for (const span of [quote, quote.speaker, quote.cue]) if (span) check(span);
        for (const claim of claims) for (const span of [claim, claim.figure, claim.modifier]) if (span) check(span);
        const starts = quotes.map(({ start }) => start);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });

  // It takes half a second of the processor at most; a step that is quadratic in the text would take half a minute.
  const units: readonly (readonly [string, Language])[] = [
    ...[
      '"',
      "'a ",
      '9,9,',
      '“‘',
      'and said ',
      '"a\n',
      'man of ',
      '“a” and ',
      'as he said, ',
      '*',
      '_a',
      '[a',
      '<a ',
      '[a](',
    ].map(unit => [unit, 'en'] as const),
    ...['lâ€™', 'Ã©', "l'", '«, dit il, '].map(unit => [unit, 'fr'] as const),
    ['sagte, er sei ', 'de'],
  ];
  for (const [unit, language] of units)
    it(`ends soon on ${JSON.stringify(unit)} many times over`, () => {
      const text = unit.repeat(300_000 / unit.length);
      const started = process.cpuUsage();
      detect(text, { language });
      assert.ok(process.cpuUsage(started).user / 1000 < 5000);
    });
});
