import assert from 'node:assert/strict';
import { detect } from '../../../src/core/detect/detect';
import { markedClaims, markedQuotes, plainText } from './markedText';

const BODY =
  'The bridge over the river opened on Monday after years of work, and the town came to see it in the rain, with bands, flags, umbrellas and long speeches from the mayor.';

describe('front matter', () => {
  const FRONT = '---\ntitle: "Brandt: one bridge is not enough"\nlead: “We need 3 bridges,” Brandt said.\n---\n\n';
  it('holds no quotes and no claims', () => {
    const { quotes, claims } = detect(`${FRONT}${BODY}`);
    assert.deepEqual([quotes, claims], [[], []]);
  });
  it('gives no speaker to what stands below it', () => {
    const [quote] = detect(`${FRONT}“Nobody asked us about it.”`).quotes;
    assert.equal(quote?.type, 'direct');
    assert.equal(quote?.speaker, undefined);
  });
  it('ends at a line that is none, so a quotation below a rule is one', () => {
    assert.equal(detect('---\n"We need a bridge," Brandt said.').quotes[0]?.speaker?.text, 'Brandt');
  });
});

describe('marks read in the wrong encoding are marks', () => {
  const cases = [
    'â€œWe will go,â€\u009d Brandt said.',
    'â€œWe will go,â€ Brandt said.',
    'â\u0080\u009cWe will go,â\u0080\u009d Brandt said.',
    'â€˜We will go,â€™ Brandt said.',
    'â€žWe will go,â€œ Brandt said.',
  ];
  for (const text of cases)
    it(JSON.stringify(text), () => {
      const end = text.indexOf(' Brandt');
      assert.equal(markedQuotes(text), `⟦direct|Brandt|said⟧${text.slice(0, end)}⟦/⟧${text.slice(end)}`);
    });
  it('between letters they are apostrophes', () => {
    assert.equal(markedQuotes('The shipâ€™s cook donâ€™t mind.'), 'The shipâ€™s cook donâ€™t mind.');
  });
  it('a letter â alone is a letter', () => {
    const expected = '⟦direct|Brandt|said⟧“The pâté and the âge d’or,”⟦/⟧ Brandt said.';
    assert.equal(markedQuotes(plainText(expected)), expected);
  });
});

describe('a text in the wrong encoding reads as it was meant', () => {
  /** What Windows-1252 has for a byte; where it has nothing, the byte itself. */
  const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  const misread = (text: string): string =>
    Array.from(new TextEncoder().encode(text), byte =>
      byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80]! : String.fromCharCode(byte),
    ).join('');
  const found = (text: string): readonly string[] => {
    const { quotes, claims } = detect(text);
    return [
      ...quotes.flatMap(({ type, start, end, speaker, cue }) => [
        `${type}: ${text.slice(start, end)}`,
        `${speaker?.text ?? '-'}, ${cue?.text ?? '-'}`,
      ]),
      ...claims.map(
        ({ kind, start, end, value, currency }) => `${kind} ${value} ${currency}: ${text.slice(start, end)}`,
      ),
    ];
  };
  /** An amount begins with its £: the Â before that is the first byte's. */
  const misreadLine = (line: string, as: (text: string) => string): string => as(line).replace(/^(money.*: )Â/, '$1');
  const texts = [
    '“We will go,” said José García. He paid £5 million, or €6 million, and wasn’t late.',
    'Thomas Müller sagte: „Wir öffnen die Brücke für 3 Millionen Euro.“ Er erklärte dann, dass es für die Stadt nicht mehr genügt.',
    'Le ministre de la ville a déclaré : « Nous sommes prêts », après l’accord de 3 millions d’euros et l’état d’urgence.',
    '«Vamos a abrir el puente mañana», señaló la alcaldesa Begoña Núñez. El puente costó 3 millones de euros a la región.',
    'Éric Çelik said the Ångström group lost 20 °C in Köln; “Ø is no Å,” Łukasz Wałęsa said.',
  ];
  for (const text of texts) {
    it(text, () =>
      assert.deepEqual(
        found(misread(text)),
        found(text).map(line => misreadLine(line, misread)),
      ),
    );
    it(`${text} (as Latin-1)`, () => {
      const latin = (meant: string): string => String.fromCharCode(...new TextEncoder().encode(meant));
      assert.deepEqual(
        found(latin(text)),
        found(text).map(line => misreadLine(line, latin)),
      );
    });
  }
  it('and so does one that was misread twice, as far as letters go', () => {
    const text = '“We will go,” said José García of Málaga.';
    const twice = text.replace(/[À-ÿ]/g, letter => misread(misread(letter)));
    assert.deepEqual(found(twice).at(1), `${misread(misread('José García'))} of ${misread(misread('Málaga'))}, said`);
  });
  it('leaves words in capitals and signs of their own alone', () => {
    const expected = '⟦direct|Ana Brandt|said⟧“CHÂTEAU, FIANCÃ”⟦/⟧, Ana Brandt said. Ä, Ö and Å.';
    assert.equal(markedQuotes(plainText(expected)), expected);
  });
});

