import { type Span } from '../../../src/core/text/span';
import { type SeededRandom } from '../seededRandom';
import { type TrackedChange, type TrackedText, typed } from './trackedText';

/** What an editor may do at once: changes that are told together. */
export type EditStep = (text: TrackedText, random: SeededRandom, others: readonly string[]) => readonly TrackedChange[];

const WORDS = 'brisk lantern meadow copper violet saddle ember quartz thistle harrow pollen cinder'.split(' ');

const words = (random: SeededRandom, count: number): string =>
  Array.from({ length: count }, () => random.pick(WORDS)).join(' ');

/** A paragraph, a sentence, a stretch: what is taken in the hand. */
export function randomPiece(text: string, random: SeededRandom): Span {
  const kind = random.below(3);
  if (kind === 0) return randomStretch(text, random, 1 + random.below(120));
  const pieces = [...text.matchAll(kind === 1 ? /[^\n]+\n*/g : /[^\n.!?]+[.!?”"]*\s*/g)];
  if (pieces.length === 0) return { start: 0, end: 0 };
  const piece = random.pick(pieces);
  return { start: piece.index, end: piece.index + piece[0].length };
}

function randomStretch(text: string, random: SeededRandom, length: number): Span {
  const start = random.below(text.length + 1);
  return { start, end: Math.min(text.length, start + length) };
}

/** An offset outside of a span: where what was cut there may be pasted. */
export function elsewhere(text: string, { start, end }: Span, random: SeededRandom): number {
  const starts = [...text.matchAll(/^(?=.)|(?<=[.!?”] )/gm)].map(({ index }) => index);
  const free = starts.filter(offset => offset <= start || offset >= end);
  return free.length ? random.pick(free) : start;
}

const insertWords: EditStep = ({ text }, random) => {
  const at = random.below(text.length + 1);
  return [{ start: at, end: at, ...typed(`${words(random, 1 + random.below(5))} `) }];
};

const insertParagraph: EditStep = ({ text }, random, others) => {
  const at = elsewhere(text, { start: 0, end: 0 }, random);
  const other = others.length ? random.pick(others) : '';
  const added = other === '' || random.below(2) ? `${words(random, 10)}.\n\n` : other.slice(0, 1 + random.below(300));
  return [{ start: at, end: at, ...typed(added) }];
};

const remove: EditStep = ({ text }, random) => [{ ...randomPiece(text, random), ...typed('') }];

const rewrite: EditStep = ({ text }, random) => [
  { ...randomPiece(text, random), ...typed(`${words(random, 1 + random.below(12))}. `) },
];

const typo: EditStep = ({ text }, random) => {
  const { start, end } = randomStretch(text, random, 1);
  return [{ start, end, ...typed(random.pick(['e', 'x', ' ', '']).slice(0, 1)) }];
};

const copy: EditStep = (tracked, random) => {
  const at = elsewhere(tracked.text, { start: 0, end: 0 }, random);
  return [{ start: at, end: at, ...tracked.copy(randomPiece(tracked.text, random)) }];
};

const move: EditStep = (tracked, random) => {
  const piece = randomPiece(tracked.text, random);
  const at = elsewhere(tracked.text, piece, random);
  if (at > piece.start && at < piece.end) return [];
  return at === piece.start || at === piece.end || piece.start === piece.end
    ? []
    : [
        { ...piece, ...typed('') },
        { start: at, end: at, ...tracked.stretch(piece) },
      ];
};

const replaceAll: EditStep = ({ text }, random) => {
  const found = [...text.matchAll(/\p{L}+/gu)];
  if (found.length === 0) return [];
  const word = random.pick(found)[0];
  const replacement = random.pick([...WORDS, '']);
  return found
    .filter(match => match[0] === word)
    .map(({ index }) => ({ start: index, end: index + word.length, ...typed(replacement) }));
};

/** One letter for each letter that matches: the same letters in another shape. */
const reshape = (tracked: TrackedText, pattern: RegExp, shape: (letter: string) => string): TrackedChange[] =>
  [...tracked.text.matchAll(pattern)].map(({ index, 0: letter }) => ({
    start: index,
    end: index + 1,
    text: shape(letter),
    origins: [tracked.origins[index]!],
  }));

const restyle: EditStep = tracked =>
  reshape(tracked, /[“”„‘’—–]/g, letter => ('“”„'.includes(letter) ? '"' : '—–'.includes(letter) ? '-' : "'"));

const rewrap: EditStep = (tracked, random) =>
  reshape(tracked, /(?<=\S)[ \n](?=\S)/g, () => (random.below(12) ? ' ' : '\n'));

const STEPS: readonly EditStep[] = [
  ...[insertWords, insertWords, insertParagraph, remove, remove, rewrite, typo, typo],
  ...[copy, move, move, replaceAll, restyle, rewrap],
];

/** One random step. */
export const randomStep: EditStep = (text, random, others) => random.pick(STEPS)(text, random, others);
