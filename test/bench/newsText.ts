import { SeededRandom } from './seededRandom';

const SYLLABLES = ['bar', 'den', 'fol', 'gri', 'kel', 'lom', 'mar', 'nis', 'pol', 'ran', 'sed', 'tal', 'ven', 'wist'];
const FIRST_NAMES = ['Ada', 'Berit', 'Clara', 'Dorit', 'Edda', 'Frida', 'Gesa', 'Hanne'];
const LAST_NAMES = ['Lomsed', 'Denbar', 'Falkner', 'Griwist', 'Kelmar', 'Norrby', 'Polven', 'Randen'];
const PEOPLE = FIRST_NAMES.flatMap(first => LAST_NAMES.map(last => `${first} ${last}`));
const SMALL_WORDS = ['the', 'of', 'and', 'a', 'in', 'for', 'on', 'with', 'by', 'from'];
const CUES = ['said', 'added', 'told reporters', 'argued', 'warned', 'explained'];
const UNITS = ['people', 'houses', 'boats', 'votes', 'kilometres', 'days', 'tonnes'];
const MODIFIERS = ['', 'about ', 'at least ', 'more than ', 'nearly '];

/**
 * News text of about `length` characters, the same in every run: paragraphs of invented words, of which `highlights` sentences hold
 * a quote with its speaker or a figure, evenly spread. It has the proportions of news and says nothing.
 */
export function newsText(length: number, highlights: number, seed = 1): string {
  const random = new SeededRandom(seed);
  const sentences: string[] = ['Harbour council meets again\n\n'];
  let size = sentences[0]!.length;
  let made = 0;
  for (let count = 1; size < length; count++) {
    const isDue = made < (size / length) * highlights;
    const sentence = !isDue ? plain(random) : made++ % 2 ? quoted(random) : counted(random);
    const text = `${sentence}${count % 4 ? ' ' : '\n\n'}`;
    sentences.push(text);
    size += text.length;
  }
  return sentences.join('');
}

const plain = (random: SeededRandom): string => `${capital(words(random, 9 + random.below(12)))}.`;

function quoted(random: SeededRandom): string {
  const speaker = random.below(3) ? random.pick(PEOPLE) : 'She';
  const attribution = speaker === 'She' ? 'she said' : `${random.pick(CUES)} ${speaker}`;
  return `“${capital(words(random, 4 + random.below(9)))},” ${attribution}.`;
}

function counted(random: SeededRandom): string {
  const figure = random.below(3) ? String(2 + random.below(900)) : `$${1 + random.below(90)} million`;
  const claim = figure.startsWith('$') ? figure : `${figure} ${random.pick(UNITS)}`;
  return `${capital(words(random, 4))} cost ${random.pick(MODIFIERS)}${claim} ${words(random, 4)}.`;
}

const words = (random: SeededRandom, count: number): string =>
  Array.from({ length: count }, (_, i) => (i % 3 === 1 ? random.pick(SMALL_WORDS) : word(random))).join(' ');

const word = (random: SeededRandom): string =>
  Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
