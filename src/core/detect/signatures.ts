import { GRAMMARS } from './grammars';
import { Lexicon, type LexiconEntry } from './lexicon';
import { LANGUAGES } from './model';

/** Frequent short words of all languages; bit n of a word's classes stands for LANGUAGES[n]. */
export const SIGNATURES: Lexicon = signatures();

function signatures(): Lexicon {
  const entries = new Map<string, LexiconEntry>();
  LANGUAGES.forEach((language, index) => {
    for (const word of GRAMMARS[language].table.signature.split(/\s+/))
      entries.set(word, {
        classes: (entries.get(word)?.classes ?? 0) | (1 << index),
        figures: 0,
        persons: 0,
        value: NaN,
      });
  });
  return new Lexicon(entries);
}
