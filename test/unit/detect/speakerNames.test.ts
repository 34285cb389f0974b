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
