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

/**
 * What folding looks at: the characters above, doubled plain marks, a letter with accents set over it, and white space but for
 * a single space.
 */
const FOLDABLE = new RegExp(
  `\u0060\u0060|''|[${[...FOLDS.keys()].join('')}]|\\P{M}\\p{M}+| ?[^\\S ]\\s*| {2,}\\s*`,
  'gu',
);

/**
 * Folds a text: runs of white space become one space, curly marks and dashes become plain ones, characters that are not seen
 * go, letters are composed (NFC). Case is kept. Linear time.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  let copied = 0;
  // Folded offsets at which a folded piece starts, and the stretch of the text that it was made of.
  const at: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const width: number[] = [];
  for (const match of text.matchAll(FOLDABLE)) {
    const piece = foldPiece(match[0]);
    if (piece === match[0]) continue;
    folded += text.slice(copied, match.index);
    at.push(folded.length);
    from.push(match.index);
    copied = match.index + match[0].length;
    to.push(copied);
    folded += piece;
    width.push(piece.length);
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

function foldPiece(piece: string): string {
  if (piece.trim() === '' && !FOLDS.has(piece)) return ' ';
  if (piece === '``' || piece === "''") return '"';
  return FOLDS.get(piece) ?? piece.normalize('NFC');
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
