/** FNV-1a, 128 bits: https://www.ietf.org/archive/id/draft-eastlake-fnv-17.html */
const OFFSET_BASIS = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x0000000001000000000000000000013bn;

/** The letters of Pressmark's own ids: Crockford's base 32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const FIRST_LETTER = 10;
const ID_LENGTH = 8;

/** A hash of texts, the same for the same texts in the same order. */
function hash(parts: readonly string[]): bigint {
  let value = OFFSET_BASIS;
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  for (const byte of bytes) value = BigInt.asUintN(128, (value ^ BigInt(byte)) * PRIME);
  return value;
}

/** A GUID made of texts: always the same for the same ones. Version 8 of RFC 9562, the one for hashes of one's own. */
export function stableGuid(...parts: readonly string[]): string {
  const digits = hash(parts).toString(16).padStart(32, '0');
  const variant = ((parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)];
  return `${a}-${b}-8${c}-${variant}${d}-${digits.slice(20)}`;
}

/** An id for an annotation that came without one: made of texts, so that it is the same when it comes again. */
export function stableId(...parts: readonly string[]): string {
  let value = hash(parts);
  let id = '';
  for (let i = 0; i < ID_LENGTH; i++) {
    const letter = Number(value & 31n);
    id += ALPHABET[i === 0 ? FIRST_LETTER + (letter % (ALPHABET.length - FIRST_LETTER)) : letter]!;
    value >>= 5n;
  }
  return id;
}
