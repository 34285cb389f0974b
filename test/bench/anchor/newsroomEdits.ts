import { type Span } from '../../../src/core/text/span';
import { newsText } from '../newsText';
import { type SeededRandom } from '../seededRandom';
import { NEW, type TrackedChange, type TrackedText, typed } from './trackedText';

/** How much of an article an edit touches. */
export const STRENGTHS = ['light', 'medium', 'heavy'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One kind of revision that newsrooms, and the tools between them and us, make. */
export interface NewsroomEdit {
  readonly name: string;
  /** Makes of an article the one that is tagged: some edits need something to mend. */
  readonly prepare?: (article: string, random: SeededRandom) => string;
  readonly revise: (
    text: TrackedText,
    passages: readonly Span[],
    strength: Strength,
    random: SeededRandom,
  ) => TrackedText;
}

const LEVEL = { light: 1, medium: 2, heavy: 3 } as const;

/** The places of a pattern, a share of them. */
function some(text: string, pattern: RegExp, share: number, random: SeededRandom): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(() => random.below(1000) < share * 1000);
}

const SENTENCE = /[^\s.!?][^.!?\n]*[.!?]+[”"’]?/g;
const PARAGRAPH = /[^\n]+\n*/g;
const WORD = /\p{L}{4,}/gu;

const newSentences = (random: SeededRandom, length: number): string =>
  newsText(length, 2, 1000 + random.below(1e6))
    .split('\n\n')
    .slice(1)
    .join(' ')
    .trim();

const newWord = (random: SeededRandom): string => newSentences(random, 80).split(' ')[1]!.toLowerCase();

const typoFixes: NewsroomEdit = {
  name: 'typos fixed',
  prepare: (article, random) =>
    article.replace(WORD, word => {
      const at = 1 + random.below(word.length - 2);
      return random.below(25) ? word : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
    }),
  revise: (tracked, _passages, strength, random) =>
    tracked.edit(
      some(tracked.text, WORD, 0.02 * LEVEL[strength], random).map(({ index, 0: word }) => {
        const at = index + random.below(word.length);
        return { start: at, end: at + 1, ...typed(random.pick([...'aeinrst'])) };
      }),
    ),
};

/** Words within passages become others: one in some of them, several in most. */
const wordsChanged: NewsroomEdit = {
  name: 'words of the passage changed',
  revise: (tracked, passages, strength, random) => {
    const changes: TrackedChange[] = [];
    for (const passage of passages) {
      if (random.below(4) >= 1 + LEVEL[strength]) continue;
      const words = [...tracked.text.slice(passage.start, passage.end).matchAll(WORD)];
      const count = Math.min(LEVEL[strength], Math.floor(words.length / 4));
      for (let i = 0; i < count; i++) {
        const { index, 0: word } = random.pick(words);
        const start = passage.start + index;
        if (changes.every(change => change.end <= start || change.start >= start + word.length))
          changes.push({ start, end: start + word.length, ...typed(newWord(random)) });
      }
    }
    return tracked.edit(changes);
  },
};

/** A sentence and the one after it, or one far off, change places. */
const reordered: NewsroomEdit = {
  name: 'sentences reordered',
  revise: (tracked, _passages, strength, random) => {
    let text = tracked;
    for (let i = 0; i < 2 * LEVEL[strength] ** 2; i++) {
      const sentences = [...text.text.matchAll(SENTENCE)];
      if (sentences.length < 3) break;
      const [a, b] = [random.below(sentences.length), random.below(sentences.length)].sort((x, y) => x - y);
      if (a === b) continue;
      const [first, second] = [sentences[a!]!, sentences[b!]!].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      }));
      text = text.edit([
        { ...first!, ...text.stretch(second!) },
        { ...second!, ...text.stretch(first!) },
      ]);
    }
    return text;
  },
};

const inserted: NewsroomEdit = {
  name: 'paragraphs inserted',
  revise: (tracked, _passages, strength, random) =>
    tracked.edit(
      some(tracked.text, PARAGRAPH, 0.12 * LEVEL[strength], random).map(({ index }) => ({
        start: index,
        end: index,
        ...typed(`${newSentences(random, 150 + random.below(300))}\n\n`),
      })),
    ),
};

const cut: NewsroomEdit = {
  name: 'paragraphs cut',
  revise: (tracked, _passages, strength, random) =>
    tracked.edit(
      some(tracked.text, PARAGRAPH, 0.1 * LEVEL[strength], random).map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
        ...typed(''),
      })),
    ),
};

const PLAIN_MARKS = new Map([...'“”„«»'].map((mark): [string, string] => [mark, '"']));
for (const mark of '‘’‚') PLAIN_MARKS.set(mark, "'");
for (const dash of '–—') PLAIN_MARKS.set(dash, '-');

const restyled: NewsroomEdit = {
  name: 'marks restyled',
  revise: (tracked, _passages, strength, random) => {
    const isHouse = random.below(2) === 0;
    return tracked.edit(
      some(tracked.text, /[“”„«»‘’‚–—]/g, LEVEL[strength] / 3, random).map(({ index, 0: mark }) => ({
        start: index,
        end: index + 1,
        text: isHouse && mark === '“' ? '«' : isHouse && mark === '”' ? '»' : PLAIN_MARKS.get(mark)!,
        origins: [tracked.origins[index]!],
      })),
    );
  },
};

