import { drained } from '../drained';

/** Where a word stands. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/** A word: letters and digits; of scripts that set no spaces, a single character. */
const WORD = /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
const UNSPACED = /^[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const LETTER = /[\p{L}\p{N}]/u;

/** The words of a text in their order, in lower case. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  readWords(text, 0, text.length, words);
  return words;
}

/** Adds the words that begin between two offsets, and where none does the next one; returns where to go on. */
function readWords(text: string, from: number, until: number, words: Word[]): number {
  let at = from;
  while (at < until) {
    let end = at;
    while (isPlainLetter(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) > LAST_PLAIN) {
      // Only here is the expression asked, which takes three times as long.
      WORD.lastIndex = at;
      const match = WORD.exec(text);
      if (!match) return text.length;
      [at, end] = [match.index, match.index + match[0].length];
    }
    if (end > at) words.push({ text: text.slice(at, end).toLowerCase(), at });
    at = Math.max(end, at + 1);
  }
  return at;
}

const LAST_PLAIN = 0x7f;

/** True for the letters and digits of ASCII. */
const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Tells where words, in lower case, stand in a text. */
export interface WordPlaces {
  /** In ascending order; none where the word does not occur. */
  placesOf(word: string): readonly number[];
}

/** So many characters of a text a step. */
const STEP = 1 << 14;

/** Every place of every word. */
export class WordIndex implements WordPlaces {
  private constructor(private readonly places: Map<string, number[]>) {}

  static of(text: string): WordIndex {
    return drained(WordIndex.reading(text));
  }

  /** In linear time, in steps. */
  static *reading(text: string): Generator<void, WordIndex> {
    const index = new WordIndex(new Map());
    for (let at = 0; at < text.length;) {
      const words: Word[] = [];
      at = readWords(text, at, at + STEP, words);
      for (const word of words) index.add(word);
      yield;
    }
    return index;
  }

  private add({ text, at }: Word): void {
    const known = this.places.get(text);
    if (known) known.push(at);
    else this.places.set(text, [at]);
  }

  placesOf(word: string): readonly number[] {
    return this.places.get(word) ?? [];
  }
}

/**
 * A few words are found sooner one by one than with an index of all: in a million characters, some 0.3 ms for each against 60. Where
 * as many as this are asked for, the index is worth it.
 */
const FEW = 128;

/** The same for a text of which perhaps few words are asked; of each no more places than `limit` are told. */
export class FewWords implements WordPlaces {
  private readonly known = new Map<string, readonly number[]>();
  private readonly lower: string;
  private index: WordIndex | undefined;

  constructor(
    private readonly text: string,
    private readonly limit: number,
  ) {
    this.lower = text.toLowerCase();
    // Some letters are two in lower case.
    if (this.lower.length !== text.length) this.index = WordIndex.of(text);
  }

  placesOf(word: string): readonly number[] {
    if (this.known.size >= FEW) this.index ??= WordIndex.of(this.text);
    if (this.index) return this.index.placesOf(word).slice(0, this.limit);
    const known = this.known.get(word) ?? this.lookFor(word);
    this.known.set(word, known);
    return known;
  }

  private lookFor(word: string): readonly number[] {
    const isWhole = UNSPACED.test(word)
      ? () => true
      : (at: number) => !isLetter(this.lower, at - 1) && !LETTER.test(this.lower.charAt(at + word.length));
    const places: number[] = [];
    for (
      let at = this.lower.indexOf(word);
      at >= 0 && places.length < this.limit;
      at = this.lower.indexOf(word, at + 1)
    )
      if (isWhole(at)) places.push(at);
    return places;
  }
}

/** True for a letter that a word goes on from. */
function isLetter(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return LETTER.test(letter) && !UNSPACED.test(letter);
}
