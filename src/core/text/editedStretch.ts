import { type TextChange } from './change';
import { type Span } from './span';

/**
 * The stretch of a text that edits have touched since some moment, with the offsets of that moment: what lies before it stands where it
 * stood, what lies behind it has moved by `growth`.
 */
export class EditedStretch {
  private start = Infinity;
  private end = -Infinity;
  private growth = 0;

  /** Takes in more edits, which count in the text as it is by now and do not overlap. */
  add(changes: readonly TextChange[]): void {
    let growth = this.growth;
    let { start, end } = this;
    for (const change of changes) {
      start = Math.min(start, this.before(change.start, this.start));
      end = Math.max(end, this.before(change.end, this.end));
      growth += change.text.length - (change.end - change.start);
    }
    this.start = start;
    this.end = end;
    this.growth = growth;
  }

  /** Where an offset of the text as it is by now was at the beginning; `within` for one in what was edited. */
  private before(offset: number, within: number): number {
    if (offset <= this.start) return offset;
    return offset >= this.end + this.growth ? offset - this.growth : within;
  }

  /** True where the spans `after` are those of `before`, moved by nothing but these edits: none of either touches what was edited. */
  onlyMoves(before: readonly Span[], after: readonly Span[]): boolean {
    if (before.length !== after.length) return false;
    for (let i = 0; i < before.length; i++) {
      const { start, end } = before[i]!;
      const by = end < this.start ? 0 : start > this.end ? this.growth : undefined;
      if (by === undefined || after[i]!.start !== start + by || after[i]!.end !== end + by) return false;
    }
    return true;
  }
}
