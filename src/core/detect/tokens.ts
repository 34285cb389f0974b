import {
  foldCharacter,
  isApostrophe,
  isBlank,
  isCapital,
  isDigit,
  isLetter,
  isWordCharacter,
} from '../text/characters';
import { type Span } from '../text/span';
import { type Grammar } from './grammar';
import { HASH_START, hashStep } from './lexicon';
import { misreadSignAt } from './misreadMark';
import { type Mention } from './model';
import { FigureClass } from './wordClass';

/** What a token is. */
export const TokenKind = { word: 1, number: 2, mark: 3, punctuation: 4, clitic: 5, link: 6 } as const;

const BLANK = 32;
const INITIAL_CAPACITY = 256;

/** The tokens of one block of text in parallel arrays, refilled block by block. Offsets count in the block. */
export class Tokens {
  count = 0;
  /** The whole text, and where the block starts in it. */
  private text = '';
  private base = 0;
  start = new Int32Array(INITIAL_CAPACITY);
  end = new Int32Array(INITIAL_CAPACITY);
  kind = new Uint8Array(INITIAL_CAPACITY);
  /** The word's number in the lexicon; for punctuation and marks the negated code of the first character. */
  word = new Int32Array(INITIAL_CAPACITY);
  classes = new Int32Array(INITIAL_CAPACITY);
  figures = new Int32Array(INITIAL_CAPACITY);
  /** The sentence of the block that the token belongs to, counted from 0. */
  sentence = new Int32Array(INITIAL_CAPACITY);

  /** The index of the outermost marked span that the token belongs to, -1 outside; whoever pairs the marks fills it. */
  quoteAt = new Int32Array(INITIAL_CAPACITY);

  constructor(readonly grammar: Grammar) {}

