import { LineIndex } from '../core/text/lineIndex';

/** A place in a file as editors count it: both from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeOf(text: string, offset: number, lines = new LineIndex(text)): Place {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}
