import assert from 'node:assert/strict';
import { detect } from '../../../src/core/detect/detect';
import { markedQuotes, plainText } from './markedText';

const agrees = (cases: readonly string[]): void => {
  for (const expected of cases)
    it(plainText(expected).slice(0, 90), () => assert.equal(markedQuotes(plainText(expected)), expected));
};

describe('quote types', () => {
  describe('direct: a full clause between marks', () => {
    agrees([
      '⟦direct|Ana Brandt|said⟧“We will rebuild the bridge,”⟦/⟧ Ana Brandt said.',
      'Brandt said: ⟦direct|Brandt|said⟧“We will rebuild the bridge.”⟦/⟧',
      '⟦direct⟧“Nobody asked us about it.”⟦/⟧',
      'However, ⟦direct|the mayor|said⟧“in closing one road, we must not open another one,”⟦/⟧ the mayor said.',
      'The mayor said that ⟦direct|The mayor|said⟧“from where we stand, the river is still rising,”⟦/⟧ which worried many.',
    ]);
  });
  describe('partial: a fragment in the reporter’s sentence', () => {
    agrees([
      'Brandt called the plan ⟦partial|Brandt|called⟧“unworkable”⟦/⟧.',
      'The plan would bring ⟦partial|Brandt|conceded⟧“certain”⟦/⟧ problems, Brandt conceded.',
      'He said the river was ⟦partial|He|said⟧“rising too fast”⟦/⟧ for the old dam.',
      'Brandt, for her part, described the offers as ⟦partial|Brandt|described⟧“insults.”⟦/⟧',
      'It was a time when ⟦partial⟧“no one wanted to be the first to go”⟦/⟧ to the river.',
      'They called him ⟦partial|They|called⟧“Captain Nowhere.”⟦/⟧',
      '⟦direct|Brandt|Says⟧‘Bridge Will Open,’⟦/⟧ Mayor Brandt Says',
      'Brandt: Harbour Is ⟦partial|Brandt⟧‘Finished For Good’⟦/⟧ Without New Dam',
      'Brandt’s ⟦partial|Brandt|promise⟧“never again”⟦/⟧ promise was soon forgotten.',
      'They held up a sign saying ⟦partial|a sign|saying⟧“Harbour For All Of Us.”⟦/⟧',
    ]);
  });
  describe('scare: nobody is reported to have said it', () => {
    agrees([
      'The ⟦scare⟧“old town”⟦/⟧ is a car park now.',
      'They live in so-called ⟦scare⟧“smart homes”⟦/⟧ by the lake.',
      'The transcript reads ⟦scare⟧“(Laughter.)”⟦/⟧ here.',
      'He wants to discuss the future of the ⟦scare⟧“old harbour.”⟦/⟧',
      'Lind rejected the town’s hoped ⟦scare⟧“unconditional”⟦/⟧ truce.',
    ]);
  });
  describe('title: the name of a work', () => {
    agrees([
      'She wrote the novel ⟦title⟧“The Quiet Harbour”⟦/⟧ in Lund.',
      'The town’s handbook, ⟦title⟧‘Ropes before Engines’⟦/⟧, demands two sailors.',
      'On Lunden TV’s ⟦title⟧“Harbour,”⟦/⟧ Brandt said she would go.',
      '⟦title⟧“The harbour falls silent,”⟦/⟧ by Ana Brandt, is out.',
      '⟦direct|Brandt|told⟧“We go,”⟦/⟧ Brandt told the programme ⟦title⟧“Morning Tides”⟦/⟧ on Monday.',
      'Lind told Lunden TV’s ⟦title⟧“Morning Tides”⟦/⟧ that he would go.',
      'The mayor told the programme, ⟦title⟧“Harbour. Town. Brandt.”⟦/⟧ that it was late.',
    ]);
  });
  describe('unmarked: what follows a cue and a colon, to the end of the paragraph', () => {
    agrees([
      'Brandt stated: ⟦unmarked|Brandt|stated⟧We have said it often. Nobody listened.⟦/⟧\nThe rest is silence.',
      'Brandt: the bridge stays closed this winter',
    ]);
  });
});

