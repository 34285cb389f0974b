import * as TokenKind from './tokenKind';
import { withRoom } from '../withRoom';
import { foldCharacter, isCapital } from '../text/characters';
import { type Span } from '../text/span';
import { type Grammar } from './grammar';
import { type Mention } from './model';
import * as FigureClass from './figureClass';

const BLANK = 32;
const INITIAL_CAPACITY = 256;
const INITIAL_LENGTH = 1024;
/** So many characters behind the block can be looked at without asking where it ends. */
const PADDING = 4;

/** The tokens of one block of text in parallel arrays, refilled block by block (readTokens). Offsets count in the block. */
export class Tokens {
  count = 0;
  /** Whether any of them is a quotation mark. */
  hasMarks = false;
  /** The characters of the block and a few of what follows it, blanks where nothing does: cheaper to read than a string's. */
  codes = new Uint16Array(INITIAL_LENGTH);
  /** The whole text, and where the block starts in it. */
  text = '';
  base = 0;
  start = new Int32Array(INITIAL_CAPACITY);
  end = new Int32Array(INITIAL_CAPACITY);
  kind = new Uint8Array(INITIAL_CAPACITY);
  /** The word's number in the lexicon; for punctuation and marks the negated code of the first character. */
  word = new Int32Array(INITIAL_CAPACITY);
  classes = new Int32Array(INITIAL_CAPACITY);
  figures = new Int32Array(INITIAL_CAPACITY);
  /** 1 for a word that begins with a capital. */
  capital = new Uint8Array(INITIAL_CAPACITY);
  /** The sentence of the block that the token belongs to, counted from 0. */
  sentence = new Int32Array(INITIAL_CAPACITY);
  /** The index of the outermost marked span that the token belongs to, -1 outside; whoever pairs the marks fills it. */
  quoteAt = new Int32Array(INITIAL_CAPACITY);

  constructor(readonly grammar: Grammar) {}

  /** How many tokens there is room for. */
  get capacity(): number {
    return this.start.length;
  }

  /** Forgets all tokens and takes over the characters of the block at this span of `text`. */
  open(text: string, { start, end }: Span): void {
    const length = end - start;
    if (this.codes.length < length + PADDING) this.codes = new Uint16Array(2 * length + PADDING);
    const { codes } = this;
    for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(start + i);
    for (let i = length; i < length + PADDING; i++)
      codes[i] = start + i < text.length ? text.charCodeAt(start + i) : BLANK;
    this.text = text;
    this.base = start;
    this.count = 0;
    this.hasMarks = false;
  }

  /** Adds a token; `word` as the array of that name has it. */
  push(kind: number, start: number, end: number, word: number): void {
    if (this.count === this.start.length) this.grow();
    const token = this.count++;
    const { lexicon } = this.grammar;
    this.kind[token] = kind;
    this.start[token] = start;
    this.end[token] = end;
    this.word[token] = word;
    const known = word > 0 ? word : 0;
    this.classes[token] = lexicon.classes[known]!;
    this.figures[token] = lexicon.figures[known]!;
    this.capital[token] = kind === TokenKind.word && isCapital(this.codes[start]!) ? 1 : 0;
    if (kind === TokenKind.mark) this.hasMarks = true;
  }

  /** No token follows. The place behind the last one belongs to no quote and no sentence: loops may look one token too far. */
  seal(): void {
    if (this.count === this.start.length) this.grow();
    this.quoteAt.fill(-1, 0, this.count + 1);
    this.sentence[this.count] = -1;
  }

  private grow(): void {
    const length = this.start.length + 1;
    this.start = withRoom(this.start, length);
    this.end = withRoom(this.end, length);
    this.kind = withRoom(this.kind, length);
    this.word = withRoom(this.word, length);
    this.classes = withRoom(this.classes, length);
    this.figures = withRoom(this.figures, length);
    this.capital = withRoom(this.capital, length);
    this.sentence = withRoom(this.sentence, length);
    this.quoteAt = withRoom(this.quoteAt, length);
  }

  has(token: number, classes: number): boolean {
    return token >= 0 && token < this.count && (this.classes[token]! & classes) !== 0;
  }

  hasFigure(token: number, figures: number): boolean {
    return token >= 0 && token < this.count && (this.figures[token]! & figures) !== 0;
  }

  hasTrait(token: number, traits: number): boolean {
    if (token < 0 || token >= this.count) return false;
    const word = this.word[token]!;
    return word > 0 && (this.grammar.lexicon.traits[word]! & traits) !== 0;
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
    return this.codes[this.start[token]!]!;
  }

  /** The code of the character before it, a blank's at the start of the block. */
  codeBefore(token: number): number {
    const at = this.start[token]!;
    return at > 0 ? this.codes[at - 1]! : BLANK;
  }

  /** The code of the character behind it, a blank's at the end of the text. */
  codeAfter(token: number): number {
    return this.codes[this.end[token]!]!;
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

  /** True for the first token of its sentence. */
  opensSentence(token: number): boolean {
    return token <= 0 || this.sentence[token - 1] !== this.sentence[token];
  }

  /** True for the last token of its sentence. */
  closesSentence(token: number): boolean {
    return token + 1 >= this.count || this.sentence[token + 1] !== this.sentence[token];
  }

  isCapitalized(token: number): boolean {
    return token >= 0 && token < this.count && this.capital[token] === 1;
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
    if (token < 0 || token >= this.count || letters.length > this.lengthOf(token)) return false;
    const from = this.end[token]! - letters.length;
    for (let i = 0; i < letters.length; i++)
      if (foldCharacter(this.codes[from + i]!) !== letters.charCodeAt(i)) return false;
    return true;
  }

  /** True where an unlisted word has the regular ending of a form, and no capital. */
  looksLike(token: number, form: 'past' | 'adverb'): boolean {
    const { endings } = this.grammar.rules;
    return (
      this.is(token, TokenKind.word) &&
      this.lengthOf(token) > 4 &&
      !this.isCapitalized(token) &&
      this.hasEnding(token, form === 'past' ? endings.past : endings.adverb)
    );
  }

  /** True for plurals: listed, or ending like one. */
  isPlural(token: number): boolean {
    if (this.hasFigure(token, FigureClass.plural)) return true;
    return (
      this.is(token, TokenKind.word) &&
      this.lengthOf(token) > 3 &&
      this.hasEnding(token, this.grammar.rules.endings.plural) &&
      !this.endsWith(token, 'ss') &&
      !this.endsWith(token, 'ous')
    );
  }

  private hasEnding(token: number, endings: readonly string[]): boolean {
    for (const ending of endings) if (this.endsWith(token, ending)) return true;
    return false;
  }
}

/** Stands for '' and `` in Tokens.word: no text has this code as a mark. */
export const DOUBLE_APOSTROPHE = 1;
