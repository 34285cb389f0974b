import assert from 'node:assert/strict';
import { speakerNameOf } from '../../../src/core/across/speakerNames';
import { groupSpeakers, type KnownSpeaker } from '../../../src/core/across/speakers';

/** Speakers as "name: names; quotes in order". */
function grouped(quotes: readonly (readonly [speaker: string, day?: number])[], known: readonly KnownSpeaker[] = []) {
  const spoken = quotes.map(([speaker, day], at) => ({ speaker, quote: at, ...(day === undefined ? {} : { day }) }));
  return groupSpeakers(spoken, known).map(
    ({ name, names, quotes: all }) => `${name}: ${names.join(', ')}; ${all.map(({ quote }) => quote).join(' ')}`,
  );
}

describe('groupSpeakers', () => {
  it('takes a last name for the one who has it, and sorts by time, unknown dates last', () => {
    assert.deepEqual(grouped([['Brandt', 20], ['Ana Brandt'], ['Ana Brandt', 10], ['Brandt', 10], ['Ole Lind', 5]]), [
      'Ana Brandt: Ana Brandt, Brandt; 2 3 0 1',
      'Ole Lind: Ole Lind; 4',
    ]);
  });

  it('leaves a last name that two have alone', () => {
    assert.deepEqual(grouped([['Ana Brandt'], ['Jo Brandt'], ['Brandt']]), [
      'Ana Brandt: Ana Brandt; 0',
      'Brandt: Brandt; 2',
      'Jo Brandt: Jo Brandt; 1',
    ]);
  });

  it('lets the codebook win', () => {
    const known = [
      { name: 'Ana Brandt', aliases: ['the mayor', 'A. B.'] },
      { name: 'Jo Brandt', aliases: ['Brandt'] },
    ];
    assert.deepEqual(grouped([['Brandt'], ['The Mayor'], ['Ana Brandt']], known), [
      'Ana Brandt: Ana Brandt, The Mayor; 1 2',
      'Jo Brandt: Brandt; 0',
    ]);
  });

  it('merges spellings of one name', () => {
    assert.deepEqual(grouped([['Wolodymyr Selenskyj'], ['Selenskyj'], ['Selenskyi']]).length, 1);
  });
});

describe('speakerNameOf', () => {
  const CASES: readonly (readonly [text: string, isName: boolean])[] = [
    ['Ana Brandt', true],
    ['Kyiv', true],
    ['The Kremlin', true],
    ['he', false],
    ['She', false],
    ['The Russian president', false],
    ['der Minister', false],
    ['a spokesman', false],
  ];
  for (const [text, isName] of CASES)
    it(`${text}: ${isName ? 'a name' : 'none'}`, () => {
      const quote = { type: 'direct', start: 0, end: 1, speaker: { start: 0, end: 1, text } } as const;
      assert.equal(speakerNameOf(quote), isName ? text : undefined);
    });
});
