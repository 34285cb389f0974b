import { isCapital, isLetter, isQuoteMark } from './characters';

/** A character, by its UTF-16 code, that others stand for: that was misread as them, or whose name they are. */
export interface StandIn {
  readonly code: number;
  /** Of what stands for it, in UTF-16 units. */
  readonly length: number;
}

/** What Windows-1252 has at the bytes 0x80 to 0x9f; where it has nothing, the byte's own control character. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES: ReadonlyMap<number, number> = new Map(
  [...HIGH].map((character, i) => [character.charCodeAt(0), 0x80 + i]),
);

/** The byte that Windows-1252 shows as the character with this code, -1 where there is none. */
export const windows1252Byte = (code: number): number =>
  code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : (BYTES.get(code) ?? -1);

const A_CIRCUMFLEX = 0xc2;
const A_TILDE = 0xc3;
const CLOSING_MARK = 0x201d;
const NO_BREAK = 0x20;

/** The character that UTF-8 read as Windows-1252 (or Latin-1) left as several at `offset`, as “â€œ” for a mark or “Ã©” for é; else undefined. */
export function mojibakeAt(text: string, offset: number): StandIn | undefined {
  switch (text.charCodeAt(offset)) {
    case A_CIRCUMFLEX: // What follows is Latin-1 as it is.
    case A_TILDE: // accented letters
    case 0xc4: // ą ć đ ę ğ ı
    case 0xc5: // Œ œ Š š Ž ž, and Polish letters
      return twoBytes(text, offset);
    case 0xe2: // marks, dashes, the euro
      return threeBytes(text, offset);
    default:
      return undefined;
  }
}

function twoBytes(text: string, offset: number): StandIn | undefined {
  const lead = text.charCodeAt(offset);
  const next = text.charCodeAt(offset + 1);
  if (lead === A_TILDE) {
    // Misread twice: “ÃƒÂ©”, “ÃÂ©” where nothing was left of the byte between.
    const again = next === 0x192 || next === 0x83 ? offset + 2 : offset + 1;
    const last = text.charCodeAt(again) === A_CIRCUMFLEX ? continuation(text, again + 1) : undefined;
    if (last !== undefined) return { code: 0xc0 | last, length: again + 2 - offset };
  }
  const second = continuation(text, offset + 1);
  if (second === undefined) return undefined;
  const code = ((lead & 0x1f) << 6) | second;
  if (!isQuoteMark(next)) return { code, length: 2 };
  // “Â”” and such are how words in capitals end before a mark.
  const isMeant = lead === A_CIRCUMFLEX ? code === 0xab || code === 0xbb : isWithin(text, offset);
  return isMeant ? { code, length: 2 } : undefined;
}

/** What ends like “FIANCÃ” before a mark is a word in capitals: one that was misread goes on, or has small letters before. */
function isWithin(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return isLetter(text.charCodeAt(offset + 2)) || (isLetter(before) && !isCapital(before));
}

function threeBytes(text: string, offset: number): StandIn | undefined {
  const second = continuation(text, offset + 1);
  if (second !== 0x00 && second !== 0x02) return undefined;
  const third = continuation(text, offset + 2);
  if (third !== undefined && third !== NO_BREAK) return { code: 0x2000 | (second << 6) | third, length: 3 };
  // The closing mark's last byte is nothing in Windows-1252, and many writers drop it.
  return second === 0 ? { code: CLOSING_MARK, length: 2 } : undefined;
}

/** The six bits of a byte that goes on with a character. */
function continuation(text: string, offset: number): number | undefined {
  const code = text.charCodeAt(offset);
  // Latin-1 has control characters where Windows-1252 has signs.
  const byte = code < 0x100 ? code : windows1252Byte(code);
  return byte >= 0x80 && byte <= 0xbf ? byte & 0x3f : undefined;
}
