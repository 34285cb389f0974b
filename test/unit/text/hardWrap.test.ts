import assert from 'node:assert/strict';
import { detect } from '../../../src/core/detect/detect';
import { wrapWidthOf } from '../../../src/core/text/hardWrap';
import { sentenceAt } from '../../../src/core/text/sentences';
import { wrapped } from '../wrapped';

const PARAGRAPHS = [
  'Bridge stays closed',
  'The bridge of Lunden stays closed, the mayor said on Monday. “We will not open it before the river has gone down, and nobody knows when that will be,” said Ana Brandt, who has been mayor for twelve years.',
  'Karl Lind, who runs the harbour, called the plan “a joke”. He said that more than 3.5 million euros were missing - or a third of what the ministry had promised - and that his people “cannot wait” for another year.',
  'The ministry of the interior said it had paid 12 million euros in May, twice as much as in the year before. “We do what we can,” a spokeswoman told the Lunden Post, “but we do not build bridges.”',
];

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** What is found, with the line breaks in it as blanks. */
function found(text: string): readonly string[] {
  const { quotes, claims } = detect(text);
  return [
    ...quotes.map(
      ({ type, start, end, speaker }) => `${type}: ${flat(text.slice(start, end))}, ${flat(speaker?.text ?? '-')}`,
    ),
    ...claims.map(({ kind, value, start, end }) => `${kind} ${value}: ${flat(text.slice(start, end))}`),
  ];
}

describe('a text whose lines were wrapped', () => {
  const expected = found(PARAGRAPHS.join('\n\n'));
  for (const width of [48, 60, 72, 100])
    for (const [name, lineBreak] of [
      ['LF', '\n'],
      ['CR LF', '\r\n'],
    ] as const)
      it(`is read like one that was not: ${width} characters, ${name}`, () => {
        const text = PARAGRAPHS.map(paragraph => wrapped(paragraph, width, lineBreak)).join(lineBreak + lineBreak);
        assert.ok(wrapWidthOf(text) > 0);
        assert.deepEqual(found(text), expected);
      });
  it('may have no blank lines between its paragraphs', () => {
    const text = PARAGRAPHS.map(paragraph => wrapped(paragraph, 60)).join('\n');
    assert.deepEqual(found(text), expected);
  });
  it('has sentences that go on behind a line break', () => {
    const text = PARAGRAPHS.map(paragraph => wrapped(paragraph, 60, '\r\n')).join('\r\n\r\n');
    const at = text.indexOf('million euros were');
    const { start, end } = sentenceAt(text, at);
    assert.equal(flat(text.slice(start, end)), PARAGRAPHS[2]!.slice(PARAGRAPHS[2]!.indexOf('He said')));
    const first = sentenceAt(text, 3);
    assert.equal(text.slice(first.start, first.end), 'Bridge stays closed');
  });
});

describe('a text whose lines are paragraphs', () => {
  const lists = {
    'an article': PARAGRAPHS.join('\n'),
    'a list': Array.from({ length: 12 }, (_, i) => `- item ${i} of the list that the council has made`).join('\n'),
    'a poem':
      'The river rose and took the bridge,\nit took the boat, it took the ridge\nof sand we built to hold it off,\nand left us with a cough.\n',
    'sentences of one length': Array.from(
      { length: 9 },
      () => 'The bridge of the town stays closed for now, the mayor said.',
    ).join('\n'),
    addresses: Array.from({ length: 9 }, (_, i) => `https://example.org/${'a'.repeat(50)}/${i}`).join('\n'),
    nothing: '',
  };
  for (const [name, text] of Object.entries(lists))
    it(`is none that was wrapped: ${name}`, () => assert.equal(wrapWidthOf(text), 0));
});

describe('markup', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**“We will go,”** said *Ana Brandt*.', 'direct: **“We will go,”|Ana Brandt'],
    ['“We will go,” said [Ana Brandt](https://example.org/a).', 'direct: “We will go,”|Ana Brandt'],
    ['<p>“We will go,” said <b>Ana Brandt</b>.</p>', 'direct: “We will go,”|Ana Brandt'],
    ['<p>"We will go," said Ana <br/> Brandt.</p>', 'direct: "We will go,"|Ana <br/> Brandt'],
    ['_“We will go,”_ said __Ana Brandt__.', 'direct: “We will go,”|Ana Brandt'],
  ];
  for (const [text, expected] of cases)
    it(`is not read: ${text}`, () => {
      const [quote] = detect(text).quotes;
      assert.equal(
        `${quote!.type}: ${text.slice(quote!.start, quote!.end)}|${quote!.speaker?.text}`,
        expected.replace('**', ''),
      );
    });
  it('leaves signs of their own alone', () => {
    const values = (text: string): readonly unknown[] => detect(text).claims.map(({ value, min }) => value ?? min);
    assert.deepEqual(values('We saw 3 * 4 boats and a < b with 5 boats.').slice(-2), [4, 5]);
    assert.deepEqual(values('It sank[1](#note) with 5 boats[2].'), [5]);
  });
});
