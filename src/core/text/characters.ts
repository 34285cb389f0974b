/**
 * Character classes by UTF-16 code unit, from a few ranges rather than from \p{…}: a test costs a nanosecond and no table is
 * built at start. Code units of astral characters (emoji, rare letters) count as other.
 */

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** Blanks of any kind, line breaks included. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 160) return false;
  return (
    code === 160 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2028 && code <= 0x2029)
  );
}

/** Letters of any script, combining marks included. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  if (code < 0x3040) return code >= 0x2c00 && code < 0x2e00;
  return (
    code < 0xd800 ||
    (code >= 0xf900 && code < 0xfe00) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code < 0xffe0)
  );
}

/** Capital letters of the Latin, Greek and Cyrillic alphabets. */
export function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (code < 0xdf) return code >= 0xc0 && code !== 0xd7;
  if (code < 0x100) return false;
  if (code < 0x180) return (code & 1) === (code >= 0x139 && code <= 0x148 ? 1 : code >= 0x179 ? 1 : 0);
  return (code >= 0x391 && code <= 0x3a9) || (code >= 0x400 && code <= 0x42f);
}

export const isWordCharacter = (code: number): boolean => isLetter(code) || isDigit(code);

export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** The character in lower case, ASCII and Latin-1 only; a curly apostrophe becomes a straight one. */
export function foldCharacter(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xc0 && code <= 0xde && code !== 0xd7) return code + 32;
  return code === 0x2019 ? 39 : code;
}
