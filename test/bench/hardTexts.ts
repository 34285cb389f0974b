import { newsText } from './newsText';
import { SeededRandom } from './seededRandom';

/** What makes careless code slow: `length` characters each. */
export function hardTexts(length: number): Readonly<Record<string, string>> {
  const random = new SeededRandom(7);
  const repeated = (part: string, size = length): string => part.repeat(Math.ceil(size / part.length));
  return {
    'straight double marks': repeated('"'),
    'opening double marks': repeated('“'),
    'straight single marks': repeated("'"),
    'digits and commas': repeated('9,'),
    'news in one line': newsText(length, length / 200).replace(/\n+/g, ' '),
    'nested marks': repeated('“a ‘b «', length / 2) + repeated('c» d’ e”', length / 2),
    'random bytes': Array.from({ length }, () => String.fromCharCode(random.below(256))).join(''),
  };
}
