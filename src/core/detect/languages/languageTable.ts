import { type Language, type Modifier } from '../model';
import { type FigureClassName, type WordClassName } from '../wordClass';

/** Words by what they are; a list is one string, parted by blanks. */
export type WordList<Name extends string> = readonly (readonly [classes: readonly Name[], words: string])[];

/**
 * Everything that detection knows of one language. Words are in lower case with straight apostrophes; a phrase is words parted by
 * single blanks.
 */
export interface LanguageTable {
  readonly language: Language;
  /** Frequent short words that tell this language from the others. */
  readonly signature: string;
  readonly words: WordList<WordClassName>;
  readonly figures: WordList<FigureClassName>;
  /** Number words with their values. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Number words in one piece (German, Spanish "veintiuno") are read by parts. */
  readonly compoundNumbers?: (word: string) => number | undefined;
  readonly decimalSeparator: '.' | ',';
  /** Units as they may be written, and how they are named in a claim. */
  readonly units: Readonly<Record<string, string>>;
  /** Currency names and signs with their ISO 4217 codes. */
  readonly currencies: Readonly<Record<string, string>>;
  /** Phrases before a figure, and after it, that bound it. */
  readonly modifiers: Readonly<Record<Modifier, readonly string[]>>;
  readonly trailingModifiers: Readonly<Record<Modifier, readonly string[]>>;
  /** Phrases that name a source in front of it ("according to"). */
  readonly sourcePhrases: readonly string[];
  /** Cues of several words ("was quoted as saying"), tried before single verbs. */
  readonly cuePhrases: readonly string[];
  /** True where « opens toward the outside: »so«. */
  readonly inwardGuillemets: boolean;
  /** True where “ and ‘ close: „so“. */
  readonly closesWithLeftMark: boolean;
}
