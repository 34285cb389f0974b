/** A mark or dash whose three UTF-8 bytes were read as three characters: "â€œ". */
export interface MisreadSign {
  /** The code of the character that was meant. */
  readonly code: number;
  /** How many characters stand for it; 2 where the last one was lost on the way. */
  readonly length: number;
}

/**
 * The sign meant by the characters at `at`: bytes e2 80 and one more, read as Windows-1252 or as Latin-1 (which has control characters
 * in their place). Undefined where they mean none.
 */
export function misreadSignAt(text: string, at: number): MisreadSign | undefined {
  if (text.charCodeAt(at) !== 0xe2) return undefined;
  const second = text.charCodeAt(at + 1);
  if (second !== 0x20ac && second !== 0x80) return undefined;
  const code = MEANT.get(text.charCodeAt(at + 2));
  // Windows-1252 has no character for the last byte of ”, so it is often dropped.
  return code === undefined ? { code: 0x201d, length: 2 } : { code, length: 3 };
}

/** By the third character in either encoding: ‘ ’ ‚ “ ” „ – — … */
const MEANT: ReadonlyMap<number, number> = new Map(
  (
    [
      [0x2018, 0x98, 0x02dc],
      [0x2019, 0x99, 0x2122],
      [0x201a, 0x9a, 0x0161],
      [0x201c, 0x9c, 0x0153],
      [0x201d, 0x9d, 0x9d],
      [0x201e, 0x9e, 0x017e],
      [0x2013, 0x93, 0x201c],
      [0x2014, 0x94, 0x201d],
      [0x2026, 0xa6, 0xa6],
    ] as const
  ).flatMap(([code, ...read]) => read.map(character => [character, code] as const)),
);
