import { isBlank, isLineBreak } from './characters';
import { wrappedLineAt } from './hardWrap';

/**
 * A paragraph with the line breaks and blanks around it: a text is cut into blocks without gaps. Lengths, no offsets, so that a block
 * stays what it is when text before it changes.
 */
export interface Block {
  /** All its characters, those before the next block included. */
  readonly length: number;
  /** How many of them come before the paragraph's first character that is no blank. */
  readonly indent: number;
  /** Characters of the paragraph, without blanks around it; 0 where the text is blank. */
  readonly size: number;
}

/**
 * The block that starts at `start` (where a line starts); undefined at the end of the text. A paragraph is a line, or several where the
 * text was wrapped to a `width` (hardWrap.ts).
 */
export function blockAt(text: string, start: number, width = 0): Block | undefined {
  if (start >= text.length) return undefined;
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  const first = at;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  if (width > 0) at = wrappedEnd(text, first, at, width);
  let last = at;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  // The breaks up to the start of the next line that holds something.
  let next = at;
  for (let i = at; i < text.length && isBlank(text.charCodeAt(i)); i++)
    if (isLineBreak(text.charCodeAt(i))) next = i + 1;
  return { length: Math.max(next, last, at) - start, indent: first - start, size: last - first };
}

/** The end of the last line of a paragraph whose first one is `first..end`. */
function wrappedEnd(text: string, first: number, end: number, width: number): number {
  let line = first;
  let at = end;
  while (at < text.length) {
    const next = wrappedLineAt(text, line, at, width);
    if (next < 0) break;
    line = next;
    at = next;
    while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  }
  return at;
}
