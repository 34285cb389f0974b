import { GRAMMARS } from './grammars';
import { Lexicon, type LexiconEntry } from './lexicon';
import { LANGUAGES } from './model';
import { FigureClass } from './wordClass';

/** Numbers and what they count. */
const TELLING =
  FigureClass.cardinal |
  FigureClass.scale |
  FigureClass.fraction |
  FigureClass.percent |
  FigureClass.duration |
  FigureClass.measure |
  FigureClass.currency;

/**
 * Words that tell a language; bit n stands for LANGUAGES[n]. `classes`: it is one of its frequent short words. `figures`: it is a word
 * of its figures and no other language has it, which tells a text too short for the others.
 */
export const SIGNATURES: Lexicon = signatures();

function signatures(): Lexicon {
  const entries = new Map<string, LexiconEntry>();
  const add = (word: string, bits: { readonly classes?: number; readonly figures?: number }): void => {
    const { classes = 0, figures = 0 } = entries.get(word) ?? {};
    entries.set(word, {
      classes: classes | (bits.classes ?? 0),
      figures: figures | (bits.figures ?? 0),
      traits: 0,
      value: NaN,
    });
  };
  LANGUAGES.forEach((language, index) => {
    const { table, lexicon } = GRAMMARS[language];
    const others = LANGUAGES.filter(other => other !== language).map(other => GRAMMARS[other].lexicon);
    for (const word of table.signature.split(/\s+/)) add(word, { classes: 1 << index });
    for (const [, words] of table.figures)
      for (const word of words.split(/\s+/)) {
        const number = lexicon.numberOf(word);
        if (lexicon.figures[number]! & TELLING && others.every(other => isUnknown(other, word)))
          add(word, { figures: 1 << index });
      }
  });
  return new Lexicon(entries);
}

/** The language does nothing with the word; rarer traits are those of all languages. */
function isUnknown(lexicon: Lexicon, word: string): boolean {
  const number = lexicon.numberOf(word);
  return (lexicon.classes[number]! | lexicon.figures[number]!) === 0;
}
