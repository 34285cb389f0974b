import { isBlank, isLetter, isQuoteMark, isWordCharacter } from '../text/characters';

const LESS = 60;
const STAR = 42;
const UNDERSCORE = 95;
const BRACKET = 91;
const SLASH = 47;
/** A tag, and a link's text and address, are no longer than this. */
const LONGEST = 200;

/** True for what may begin markup: a tag of HTML, emphasis or a link of Markdown. */
export const mayBeMarkup = (code: number): boolean =>
  code === LESS || code === STAR || code === UNDERSCORE || code === BRACKET;

/**
 * Blanks out the markup at `at` of the characters `codes[..end]`, as a reader would not see it: `<b>`, `**`, `_`, the brackets and the
 * address of `[text](address)`. False where there is none.
 */
export function blankMarkup(codes: Uint16Array, at: number, end: number): boolean {
  switch (codes[at]) {
    case LESS:
      return blankTag(codes, at, end);
    case BRACKET:
      return blankLink(codes, at, end);
    default:
      return blankEmphasis(codes, at, end);
  }
}

function blankTag(codes: Uint16Array, at: number, end: number): boolean {
  const name = codes[at + 1] === SLASH ? at + 2 : at + 1;
  if (!isLetter(codes[name]!)) return false;
  let next = name;
  while (next < end && (isWordCharacter(codes[next]!) || codes[next] === 45)) next++;
  // Not an address: <ana@example.org>
  if (!isBlank(codes[next]!) && codes[next] !== 62 && codes[next] !== SLASH) return false;
  const close = indexOf(codes, 62, next, end);
  if (close < 0) return false;
  // What stands between marks in a tag is shown as nobody's words, as any other such.
  for (let inside = next; inside < close; inside++) if (isQuoteMark(codes[inside]!)) return false;
  codes.fill(BLANK, at, close + 1);
  return true;
}

/** The text of a link stays, unless it is a note's number. */
function blankLink(codes: Uint16Array, at: number, end: number): boolean {
  if (!isLetter(codes[at + 1]!) && !isQuoteMark(codes[at + 1]!)) return false;
  const close = indexOf(codes, 93, at, end);
  if (close < 0 || codes[close + 1] !== 40) return false;
  const last = indexOf(codes, 41, close, end);
  if (last < 0) return false;
  codes[at] = BLANK;
  codes.fill(BLANK, close, last + 1);
  return true;
}

/** Stars and underscores before a word, or behind one: not 3*4, not snake_case. */
function blankEmphasis(codes: Uint16Array, at: number, end: number): boolean {
  let next = at;
  while (next < end && next - at <= LONGEST_EMPHASIS && codes[next] === codes[at]) next++;
  const before = at > 0 ? codes[at - 1]! : BLANK;
  const after = next < end ? codes[next]! : BLANK;
  const isBetween = isWordCharacter(before) && isWordCharacter(after);
  if (isBetween || (isBlank(before) && isBlank(after)) || next - at > LONGEST_EMPHASIS) return false;
  codes.fill(BLANK, at, next);
  return true;
}

const LONGEST_EMPHASIS = 3;
const BLANK = 32;

function indexOf(codes: Uint16Array, code: number, from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST);
  for (let at = from; at < limit; at++) if (codes[at] === code) return at;
  return -1;
}
