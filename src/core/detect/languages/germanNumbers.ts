const UNITS = ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const TEENS = [
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
];
const TENS = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** German writes numbers below a million in one word: those up to 99, and whole hundreds and thousands. */
export function germanNumbers(): Record<string, number> {
  const small: Record<string, number> = {};
  UNITS.forEach((word, value) => (small[word] = value));
  TEENS.forEach((word, index) => (small[word] = 10 + index));
  TENS.forEach((word, index) => {
    const tens = 20 + 10 * index;
    small[word] = tens;
    for (let unit = 1; unit <= 9; unit++) small[`${UNITS[unit]!}und${word}`] = tens + unit;
  });
  const numbers: Record<string, number> = { ...small, eins: 1, eine: 1, einen: 1, einem: 1, einer: 1 };
  for (const [word, value] of Object.entries(small)) {
    if (value > 0 && value < 10) numbers[`${word}hundert`] = 100 * value;
    if (value > 1) numbers[`${word}tausend`] = 1000 * value;
  }
  return numbers;
}
