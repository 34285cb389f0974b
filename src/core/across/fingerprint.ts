import { type Span } from '../text/span';
import { mixed, WORDS_A_STEP, type Words } from './words';

/** Words in a shingle: four are rarely the same by chance, and one changed word spoils no more than four of them. */
const SHINGLE_WORDS = 4;
/** Of so many shingles in a row at least one is kept: two texts that share eleven words in a row share a kept shingle. */
const WINDOW = 8;

/** Set in the hash of a shingle that is quoted. */
const QUOTED = 1;

/** Whether a shingle stands in a quote: two reports of one speech share those, and need not be one text. */
export const isQuotedShingle = (shingle: number): boolean => (shingle & QUOTED) !== 0;

/**
 * Shingles of a text, thinned out by winnowing (Schleimer, Wilkerson and Aiken 2003): of each window of shingles the one with the least
 * hash is kept, so that what two texts share is kept in both, wherever in them it stands. Unlike the sketches of MinHash these also tell how
 * much of a short text stands in a long one. About two in nine shingles; sorted, each once. Empty where there are fewer than four words. `quotes` are
 * what is quoted of the text, in text order; one within another makes no difference. In steps.
 */
export function* fingerprinting(words: Words, quotes: readonly Span[] = []): Generator<void, Uint32Array> {
  const count = words.length - SHINGLE_WORDS + 1;
  if (count <= 0) return new Uint32Array(0);
  const shingles = new Uint32Array(count);
  let quote = 0;
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let word = at; word < at + SHINGLE_WORDS; word++) hash = (Math.imul(hash, 31) + words.hashes[word]!) | 0;
    while (quote < quotes.length && quotes[quote]!.end <= words.starts[at]!) quote++;
    const isQuoted =
      quote < quotes.length &&
      quotes[quote]!.start <= words.starts[at]! &&
      words.ends[at + SHINGLE_WORDS - 1]! <= quotes[quote]!.end;
    shingles[at] = ((mixed(hash) & ~QUOTED) | (isQuoted ? QUOTED : 0)) >>> 0;
    if (at % WORDS_A_STEP === WORDS_A_STEP - 1) yield;
  }
  return winnowed(shingles, WINDOW);
}

/** The least hash of each window of `window` hashes in a row; of all where there are fewer. Sorted, each once. */
export function winnowed(hashes: Uint32Array, window: number): Uint32Array {
  const kept: number[] = [];
  let least = -1;
  for (let end = Math.min(window, hashes.length); end <= hashes.length; end++) {
    const start = Math.max(0, end - window);
    if (least < start) {
      least = start;
      for (let at = start + 1; at < end; at++) if (hashes[at]! <= hashes[least]!) least = at;
    } else if (hashes[end - 1]! <= hashes[least]!) least = end - 1;
    else continue;
    kept.push(hashes[least]!);
  }
  return sortedOnce(kept);
}

/** Sorted, each once. */
export function sortedOnce(hashes: ArrayLike<number>): Uint32Array {
  const sorted = new Uint32Array(hashes).sort();
  let length = 0;
  for (const hash of sorted) if (length === 0 || sorted[length - 1] !== hash) sorted[length++] = hash;
  return sorted.slice(0, length);
}

/** How many hashes two sorted lists share, of those that `counts` takes. */
export function sharedCount(a: Uint32Array, b: Uint32Array, counts: (hash: number) => boolean = () => true): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0 && counts(a[i]!)) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
