import { CHARACTER_CLASSES, CharacterClass, isLetter } from '../text/characters';
import { HASH_START, hashStep } from './lexicon';
import { LANGUAGES, type Language } from './model';
import { SIGNATURES } from './signatures';

/** How a whole article is written: what one paragraph alone does not tell. */
export interface DocumentStyle {
  readonly language: Language;
  /** Single marks are its first marks, as in British papers: a paragraph between them is speech, not a heading. */
  readonly singleFirst: boolean;
}

/** The style shows in the first lines: no more is read, so that an edit further down need not ask again. */
const READ_LENGTH = 2048;
/** Another language must be ahead of English by so many words: a short text is taken for English. */
const LEAST_LEAD = 2;

/** Reads the style off a text's first characters; keeps the memory it needs for that. */
export class StyleReader {
  private readonly codes = new Uint16Array(READ_LENGTH + 1);
  /** How many of its frequent words each language has in the text, in the order of LANGUAGES. */
  private readonly counts = new Int32Array(LANGUAGES.length);
  /** The same for words of figures that only this language has. */
  private readonly figures = new Int32Array(LANGUAGES.length);

  /** Constant time. `language` overrides what the text suggests. */
  read(text: string, language?: Language): DocumentStyle {
    const { codes } = this;
    const length = Math.min(text.length, READ_LENGTH);
    for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
    codes[length] = 32;
    this.counts.fill(0);
    this.figures.fill(0);
    let singles = 0;
    let doubles = 0;
    for (let at = 0; at < length; at++) {
      const code = codes[at]!;
      const classes = CHARACTER_CLASSES[code]!;
      if (classes & CharacterClass.letter) at = this.countWord(at) - 1;
      else if (classes & CharacterClass.mark) {
        if (code === 34 || code === 0x201c || code === 0x201e || code === 0xab) doubles++;
        else if (code === 39 && codes[at + 1] === 39) doubles++;
        else if (code === 39 || code === 0x2018) {
          const opens = at === 0 || (CHARACTER_CLASSES[codes[at - 1]!]! & CharacterClass.blank) !== 0;
          if (opens && isLetter(codes[at + 1]!)) singles++;
        }
      }
    }
    return { language: language ?? this.leadingLanguage(), singleFirst: singles > doubles };
  }

  /** The end of the word that starts at `start`. Behind the last character stands a blank. */
  private countWord(start: number): number {
    const { codes, counts } = this;
    let hash = HASH_START;
    let at = start;
    for (; isLetter(codes[at]!); at++) hash = hashStep(hash, codes[at]!);
    const word = SIGNATURES.findHashed(codes, start, at, hash);
    if (word !== 0) {
      const languages = SIGNATURES.classes[word]!;
      const figures = SIGNATURES.figures[word]!;
      for (let index = 0; index < counts.length; index++) {
        counts[index]! += (languages >> index) & 1;
        this.figures[index]! += (figures >> index) & 1;
      }
    }
    return at;
  }

  /** The language whose frequent words are most, else whose words of figures; English where none leads. */
  private leadingLanguage(): Language {
    const { counts, figures } = this;
    let best = LANGUAGES.indexOf('en');
    // A headline or a single figure holds none of English's frequent words: then every word counts.
    if (counts[best] === 0) for (let index = 0; index < counts.length; index++) counts[index]! += figures[index]!;
    if (counts[best] !== 0 || figures.every(count => count === 0)) counts[best]! += LEAST_LEAD;
    for (let index = 0; index < counts.length; index++) if (counts[index]! > counts[best]!) best = index;
    return LANGUAGES[best]!;
  }
}

/** The style of one text. */
export const documentStyle = (text: string, language?: Language): DocumentStyle =>
  new StyleReader().read(text, language);
