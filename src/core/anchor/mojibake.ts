/** A character that was misread as several. */
export interface Misread {
  /** Of the several, in UTF-16 units. */
  readonly length: number;
  readonly text: string;
}

/** What Windows-1252 has at the bytes 0x80 to 0x9f; a blank where it has nothing, and readers keep the byte itself. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const BYTES: ReadonlyMap<string, number> = new Map(
  [...HIGH].flatMap((character, i): [string, number][] => (character === ' ' ? [] : [[character, 0x80 + i]])),
);

/** A character that only UTF-8 read as Windows-1252 (or Latin-1) leaves, as “â€œ” for a mark or “Ã©” for é; else undefined. */
export function mojibakeAt(text: string, offset: number): Misread | undefined {
  switch (text.charCodeAt(offset)) {
    case 0xc2: // Â: what follows is Latin-1 as it is. Only blanks and marks that no word ends before.
    case 0xc3: // Ã: accented letters
    case 0xc5: // Å: Œ œ Š š Ž ž, and Polish letters
      return twoBytes(text, offset);
    case 0xe2: // â: marks, dashes, the euro
      return threeBytes(text, offset);
    default:
      return undefined;
  }
}

function twoBytes(text: string, offset: number): Misread | undefined {
  const second = continuation(text, offset + 1);
  if (second === undefined) return undefined;
  const code = ((text.charCodeAt(offset) & 0x1f) << 6) | second;
  // “Â»”, “Å»” and such are how words in capitals end before a mark.
  const isWordBeforeMark = text.charCodeAt(offset) !== 0xc3 && '«»‹›“”‘’'.includes(text[offset + 1]!);
  if (isWordBeforeMark) return code === 0xab || code === 0xbb ? { length: 2, text: '"' } : undefined;
  return { length: 2, text: code === 0xa0 ? ' ' : String.fromCharCode(code) };
}

function threeBytes(text: string, offset: number): Misread | undefined {
  const second = continuation(text, offset + 1);
  if (second !== 0x00 && second !== 0x02) return undefined;
  const third = continuation(text, offset + 2);
  if (third !== undefined) return { length: 3, text: String.fromCharCode(0x2000 | (second << 6) | third) };
  // The closing mark's last byte is nothing in Windows-1252, and many writers drop it.
  return second === 0 ? { length: 2, text: '”' } : undefined;
}

/** The six bits of a byte that goes on with a character. */
function continuation(text: string, offset: number): number | undefined {
  const code = text.charCodeAt(offset);
  const byte = code < 0x100 ? code : BYTES.get(text[offset] ?? '');
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf ? byte & 0x3f : undefined;
}
