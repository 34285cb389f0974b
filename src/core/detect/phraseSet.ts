import { type Lexicon } from './lexicon';
import { type Tokens } from './tokens';

/** A phrase found among tokens: `first..last`, both inclusive. */
export interface PhraseMatch<Meaning> {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
}

interface Phrase<Meaning> {
  readonly words: readonly number[];
  readonly meaning: Meaning;
}

/** Phrases of a lexicon's words, found at a token by their first or their last word; the longest wins. */
export class PhraseSet<Meaning> {
  /** By word number; most words have none, so an array beats a map. */
  private readonly byFirst: (readonly Phrase<Meaning>[] | undefined)[];
  private readonly byLast: (readonly Phrase<Meaning>[] | undefined)[];

  constructor(phrases: readonly (readonly [phrase: string, meaning: Meaning])[], lexicon: Lexicon) {
    this.byFirst = new Array<undefined>(lexicon.size).fill(undefined);
    this.byLast = new Array<undefined>(lexicon.size).fill(undefined);
    const longestFirst = [...phrases].sort(([a], [b]) => b.split(' ').length - a.split(' ').length);
    for (const [phrase, meaning] of longestFirst) {
      const words = phrase.split(' ').map(word => lexicon.numberOf(word));
      const add = (index: (readonly Phrase<Meaning>[] | undefined)[], word: number): void => {
        index[word] = [...(index[word] ?? []), { words, meaning }];
      };
      add(this.byFirst, words[0]!);
      add(this.byLast, words.at(-1)!);
    }
  }

  /** The phrase that starts at this token. */
  startingAt(tokens: Tokens, token: number): PhraseMatch<Meaning> | undefined {
    return token < tokens.count ? this.match(this.byFirst, tokens, token, () => token) : undefined;
  }

  /** The phrase that ends at this token. */
  endingAt(tokens: Tokens, token: number): PhraseMatch<Meaning> | undefined {
    return token >= 0 ? this.match(this.byLast, tokens, token, words => token - words + 1) : undefined;
  }

  private match(
    index: readonly (readonly Phrase<Meaning>[] | undefined)[],
    tokens: Tokens,
    token: number,
    firstOf: (words: number) => number,
  ): PhraseMatch<Meaning> | undefined {
    const word = tokens.word[token]!;
    const phrases = word > 0 ? index[word] : undefined;
    if (!phrases) return undefined;
    for (const { words, meaning } of phrases) {
      const first = firstOf(words.length);
      if (
        first >= 0 &&
        first + words.length <= tokens.count &&
        words.every((number, i) => tokens.word[first + i] === number)
      )
        return { first, last: first + words.length - 1, meaning };
    }
    return undefined;
  }
}