  /** Replaces the tokens by those of the block at this span of `text`. The text is not cut: a slice is slow to read. */
  read(text: string, { start, end }: Span): void {
    this.text = text;
    this.base = start;
    this.count = 0;
    for (let at = start; at < end;) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) at++;
      else if (code === MISREAD_LEAD && misreadSignAt(text, at)) at = this.readMisread(at, end);
      else if (isLetter(code)) at = this.readWord(at, end);
      else if (isDigit(code) || this.startsFraction(at, code)) at = this.readNumber(at, end);
      else at = this.readSign(at, end);
    }
    this.seal();
  }

  /** The place behind the last token belongs to no quote and no sentence: loops may look one token too far. */
  private seal(): void {
    if (this.count === this.start.length) this.grow();
    this.quoteAt[this.count] = -1;
    this.sentence[this.count] = -1;
  }

  has(token: number, classes: number): boolean {
    return token >= 0 && token < this.count && (this.classes[token]! & classes) !== 0;
  }

  hasFigure(token: number, figures: number): boolean {
    return token >= 0 && token < this.count && (this.figures[token]! & figures) !== 0;
  }

  is(token: number, kind: number): boolean {
    return token >= 0 && token < this.count && this.kind[token] === kind;
  }

  /** Its characters. */
  lengthOf(token: number): number {
    return this.end[token]! - this.start[token]!;
  }

  /** The code of its first character. */
  firstCode(token: number): number {
    return this.text.charCodeAt(this.base + this.start[token]!);
  }

  /** The code of the character before it, a blank's at the start of the block. */
  codeBefore(token: number): number {
    const at = this.start[token]!;
    return at > 0 ? this.text.charCodeAt(this.base + at - 1) : BLANK;
  }

  /** The code of the character behind it, a blank's at the end of the text. */
  codeAfter(token: number): number {
    const at = this.base + this.end[token]!;
    return at < this.text.length ? this.text.charCodeAt(at) : BLANK;
  }

  /** True where the token is this punctuation character. */
  isSign(token: number, sign: string): boolean {
    return (
      token >= 0 &&
      token < this.count &&
      this.kind[token] === TokenKind.punctuation &&
      this.word[token] === -sign.charCodeAt(0)
    );
  }

  /** True where nothing stands between this token and the one before. */
  isGlued(token: number): boolean {
    return token > 0 && token < this.count && this.start[token] === this.end[token - 1];
  }

  isCapitalized(token: number): boolean {
    return this.is(token, TokenKind.word) && isCapital(this.firstCode(token));
  }

  /** True where the word has a capital that the start of a sentence does not explain. */
  isCapitalizedInside(token: number): boolean {
    return (
      this.isCapitalized(token) &&
      token > 0 &&
      this.sentence[token] === this.sentence[token - 1] &&
      this.kind[token - 1] !== TokenKind.mark
    );
  }

  mention(first: number, last: number): Mention {
    return { start: this.start[first]!, end: this.end[last]!, text: this.textOf(first, last) };
  }

  textOf(first: number, last = first): string {
    return this.text.slice(this.base + this.start[first]!, this.base + this.end[last]!);
  }

  /** True where the token, in lower case, ends with these letters. */
  endsWith(token: number, letters: string): boolean {
    if (letters.length > this.lengthOf(token)) return false;
    const from = this.base + this.end[token]! - letters.length;
    for (let i = 0; i < letters.length; i++)
      if (foldCharacter(this.text.charCodeAt(from + i)) !== letters.charCodeAt(i)) return false;
    return true;
  }

  /** True where an unlisted word has the regular ending of a form, and no capital. */
  looksLike(token: number, form: 'past' | 'adverb'): boolean {
    return (
      this.is(token, TokenKind.word) &&
      this.lengthOf(token) > 4 &&
      !this.isCapitalized(token) &&
      this.hasEnding(token, form)
    );
  }

  /** True for plurals: listed, or ending like one. */
  isPlural(token: number): boolean {
    if (this.hasFigure(token, FigureClass.plural)) return true;
    return (
      this.is(token, TokenKind.word) &&
      this.lengthOf(token) > 3 &&
      this.hasEnding(token, 'plural') &&
      !this.endsWith(token, 'ss') &&
      !this.endsWith(token, 'ous')
    );
  }

  private hasEnding(token: number, form: 'past' | 'adverb' | 'plural'): boolean {
    for (const ending of this.grammar.table.endings[form]) if (this.endsWith(token, ending)) return true;
    return false;
  }

  private readWord(start: number, end: number): number {
    const { text } = this;
    let hash = hashStep(HASH_START, text.charCodeAt(start));
    let at = start + 1;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === MISREAD_LEAD && misreadSignAt(text, at)) break;
      if (isDigit(code)) {
        // A currency code before an amount is a word of its own: USD10m.
        if (at - start <= 3 && this.isCurrency(start, at)) break;
      } else if (!isLetter(code)) {
        if (!isApostrophe(code) || at + 1 >= end || !isLetter(text.charCodeAt(at + 1)) || this.isCliticAt(at, end))
          break;
      }
      hash = hashStep(hash, code);
    }
    const plainEnd = at;
    // "U.S.", "a.m.": single letters each followed by a stop are one word.
    if (at === start + 1 && text.charCodeAt(at) === 46) {
      while (
        at + 1 < end &&
        text.charCodeAt(at) === 46 &&
        isLetter(text.charCodeAt(at + 1)) &&
        !isWordCharacter(at + 2 < end ? text.charCodeAt(at + 2) : 0)
      )
        at += 2;
      if (at > start + 1 && text.charCodeAt(at) === 46) at++;
    }
    if (this.startsLink(start, at, end)) {
      while (at < end && isLinkCharacter(text.charCodeAt(at))) at++;
      while (at > start && ',.;:!?)'.includes(text[at - 1]!)) at--;
      this.push(TokenKind.link, start, at, 0);
      return at;
    }
    const { lexicon } = this.grammar;
    const word = at === plainEnd ? lexicon.findHashed(text, start, at, hash) : lexicon.find(text, start, at);
    this.push(TokenKind.word, start, at, word);
    if (at < end && isApostrophe(text.charCodeAt(at)) && this.isCliticAt(at, end)) {
      let stop = at + 1;
      while (stop < end && isLetter(text.charCodeAt(stop))) stop++;
      this.push(TokenKind.clitic, at, stop, 0);
      return stop;
    }
    return at;
  }

  private isCurrency(start: number, end: number): boolean {
    const { lexicon } = this.grammar;
    return (lexicon.figures[lexicon.find(this.text, start, end)]! & FigureClass.currency) !== 0;
  }

  /** 's, 'm, 're, 've, 'll, 'd at the end of a word. */
  private isCliticAt(at: number, end: number): boolean {
    const first = foldCharacter(this.text.charCodeAt(at + 1));
    const second = at + 2 < end ? this.text.charCodeAt(at + 2) : 32;
    if (!isWordCharacter(second)) return first === 115 || first === 109 || first === 100;
    if (at + 3 < end && isWordCharacter(this.text.charCodeAt(at + 3))) return false;
    const folded = foldCharacter(second);
    return ((first === 114 || first === 118) && folded === 101) || (first === 108 && folded === 108);
  }

  /** http://, www., name.com/: the word is the start of an address. */
  private startsLink(start: number, at: number, end: number): boolean {
    const { text } = this;
    if (at + 2 >= end) return false;
    const code = text.charCodeAt(at);
    if (code === 58) return text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47;
    if (code === 64) return isLetter(text.charCodeAt(at + 1));
    return (
      code === 46 &&
      at - start > 1 &&
      isSmall(text.charCodeAt(at - 1)) &&
      isSmall(text.charCodeAt(at + 1)) &&
      isSmall(text.charCodeAt(at + 2))
    );
  }

  /** ".5", where the stop ends no word. */
  private startsFraction(at: number, code: number): boolean {
    return code === 46 && isDigit(this.text.charCodeAt(at + 1)) && (at === 0 || isBlank(this.text.charCodeAt(at - 1)));
  }

  /** Digits with the separators inside them: 1,234.5 or 1.234,5; a decade's or a unit's letters are a word of their own. */
  private readNumber(start: number, end: number): number {
    const { text } = this;
    let at = start + 1;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) continue;
      const isSeparator =
        code === 44 ||
        code === 46 ||
        ((isApostrophe(code) || code === 0x202f || code === 160) && areThreeDigits(text, at + 1, end));
      if (!isSeparator || at + 1 >= end || !isDigit(text.charCodeAt(at + 1))) break;
    }
    at = exponentEnd(text, at, end);
    this.push(TokenKind.number, start, at, 0);
    return at;
  }

  /** "â€œ" is a token as “ is; between letters "â€™" is an apostrophe. */
  private readMisread(at: number, end: number): number {
    const { text } = this;
    const { code, length } = misreadSignAt(text, at)!;
    let stop = Math.min(at + length, end);
    const isInWord = isApostrophe(code) && this.count > 0 && this.end[this.count - 1] === at - this.base;
    if (isInWord && this.is(this.count - 1, TokenKind.word)) {
      while (stop < end && isLetter(text.charCodeAt(stop))) stop++;
      if (stop > at + length) {
        this.push(TokenKind.clitic, at, stop, 0);
        return stop;
      }
    }
    const sign = code === 0x2013 && isBlank(text.charCodeAt(stop)) ? 0x2014 : code;
    this.push(QUOTE_MARKS.has(code) ? TokenKind.mark : TokenKind.punctuation, at, stop, -sign);
    return stop;
  }

  private readSign(at: number, end: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
    if (QUOTE_MARKS.has(code)) {
      // Three in a row are two and one where they open, one and two where they close.
      const isThird = at + 2 < end && text.charCodeAt(at + 2) === code && at > 0 && !isBlank(text.charCodeAt(at - 1));
      const isDouble = (code === 39 || code === 96) && next === code && !isThird;
      this.push(TokenKind.mark, at, at + (isDouble ? 2 : 1), isDouble ? -DOUBLE_APOSTROPHE : -code);
      return at + (isDouble ? 2 : 1);
    }
    if ((code === 64 || code === 35) && isWordCharacter(next)) {
      let stop = at + 1;
      while (stop < end && (isWordCharacter(text.charCodeAt(stop)) || text.charCodeAt(stop) === 95)) stop++;
      this.push(TokenKind.link, at, stop, 0);
      return stop;
    }
    let stop = at + 1;
    if (code === 46 || code === 45) while (stop < end && text.charCodeAt(stop) === code) stop++;
    const sign =
      code === 46 && stop > at + 1
        ? 0x2026
        : code === 45 && stop > at + 1
          ? 0x2014
          : code === 0x2013 && isBlank(next)
            ? 0x2014
            : code;
    this.push(TokenKind.punctuation, at, stop, -sign);
    return stop;
  }

  private push(kind: number, start: number, end: number, word: number): void {
    if (this.count === this.start.length) this.grow();
    const token = this.count++;
    const { lexicon } = this.grammar;
    this.kind[token] = kind;
    this.start[token] = start - this.base;
    this.end[token] = end - this.base;
    this.word[token] = word;
    this.classes[token] = word > 0 ? lexicon.classes[word]! : 0;
    this.figures[token] = word > 0 ? lexicon.figures[word]! : 0;
    this.sentence[token] = 0;
    this.quoteAt[token] = -1;
  }

  private grow(): void {
    const wider = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.word = wider(this.word);
    this.classes = wider(this.classes);
    this.figures = wider(this.figures);
    this.sentence = wider(this.sentence);
    this.quoteAt = wider(this.quoteAt);
    const kind = new Uint8Array(this.kind.length * 2);
    kind.set(this.kind);
    this.kind = kind;
  }
}

