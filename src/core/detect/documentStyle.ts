import * as CharacterClass from '../text/characterClass';
import { CHARACTERS, FOLDED_SHIFT, isBlank, isLetter } from '../text/characters';
import { type ReadableText } from '../text/editedText';
import { HEAD_LENGTH, wrapWidthOf } from '../text/hardWrap';
import { foldedHashStep, HASH_START, type Lexicon } from './lexicon';
import { LANGUAGES, type Language } from './model';
import { FIGURE_WORDS, FREQUENT_WORDS } from './signatures';

/** How a whole article is written: what one paragraph alone does not tell. */
export interface DocumentStyle {
  readonly language: Language;
  /** Single marks are its first marks, as in British papers: a paragraph between them is speech, not a heading. */
  readonly singleFirst: boolean;
  /** The width that its lines were wrapped to, as in mails and PDFs; 0 where each line is a paragraph. */
  readonly wrap: number;
}

export const isSameStyle = (a: DocumentStyle, b: DocumentStyle): boolean =>
  a.language === b.language && a.singleFirst === b.singleFirst && a.wrap === b.wrap;

/** Another language must be ahead of English by so many words: a short text is taken for English. */
const LEAST_LEAD = 2;
/** So many frequent words tell the language whatever follows. */
const ENOUGH_WORDS = 30;

/** Reads the style off a text's first characters; keeps the memory it needs for that. */
export class StyleReader {
  /** What is read of the text, and a blank behind it. */
  private readonly codes = new Uint16Array(HEAD_LENGTH + 1);
  private length = 0;
  /** The beginning that was read last, and what it told: most edits are further down. */
  private last: { readonly head: string; readonly style: DocumentStyle } | undefined;

  /** Constant time. `language` overrides what the text suggests. */
  read(text: ReadableText, language?: Language): DocumentStyle {
    const head = text.slice(0, HEAD_LENGTH);
    if (this.last?.head !== head) this.last = { head, style: this.styleOf(text, head) };
    const { style } = this.last;
    return language === undefined || language === style.language ? style : { ...style, language };
  }

  private styleOf(text: ReadableText, head: string): DocumentStyle {
    const { codes } = this;
    this.length = head.length;
    // The engine knows pieces of strings by other kinds than strings: what reads both is slow at both.
    const whole = typeof text === 'string' ? text : head;
    for (let at = 0; at < this.length; at++) codes[at] = whole.charCodeAt(at);
    codes[this.length] = 32;
    return { language: this.languageOf(), singleFirst: isSingleFirst(head), wrap: wrapWidthOf(head) };
  }

  /** The language whose frequent words are most, else whose words of figures; English where none leads. */
  private languageOf(): Language {
    const english = LANGUAGES.indexOf('en');
    let counts = this.countWords(FREQUENT_WORDS());
    // A headline or a single figure may hold none of English's frequent words: then words of figures count too.
    let lead = LEAST_LEAD;
    if (counts[english] === 0) {
      const figures = this.countWords(FIGURE_WORDS());
      counts = counts.map((count, index) => count + figures[index]!);
      if (counts[english] === 0 && figures.some(count => count > 0)) lead = 0;
    }
    let best = english;
    counts[best]! += lead;
    for (let index = 0; index < counts.length; index++) if (counts[index]! > counts[best]!) best = index;
    return LANGUAGES[best]!;
  }

  /** How many of the text's words each language has among these, in the order of LANGUAGES. */
  private countWords(words: Lexicon): number[] {
    const { codes, length } = this;
    const characters = CHARACTERS;
    const counts = LANGUAGES.map(() => 0);
    let found = 0;
    for (let at = 0; at < length && found < ENOUGH_WORDS; at++) {
      let character = characters[codes[at]!]!;
      if (!(character & CharacterClass.letter)) continue;
      const start = at;
      let hash = HASH_START;
      while (character & CharacterClass.letter) {
        hash = foldedHashStep(hash, character >>> FOLDED_SHIFT);
        character = characters[codes[++at]!]!;
      }
      const word = words.findHashed(codes, start, at, hash);
      if (word === 0) continue;
      found++;
      const languages = words.classes[word]!;
      for (let index = 0; index < counts.length; index++) counts[index]! += (languages >> index) & 1;
    }
    return counts;
  }
}

/** More words open with a single mark than with a double one. */
function isSingleFirst(head: string): boolean {
  const singles = countOf(head, "'", opensWord) + countOf(head, '‘', opensWord);
  if (singles === 0) return false;
  const doubled = countOf(head, "'", at => head.charCodeAt(at + 1) === 39);
  return singles > DOUBLE_MARKS.reduce((count, mark) => count + countOf(head, mark), doubled);
}

const DOUBLE_MARKS = ['"', '“', '„', '«'];

/** How many of the places where `mark` stands are such: most texts have few marks, so that looking for them is faster than reading. */
function countOf(head: string, mark: string, isSuch: (at: number, head: string) => boolean = () => true): number {
  let count = 0;
  for (let at = head.indexOf(mark); at >= 0; at = head.indexOf(mark, at + 1)) if (isSuch(at, head)) count++;
  return count;
}

const opensWord = (at: number, head: string): boolean =>
  (at === 0 || isBlank(head.charCodeAt(at - 1))) && at + 1 < head.length && isLetter(head.charCodeAt(at + 1));

/** The style of one text. */
export const documentStyle = (text: string, language?: Language): DocumentStyle =>
  new StyleReader().read(text, language);
