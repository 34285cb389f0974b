import { LineIndex } from '../core/text/lineIndex';

/** A place in a file as editors count it: both from 1, columns in UTF-16 code units. */
export function placeOf(text: string, offset: number, lines = new LineIndex(text)): { line: number; column: number } {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}