const rewrapped: NewsroomEdit = {
  name: 'lines wrapped anew',
  revise: (tracked, _passages, strength) => {
    const width = { light: 100, medium: 72, heavy: 40 }[strength];
    let column = 0;
    const changes: TrackedChange[] = [];
    for (const { index, 0: piece } of tracked.text.matchAll(/\n+|[^\S\n]+|\S+/g)) {
      if (piece.startsWith('\n')) column = 0;
      else if (/\S/.test(piece) || column < width) column += piece.length;
      else {
        changes.push({ start: index, end: index + piece.length, text: '\n', origins: [tracked.origins[index]!] });
        column = 0;
      }
    }
    return tracked.edit(changes);
  },
};

const BOILERPLATE = [
  'Advertisement',
  'Share this article',
  'Read more: Harbour council meets again',
  'Sign up for our newsletter',
];

const stripped: NewsroomEdit = {
  name: 'boilerplate stripped',
  prepare: (article, random) =>
    `Menu\nSearch\nLog in\n\n${article.replace(/\n\n/g, () => (random.below(2) ? '\n\n' : `\n\n${random.pick(BOILERPLATE)}\n\n`))}\n\nAll rights reserved. We use cookies.\n`,
  revise: (tracked, _passages, strength, random) =>
    tracked.edit(
      some(
        tracked.text,
        /^(?:Menu|Search|Log in|Advertisement|Share this article|Read more: .*|Sign up .*|All rights .*)\n+/gm,
        LEVEL[strength] / 3,
        random,
      ).map(({ index, 0: line }) => ({ start: index, end: index + line.length, ...typed('') })),
    ),
};

const repaired: NewsroomEdit = {
  name: 'encoding repaired',
  prepare: article => article.replace(/[“”‘’–—…éèàüöäß€]/g, misread),
  revise: (tracked, _passages, strength, random) =>
    tracked.edit(
      some(tracked.text, /â€[œ™˜“”¦]|â€\u009d|â‚¬|Ã[\u0080-\u00bf]|ÃŸ/g, 0.34 * LEVEL[strength], random).map(
        ({ index, 0: several }) => {
          const text = REPAIRS.get(several) ?? several;
          return {
            start: index,
            end: index + several.length,
            text,
            origins: text === several ? tracked.origins.slice(index, index + text.length) : [tracked.origins[index]!],
          };
        },
      ),
    ),
};

const headline: NewsroomEdit = {
  name: 'headline rewritten',
  revise: (tracked, _passages, strength, random) => {
    const paragraphs = [...tracked.text.matchAll(PARAGRAPH)].slice(0, LEVEL[strength]);
    return tracked.edit(
      paragraphs.map(({ index, 0: words }) => ({
        start: index,
        end: index + words.trimEnd().length,
        ...typed(newSentences(random, words.length)),
      })),
    );
  },
};

/** A character's UTF-8 bytes, read as Windows-1252. */
function misread(character: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(character));
}

const REPAIRS: ReadonlyMap<string, string> = new Map(
  [...'“”‘’–—…éèàüöäß€'].map((character): [string, string] => [misread(character), character]),
);

const KINDS = [
  ...[typoFixes, wordsChanged, reordered, inserted, cut],
  ...[restyled, rewrapped, stripped, repaired, headline],
] as const;

/** A revision as it comes: several kinds of edit on top of each other. */
const mixed: NewsroomEdit = {
  name: 'several of these',
  prepare: (article, random) => (random.below(2) ? stripped.prepare!(article, random) : article),
  revise: (tracked, passages, strength, random) => {
    // What changes words of passages goes first: it knows where they stood.
    let text = wordsChanged.revise(tracked, passages, strength, random);
    const count = { light: 2, medium: 3, heavy: 5 }[strength];
    for (let i = 0; i < count; i++)
      text = random.pick(KINDS.filter(kind => kind !== wordsChanged)).revise(text, [], strength, random);
    return text;
  },
};

/** Every kind of revision. */
export const NEWSROOM_EDITS: readonly NewsroomEdit[] = [...KINDS, mixed];

/**
 * Where a passage of the first text is now: from its first letter to its last, where at least half of them are still together.
 * Undefined where that is nowhere.
 */
export function truePlace(text: TrackedText, passage: Span): Span | undefined {
  const length = passage.end - passage.start;
  const at: number[] = [];
  for (const [offset, origin] of text.origins.entries())
    if (origin !== NEW && origin >= passage.start && origin < passage.end) at.push(offset);
  // The stretch, no more than half as long again as the passage, that holds most of it.
  let best = { first: 0, count: 0 };
  for (let first = 0, last = 0; first < at.length; first++) {
    while (last < at.length && at[last]! - at[first]! < length * 1.5) last++;
    if (last - first > best.count) best = { first, count: last - first };
  }
  if (best.count * 2 < length) return undefined;
  return { start: at[best.first]!, end: at[best.first + best.count - 1]! + 1 };
}
