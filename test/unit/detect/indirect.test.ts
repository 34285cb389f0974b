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

/** Where one report ends and the next one begins. */
const ENDS = [
  'Brandt said ⟦indirect|Brandt|said⟧that the dam was safe⟦/⟧ and added ⟦indirect|Brandt|added⟧that it was old⟦/⟧.',
  'Lind tweeted ⟦indirect|Lind|tweeted⟧a picture of the dam⟦/⟧, then said ⟦indirect|Lind|said⟧it was safe⟦/⟧.',
  'Brandt said ⟦indirect|Brandt|said⟧the dam was safe⟦/⟧, while others say ⟦indirect|others|say⟧it leaks⟦/⟧.',
  'Brandt said ⟦indirect|Brandt|said⟧the dam was safe⟦/⟧ - but Lind says ⟦indirect|Lind|says⟧it leaks⟦/⟧.',
  'Brandt said ⟦indirect|Brandt|said⟧the dam was safe⟦/⟧ and Lind says ⟦indirect|Lind|says⟧it leaks⟦/⟧.',
  'Brandt criticized ⟦indirect|Brandt|criticized⟧the plan⟦/⟧ and praised ⟦indirect|Brandt|praised⟧the town⟦/⟧.',
  'She is noting ⟦indirect|She|noting⟧that it rained⟦/⟧ and saying ⟦indirect|She|saying⟧that the dam was old⟦/⟧.',
  'When Brandt said ⟦indirect|Brandt|said⟧the dam was safe⟦/⟧, Lind denied ⟦indirect|Lind|denied⟧it would stand⟦/⟧.',
  'Although Lind promised ⟦indirect|Lind|promised⟧that it would stand⟦/⟧, on Monday Brandt said ⟦indirect|Brandt|said⟧it leaks⟦/⟧.',
  'Asked ⟦indirect|-|Asked⟧whether it leaks⟦/⟧, Brandt said ⟦indirect|Brandt|said⟧it was safe⟦/⟧.',
  'Lind rejected ⟦indirect|Lind|rejected⟧the plan⟦/⟧ by saying ⟦indirect|Lind|saying⟧that it leaks⟦/⟧.',
  'Lind called ⟦indirect|Lind|called⟧it “safe,”⟦/⟧ telling them ⟦indirect|Lind|telling⟧that it was new⟦/⟧.',
  '⟦indirect|the council|reported⟧The dam has leaked⟦/⟧, the council reported last week.',
  'Asked about ⟦indirect|-|Asked about⟧the dam⟦/⟧, Brandt said ⟦indirect|Brandt|said⟧it was safe⟦/⟧.',
  'Brandt said ⟦indirect|Brandt|said⟧the dam “is safe. It will stand.”⟦/⟧ Lind left.',
];

/** Reports around marks and commas. */
const AROUND = [
  '⟦indirect|Brandt|said|#0⟧The plan is “unworkable,”⟦/⟧ Brandt said. “We will drop it.”',
  '⟦indirect|she|said|#0⟧The dam is not safe⟦/⟧, she said. “It is old.”',
  'She said, ⟦indirect|She|said⟧if elected, she would close the dam⟦/⟧.',
  '⟦indirect|Karl Lind|said⟧The dam will stand for many years to come⟦/⟧, said Karl Lind, a farmer.',
  'On Lunden TV’s “Harbour,” Brandt said ⟦indirect|Brandt|said⟧she would go⟦/⟧.',
];

/** Who reports, and by which words. */
const CUES = [
  'Others, however, say ⟦indirect|Others|say⟧the dam leaks⟦/⟧.',
  'Six in 10 said ⟦indirect|Six in 10|said⟧the dam leaks⟦/⟧.',
  'Mayor Brandt Says ⟦indirect|Brandt|Says⟧Bridge Will Open⟦/⟧',
  'Brandt is calling for ⟦indirect|Brandt|calling for⟧a new dam⟦/⟧.',
  'Brandt released a statement saying ⟦indirect|Brandt|saying⟧the dam was safe⟦/⟧.',
  'A group that opposes ⟦thought|A group|opposes⟧the new dam⟦/⟧.',
  'Brandt defended ⟦indirect|Brandt|defended⟧the plan⟦/⟧.',
  'Lind endorsed ⟦thought|Lind|endorsed⟧Brandt⟦/⟧.',
  'Brandt repeated her opposition to ⟦thought|her|opposition to⟧the dam⟦/⟧.',
  'There were fears ⟦indirect|-|fears⟧that the dam would break⟦/⟧.',
  '⟦thought|-|is expected|#0⟧The dam⟦/⟧ is expected ⟦thought|-|is expected|#0⟧to break in May⟦/⟧.',
  '⟦thought|-|seems|#0⟧The river⟦/⟧ seems ⟦thought|-|seems|#0⟧to rise⟦/⟧.',
  'Brandt warned against ⟦indirect|Brandt|warned against⟧a new dam⟦/⟧.',
  'Lind believes in ⟦thought|Lind|believes in⟧the dam⟦/⟧.',
  'According to Ana Brandt, mayor of Lunden, ⟦indirect|Ana Brandt|According to⟧the bridge is closed⟦/⟧.',
  'As the mayor explained on Monday, ⟦indirect|the mayor|explained⟧the bridge stays closed⟦/⟧.',
  '⟦indirect|the mayor|explained⟧The bridge stays closed⟦/⟧, as the mayor explained.',
  '“We wait,” according to Ana Brandt of the harbour board.',
  'The town added 30 rooms to its school.',
  'The early states of the project were slow.',
];

describe('reported speech and thought', () => {
  for (const expected of [...cases, ...ENDS, ...AROUND, ...CUES])
    it(plainText(expected), () => assert.equal(markedQuotes(plainText(expected), { indirect: true }), expected));
});