describe('a headline’s colon', () => {
  it('names nobody behind a label', () => {
    for (const label of ['Live', 'VIDEO', 'Opinion', 'Interview'])
      assert.equal(markedQuotes(`${label}: Harbour Is ‘Finished’`), `${label}: Harbour Is ⟦scare⟧‘Finished’⟦/⟧`);
  });
});

describe('quotation marks', () => {
  agrees([
    '⟦direct|Brandt|said⟧"We will go,"⟦/⟧ Brandt said.',
    "⟦direct|Brandt|said⟧''We will go,''⟦/⟧ Brandt said.",
    "⟦direct|Brandt|said⟧``We will go,''⟦/⟧ Brandt said.",
    '⟦direct|Brandt|said⟧«We will go,»⟦/⟧ Brandt said.',
    '⟦direct|Brandt|said⟧‘We will go,’⟦/⟧ Brandt said.',
    "⟦direct|Brandt|said⟧'We will go,'⟦/⟧ Brandt said.",
    '⟦direct|Brandt|said⟧「We will go,」⟦/⟧ Brandt said.',
  ]);
  it('are paired whichever side a straight one shows', () => {
    assert.equal(markedQuotes('He said "yes" and "no" (or "perhaps").').match(/⟦partial/g)?.length, 3);
  });
  it('nest though they are straight, where two that can only close follow', () => {
    const [quote, ...others] = detect('Brandt said: "Would it be called a "harbour", then?"').quotes.filter(
      q => q.type !== 'indirect',
    );
    assert.equal(quote?.end, 52);
    assert.equal(quote?.children?.length, 1);
    assert.deepEqual(others, []);
  });
  it('nest: the outer pair is the quote, the inner one its child', () => {
    const [quote, ...others] = detect('“He told me, ‘Never again,’ and left,” Brandt said.').quotes.filter(
      q => q.type !== 'indirect',
    );
    assert.deepEqual(others, []);
    assert.deepEqual(
      quote?.children?.map(({ start, end }) => [start, end]),
      [[13, 27]],
    );
  });
});

describe('what is no quotation mark', () => {
  agrees([
    'Russia’s plan and the soldiers’ families in the ’90s: rock ’n’ roll.',
    "The boys' coats and the dogs' leads hung there in '98.",
    'Brandt said such sums are ⟦partial|Brandt|said⟧‘rock ’n’ roll arithmetic’⟦/⟧ to her.',
    "Brandt said such sums are ⟦partial|Brandt|said⟧'rock 'n' roll arithmetic'⟦/⟧ to her.",
    'A wall of 5\' 11" and a 6" pipe.',
    "It's what we've said: they'd go.",
    'Nothing between “” or " " marks.',
    '"The crowd at the harbour was chanting ⟦partial|The crowd at the harbour|chanting⟧“bring it back”⟦/⟧ until the rain came.',
  ]);
});

describe('quotations over several paragraphs', () => {
  agrees([
    'Brandt said: ⟦direct|Brandt|said⟧“We came early.\n\n“We left late.\n\n“It was worth it.”⟦/⟧\n\nShe smiled.',
    '⟦direct|Brandt|said⟧“We came early.\n\n“We left late,”⟦/⟧ Brandt said.',
  ]);
  agrees(['Brandt said: ⟦direct|Brandt|said|unclosed⟧“We came early.⟦/⟧\n\nShe smiled and left.']);
});

describe('quotations broken by their attribution', () => {
  agrees([
    '⟦direct|she|said|#0⟧“We are ready,”⟦/⟧ she said, ⟦direct|she|said|#0⟧“but only then.”⟦/⟧',
    '⟦direct|she|said|#0⟧“We are ready,”⟦/⟧ she said. ⟦direct|she|said|#0⟧“Others are not.”⟦/⟧',
  ]);
});

describe('a highlight in boilerplate', () => {
  it('is flagged', () => {
    const text = `${'Brandt opened the new bridge over the river on Monday after two years of work, and the town came to see it in the rain. '.repeat(2)}\n\nYou may also like\n\nMayor Lind: ‘Glad to be here’`;
    assert.match(markedQuotes(text), /⟦direct\|Lind\|boilerplate⟧‘Glad to be here’/);
  });
});
