/** Where a word stands. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/** A word: letters and digits; of scripts that set no spaces, a single character. */
const WORD = /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

/** The words of a text in their order, in lower case. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) words.push({ text: match[0].toLowerCase(), at: match.index });
  return words;
}

/** Every place of every word. Built in linear time. */
export class WordIndex {
  private readonly places = new Map<string, number[]>();

  constructor(text: string) {
    for (const { text: word, at } of wordsOf(text)) {
      const known = this.places.get(word);
      if (known) known.push(at);
      else this.places.set(word, [at]);
    }
  }

  /** In ascending order; none where the word does not occur. */
  placesOf(word: string): readonly number[] {
    return this.places.get(word) ?? [];
  }
}
