import * as CharacterClass from './characterClass';

/**
 * Character classes by UTF-16 code unit, from one table of bits rather than from \p{…} or a chain of ranges: a test is one look-up.
 * Code units of astral characters (emoji, rare letters) count as other.
 */

/** “ ” " „ ‟ « » ‹ › ‘ ’ ‚ ‛ ' ` 「 」 『 』 ＂ */
const QUOTE_MARKS = '“”"„‟«»‹›‘’‚‛\'`「」『』＂';

/** What a character of several bytes begins with where it was misread (mojibakeAt): Â Ã Ä Å â. */
const MISREAD_LEADS = [0xc2, 0xc3, 0xc4, 0xc5, 0xe2];

/** What each code unit can be. */
export const CHARACTER_CLASSES: Readonly<Uint8Array> = classTable();

/** Where in CHARACTERS the code unit in lower case begins. */
export const FOLDED_SHIFT = 8;

/** What each code unit can be in the lower eight bits, and above them the code unit in lower case (foldCharacter). */
export const CHARACTERS: Readonly<Int32Array> = characterTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const add = (bit: number, first: number, last = first): void => {
    for (let code = first; code <= last; code++) table[code]! |= bit;
  };
  const { blank, letter, digit, capital, apostrophe, mark, lead } = CharacterClass;
  // Letters of any script, combining marks included. The long stretches are filled: nothing else is set in them.
  table.fill(letter, 0xc0, 0x2000);
  table.fill(letter, 0x2c00, 0x2e00);
  table.fill(letter, 0x3040, 0xd800);
  table.fill(letter, 0xf900, 0xfe00);
  table.fill(letter, 0xff21, 0xff3b);
  table.fill(letter, 0xff41, 0xffe0);
  table[0xd7] = 0;
  table[0xf7] = 0;
  add(letter, 0x41, 0x5a);
  add(letter, 0x61, 0x7a);
  for (const code of [0xaa, 0xb5, 0xba]) add(letter, code);
  add(digit, 0x30, 0x39);
  add(capital, 0x41, 0x5a);
  add(capital, 0xc0, 0xd6);
  add(capital, 0xd8, 0xde);
  // Latin Extended-A alternates, in two stretches from odd codes on.
  for (let code = 0x100; code < 0x180; code++)
    if ((code & 1) === ((code >= 0x139 && code <= 0x148) || code >= 0x179 ? 1 : 0)) add(capital, code);
  add(capital, 0x391, 0x3a9);
  add(capital, 0x400, 0x42f);
  add(blank, 9, 13);
  for (const code of [32, 160, 0x202f, 0x2060, 0x3000, 0xfeff]) add(blank, code);
  // Those without a width and the marks of direction too.
  add(blank, 0x2000, 0x200f);
  add(blank, 0x2028, 0x2029);
  for (let i = 0; i < QUOTE_MARKS.length; i++) add(mark, QUOTE_MARKS.charCodeAt(i));
  add(apostrophe, 0x27);
  add(apostrophe, 0x2019);
  for (const code of MISREAD_LEADS) add(lead, code);
  return table;
}

function characterTable(): Int32Array {
  const table = new Int32Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = (code << FOLDED_SHIFT) | CHARACTER_CLASSES[code]!;
  const fold = (code: number, folded: number): void =>
    void (table[code] = (folded << FOLDED_SHIFT) | CHARACTER_CLASSES[code]!);
  for (let code = 0x41; code <= 0x5a; code++) fold(code, code + 32);
  for (let code = 0xc0; code <= 0xde; code++) if (code !== 0xd7) fold(code, code + 32);
  fold(0x2019, 0x27);
  return table;
}

const isOf = (code: number, classes: number): boolean => (CHARACTER_CLASSES[code]! & classes) !== 0;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** Blanks of any kind, line breaks included. */
export const isBlank = (code: number): boolean => isOf(code, CharacterClass.blank);

/** Letters of any script, combining marks included. */
export const isLetter = (code: number): boolean => isOf(code, CharacterClass.letter);

/** Capital letters of the Latin, Greek and Cyrillic alphabets. */
export const isCapital = (code: number): boolean => isOf(code, CharacterClass.capital);

export const isWordCharacter = (code: number): boolean => isOf(code, CharacterClass.letter | CharacterClass.digit);

export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** A quotation mark of any language, single or double. */
export const isQuoteMark = (code: number): boolean => isOf(code, CharacterClass.mark);

/** The character in lower case, ASCII and Latin-1 only; a curly apostrophe becomes a straight one. */
export const foldCharacter = (code: number): number => CHARACTERS[code]! >>> FOLDED_SHIFT;
