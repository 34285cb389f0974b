import { grammarOf, TABLES } from './grammars';
import { Lexicon, type LexiconEntry } from './lexicon';
import { type Language, LANGUAGES } from './model';
import { once } from './once';
import * as FigureClass from './figureClass';
import type * as WordClass from './wordClass';

/** Numbers and what they count. */
const TELLING =
  FigureClass.cardinal |
  FigureClass.scale |
  FigureClass.fraction |
  FigureClass.percent |
  FigureClass.duration |
  FigureClass.measure |
  FigureClass.currency;

/** Classes whose words are few, frequent, and say nothing of what a text is about. */
const CLOSED: ReadonlySet<string> = new Set<keyof typeof WordClass>([
  'auxiliary',
  'determiner',
  'preposition',
  'subjectPronoun',
  'objectPronoun',
  'coordinator',
  'subordinator',
  'relative',
  'that',
  'adverb',
  'negation',
  'infinitiveMarker',
]);

/** The frequent words of a language, which say nothing of what a text is about. */
export const functionWordsOf = (language: Language): readonly string[] => {
  const { words, signature } = TABLES[language];
  const closed = words.filter(([classes]) => classes.some(name => CLOSED.has(name)));
  return [signature, ...closed.map(([, list]) => list)].flatMap(list => list.trim().split(/\s+/));
};

/** Function words of all languages; bit n of a word's classes stands for LANGUAGES[n]. */
export const FREQUENT_WORDS: () => Lexicon = once(() => lexiconOf(LANGUAGES.map(functionWordsOf)));

/** Words of figures that one language alone has, which tells a text too short for frequent words. Bits as above. */
export const FIGURE_WORDS: () => Lexicon = once(() =>
  lexiconOf(
    LANGUAGES.map(language => {
      const { lexicon } = grammarOf(language);
      const others = LANGUAGES.filter(other => other !== language).map(other => grammarOf(other).lexicon);
      return TABLES[language].figures
        .flatMap(([, words]) => words.split(/\s+/))
        .filter(word => (lexicon.figures[lexicon.numberOf(word)]! & TELLING) !== 0)
        .filter(word => others.every(other => isUnknown(other, word)));
    }),
  ),
);

/** By letter beyond a to z, in lower case: the languages that have it, as bits. */
export const LETTERS: () => ReadonlyMap<number, number> = once(() => {
  const letters = new Map<number, number>();
  LANGUAGES.forEach((language, index) => {
    for (const letter of TABLES[language].letters)
      letters.set(letter.charCodeAt(0), (letters.get(letter.charCodeAt(0)) ?? 0) | (1 << index));
  });
  return letters;
});

/** The words of each language, in the order of LANGUAGES. */
function lexiconOf(wordsOf: readonly (readonly string[])[]): Lexicon {
  const entries = new Map<string, LexiconEntry>();
  wordsOf.forEach((words, index) => {
    for (const word of words)
      entries.set(word, {
        classes: (entries.get(word)?.classes ?? 0) | (1 << index),
        figures: 0,
        traits: 0,
        value: NaN,
      });
  });
  return new Lexicon(entries);
}

/** The language does nothing with the word; rarer traits are those of all languages. */
function isUnknown(lexicon: Lexicon, word: string): boolean {
  const number = lexicon.numberOf(word);
  return (lexicon.classes[number]! | lexicon.figures[number]!) === 0;
}
