import { type Gender } from '../gender';
import { type Language, type Modifier } from '../model';
import type * as FigureClass from '../figureClass';
import type * as WordClass from '../wordClass';

/** Words by what they are; a list is one string, parted by blanks. */
export type WordList<Name extends string> = readonly (readonly [classes: readonly Name[], words: string])[];

/**
 * Everything that detection knows of one language. Words are in lower case with straight apostrophes; a phrase is words parted by
 * single blanks.
 */
export interface LanguageTable {
  readonly language: Language;
  /** Frequent words, beside those of closed classes, that tell this language from the others and nothing of what a text is about; also those that others have too. */
  readonly signature: string;
  /** Its letters beyond a to z. */
  readonly letters: string;
  readonly words: WordList<keyof typeof WordClass>;
  /** Titles and offices that only a man or only a woman has. */
  readonly genders: Readonly<Record<Gender, string>>;
  readonly figures: WordList<keyof typeof FigureClass>;
  /** Number words with their values. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly decimalSeparator: '.' | ',';
  /** Currency names and signs with their ISO 4217 codes; '' for parts of one (cents): whose they are is not plain. */
  readonly currencies: Readonly<Record<string, string>>;
  /** Phrases before a figure, and after it, that bound it. */
  readonly modifiers: Readonly<Record<Modifier, readonly string[]>>;
  readonly trailingModifiers: Readonly<Record<Modifier, readonly string[]>>;
  /** Phrases that name a source in front of it ("according to"), and behind it ("dem Bericht zufolge"). */
  readonly sourcePhrases: readonly string[];
  readonly trailingSourcePhrases?: readonly string[];
  /** Of these the ones that do so only where they open a sentence and somebody is named: "Pour Ana Brandt, …". */
  readonly openingSourcePhrases?: readonly string[];
  /** Cues of several words ("was quoted as saying"), tried before single verbs. */
  readonly cuePhrases: readonly string[];
  /** Nouns of saying or thinking with the word that leads to what they are about: "support for". The noun is a `statement`. */
  readonly nounPhrases?: readonly string[];
  /** "seems to": what follows is supposed of the subject. The verb is a `verb`. */
  readonly seemingPhrases?: readonly string[];
  /** Currency of "US dollars", "Canadian dollars". */
  readonly currencyAdjectives: Readonly<Record<string, string>>;
  /** "percent" in several words. */
  readonly percentPhrases: readonly string[];
  /** Between the parts of "two in five", "9 out of 10". */
  readonly proportionPhrases: readonly string[];
  /** Phrases that mean a share, with its value: "jeder dritte", "tercera parte". */
  readonly sharePhrases?: Readonly<Record<string, number>>;
  /** Tens and units are joined by a word (treinta y uno), and sixty and eighty count on to nineteen (soixante-dix). */
  readonly joinsTens?: boolean;
  /** Numbers below a million are one word, however long. */
  readonly compoundNumbers?: boolean;
  readonly countsByTwenties?: boolean;
  /** Prepositions that a noun phrase goes on behind: a spokesman for the mayor. */
  readonly joiningPrepositions: string;
  /** How regular forms end, for words that are not listed. */
  readonly endings: {
    readonly past: readonly string[];
    readonly adverb: readonly string[];
    readonly plural: readonly string[];
  };
  /** Nouns have a capital, so a figure counts the first word that has one. */
  readonly nounsCapitalized?: boolean;
  /** Titles of works are written like sentences: no capitals tell them. */
  readonly plainTitles?: boolean;
  /** A stop behind a figure makes it an ordinal: der 4. Juni. */
  readonly ordinalStop?: boolean;
  /** Verb forms that say of a clause that somebody else claims it: sei, werde. */
  readonly reportedMood?: string;
  /** Verbs whose object is the one who speaks where a phrase with "words" follows: zitiert Ana Brandt mit den Worten. */
  readonly citing?: string;
  readonly wordingPhrases?: readonly string[];
  /** Determiners that no subject has. */
  readonly oblique?: string;
  /** A pronoun behind the verb is its subject: sagte er. */
  readonly verbSecond?: boolean;
  /** An object's pronoun stands before the verb: l'a dit, s'inquiète, le dijo. */
  readonly objectFirst?: boolean;
  /** A verb may stand without a subject: «…», dijo. */
  readonly dropsSubject?: boolean;
  /** A quotation is attributed between its marks: « Le pont, dit-elle, rouvrira. » */
  readonly citesWithin?: boolean;
  /** True where « opens toward the outside: »so«. */
  readonly inwardGuillemets: boolean;
  /** True where “ and ‘ close: „so“. */
  readonly closesWithLeftMark: boolean;
}

/** The part of a table that says how figures are written. */
export type FigureTable = Pick<
  LanguageTable,
  | 'figures'
  | 'numbers'
  | 'decimalSeparator'
  | 'currencies'
  | 'currencyAdjectives'
  | 'modifiers'
  | 'trailingModifiers'
  | 'percentPhrases'
  | 'proportionPhrases'
  | 'sharePhrases'
  | 'joinsTens'
  | 'countsByTwenties'
  | 'compoundNumbers'
>;
