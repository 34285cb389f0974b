/** The letters of Pressmark's own ids: Crockford's base 32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const FIRST_LETTER = 10;
const ID_LENGTH = 8;

/**
 * A hash of texts, the same for the same texts in the same order: 32 hexadecimal digits. Four lanes of FNV-1a with unlike
 * starts and primes, each stirred as MurmurHash3 ends; it tells names apart, and is no defence against who wants them to collide.
 */
function hash(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  return LANES.map(({ start, prime }) => {
    let value: number = start;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), prime);
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
  }).join('');
}

/** The primes: that of FNV-1a for 32 bits, and three of xxHash. */
const LANES = [
  { start: 0x811c9dc5, prime: 0x01000193 },
  { start: 0x3c6ef372, prime: 0x9e3779b1 },
  { start: 0xa54ff53a, prime: 0x85ebca77 },
  { start: 0x510e527f, prime: 0xc2b2ae3d },
] as const;

/** A GUID made of texts: always the same for the same ones. Version 8 of RFC 9562, the one for hashes of one's own. */
export function stableGuid(...parts: readonly string[]): string {
  const digits = hash(parts);
  const variant = ((parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)];
  return `${a}-${b}-8${c}-${variant}${d}-${digits.slice(20)}`;
}

/** An id for an annotation that came without one: made of texts, so that it is the same when it comes again. */
export function stableId(...parts: readonly string[]): string {
  let value = BigInt(`0x${hash(parts)}`);
  let id = '';
  for (let i = 0; i < ID_LENGTH; i++) {
    const letter = Number(value & 31n);
    id += ALPHABET[i === 0 ? FIRST_LETTER + (letter % (ALPHABET.length - FIRST_LETTER)) : letter]!;
    value >>= 5n;
  }
  return id;
}
