import assert from 'node:assert/strict';
import { markedQuotes, plainText } from './markedText';

const agrees = (cases: readonly string[]): void => {
  for (const expected of cases)
    it(plainText(expected).slice(0, 100), () => assert.equal(markedQuotes(plainText(expected)), expected));
};

describe('the speaker and the cue of a quote', () => {
  describe('after it', () => {
    agrees([
      '⟦direct|Brandt|said⟧“It is over,”⟦/⟧ said Brandt.',
      '⟦direct|Ana Brandt|said⟧“It is over,”⟦/⟧ said Lunden Mayor Ana Brandt, who was there.',
      '⟦direct|Ana Brandt|said⟧“It is over,”⟦/⟧ Ana Brandt, the mayor of Lunden, said on Monday.',
      '⟦direct|Ana Brandt|told⟧“It is over,”⟦/⟧ Mayor Ana Brandt told reporters.',
      '⟦direct|she|was quoted as saying⟧“It is over,”⟦/⟧ she was quoted as saying by the Lunden Post.',
      '⟦direct|the Lunden police|according to⟧“It is over,”⟦/⟧ according to the Lunden police.',
      '⟦direct|Brandt|asked⟧“Is it over?”⟦/⟧ Brandt asked.',
      '⟦direct|she|emphasized⟧“It is over. Believe me,”⟦/⟧ she emphasized, quoted by the Post.',
      '⟦direct|the mayor|told⟧“I am ready to meet, but only if it is the last time”⟦/⟧ this year, the mayor told the council.',
    ]);
  });
  describe('before it', () => {
    agrees([
      'Brandt told the council on Monday that the dam was ⟦partial|Brandt|told⟧“safe enough.”⟦/⟧',
      'Ana Brandt, 52, a lawyer from Lunden, said: ⟦direct|Ana Brandt|said⟧“It is over.”⟦/⟧',
      'She criticized the board and accused it of ⟦partial|She|accused⟧“hiding behind the weather”⟦/⟧.',
      'Brandt fired back: ⟦direct|Brandt|fired⟧“It is not over at all.”⟦/⟧',
      'Brandt criticized the plan, adding: ⟦direct|Brandt|adding⟧“We were never asked.”⟦/⟧',
      'Her claim that ⟦partial|Her|claim⟧“everyone knew”⟦/⟧ was tested.',
      'The dam, which she considers an ⟦partial|she|considers⟧“eternal promise”⟦/⟧ to the town, leaks.',
    ]);
  });
  describe('by a name and a colon', () => {
    agrees(['Lunden, mayor Lind: ⟦direct|Lind⟧‘Glad to be here’⟦/⟧']);
  });
  describe('from the sentence or the paragraph before', () => {
    agrees([
      'Brandt spoke last, said the clerk.\n\nShe said the town would wait. ⟦direct|She|said⟧“We have no choice.”⟦/⟧',
      'Brandt said the town would wait.\n\n⟦direct|Brandt|said⟧“We have no choice.”⟦/⟧',
    ]);
  });
});
