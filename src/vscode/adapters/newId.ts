/** Digits and lower-case letters without i, l, o and u (Crockford's base 32): ids are read out and typed. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 40 bits: among 10,000 annotations two ids are the same with a chance of 1 in 20,000; ids need to differ within a sidecar only. */
const ID_LENGTH = 8;

/** A new random id. It starts with a letter, so that YAML never takes it for a number. */
export function newRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  return Array.from(bytes, (byte, i) => ALPHABET[i === 0 ? 10 + (byte % 22) : byte % 32]).join('');
}
