import { type TextChange } from '../text/change';
import { type Span } from '../text/span';

/**
 * Where a passage is after its text was edited. `changes` count in the text before, none overlapping, in any order, as an editor
 * tells them. What is typed inside the passage becomes part of it, and so does what replaces its first or last words; what is
 * typed at its edges does not. A passage of which all is replaced is empty (start === end), at the place where it was: before
 * what was put there.
 */
export function follow(span: Span, changes: readonly TextChange[]): Span {
  const inOrder = changes.length > 1 ? [...changes].sort((a, b) => a.start - b.start || a.end - b.end) : changes;
  let { start, end } = span;
  let shift = 0;
  for (const change of inOrder) {
    if (change.start >= span.end && !(span.start === span.end && change.end <= span.start)) break;
    const growth = change.text.length - (change.end - change.start);
    if (change.end <= span.start) {
      start += growth;
      end += growth;
    } else if (change.start <= span.start && change.end >= span.end) {
      const at = change.start + shift;
      return { start: at, end: at };
    } else if (change.start < span.start) {
      // What is left of the passage begins after what was put there.
      start = change.start + shift + change.text.length;
      end += growth;
    } else if (change.end > span.end) {
      end = change.start + shift;
    } else {
      end += growth;
    }
    shift += growth;
  }
  return { start, end };
}
