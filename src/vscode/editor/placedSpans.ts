import * as vscode from 'vscode';
import { type EditedStretch, type FlatSpans } from '../../core/text/editedStretch';
import { type Span } from '../../core/text/span';
import { rangesOf } from './positions';

/** Spans with their ranges in a document that had so many lines. */
export interface PlacedSpans {
  readonly spans: FlatSpans;
  readonly ranges: readonly vscode.Range[];
  readonly lines: number;
  /** They are those of before, moved by nothing but the edits: an editor has them where they are. */
  readonly onlyMoved: boolean;
}

export const NO_PLACED_SPANS: PlacedSpans = { spans: [], ranges: [], lines: 0, onlyMoved: false };

/**
 * The ranges of spans, given those of the spans before some edits: where a list of thousands differs in a few, the others are not
 * looked up again.
 */
export function placedSpans(
  document: vscode.TextDocument,
  spans: FlatSpans,
  before: PlacedSpans,
  edited: EditedStretch,
): PlacedSpans {
  const lines = document.lineCount;
  const { lead, tail, isAll: onlyMoved } = edited.kept(before.spans, spans);
  if (lead + tail === 0 || document.eol !== vscode.EndOfLine.LF)
    return { spans, ranges: rangesOf(document, spansIn(spans)), lines, onlyMoved };
  const growth = lines - before.lines;
  // On the line where the edits end, what follows has moved within the line.
  const lastEdited = edited.endNow === undefined ? -1 : document.positionAt(edited.endNow).line;
  const behind = before.ranges.slice(before.ranges.length - tail);
  let shared = 0;
  while (shared < tail && behind[shared]!.start.line + growth <= lastEdited) shared++;
  const moved = behind.slice(shared);
  return {
    spans,
    ranges: [
      ...before.ranges.slice(0, lead),
      ...rangesOf(document, spansIn(spans, lead, spans.length / 2 - tail + shared)),
      ...(growth === 0 ? moved : moved.map(range => movedBy(range, growth))),
    ],
    lines,
    onlyMoved,
  };
}

/** Those from one place in the list to before another. */
function spansIn(flat: FlatSpans, first = 0, end = flat.length / 2): readonly Span[] {
  const spans: Span[] = [];
  for (let i = first; i < end; i++) spans.push({ start: flat[2 * i]!, end: flat[2 * i + 1]! });
  return spans;
}

const movedBy = ({ start, end }: vscode.Range, lines: number): vscode.Range =>
  new vscode.Range(start.line + lines, start.character, end.line + lines, end.character);
