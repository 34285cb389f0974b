import { drained } from '../drained';
import { mojibakeAt } from '../text/mojibake';
import { type Span } from '../text/span';

/**
 * A text without the differences that re-typing, re-wrapping and converting an article make, and the way back to the text:
 * `toText` gives the stretch of the original that a stretch of the folded text was made of.
 */
export interface FoldedText {
  readonly text: string;
  toText(span: Span): Span;
}

/** What each of some characters is folded to: marks, dashes, and what is not seen. */
const TARGETS = [
  ["'", '‘’‚‛′‹›`´'],
  ['"', '“”„‟″«»「」『』'],
  ['-', '‐‑‒–—―−'],
  ['...', '…'],
  ['', '\u00ad\u200b\u200c\u200d\u2060\ufeff'],
] as const;
const FOLDS: ReadonlyMap<string, string> = new Map(
  TARGETS.flatMap(([target, characters]) => [...characters].map((character): [string, string] => [character, target])),
);

/** A stretch of the text, and what it is folded to. */
interface Piece {
  readonly length: number;
  readonly text: string;
}

/**
 * Folds a text: runs of white space become one space, curly marks and dashes become plain ones, characters that are not seen
 * go, letters are composed (NFC), UTF-8 that was read as Windows-1252 is read right. Case is kept. Linear time.
 */
export const foldText = (text: string): FoldedText => drained(foldingText(text));

/** So many characters a step: a millisecond or two the first time. */
const STEP = 1 << 14;

/** As foldText, in steps. */
export function* foldingText(text: string): Generator<void, FoldedText> {
  let stepEnd = STEP;
  let folded = '';
  let copied = 0;
  // Folded offsets at which a folded piece starts, and the stretch of the text that it was made of.
  const at: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const width: number[] = [];
  for (let offset = 0; offset < text.length;) {
    if (offset >= stepEnd) {
      stepEnd = offset + STEP;
      yield;
    }
    const piece = isPlain(text, offset) ? undefined : pieceAt(text, offset);
    if (!piece) {
      offset++;
      continue;
    }
    folded += text.slice(copied, offset);
    at.push(folded.length);
    from.push(offset);
    copied = offset += piece.length;
    to.push(copied);
    folded += piece.text;
    width.push(piece.text.length);
  }
  folded += text.slice(copied);
  const back = (offset: number, isEnd: boolean): number => {
    const index = lastAtOrBefore(at, offset, isEnd);
    if (index < 0) return offset;
    const within = offset - at[index]!;
    if (within >= width[index]!) return to[index]! + within - width[index]!;
    return isEnd && within > 0 ? to[index]! : from[index]!;
  };
  return {
    text: folded,
    toText: ({ start, end }) => {
      const first = back(start, false);
      return { start: first, end: Math.max(first, back(end, true)) };
    },
  };
}

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const BACKTICK = 0x60;

/** True for what is most of any text, and is folded to itself whatever stands beside it. */
function isPlain(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  const next = text.charCodeAt(offset + 1);
  if (next >= 0x300) return false;
  if (code === SPACE) return next > SPACE && next !== 0x85 && next !== 0xa0;
  if (code === APOSTROPHE || code === HYPHEN) return next !== code;
  return code > SPACE && code < 0x7f && code !== BACKTICK;
}

/** What has to be folded here; undefined for a letter that stays as it is. */
function pieceAt(text: string, offset: number): Piece | undefined {
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  const fold = FOLDS.get(character);
  if (fold !== undefined && !(character === '`' && text[offset + 1] === '`')) return { length: 1, text: fold };
  if (isBlank(character)) {
    let end = offset + 1;
    while (end < text.length && isBlank(text[end]!)) end++;
    return end === offset + 1 && character === ' ' ? undefined : { length: end - offset, text: ' ' };
  }
  const next = text[offset + 1] ?? '';
  if ((character === "'" || character === '`') && next === character) return { length: 2, text: '"' };
  if (character === '-' && next === '-') return { length: text[offset + 2] === '-' ? 3 : 2, text: '-' };
  const misread = mojibakeAt(text, offset);
  if (misread) return { length: misread.length, text: foldedCharacter(String.fromCharCode(misread.code)) };
  return composedAt(text, offset, character);
}

const foldedCharacter = (character: string): string => FOLDS.get(character) ?? (isBlank(character) ? ' ' : character);

const isBlank = (character: string): boolean =>
  character === ' ' ||
  (character > '\u007f' || character < ' ' ? character.trim() === '' && !FOLDS.has(character) : false);

const MARK = /\p{M}/u;

/** A letter with the accents that stand behind it, composed. */
function composedAt(text: string, offset: number, letter: string): Piece | undefined {
  let end = offset + letter.length;
  if (!(text.charCodeAt(end) >= 0x300)) return undefined;
  while (end < text.length && text.charCodeAt(end) >= 0x300) {
    const mark = String.fromCodePoint(text.codePointAt(end)!);
    if (!MARK.test(mark)) break;
    end += mark.length;
  }
  if (end === offset + letter.length) return undefined;
  const source = text.slice(offset, end);
  const composed = source.normalize('NFC');
  return composed === source ? undefined : { length: source.length, text: composed };
}

/** The last piece that starts at or before an offset; for an end, before it. -1 where there is none. */
function lastAtOrBefore(starts: readonly number[], offset: number, isEnd: boolean): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle]!;
    if (isEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
