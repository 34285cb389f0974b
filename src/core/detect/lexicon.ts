import { foldCharacter } from '../text/characters';

/** What a lexicon knows of one word: bit sets of classes, and a number for number words. */
export interface LexiconEntry {
  /** Of WordClass. */
  readonly classes: number;
  /** Of FigureClass. */
  readonly figures: number;
  readonly value: number;
}

/**
 * A closed set of words that finds a stretch of text without cutting it out or changing its case: an open-addressing hash table
 * over folded characters. Built once per language; a look-up reads each character of the word once.
 */
export class Lexicon {
  /** Classes and value by word number; number 0 is every unknown word. */
  readonly classes: Int32Array;
  readonly figures: Int32Array;
  readonly value: Float64Array;
  private readonly words: string[] = [''];
  /** Of each word, so that another word in its slot is told apart without reading it. */
  private readonly hashes: Int32Array;
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly longest: number;

  constructor(entries: ReadonlyMap<string, LexiconEntry>) {
    let size = 16;
    while (size < entries.size * 4) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    this.classes = new Int32Array(entries.size + 1);
    this.hashes = new Int32Array(entries.size + 1);
    this.figures = new Int32Array(entries.size + 1);
    this.value = new Float64Array(entries.size + 1).fill(NaN);
    let longest = 0;
    for (const [word, { classes, figures, value }] of entries) {
      const number = this.words.push(word) - 1;
      this.classes[number] = classes;
      this.figures[number] = figures;

      this.value[number] = value;
      longest = Math.max(longest, word.length);
      let sum = HASH_START;
      for (let i = 0; i < word.length; i++) sum = hashStep(sum, word.charCodeAt(i));
      this.hashes[number] = sum;
      let slot = spread(sum) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = number;
    }
    this.longest = longest;
  }

  /** How many words there are, the unknown one included. */
  get size(): number {
    return this.words.length;
  }

  /** The number of the word that stands at `start..end`, 0 where the lexicon does not have it. */
  find(text: string, start: number, end: number): number {
    let sum = HASH_START;
    for (let i = start; i < end; i++) sum = hashStep(sum, text.charCodeAt(i));
    return this.findHashed(text, start, end, sum);
  }

  /** The same for a word whose characters went through hashStep from HASH_START on. */
  findHashed(text: string, start: number, end: number, sum: number): number {
    if (end - start > this.longest) return 0;
    let slot = spread(sum) & this.mask;
    for (let number = this.slots[slot]!; number !== 0; number = this.slots[slot]!) {
      if (this.hashes[number] === sum && this.isWord(number, text, start, end)) return number;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }

  /** The number of a word given as itself; 0 where the lexicon does not have it. */
  numberOf(word: string): number {
    return this.find(word, 0, word.length);
  }

  private isWord(number: number, text: string, start: number, end: number): boolean {
    const word = this.words[number]!;
    if (word.length !== end - start) return false;
    for (let i = start; i < end; i++)
      if (foldCharacter(text.charCodeAt(i)) !== word.charCodeAt(i - start)) return false;
    return true;
  }
}

/** The hash of no characters. */
export const HASH_START = 17;

/** The hash with one more character, whatever its case. */
export const hashStep = (sum: number, code: number): number => (Math.imul(sum, 31) + foldCharacter(code)) | 0;

const spread = (sum: number): number => sum ^ (sum >>> 15);
