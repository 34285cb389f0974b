import assert from 'node:assert/strict';
import { detect } from '../../../src/core/detect/detect';

const START = 'Lunden Mayor Ana Brandt opened the bridge.\n\n';

const cases: readonly (readonly [what: string, text: string, names: readonly (string | undefined)[]])[] = [
  ['a last name', `${START}“It is safe,” Brandt said.`, ['Ana Brandt']],
  ['a role that one name has', `${START}“It is safe,” the mayor said.`, ['Ana Brandt']],
  [
    'a pronoun, for the one who spoke last',
    `${START}“It is safe,” Brandt said.\n\n“It is dry,” she added.`,
    ['Ana Brandt', 'Ana Brandt'],
  ],
  [
    'nobody, for a last name that two share',
    `${START}Her brother Karl Brandt came.\n\n“It is safe,” Brandt said.`,
    [undefined],
  ],
  [
    'nobody, for a role that two have',
    `${START}Sunde Mayor Olaf Lind came.\n\n“It is safe,” the mayor said.`,
    [undefined],
  ],
  ['nobody, for a pronoun without anybody before it', '“It is safe,” she said.', [undefined]],
  [
    'whom a name beside the description gives, not who spoke before',
    'Harbour minister Karl Lind said no.\n\nHe said: “We must wait.”\n\nThe chairwoman of the union, Ana Brandt, was angry. She told the Post: “We have waited.”',
    ['Karl Lind', 'Ana Brandt'],
  ],
  [
    'the last subject, though it did not speak',
    `${START}Olaf Lind spoke first: “It is late.”\n\nBrandt had listened from the gallery. “It is safe,” she said.`,
    ['Olaf Lind', 'Ana Brandt'],
  ],
  [
    'one further back whom a pronoun has already told to be a woman',
    `${START}“It is safe,” Brandt said. She smiled.\n\nMr Lind shook his head. Olaf Lind had come late. “It is dry,” she said.`,
    ['Ana Brandt', 'Ana Brandt'],
  ],
  [
    'nobody, for “she” after a man',
    'Ports minister Karl Lind opened the bridge. “It is safe,” he said.\n\n“It is dry,” she said.',
    ['Karl Lind', undefined],
  ],
  ['nobody, for “he” after a spokeswoman', 'Spokeswoman Ana Brandt came. “It is safe,” he said.', [undefined]],
  [
    'nobody, for “she” after Mr Brandt',
    `${START}Mr Brandt opened it in the rain. “It is safe,” she said.`,
    [undefined],
  ],
  [
    'nobody, for a pronoun behind somebody without a name',
    `${START}A neighbour came. “It is safe,” she said.`,
    [undefined],
  ],
  ['nobody, for a pronoun behind a ship', 'The Grey Goose ran aground. “It is safe,” she said.', [undefined]],
  [
    'a role that is told behind the name',
    'Ana Brandt, the mayor of Lunden, came.\n\n“It is safe,” the mayor said.',
    ['Ana Brandt'],
  ],
  [
    'a role that is told with a comma before the name',
    'According to the Lunden Post, the harbour minister of Lunden, Karl Lind, came.\n\n“It is safe,” the minister said.',
    ['Karl Lind'],
  ],
  ['nobody, for an office that nobody named has', `${START}“It is safe,” the minister said.`, [undefined]],
  [
    'the paper’s own, with an article',
    'The Lunden Post came out late.\n\n“It is safe,” the Lunden Post wrote.',
    ['Lunden Post'],
  ],
  ['nobody, for a description', `${START}“It is safe,” a neighbour said.`, [undefined]],
  ['itself, for a body that has no longer name', '“It is safe,” Rivertech said.', ['Rivertech']],
];

describe('the speaker’s name is', () => {
  for (const [what, text, names] of cases)
    it(what, () =>
      assert.deepEqual(
        detect(text)
          .quotes.filter(({ type }) => type === 'direct')
          .map(({ speakerName }) => speakerName),
        names,
      ),
    );
});
