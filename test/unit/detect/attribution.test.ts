import assert from 'node:assert/strict';
import { markedQuotes, plainText } from './markedText';

const agrees = (cases: readonly string[]): void => {
  for (const expected of cases)
    it(plainText(expected).slice(0, 100), () => assert.equal(markedQuotes(plainText(expected)), expected));
};

describe('the speaker and the cue of a quote', () => {
  describe('where names hold marks, asides, dashes and capitals', () => {
    agrees([
      '⟦direct|Ana “Pip” Brandt|said⟧“We cannot wait,”⟦/⟧ Ana ⟦scare⟧“Pip”⟦/⟧ Brandt said.',
      'The ⟦scare⟧“Tides”⟦/⟧ Festival begins in Lunden.',
      'According to Ana Brandt, mayor of Lunden, the bridge is ⟦partial|Ana Brandt|According to⟧“in danger.”⟦/⟧',
      '⟦direct|Ana Brandt⟧“The bridge is closed.”⟦/⟧—Ana Brandt',
      '⟦direct|BRANDT⟧"BRANDT: We wait for the bridge."⟦/⟧',
    ]);
  });
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
      'Brandt fired back: ⟦direct|Brandt|fired back⟧“It is not over at all.”⟦/⟧',
      'Brandt shrugged it off: ⟦direct|Brandt|shrugged⟧“It is not over at all.”⟦/⟧',
      'Brandt criticized the plan, adding: ⟦direct|Brandt|adding⟧“We were never asked.”⟦/⟧',
      'Her claim that ⟦partial|Her|claim⟧“everyone knew”⟦/⟧ was tested.',
      'The dam, which she considers an ⟦partial|she|considers⟧“eternal promise”⟦/⟧ to the town, leaks.',
    ]);
  });
  describe('set off beside what they are', () => {
    agrees([
      '⟦direct|Ana Brandt|told⟧“You cannot wait for the river,”⟦/⟧ its chair, Ana Brandt, told the Post.',
      '⟦direct|Ana Brandt|said|#0⟧“We are sorry,”⟦/⟧ said its chief engineer, Ana Brandt. ⟦direct|Ana Brandt|said|#0⟧“We hold nothing back.”⟦/⟧',
      'A spokesman, Karl Lind, described the loss as a ⟦partial|Karl Lind|described⟧“worst case”⟦/⟧.',
      'One of them, the sailor Karl Lind, gave her a message for the town: ⟦direct|Karl Lind|gave⟧‘Tell them that I am coming home.’⟦/⟧',
      '⟦direct|a neighbour|said⟧“It is over,”⟦/⟧ said a neighbour, who was there.',
      'Her members, Lind and Brandt among others, called it ⟦partial|Her members|called⟧“a shame”⟦/⟧.',
    ]);
  });
  describe('of a quotation that goes on behind them', () => {
    agrees([
      'A dam is ⟦partial|Brandt|said⟧“no wall against the river”⟦/⟧, Brandt said, and ⟦partial|Brandt|said⟧“no one’s field is a pawn”⟦/⟧ to be exchanged for it.',
    ]);
  });
  describe('of what somebody is said to think', () => {
    agrees([
      'She said later that her members would believe the mayor ⟦partial|She|said⟧“when the river runs uphill”⟦/⟧.',
      'She said that her members believe the mayor ⟦partial|her members|believe⟧“more than ever”⟦/⟧.',
    ]);
  });
  describe('of a quotation that an inverted cue and an aside break', () => {
    agrees([
      '⟦direct|Karl Lind|said|#0⟧“The risk,”⟦/⟧ said Karl Lind, who runs the harbour, ⟦direct|Karl Lind|said|#0⟧“is that they are going to leave.”⟦/⟧',
    ]);
  });
  describe('of a cue that leads to the next quotation, not to the one before', () => {
    agrees(['Brandt said, ⟦direct|Brandt|said⟧“We go.”⟦/⟧ He added, ⟦direct|He|added⟧“You stay.”⟦/⟧']);
  });
  describe('past a hearer’s short name, by one of many, by an account, in a passive', () => {
    agrees([
      'Brandt told the Lunden Press Agency (LPA), ⟦direct|Brandt|told⟧“We will go home.”⟦/⟧',
      '⟦direct|one person|shouted⟧“We will go home!”⟦/⟧ one person shouted.',
      '⟦direct|@anabrandt|tweeted⟧“The harbour is ours,”⟦/⟧ tweeted @anabrandt.',
      'The dam was described as a ⟦partial|Karl Lind|described⟧“miracle of the north”⟦/⟧ by Karl Lind.',
    ]);
  });
  describe('from a statement that the paragraph before announces', () => {
    agrees(['Brandt issued the following statement:\n\n⟦direct|Brandt|issued⟧“We are sorry for the dam.”⟦/⟧']);
  });
  describe('by a name behind a dash', () => {
    agrees(['⟦direct|Ana Brandt⟧“The harbour is ours.”⟦/⟧ ― Ana Brandt']);
  });
  describe('by a name and a colon', () => {
    agrees(['Lunden, mayor Lind: ⟦direct|Lind⟧‘Glad to be here’⟦/⟧']);
  });
  describe('from the sentence or the paragraph before', () => {
    agrees([
      'Brandt spoke last, said the clerk.\n\nShe said the town would wait. ⟦direct|She|said⟧“We have no choice.”⟦/⟧',
      'Ana Brandt read out a letter to the town. ⟦direct|Ana Brandt|read⟧“You speak of walls. We speak of water.”⟦/⟧',
      'Brandt said the town would wait.\n\n⟦direct|Brandt|said⟧“We have no choice.”⟦/⟧',
    ]);
  });
});
