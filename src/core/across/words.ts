import { withRoom } from '../withRoom';
import { foldCharacter, isBlank, isCapital, isDigit, isLetter, isLineBreak } from '../text/characters';

/** What a word is, as bits. */
export const WordFlag = {
  /** It has a capital where a small letter would stand: a name in most languages. */
  name: 1,
  number: 2,
  /** It ends in "n't". */
  negated: 4,
  /** It is the first of its sentence. */
  first: 8,
} as const;

/** Words of a text in parallel arrays, of which the first `length` entries count. Offsets are UTF-16, end-exclusive. */
export interface Words {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Hash of the word in small letters. */
  readonly hashes: Uint32Array;
  /** Hash of its stem: what "missile" and "missiles", "Zelenskyy" and "Zelenskiy" share. */
  readonly stems: Uint32Array;
  readonly flags: Uint8Array;
}

/** Who works through the words of a text in steps takes so many at once: a millisecond or two the first time. */
export const WORDS_A_STEP = 1024;

/** Words that share so many letters count as one: the cheapest stemmer there is, and one for all four languages. */
const STEM_LENGTH = 7;
const HASH_BASIS = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** Spreads a hash over all 32 bits (the finalizer of MurmurHash3): the sums of FNV alone keep their order in the upper ones. */
export function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash that a word of small letters and digits has in `Words.hashes`. */
export function wordHash(word: string): number {
  let hash = HASH_BASIS;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  return mixed(hash);
}

/**
 * Reads the words of texts: runs of letters and digits. "1,860" is one word, "Russia’s" is "russia", "l’accord" is two. Keeps its memory:
 * what it returns holds until it reads again.
 */
export class WordReader implements Words {
  length = 0;
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  hashes = new Uint32Array(0);
  stems = new Uint32Array(0);
  flags = new Uint8Array(0);

  /** Linear time. */
  read(text: string, start = 0, end = text.length): Words {
    this.length = 0;
    return this.readMore(text, start, end);
  }

  /** Reads on behind what was read last. A new stretch begins a sentence. */
  readMore(text: string, start: number, end: number): Words {
    this.reserve(this.length + ((end - start) >> 1) + 1);
    let isFirst = true;
    for (let at = start; at < end;) {
      const code = text.charCodeAt(at);
      if (isLetter(code) || isDigit(code)) {
        at = this.readWord(text, at, end, isFirst);
        isFirst = false;
      } else {
        if (code === 46 || code === 33 || code === 63 || code === 58 || code === 0x2026) isFirst = true;
        else if (isLineBreak(code)) isFirst = true;
        else if (!isBlank(code) && OPENERS.has(code)) isFirst = true;
        at++;
      }
    }
    return this;
  }

  private readWord(text: string, start: number, limit: number, isFirst: boolean): number {
    const first = text.charCodeAt(start);
    let flags = isFirst ? WordFlag.first : 0;
    let hash = HASH_BASIS;
    let stem = HASH_BASIS;
    let kept = 0;
    let at = start;
    if (isDigit(first)) {
      flags |= WordFlag.number;
      for (; at < limit; at++) {
        const code = text.charCodeAt(at);
        const isSeparator = (code === 46 || code === 44) && at + 1 < limit && isDigit(text.charCodeAt(at + 1));
        if (isSeparator) continue;
        if (!isDigit(code) && !isLetter(code)) break;
        hash = Math.imul(hash ^ foldCharacter(code), HASH_PRIME);
      }
      stem = hash;
    } else {
      if (isCapital(first) && (!isFirst || (start + 1 < limit && isCapital(text.charCodeAt(start + 1)))))
        flags |= WordFlag.name;
      let last = 0;
      for (; at < limit; at++) {
        const code = text.charCodeAt(at);
        if (!isLetter(code) && !isDigit(code)) break;
        if (kept > 0 && kept <= STEM_LENGTH) stem = Math.imul(stem ^ last, HASH_PRIME);
        last = foldCharacter(code);
        hash = Math.imul(hash ^ last, HASH_PRIME);
        kept++;
      }
      // The last letter belongs to the stem but for the s of a plural.
      if (kept <= STEM_LENGTH && !(kept > 3 && last === 115)) stem = Math.imul(stem ^ last, HASH_PRIME);
      const suffix = suffixEnd(text, at, limit);
      if (suffix > at) {
        if (last === 110 && foldCharacter(text.charCodeAt(suffix - 1)) === 116) flags |= WordFlag.negated;
        at = suffix;
      }
    }
    const index = this.length++;
    this.starts[index] = start;
    this.ends[index] = at;
    this.hashes[index] = mixed(hash);
    this.stems[index] = mixed(stem);
    this.flags[index] = flags;
    return at;
  }

  private reserve(count: number): void {
    this.starts = withRoom(this.starts, count);
    this.ends = withRoom(this.ends, count);
    this.hashes = withRoom(this.hashes, count);
    this.stems = withRoom(this.stems, count);
    this.flags = withRoom(this.flags, count);
  }
}

/** Marks behind which a sentence may begin: “ " „ « ( [ and the like. */
const OPENERS = new Set(Array.from('“"„«‹‘([¿¡', character => character.charCodeAt(0)));

/** Where "’s", "’t", "’ll" behind a word ends; `at` where there is none. */
function suffixEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (at >= limit || (code !== 0x27 && code !== 0x2019)) return at;
  let end = at + 1;
  while (end < limit && end < at + 4 && isLetter(text.charCodeAt(end))) end++;
  return end > at + 1 && end < at + 4 ? end : at;
}
