import assert from 'node:assert/strict';
import { dayOfDate, latestMonth } from '../../../src/core/across/mentionedDates';
import { WordFlag, WordReader } from '../../../src/core/across/words';

const wordsOf = (text: string): readonly string[] => {
  const words = new WordReader().read(text);
  return Array.from({ length: words.length }, (_, at) => text.slice(words.starts[at], words.ends[at]));
};

describe('WordReader', () => {
  const TEXTS: readonly (readonly [text: string, words: string])[] = [
    ['“Don’t wait,” Ana’s brother said.', 'Don’t wait Ana’s brother said'],
    ['1,860 letters, 1.2 km; F-16', '1,860 letters 1.2 km F 16'],
    ['l’accord d’Aske', 'l accord d Aske'],
    ['…', ''],
  ];
  for (const [text, words] of TEXTS) it(`reads ${text}`, () => assert.equal(wordsOf(text).join(' '), words));

  const ALIKE: readonly (readonly [one: string, other: string, isAlike: boolean])[] = [
    ['missile', 'Missiles', true],
    ['Zelenskyy', 'Zelenskiy', true],
    ['Ukraine', 'Ukraine’s', true],
    ['1,860', '1.860', true],
    ['port', 'post', false],
    ['gas', 'gap', false],
  ];
  for (const [one, other, isAlike] of ALIKE)
    it(`${one} and ${other} share ${isAlike ? 'a' : 'no'} stem`, () => {
      const { stems } = new WordReader().read(`${one} ${other}`);
      assert.equal(stems[0] === stems[1], isAlike);
    });

  it('knows names, numbers, negations and where sentences begin', () => {
    const text = 'The mayor Ana didn’t go. In 2021 NATO did: “Yes.”';
    const words = new WordReader().read(text);
    const with_ = (flag: number): string =>
      wordsOf(text)
        .filter((_, at) => (words.flags[at]! & flag) !== 0)
        .join(' ');
    assert.deepEqual([WordFlag.name, WordFlag.number, WordFlag.negated, WordFlag.first].map(with_), [
      'Ana NATO',
      '2021',
      'didn’t',
      'The In Yes',
    ]);
  });
});

describe('dates that a text names', () => {
  const CASES: readonly (readonly [text: string, month: string | undefined])[] = [
    ['It expired in May 2024, after a vote of June 4, 2019.', '2024-05-01'],
    ['Seit dem 4. Juni 2023 ist es so.', '2023-06-01'],
    ['Le 3 mars 2021, puis en 2024.', '2021-03-01'],
    ['El 5 de mayo de 2022 abrió.', '2022-05-01'],
    ['It opens by May 2031; it was planned in May 2011.', '2011-05-01'],
    ['In 2024 nothing happened.', undefined],
  ];
  for (const [text, month] of CASES)
    it(text, () => assert.equal(latestMonth(new WordReader().read(text)), dayOfDate(month)));

  it('reads a fact’s date, and nothing of what is none', () => {
    assert.equal(dayOfDate('1970-01-03'), 2);
    assert.equal(dayOfDate('1970-02'), 31);
    for (const date of [undefined, '', 'last May', '14.5.2025']) assert.equal(dayOfDate(date), undefined);
  });
});
