import { type Anchor } from '../annotation/model';
import { type Span } from '../text/span';
import { isSure, type Resolution } from './resolution';

/** Characters of a text that share a bin of places. */
const BIN = 256;

/** Where a passage should be, by the sure passages on either side of it. */
export interface Expectation {
  /** If it moved as far as they did, the nearer first; where it was, if there are none. */
  readonly starts: readonly number[];
  /** Where they start. */
  readonly after: number;
  readonly before: number;
}

/** What has been resolved so far of a document's annotations, and what that tells of the others. */
export class SettledPassages {
  private readonly resolved = new Map<Anchor, Resolution>();
  private readonly bins = new Map<number, (readonly [Anchor, Span])[]>();
  /** How far sure passages have moved, by where they stood. */
  private readonly drifts: { readonly start: number; readonly drift: number }[] = [];

  has(anchor: Anchor): boolean {
    return this.resolved.has(anchor);
  }

  get(anchor: Anchor): Resolution | undefined {
    return this.resolved.get(anchor);
  }

  set(anchor: Anchor, resolution: Resolution): void {
    this.resolved.set(anchor, resolution);
    const { span } = resolution;
    if (!span || !isSure(resolution)) return;
    for (let bin = Math.floor(span.start / BIN); bin * BIN < span.end; bin++) {
      const places = this.bins.get(bin);
      if (places) places.push([anchor, span]);
      else this.bins.set(bin, [[anchor, span]]);
    }
    if (Number.isFinite(anchor.start))
      this.drifts.splice(this.firstFrom(anchor.start), 0, {
        start: anchor.start,
        drift: span.start - anchor.start,
      });
  }

  /** The sure passages that hold most of a place. */
  holdersOf(place: Span): readonly Anchor[] {
    const holders: Anchor[] = [];
    for (let bin = Math.floor(place.start / BIN); bin * BIN < place.end; bin++)
      for (const [anchor, span] of this.bins.get(bin) ?? []) if (isMostlyWithin(place, span)) holders.push(anchor);
    return holders;
  }

  /** Where text that stood at an offset should be by now. */
  expectationOf(start: number): Expectation {
    const next = this.firstFrom(start);
    const [last, following] = [this.drifts[next - 1], this.drifts[next]];
    const around = [last, following].filter(known => known !== undefined);
    around.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
    return {
      starts: around.length ? around.map(({ drift }) => start + drift) : [start],
      after: last ? last.start + last.drift : -Infinity,
      before: following ? following.start + following.drift : Infinity,
    };
  }

  /** The index of the first that stood at or behind an offset; their number where none did. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.drifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.drifts[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where words were altered a place is not sharp: its edges may reach into its neighbours. */
const isMostlyWithin = (place: Span, span: Span): boolean =>
  2 * (Math.min(place.end, span.end) - Math.max(place.start, span.start)) > place.end - place.start;
