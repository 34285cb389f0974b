import { type Quote, type QuoteType } from '../detect/model';
import { sortedOnce, winnowed } from './fingerprint';
import { mixed, WORDS_A_STEP, type Words, type WordReader } from './words';

/** What somebody is reported to have said in these words. */
const SPOKEN: ReadonlySet<QuoteType> = new Set(['direct', 'partial', 'unmarked']);

export const isSpoken = ({ type, boilerplate }: Quote): boolean => SPOKEN.has(type) && !boilerplate;

const GRAM_WORDS = 3;
/** One of three grams is kept at least: quotes that share five words in a row share a kept gram. */
const WINDOW = 3;

/** What the quotes of a text are found again by elsewhere: runs of three words, thinned out; of shorter quotes all of their words. Sorted. In steps. */
export function* quoteGrams(reader: WordReader, text: string, quotes: readonly Quote[]): Generator<void, Uint32Array> {
  const grams: number[] = [];
  let words = 0;
  for (const quote of quotes) {
    if (!isSpoken(quote)) continue;
    grams.push(...gramsOf(reader.read(text, quote.start, quote.end)));
    words += reader.length;
    if (words < WORDS_A_STEP) continue;
    words = 0;
    yield;
  }
  return sortedOnce(grams);
}

/** The grams of one quote. */
export function gramsOf({ length, stems }: Words): Uint32Array {
  if (length === 0) return new Uint32Array(0);
  const size = Math.min(GRAM_WORDS, length);
  const hashes = new Uint32Array(length - size + 1);
  for (let at = 0; at < hashes.length; at++) {
    let hash = size;
    for (let word = at; word < at + size; word++) hash = (Math.imul(hash, 31) + stems[word]!) | 0;
    hashes[at] = mixed(hash);
  }
  return winnowed(hashes, WINDOW);
}
