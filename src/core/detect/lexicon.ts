import { foldCharacter } from '../text/characters';

/** What a lexicon knows of one word: bit sets of classes, and a number for number words. */
export interface LexiconEntry {
  /** Of WordClass. */
  readonly classes: number;
  /** Of FigureClass. */
  readonly figures: number;
  /** Of TraitClass. */
  readonly traits: number;
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
  readonly traits: Uint16Array;
  readonly value: Float64Array;
  /** The characters of all words, one word after the other, and where each word's start; one place more than there are words. */
  private readonly characters: Uint16Array;
  private readonly offsets: Int32Array;
  /** Of each word, so that another word in its slot is told apart without reading it. */
  private readonly hashes: Int32Array;
  private readonly slots: Uint16Array;
  private readonly mask: number;
  /** The characters of the longest word. */
  readonly longest: number;

  constructor(entries: ReadonlyMap<string, LexiconEntry>) {
    let size = 16;
    while (size < entries.size * 4) size *= 2;
    this.mask = size - 1;
    this.slots = new Uint16Array(size);
    this.classes = new Int32Array(entries.size + 1);
    this.hashes = new Int32Array(entries.size + 1);
    this.figures = new Int32Array(entries.size + 1);
    this.traits = new Uint16Array(entries.size + 1);
    this.value = new Float64Array(entries.size + 1).fill(NaN);
    this.offsets = new Int32Array(entries.size + 2);
    let length = 0;
    let longest = 0;
    for (const word of entries.keys()) {
      length += word.length;
      longest = Math.max(longest, word.length);
    }
    this.longest = longest;
    this.characters = new Uint16Array(length);
    let number = 0;
    let offset = 0;
    for (const [word, { classes, figures, traits, value }] of entries) {
      number++;
      this.classes[number] = classes;
      this.figures[number] = figures;
      this.traits[number] = traits;
      this.value[number] = value;
      this.offsets[number] = offset;
      let sum = HASH_START;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        this.characters[offset++] = code;
        sum = hashStep(sum, code);
      }
      this.hashes[number] = sum;
      let slot = spread(sum) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = number;
    }
    this.offsets[number + 1] = offset;
  }

  /** How many words there are, the unknown one included. */
  get size(): number {
    return this.classes.length;
  }

  /** The number of the word whose characters are `codes[start..end]` in any case, 0 where the lexicon does not have it. */
  find(codes: Uint16Array, start: number, end: number): number {
    let sum = HASH_START;
    for (let i = start; i < end; i++) sum = hashStep(sum, codes[i]!);
    return this.findHashed(codes, start, end, sum);
  }

  /** The same for a word whose characters went through hashStep from HASH_START on. */
  findHashed(codes: Uint16Array, start: number, end: number, sum: number): number {
    if (end - start > this.longest) return 0;
    let slot = spread(sum) & this.mask;
    for (let number = this.slots[slot]!; number !== 0; number = this.slots[slot]!) {
      if (this.hashes[number] === sum && this.isWord(number, codes, start, end)) return number;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }

  /** The number of a word given as itself; 0 where the lexicon does not have it. */
  numberOf(word: string): number {
    const codes = new Uint16Array(word.length);
    for (let at = 0; at < word.length; at++) codes[at] = word.charCodeAt(at);
    return this.find(codes, 0, word.length);
  }

  private isWord(number: number, codes: Uint16Array, start: number, end: number): boolean {
    const offset = this.offsets[number]!;
    if (this.offsets[number + 1]! - offset !== end - start) return false;
    for (let i = start; i < end; i++)
      if (foldCharacter(codes[i]!) !== this.characters[offset + i - start]) return false;
    return true;
  }
}

/** The hash of no characters. */
export const HASH_START = 17;

/** The hash with one more character, whatever its case. */
export const hashStep = (sum: number, code: number): number => foldedHashStep(sum, foldCharacter(code));

/** The same for a character that is in lower case. */
export const foldedHashStep = (sum: number, folded: number): number => (Math.imul(sum, 31) + folded) | 0;

const spread = (sum: number): number => sum ^ (sum >>> 15);
