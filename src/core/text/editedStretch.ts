import { type TextChange } from './change';

/** Many spans in one list: each one's start, then its end. An object for each would be most of the time that a list of thousands takes. */
export type FlatSpans = readonly number[];

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

  /** Where the stretch ends by now; undefined where nothing was edited. */
  get endNow(): number | undefined {
    return this.start > this.end ? undefined : this.end + this.growth;
  }

  /**
   * Of two lists of spans, before the edits and after them: how many at the start lie before what was edited, the same in both, and how
   * many at the end lie behind it, moved by nothing but these edits. `isAll`: these are all spans of both lists, so that nothing but
   * these edits has moved them.
   */
  kept(before: FlatSpans, after: FlatSpans): { readonly lead: number; readonly tail: number; readonly isAll: boolean } {
    const most = Math.min(before.length, after.length);
    let lead = 0;
    for (; lead < most; lead += 2) {
      const end = before[lead + 1]!;
      if (end >= this.start || after[lead] !== before[lead] || after[lead + 1] !== end) break;
    }
    let tail = 0;
    for (; tail < most - lead; tail += 2) {
      const start = before[before.length - 2 - tail]!;
      const end = before[before.length - 1 - tail]!;
      const at = after.length - 2 - tail;
      if (start <= this.end || after[at] !== start + this.growth || after[at + 1] !== end + this.growth) break;
    }
    const isAll = lead + tail === before.length && before.length === after.length;
    return { lead: lead / 2, tail: tail / 2, isAll };
  }
}
