import { GENDERS, PRONOUNS } from './gender';
import { type LanguageTable, type WordList } from './languages/languageTable';
import { Lexicon, type LexiconEntry } from './lexicon';
import { type Language, MODIFIERS, type Modifier } from './model';
import { PhraseSet } from './phraseSet';
import { FigureClass, PersonClass, WordClass } from './wordClass';

/** A language's tables made ready for look-up. */
export interface Grammar {
  readonly language: Language;
  readonly table: LanguageTable;
  readonly lexicon: Lexicon;
  readonly modifiers: PhraseSet<Modifier>;
  readonly trailingModifiers: PhraseSet<Modifier>;
  readonly sourcePhrases: PhraseSet<true>;
  readonly cuePhrases: PhraseSet<true>;
  readonly nounPhrases: PhraseSet<true>;
  readonly seemingPhrases: PhraseSet<true>;
  readonly percentPhrases: PhraseSet<true>;
  readonly proportionPhrases: PhraseSet<true>;
  /** Word numbers of the table's joining prepositions. */
  readonly joiningPrepositions: ReadonlySet<number>;
}

/** Prepares a language's tables. A word that only phrases have gets an entry without classes. */
export function compileGrammar(table: LanguageTable): Grammar {
  const entries = new Map<string, LexiconEntry>();
  const extend = (word: string, { classes = 0, figures = 0, persons = 0, value }: Partial<LexiconEntry>): void => {
    const known = entries.get(word) ?? { classes: 0, figures: 0, persons: 0, value: NaN };
    entries.set(word, {
      classes: known.classes | classes,
      figures: known.figures | figures,
      persons: known.persons | persons,
      value: value ?? known.value,
    });
  };
  for (const [word, classes] of bits(table.words, WordClass)) extend(word, { classes });
  for (const [word, figures] of bits(table.figures, FigureClass)) extend(word, { figures });
  for (const [word, value] of Object.entries(table.numbers)) extend(word, { value });
  for (const gender of GENDERS) {
    for (const word of table.genders[gender].split(/\s+/)) extend(word, { persons: PersonClass[gender] });
    for (const word of PRONOUNS[gender]) extend(word, { persons: PersonClass[`${gender}Pronoun`] });
  }
  for (const word of INDEFINITE) extend(word, { persons: PersonClass.indefinite });
  const phrases = [
    ...MODIFIERS.flatMap(means => [...table.modifiers[means], ...table.trailingModifiers[means]]),
    ...table.sourcePhrases,
    ...table.cuePhrases,
    ...(table.nounPhrases ?? []),
    ...(table.seemingPhrases ?? []),
    ...table.percentPhrases,
    ...table.proportionPhrases,
    ...table.joiningPrepositions.split(' '),
  ];
  for (const phrase of phrases) for (const word of phrase.split(' ')) extend(word, {});
  const lexicon = new Lexicon(entries);
  const bounds = (of: LanguageTable['modifiers']): PhraseSet<Modifier> =>
    new PhraseSet(
      MODIFIERS.flatMap(means => of[means].map(phrase => [phrase, means] as const)),
      lexicon,
    );
  const plain = (of: readonly string[]): PhraseSet<true> =>
    new PhraseSet(
      of.map(phrase => [phrase, true] as const),
      lexicon,
    );
  return {
    language: table.language,
    table,
    lexicon,
    modifiers: bounds(table.modifiers),
    trailingModifiers: bounds(table.trailingModifiers),
    sourcePhrases: plain(table.sourcePhrases),
    cuePhrases: plain(table.cuePhrases),
    nounPhrases: plain(table.nounPhrases ?? []),
    seemingPhrases: plain(table.seemingPhrases ?? []),
    percentPhrases: plain(table.percentPhrases),
    proportionPhrases: plain(table.proportionPhrases),
    joiningPrepositions: new Set(table.joiningPrepositions.split(' ').map(word => lexicon.numberOf(word))),
  };
}

/** They bring somebody in who has no name; of all languages. */
const INDEFINITE = ['a', 'an', 'another', 'my', 'our', 'ein', 'eine', 'un', 'une', 'una'];

function* bits<Name extends string>(
  list: WordList<Name>,
  bitOf: Readonly<Record<Name, number>>,
): Generator<readonly [string, number]> {
  for (const [names, words] of list) {
    const set = names.reduce((sum, name) => sum | bitOf[name], 0);
    for (const word of words.split(/\s+/)) if (word !== '') yield [word, set];
  }
}
