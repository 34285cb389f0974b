import * as CharacterClass from '../text/characterClass';
import { CHARACTERS, FOLDED_SHIFT, isBlank, isLetter } from '../text/characters';
import { type ReadableText } from '../text/editedText';
import { HEAD_LENGTH, wrapWidthOf } from '../text/hardWrap';
import { foldedHashStep, HASH_START, type Lexicon } from './lexicon';
import { LANGUAGES, type Language } from './model';
import { FIGURE_WORDS, FREQUENT_WORDS, LETTERS } from './signatures';

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

/** What a word weighs that tells the language: one with a capital may be part of a name ("Los Angeles", "Der Spiegel"). */
const SMALL_WEIGHT = 2;
const CAPITAL_WEIGHT = 1;
/** Another language must weigh so much more than English: one name tells nothing. */
const LEAST_LEAD = 1;
/** A language that is so far ahead of the next one is taken for it. */
const LEAST_DISTANCE = 6;
/** So many words tell the language whatever follows. */
const ENOUGH_WORDS = 40;
const LAST_ASCII = 0x7f;
const COLON = 58;
const SLASH = 47;
const ENGLISH = LANGUAGES.indexOf('en');
/** The bits of all languages: a word of plain letters may be any language's. */
const EVERY_LANGUAGE = -1;

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

  /** The language whose frequent words and letters weigh most, else whose words of figures; English where none leads. */
  private languageOf(): Language {
    let weights = this.weighWords(FREQUENT_WORDS(), LETTERS());
    let lead = LEAST_LEAD;
    // A headline or a single figure may hold no frequent words, or only such as two languages have: then words of figures weigh too.
    const [most, next] = weights.toSorted((a, b) => b - a);
    if (most! - next! < LEAST_DISTANCE) {
      const figures = this.weighWords(FIGURE_WORDS());
      weights = weights.map((weight, index) => weight + figures[index]!);
      if (weights[ENGLISH] === 0 && figures.some(weight => weight > 0)) lead = 0;
    }
    let best = ENGLISH;
    weights[best]! += lead;
    for (let index = 0; index < weights.length; index++) if (weights[index]! > weights[best]!) best = index;
    return LANGUAGES[best]!;
  }

  /** What the text's words weigh for each language that has them among `words`, or their letters among `letters`, in the order of LANGUAGES. */
  private weighWords(words: Lexicon, letters?: ReadonlyMap<number, number>): number[] {
    const { codes, length } = this;
    const characters = CHARACTERS;
    const weights = LANGUAGES.map(() => 0);
    let found = 0;
    for (let at = 0; at < length && found < ENOUGH_WORDS; at++) {
      const first = characters[codes[at]!]!;
      if (!(first & CharacterClass.letter)) continue;
      const start = at;
      let hash = HASH_START;
      let owners = EVERY_LANGUAGE;
      for (let character = first; character & CharacterClass.letter; character = characters[codes[++at]!]!) {
        const folded = character >>> FOLDED_SHIFT;
        hash = foldedHashStep(hash, folded);
        // What a misread letter begins with tells nothing.
        if (letters && folded > LAST_ASCII) owners &= character & CharacterClass.lead ? 0 : (letters.get(folded) ?? 0);
      }
      const isSmall = !(first & CharacterClass.capital);
      if (codes[at] === COLON && codes[at + 1] === SLASH) {
        while (!(characters[codes[at]!]! & CharacterClass.blank)) at++;
        continue;
      }
      const word = words.findHashed(codes, start, at, hash);
      const languages = word > 0 ? words.classes[word]! : owners === EVERY_LANGUAGE ? 0 : owners;
      const isInitial = !isSmall && at === start + 1;
      // 1e6, 30km
      const isGlued = start > 0 && (characters[codes[start - 1]!]! & CharacterClass.digit) !== 0;
      if (languages === 0 || isInitial || isGlued) continue;
      found++;
      const weight = isSmall ? SMALL_WEIGHT : CAPITAL_WEIGHT;
      for (let index = 0; index < weights.length; index++) weights[index]! += ((languages >> index) & 1) * weight;
    }
    return weights;
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