describe('marks left as entities are marks', () => {
  for (const text of [
    '&quot;We will go,&quot; Brandt said.',
    '&#8220;We will go,&#8221; Brandt said.',
    '&#x201C;We will go,&#x201d; Brandt said.',
    '&ldquo;We&nbsp;don&rsquo;t go,&rdquo; Brandt said.',
    '&lsquo;We don&#39;t go,&rsquo; Brandt said.',
    '&laquo;We will go,&raquo; Brandt said.',
  ])
    it(text, () => {
      const end = text.indexOf(' Brandt');
      assert.equal(markedQuotes(text), `⟦direct|Brandt|said⟧${text.slice(0, end)}⟦/⟧${text.slice(end)}`);
    });
  it('money and blanks too, and nothing else', () => {
    const expected = 'AT&T, R&D; and &pound; cost ⟦money 5000000|GBP⟧&pound;5&nbsp;million⟦/⟧ & more &amp; &eacute;.';
    assert.equal(markedClaims(plainText(expected)), expected);
  });
});

describe('in a text that was cut out of a page', () => {
  const cases = [
    '\ufeffIt cost ⟦money 5000000|EUR⟧5\u00a0million\u00a0euros⟦/⟧.',
    'It cost ⟦money 5000000|USD⟧$\u200b5\u202fmillion⟦/⟧.\r\nAbout ⟦count 40|boats⟧40\u2009boats⟦/⟧ came.\r\n'.replace(
      'About ⟦count 40|boats⟧',
      '⟦count 40|boats⟧About ',
    ),
    'Some ⟦count 1234567|people⟧1\u202f234\u202f567 people⟦/⟧ and ⟦percent 5⟧5\u2060%⟦/⟧.'.replace(
      'Some ⟦count 1234567|people⟧',
      '⟦count 1234567|people⟧Some ',
    ),
  ];
  for (const expected of cases)
    it(JSON.stringify(plainText(expected)), () => assert.equal(markedClaims(plainText(expected)), expected));
});

describe('in a web page', () => {
  it('a cookie notice is boilerplate however long', () => {
    const notice =
      'We and our partners use cookies to read information on your device. By clicking “Take them all” you agree to it; under “Choose” you can change your mind at any time, or leave it as it is.';
    const { quotes } = detect(`${BODY}\n\n${notice}`);
    assert.deepEqual(
      quotes.map(({ boilerplate }) => boilerplate),
      quotes.map(() => true),
    );
    assert.ok(quotes.length > 0);
  });
  it('a paragraph behind links is the article’s again, also where its marks were misread', () => {
    const said =
      'â€œIt felt as if the river had come to stay,â€ said Ana Brandt, who had come to see the bridge. â€œThen it went.â€\u009d';
    assert.deepEqual(
      detect(`${BODY}\nRELATED:\nMayor sees no end to the rain\n${said}`)
        .quotes.filter(({ type }) => type === 'direct')
        .map(({ speaker, boilerplate }) => [speaker?.text, boilerplate]),
      [
        ['Ana Brandt', undefined],
        ['Ana Brandt', undefined],
      ],
    );
  });
  it('the time that reading takes is no claim', () => {
    for (const text of ['12 May 2025 | 3 min read', 'A 5-minute read']) assert.equal(markedClaims(text), text);
  });
});
