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

/** The numbers below a hundred as parts of words. */
const SMALL: ReadonlyMap<string, number> = smallNumbers();

function smallNumbers(): Map<string, number> {
  const small = new Map<string, number>();
  UNITS.forEach((word, value) => small.set(word, value));
  TEENS.forEach((word, index) => small.set(word, 10 + index));
  TENS.forEach((word, index) => {
    const tens = 20 + 10 * index;
    small.set(word, tens);
    for (let unit = 1; unit <= 9; unit++) small.set(`${UNITS[unit]!}und${word}`, tens + unit);
  });
  return small;
}

/** The number words that are frequent enough for the table: those up to 99, and whole hundreds and thousands. */
export function germanNumbers(): Record<string, number> {
  const numbers: Record<string, number> = { zwo: 2, eins: 1, eine: 1, einen: 1, einem: 1, einer: 1 };
  for (const [word, value] of SMALL) {
    numbers[word] = value;
    if (value > 0 && value < 10) numbers[`${word}hundert`] = 100 * value;
    if (value > 0) numbers[`${word}tausend`] = 1000 * value;
    if (value > 0 && value < 10) numbers[`${word}einhalb`] = value + 0.5;
  }
  return { ...numbers, anderthalb: 1.5, eineinhalb: 1.5, dreiviertel: 0.75 };
}

/** What number words start with, in pairs of letters: most words are told by theirs. */
const STARTS = 'ei zw dr vi fü fu se si ac ne ze el hu ta';

/** True where a word that starts with these two lower-case letters may be a number. */
export const startsGermanNumber = (letters: string): boolean => STARTS.includes(letters);

/** Longer than any number below a million. */
const LONGEST = 60;

/** The value of a number below a million in one word ("zweihundertdreiundvierzigtausend"); undefined for other words. */
export function germanNumber(word: string): number | undefined {
  if (word.length > LONGEST) return undefined;
  const plain = word
    .toLowerCase()
    .replace(/fuenf/g, 'fünf')
    .replace(/zwoelf/g, 'zwölf')
    .replace(/dreissig/g, 'dreißig');
  return germanNumbersValue(plain, 'tausend', 1000, hundreds);
}

const hundreds = (word: string): number | undefined => germanNumbersValue(word, 'hundert', 100, small);

const small = (word: string): number | undefined =>
  SMALL.get(word) ?? (word === 'eins' || word === 'eine' ? 1 : undefined);

/** `<count><scale>[und]<rest>`, each part optional, read by the next smaller reader. */
function germanNumbersValue(
  word: string,
  scale: string,
  size: number,
  read: (word: string) => number | undefined,
): number | undefined {
  const at = word.indexOf(scale);
  if (at < 0) return read(word);
  const count = at === 0 ? 1 : read(word.slice(0, at));
  const behind = word.slice(at + scale.length);
  const rest = behind === '' ? 0 : read(behind.startsWith('und') ? behind.slice(3) : behind);
  return count === undefined || rest === undefined ? undefined : count * size + rest;
}
