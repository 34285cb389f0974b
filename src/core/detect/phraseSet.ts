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
    const phrases = token < tokens.count ? phrasesOf(this.byFirst, tokens.word[token]!) : undefined;
    if (!phrases) return undefined;
    for (const { words, meaning } of phrases)
      if (standsAt(tokens, token, words)) return { first: token, last: token + words.length - 1, meaning };
    return undefined;
  }

  /** The phrase that ends at this token. */
  endingAt(tokens: Tokens, token: number): PhraseMatch<Meaning> | undefined {
    const phrases = token >= 0 ? phrasesOf(this.byLast, tokens.word[token]!) : undefined;
    if (!phrases) return undefined;
    for (const { words, meaning } of phrases) {
      const first = token - words.length + 1;
      if (standsAt(tokens, first, words)) return { first, last: token, meaning };
    }
    return undefined;
  }
}

/** Of the words a text has, most begin or end no phrase. */
const phrasesOf = <P>(index: readonly (readonly P[] | undefined)[], word: number): readonly P[] | undefined =>
  word > 0 ? index[word] : undefined;

function standsAt({ word, count }: Tokens, first: number, words: readonly number[]): boolean {
  if (first < 0 || first + words.length > count) return false;
  for (let i = 0; i < words.length; i++) if (word[first + i] !== words[i]) return false;
  return true;
}
