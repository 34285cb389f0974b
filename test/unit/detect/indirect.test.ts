import assert from 'node:assert/strict';
import { markedQuotes, plainText } from './markedText';

const cases = [
  'Brandt said ⟦indirect|Brandt|said⟧that the bridge would open in May⟦/⟧.',
  'Brandt said on Monday ⟦indirect|Brandt|said⟧the bridge would open in May⟦/⟧.',
  '⟦indirect|Brandt|said⟧The bridge will open in May⟦/⟧, Brandt said.',
  'According to the council, ⟦indirect|the council|According to⟧the bridge will open in May⟦/⟧.',
  '⟦indirect|Brandt|said|#0⟧The bridge⟦/⟧, Brandt said, ⟦indirect|Brandt|said|#0⟧will open in May⟦/⟧.',
  'Brandt believes ⟦thought|Brandt|believes⟧the bridge will open in May⟦/⟧.',
  'Brandt wants ⟦thought|Brandt|wants⟧to open the bridge in May⟦/⟧.',
  'When asked ⟦indirect|-|asked⟧whether the bridge would open⟦/⟧, she left.',
  'Brandt said ⟦indirect|Brandt|said⟧the dam was safe⟦/⟧, adding ⟦indirect|Brandt|adding⟧that it was old⟦/⟧.',
  'The high hopes of spring are gone.',
  '“It is over,” Brandt said as she left the hall.',
];

describe('reported speech and thought', () => {
  for (const expected of cases)
    it(plainText(expected), () => assert.equal(markedQuotes(plainText(expected), { indirect: true }), expected));
});
