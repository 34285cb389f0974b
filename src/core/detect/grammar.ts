import { GENDERS, PRONOUNS } from './gender';
import { type LanguageTable, type WordList } from './languages/languageTable';
import { Lexicon, type LexiconEntry } from './lexicon';
import { type Language, MODIFIERS, type Modifier } from './model';
import { PhraseSet } from './phraseSet';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** Where the source stands that a phrase names: behind it, before it, or behind it at the start of a sentence only. */
export type SourcePlace = 'behind' | 'before' | 'opening';

/** A language's tables made ready for look-up. */
export interface Grammar {
  readonly language: Language;
  readonly rules: LanguageRules;
  readonly lexicon: Lexicon;
  readonly modifiers: PhraseSet<Modifier>;
  readonly trailingModifiers: PhraseSet<Modifier>;
  readonly sourcePhrases: PhraseSet<SourcePlace>;
  readonly cuePhrases: PhraseSet<true>;
  readonly nounPhrases: PhraseSet<true>;
  readonly seemingPhrases: PhraseSet<true>;
  readonly percentPhrases: PhraseSet<true>;
  readonly proportionPhrases: PhraseSet<true>;
  readonly sharePhrases: PhraseSet<number>;
  readonly wordingPhrases: PhraseSet<true>;
}

/**
 * What a table says besides its words. Every language's has all keys in one order: where objects have one shape, code that has read
 * one of them is not compiled again for the next.
 */
export interface LanguageRules extends Readonly<Record<RuleName, boolean>> {
  readonly decimalSeparator: LanguageTable['decimalSeparator'];
  readonly currencies: ReadonlyMap<string, string>;
  readonly currencyAdjectives: ReadonlyMap<string, string>;
  readonly endings: LanguageTable['endings'];
}

type RuleName =
  | 'joinsTens'
  | 'compoundNumbers'
  | 'countsByTwenties'
  | 'nounsCapitalized'
  | 'plainTitles'
  | 'ordinalStop'
  | 'verbSecond'
  | 'objectFirst'
  | 'citesWithin'
  | 'dropsSubject'
  | 'inwardGuillemets'
  | 'closesWithLeftMark';

/** Prepares a language's tables. A word that only phrases have gets an entry without classes. */
export function compileGrammar(table: LanguageTable): Grammar {
  const entries = new Map<string, LexiconEntry>();
  const extend = (word: string, { classes = 0, figures = 0, traits = 0, value }: Partial<LexiconEntry>): void => {
    const known = entries.get(word) ?? { classes: 0, figures: 0, traits: 0, value: NaN };
    entries.set(word, {
      classes: known.classes | classes,
      figures: known.figures | figures,
      traits: known.traits | traits,
      value: value ?? known.value,
    });
  };
  for (const [word, classes] of bits(table.words, WordClass)) extend(word, { classes });
  for (const [word, figures] of bits(table.figures, FigureClass)) extend(word, { figures });
  for (const [word, value] of Object.entries(table.numbers)) extend(word, { value });
  for (const gender of GENDERS) {
    for (const word of table.genders[gender].split(/\s+/)) extend(word, { traits: TraitClass[gender] });
    for (const word of PRONOUNS[gender]) extend(word, { traits: TraitClass[`${gender}Pronoun`] });
  }
  for (const [trait, words] of Object.entries(TRAITS))
    for (const word of words) extend(word, { traits: TraitClass[trait as keyof typeof TRAITS] });
  for (const trait of ['reportedMood', 'citing', 'oblique'] as const)
    for (const word of table[trait]?.split(' ') ?? []) extend(word, { traits: TraitClass[trait] });
  for (const word of table.joiningPrepositions.split(' ')) extend(word, { traits: TraitClass.joining });
  const sources = [
    ...table.sourcePhrases.map(phrase => [phrase, 'behind'] as const),
    ...(table.trailingSourcePhrases ?? []).map(phrase => [phrase, 'before'] as const),
    ...(table.openingSourcePhrases ?? []).map(phrase => [phrase, 'opening'] as const),
  ];
  const reports = [
    ...sources.map(([phrase]) => phrase),
    ...table.cuePhrases,
    ...(table.nounPhrases ?? []),
    ...(table.seemingPhrases ?? []),
  ];
  const shares = Object.entries(table.sharePhrases ?? {});
  for (const [phrase] of shares) extend(phrase.split(' ')[0]!, { figures: FigureClass.share });
  for (const phrase of reports) extend(phrase.split(' ')[0]!, { traits: TraitClass.opensReport });
  const phrases = [
    ...MODIFIERS.flatMap(means => [...table.modifiers[means], ...table.trailingModifiers[means]]),
    ...reports,
    ...table.percentPhrases,
    ...table.proportionPhrases,
    ...shares.map(([phrase]) => phrase),
    ...(table.wordingPhrases ?? []),
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
    rules: rulesOf(table),
    lexicon,
    modifiers: bounds(table.modifiers),
    trailingModifiers: bounds(table.trailingModifiers),
    sourcePhrases: new PhraseSet<SourcePlace>(sources, lexicon),
    cuePhrases: plain(table.cuePhrases),
    nounPhrases: plain(table.nounPhrases ?? []),
    seemingPhrases: plain(table.seemingPhrases ?? []),
    percentPhrases: plain(table.percentPhrases),
    proportionPhrases: plain(table.proportionPhrases),
    sharePhrases: new PhraseSet(shares, lexicon),
    wordingPhrases: plain(table.wordingPhrases ?? []),
  };
}

const rulesOf = (table: LanguageTable): LanguageRules => ({
  joinsTens: table.joinsTens === true,
  compoundNumbers: table.compoundNumbers === true,
  countsByTwenties: table.countsByTwenties === true,
  nounsCapitalized: table.nounsCapitalized === true,
  plainTitles: table.plainTitles === true,
  ordinalStop: table.ordinalStop === true,
  verbSecond: table.verbSecond === true,
  objectFirst: table.objectFirst === true,
  citesWithin: table.citesWithin === true,
  dropsSubject: table.dropsSubject === true,
  inwardGuillemets: table.inwardGuillemets,
  closesWithLeftMark: table.closesWithLeftMark,
  decimalSeparator: table.decimalSeparator,
  currencies: new Map(Object.entries(table.currencies)),
  currencyAdjectives: new Map(Object.entries(table.currencyAdjectives)),
  endings: { past: table.endings.past, adverb: table.endings.adverb, plural: table.endings.plural },
});

/** Traits of words, of all languages: none of these words means anything else in another. */
const TRAITS = {
  indefinite: ['a', 'an', 'another', 'my', 'our', 'ein', 'eine', 'un', 'une', 'una'],
  particle: "de d' la del von van der den di da dos du le bin ibn al el ben ter zu af".split(' '),
  street: 'street st avenue ave road rd boulevard blvd drive lane square highway parkway terrace crescent'.split(' '),
  likening: 'as wie comme como según'.split(' '),
  road: 'rue avenue boulevard place quai impasse allée calle avenida plaza paseo'.split(' '),
} as const;

function* bits<Name extends string>(
  list: WordList<Name>,
  bitOf: Readonly<Record<Name, number>>,
): Generator<readonly [string, number]> {
  for (const [names, words] of list) {
    const set = names.reduce((sum, name) => sum | bitOf[name], 0);
    for (const word of words.split(/\s+/)) if (word !== '') yield [word, set];
  }
}