/** Stands for '' and `` in Tokens.word: no text has this code as a mark. */
export const DOUBLE_APOSTROPHE = 1;

/** “ ” " „ ‟ « » ‹ › ‘ ’ ‚ ‛ ' ` 「 」 『 』 ＂ */
const QUOTE_MARKS = new Set(Array.from('“”"„‟«»‹›‘’‚‛\'`「」『』＂', mark => mark.charCodeAt(0)));

/** The first of the characters that a misread mark consists of: â. */
const MISREAD_LEAD = 0xe2;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Behind "1.3e6" and "1e-10": the end of the exponent that starts here; `at` where none does. */
function exponentEnd(text: string, at: number, end: number): number {
  if (at >= end || foldCharacter(text.charCodeAt(at)) !== 101) return at;
  let stop = text[at + 1] === '-' || text[at + 1] === '+' ? at + 2 : at + 1;
  const first = stop;
  while (stop < end && stop < first + 3 && isDigit(text.charCodeAt(stop))) stop++;
  return stop > first && !(stop < end && isWordCharacter(text.charCodeAt(stop))) ? stop : at;
}

const areThreeDigits = (text: string, at: number, end: number): boolean =>
  at + 2 < end &&
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !isDigit(at + 3 < end ? text.charCodeAt(at + 3) : 0);

const isLinkCharacter = (code: number): boolean => code > 32 && code < 127 && code !== 34 && code !== 60 && code !== 62;
