import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detect, type Detection, Detector } from '../../../src/core/detect/detect';
import { LANGUAGES } from '../../../src/core/detect/model';
import { wrapped } from '../wrapped';
import { editedText, type ReadableText } from '../../../src/core/text/editedText';

/** Pieces that open, close, continue, attribute and count: random texts of them reach every carried state. */
const PIECES = [
  ...['“', '”', '"', "'", '‘', '’', '«', '»', '„', "''", '「', '」', 'â€œ', 'â€'],
  ...['\n', '\n\n', '\r\n', ' ', ', ', '. ', ': ', '; ', ' – '],
  ...[
    'Ana Brandt said',
    'she added',
    'he said',
    'Harbour minister Karl Lind said',
    'Mr Lind',
    'the minister',
    'Mrs Mara Holm',
    'She came.',
    'A neighbour said',
    'according to the mayor',
    'told reporters that',
    'We will go',
    'the plan',
    'it was',
  ],
  ...[
    '12',
    '3.5 million',
    '$40',
    '5%',
    'two thirds',
    'between 3 and 5',
    'June 4',
    '2022',
    'tens of thousands of',
    'people',
    'years',
  ],
  ...[
    'You may also like\n',
    '---\n',
    'title: A\n',
    'Der Minister sagte, dass die und der nicht mit',
    'Mr. Brandt',
    'The mayor, Olaf Lind, came. ',
    'A neighbour left. ',
    'Ana Brandt had listened. ',
    'the book “A Day”',
  ],
  ...[
    'JosÃ© GarcÃ­a said',
    'nâ€™',
    'Â',
    'Â«',
    "l'",
    'qu’il',
    ', a-t-elle dit, ',
    "s'est exclamé le maire",
    'dijo',
    'y «',
  ],
  ...[
    '**',
    '*',
    '_',
    '<b>',
    '</b>',
    '[the town](',
    ')',
    'Ana Brandt:\n',
    'sei es „',
    'sagte, er habe',
    'laut dem Bericht',
    'as the mayor said, ',
    'Ana “Pip” Brandt',
    'according to Lind, mayor, ',
  ],
];

const language = fc.constantFrom(undefined, ...LANGUAGES);

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''));

/** All but the memory of how it was put together, which differs with the way there. */
const resultsOf = ({ style, records, quotes, claims, counts }: Detection) => ({
  style,
  records,
  quotes,
  claims,
  counts,
});

const OPENING = wrapped(
  'the harbour of the town was closed for some days when the river rose and the mayor asked all who live near it to leave. '.repeat(
    20,
  ),
  60,
);

describe('redetect', () => {
  it('finds after any edits what detect finds in the whole text', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), text: texts });
    fc.assert(
      fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 4 }), language, (before, edits, told) => {
        const options = told ? { language: told } : {};
        let text: ReadableText = before;
        const detector = new Detector();
        let detection = detect(before, options);
        for (const { at, length, text: inserted } of edits) {
          const start = at % (text.length + 1);
          const change = { start, end: Math.min(text.length, start + length), text: inserted };
          text = editedText(text, [change]);
          detection = detector.redetect(detection, text, change, options);
          assert.deepEqual(resultsOf(detection), resultsOf(detect(text.slice(0), options)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds as much in a text that was wrapped, wherever its lines are broken anew', () => {
    const paragraph = fc
      .array(fc.constantFrom(...PIECES.filter(piece => !piece.includes('\n'))), { minLength: 20, maxLength: 60 })
      .map(pieces => wrapped(pieces.join(' '), 60));
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 30 }),
      text: fc.constantFrom('\n', '\n\n', ' ', '“', 'a longer word ', 'said '),
    });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (paragraphs, edits) => {
          let text: ReadableText = `${OPENING}\n\n${paragraphs.join('\n\n')}`;
          const detector = new Detector();
          let detection = detect(text.slice(0));
          assert.ok(detection.style.wrap > 0);
          for (const { at, length, text: inserted } of edits) {
            const start = at % (text.length + 1);
            const change = { start, end: Math.min(text.length, start + length), text: inserted };
            text = editedText(text, [change]);
            detection = detector.redetect(detection, text, change);
            assert.deepEqual(resultsOf(detection), resultsOf(detect(text.slice(0))));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds as much where it reads a long text in pieces', () => {
    const long = fc.tuple(texts, texts, fc.integer({ min: 1, max: 3 })).map(([a, b, times]) => {
      const paragraph = `${a.replace(/\s+/g, ' ')} Ana Brandt said no. `;
      return `${b}\n\n${paragraph.repeat(Math.ceil((times * 8000) / paragraph.length))}\n\n     “${b}`.repeat(3);
    });
    fc.assert(
      fc.property(long, fc.array(fc.tuple(fc.nat(), texts), { minLength: 1, maxLength: 3 }), (before, edits) => {
        const detector = new Detector();
        let text: ReadableText = before;
        let detection = detect(before);
        for (const [at, inserted] of edits) {
          const start = at % (text.length + 1);
          const change = { start, end: start, text: inserted };
          text = editedText(text, [change]);
          detection = detector.redetect(detection, text, change);
        }
        assert.deepEqual(resultsOf(detection), resultsOf(detect(text.slice(0))));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the records of blocks that the edit cannot reach', () => {
    const paragraph = 'Ana Brandt said the town had 40 buses.\n\n';
    const text = paragraph.repeat(50);
    const detector = new Detector();
    const before = detector.detect(text);
    const at = paragraph.length * 25;
    const after = detector.redetect(before, `${text.slice(0, at)}New: ${text.slice(at)}`, {
      start: at,
      end: at,
      text: 'New: ',
    });
    const reused = after.records.filter(record => before.records.includes(record)).length;
    assert.ok(reused >= 46, `${reused} of 50 reused`);
  });
});
