import assert from 'node:assert/strict';
import { detect } from '../../../src/core/detect/detect';
import { markedClaims, plainText } from './markedText';

const agrees = (cases: readonly string[]): void => {
  for (const expected of cases)
    it(plainText(expected).slice(0, 90), () => assert.equal(markedClaims(plainText(expected)), expected));
};

describe('numeric claims', () => {
  describe('counts, with what is counted', () => {
    agrees([
      'The sum is ⟦count 1300000⟧1.3e6⟦/⟧ or ⟦count 0.01⟧1e-2⟦/⟧.',
      'The sum is ⟦count -1⟧minus one⟦/⟧.',
      'They lost ⟦count 311|tanks⟧311 tanks⟦/⟧, officials said.',
      'It killed ⟦count ≥28|deaths⟧at least 28 deaths⟦/⟧, according to them.',
      'It caused ⟦count ≥10000|deaths and injuries⟧tens of thousands of deaths and injuries⟦/⟧.',
      '⟦count 2|rounds⟧Two rounds⟦/⟧ of talks failed.',
      'They sent ⟦count 1200000|people⟧1.2 million people⟦/⟧ home.',
      'Some ⟦count 24|boats⟧twenty-four boats⟦/⟧ sank.'.replace(
        'Some ⟦count 24|boats⟧twenty',
        '⟦count 24|boats⟧Some twenty',
      ),
      'Only ⟦count 1|person⟧one person⟦/⟧ stayed.',
      'They hired ⟦count ≥200|workers⟧several hundred workers⟦/⟧.',
    ]);
  });
  describe('percentages and fractions, with their whole', () => {
    agrees([
      'It took ⟦fraction 0.2⟧a fifth⟦/⟧',
      'It takes ⟦percent 5|of their GDP⟧5% of their GDP⟦/⟧.',
      'It holds ⟦percent 20|of Lunden land⟧nearly 20% of Lunden land⟦/⟧ today.',
      'It won by ⟦percent 12|percentage points⟧12 percentage points⟦/⟧.',
      'Of these ⟦fraction ≥0.333⟧at least one third⟦/⟧ were new.',
      '⟦fraction 0.25|of voters⟧A quarter of voters⟦/⟧ stayed home.',
      '⟦fraction 0.4⟧Two in five⟦/⟧ agreed.',
    ]);
  });
  describe('money, measures, durations, ratios', () => {
    agrees([
      'It cost ⟦money 1200000000|USD⟧$1.2 billion⟦/⟧.',
      'It cost ⟦money 12000000|EUR⟧12 million euros⟦/⟧.',
      'It cost ⟦money 300000000|GBP⟧£300m⟦/⟧.',
      'A road of ⟦measure 40|km⟧40 km⟦/⟧ and a ⟦measure 6|foot⟧6-foot⟦/⟧ wall.',
      'At ⟦measure -12|degrees⟧minus 12 degrees⟦/⟧ it froze.',
      'After ⟦duration ≥3|years⟧more than three years⟦/⟧ of war.',
      '⟦ratio 3⟧Three times⟦/⟧ as many, or ⟦ratio 2⟧twice⟦/⟧ as many.',
    ]);
  });
  describe('changes', () => {
    agrees([
      'Sales rose ⟦change to 12 by 4 up|%⟧4% to 12%⟦/⟧.',
      'Prices fell ⟦change from 10 to 5 down|USD⟧from $10 to $5⟦/⟧.',
      'Support fell by ⟦change 12 by 12 down|percentage points⟧12 percentage points⟦/⟧.',
      'The seats fell to ⟦change 40 to 40 down⟧40⟦/⟧.',
      'Catches have fallen by ⟦change 0.5 by 0.5 down⟧half⟦/⟧ since 2009.',
      'It fell by ⟦change 0.5 by 0.5 down⟧half⟦/⟧.',
    ]);
  });
  describe('ranges and bounds', () => {
    agrees([
      'Boxes of ⟦count ≥1000 ≤5000⟧1000-5000⟦/⟧.',
      'It takes ⟦duration ≥3 ≤5|days⟧between 3 and 5 days⟦/⟧.',
      'It takes ⟦duration ≥3 ≤5|days⟧3-5 days⟦/⟧.',
      'It cost ⟦money ≥3000000 ≤5000000|USD⟧$3 to $5 million⟦/⟧.',
      'They want ⟦count ≤40|seats⟧up to 40 seats⟦/⟧ or ⟦count ≥50⟧50 or more⟦/⟧.',
    ]);
  });
  describe('what is none', () => {
    agrees([
      'On June 4, 2023, at 9:30 pm, and in the 1990s.',
      'Since 2022 and in May 2024, on 2023-07-14.',
      'The second round, the 3rd floor, the fifty-ninth session.',
      'Rossia-24, an F-16, the G7, Article 5, COVID-19 and page 12.',
      'Call 555-1234 or see https://example.org/2/34 and @user99.',
      'One of the reasons; no one knew; they saw one another.',
      'The two sides met.',
      'Won 3-2 at home [12].',
      '1. First item',
    ]);
  });
  it('say which quote they stand in', () => {
    const { quotes, claims } = detect('“We lost 40 boats,” Brandt said.');
    assert.equal(quotes[claims[0]!.quote!]?.type, 'direct');
  });
});
