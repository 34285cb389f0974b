import { type Span } from './span';

/**
 * Translates offsets of one text between UTF-16 code units, which Pressmark counts in, and Unicode code points, which most
 * exchange formats count in. Built in linear time; each answer takes the logarithm of the number of astral characters.
 */
export class CodePoints {
  /** Offsets in code units at which a surrogate pair begins, ascending. */
  private readonly pairs: number[] = [];

  constructor(private readonly text: string) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.pairs.push(index);
  }

  /** A span in code points; an offset within a character counts as its start. */
  fromUnits({ start, end }: Span): Span {
    const convert = (offset: number): number => offset - this.countBefore(offset, 0);
    return { start: convert(start), end: convert(end) };
  }

  /** A span in code units; what lies outside of the text is clamped to it. */
  toUnits({ start, end }: Span): Span {
    const convert = (offset: number): number => {
      const point = Math.max(0, Math.min(Math.trunc(offset), this.text.length - this.pairs.length));
      return point + this.countBefore(point, 1);
    };
    return { start: convert(start), end: convert(end) };
  }

  /** How many pairs begin before an offset; of the pairs, each counts as `step` units less than in the text. */
  private countBefore(offset: number, step: 0 | 1): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pairs[middle]! - step * middle < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
