import * as vscode from 'vscode';
import { canonicalText } from '../../core/text/canonicalText';
import { LineIndex } from '../../core/text/lineIndex';
import { type Span } from '../../core/text/span';

/**
 * Translates between canonical offsets and the editor's positions. Both agree on lines and characters, whatever the file's line
 * ends; where those are LF, offsets agree as well and the document's own index serves.
 */
export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return rangesOf(document, [span])[0]!;
}

/** As rangeOf, for many spans at once. */
export function rangesOf(document: vscode.TextDocument, spans: readonly Span[]): vscode.Range[] {
  if (document.eol === vscode.EndOfLine.LF)
    return spans.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
  const lines = new LineIndex(canonicalText(document.getText()));
  const at = (offset: number): vscode.Position => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, character);
  };
  return spans.map(({ start, end }) => new vscode.Range(at(start), at(end)));
}

/** The canonical offset of a position. */
export function offsetOf(document: vscode.TextDocument, position: vscode.Position): number {
  // Every line before this one ends with one character more than it would in canonical text.
  const extra = document.eol === vscode.EndOfLine.CRLF ? position.line : 0;
  return document.offsetAt(position) - extra;
}

/** The canonical span of a range. */
export const spanOfRange = (document: vscode.TextDocument, range: vscode.Range): Span => ({
  start: offsetOf(document, range.start),
  end: offsetOf(document, range.end),
});
