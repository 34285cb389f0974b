import search from 'approx-string-match';
import { type Anchor } from '../annotation/model';
import { changeBetween, type TextChange } from '../text/change';
import { overlaps, type Span } from '../text/span';
import { describeAnchor } from './describeAnchor';
import { follow } from './followChanges';
import { isSure, type Resolution, resolveAnchors } from './resolveAnchor';

/** What was deleted together with a passage: text from before it to behind it, and where the passage stood in that. */
export interface RemovedStretch {
  readonly text: string;
  readonly at: number;
}

/** A passage that is followed through edits. One whose text was deleted is `lost` but has a span, empty, where it stood. */
export interface FollowedPassage extends Resolution {
  readonly annotation: Anchor;
  /** Set where its text was deleted by an edit that was seen. */
  readonly removed?: RemovedStretch;
}

/** So much of the text on either side of a passage is kept when it is deleted, in characters: enough to know it again by. */
const KEPT_AROUND = 64;

/** A passage of which less is left stays where it is, but whether it is still the one that was tagged is for an editor to say. */
const RECOGNISABLE = 0.4;

/**
 * Passages after an edit that was seen: each goes with its text, and one whose text is deleted comes back when that text is put in
 * again, here (undo) or elsewhere (cut and paste). `changes` count in the text before, none overlapping. Where a great deal was
 * replaced at once, as by git, what was in it is looked for in the new text. Returns the same keys.
 */
export function followPassages<P extends FollowedPassage>(
  before: string,
  text: string,
  passages: ReadonlyMap<string, P>,
  changes: readonly TextChange[],
): ReadonlyMap<string, P> {
  if (passages.size === 0) return passages;
  const edit = new Edit(before, text, changes);
  const after = new Map<string, P>();
  const missing = new Map<string, P>();
  for (const [id, passage] of passages) {
    const now = edit.follow(passage);
    after.set(id, now);
    if (now !== passage && edit.mayHold(now, passage)) missing.set(id, passage);
  }
  for (const [id, found] of edit.resolve(missing)) {
    const { removed: _removed, ...passage } = after.get(id)!;
    const others = [...after].filter(
      ([other, { annotation }]) => other !== id && annotation.quote === passage.annotation.quote,
    );
    if (!others.some(([, other]) => isSure(other) && other.span && found.span && overlaps(other.span, found.span)))
      after.set(id, { ...passage, ...found } as unknown as P);
  }
  return after;
}

/** One edit: texts before and after it, and its changes. */
class Edit {
  /** In order, in the text before; what a change puts back as it was is no part of it. */
  private readonly changes: readonly TextChange[];
  /** The same in the text after: what was put in. */
  private readonly insertions: readonly Span[];
  private readonly inserted: number;

  constructor(
    private readonly before: string,
    private readonly text: string,
    changes: readonly TextChange[],
  ) {
    this.changes = changes
      .flatMap(change => narrowed(before, change) ?? [])
      .sort((a, b) => a.start - b.start || a.end - b.end);
    let shift = 0;
    this.insertions = this.changes.map(change => {
      const start = change.start + shift;
      shift += change.text.length - (change.end - change.start);
      return { start, end: start + change.text.length };
    });
    this.inserted = this.changes.reduce((sum, change) => sum + change.text.length, 0);
  }

  /** The passage after the edit; itself where the edit does not concern it. */
  follow<P extends FollowedPassage>(passage: P): P {
    const { annotation, span, removed: before } = passage;
    if (!span) return this.inserted > 0 ? (this.returned(passage) ?? { ...passage }) : passage;
    const now = follow(span, this.changes);
    const isTouched = this.changes.some(change => change.start <= span.end && change.end >= span.start);
    if (!isTouched && span.start < span.end) {
      if (now.start === span.start) return passage;
      return {
        ...passage,
        span: now,
        ...(passage.state === 'exact' || passage.state === 'moved' ? this.stateAt(annotation, now) : {}),
      };
    }
    if (now.start < now.end && this.text.slice(now.start, now.end) === annotation.quote)
      return this.whole(passage, now);
    const removed = before ?? this.removedWith(span);
    const followed = { ...passage, span: now, ...(now.start === now.end && removed ? { removed } : {}) };
    const healed =
      this.inserted > 0
        ? (this.healed(followed, now) ?? (now.start === now.end ? this.returned(followed) : undefined))
        : undefined;
    if (healed) return healed;
    if (now.start === now.end) return { ...followed, state: 'lost', score: 0 };
    const { removed: _removed, ...rest } = followed;
    const score = keptShare(this.text.slice(now.start, now.end), annotation.quote);
    const state =
      passage.state === 'uncertain' || passage.state === 'lost' || score < RECOGNISABLE ? 'uncertain' : 'moved';
    return { ...rest, state, score } as unknown as P;
  }

  /** True where a passage that is not surely placed should be looked for in the whole text. */
  mayHold(now: FollowedPassage, earlier: FollowedPassage): boolean {
    if (now.state !== 'lost') return false;
    const { quote } = now.annotation;
    return this.inserted * 2 >= quote.length || (earlier.state !== 'lost' && this.text.includes(quote));
  }

  /** Those that are found, by what their sidecar says of them, else by how they stood before the edit. */
  resolve(passages: ReadonlyMap<string, FollowedPassage>): ReadonlyMap<string, Resolution> {
    const found = new Map<string, Resolution>();
    if (passages.size === 0) return found;
    const ids = [...passages.keys()];
    const keep = (anchors: readonly (Anchor | undefined)[]): void => {
      const known = anchors.flatMap((anchor, i) => (anchor ? [{ anchor, id: ids[i]! }] : []));
      const resolutions = resolveAnchors(
        this.text,
        known.map(({ anchor }) => anchor),
      );
      for (const [i, { id }] of known.entries()) {
        const resolution = resolutions[i]!;
        // A guess is no use where text was only deleted: the passage is known to be gone.
        if (!isSure(resolution) && (resolution.state === 'lost' || this.inserted === 0)) continue;
        if (!isSure(found.get(id) ?? { state: 'lost' })) found.set(id, resolution);
      }
    };
    keep(ids.map(id => passages.get(id)!.annotation));
    keep(
      ids.map(id => {
        const { span, state } = passages.get(id)!;
        const isKnown = found.has(id) && isSure(found.get(id)!);
        return !isKnown && span && span.start < span.end && state !== 'lost'
          ? describeAnchor(this.before, span)
          : undefined;
      }),
    );
    return found;
  }

  /** The passage with its words as they were, where what was put in completed them at the place where it is. */
  private healed<P extends FollowedPassage>(passage: P, now: Span): P | undefined {
    const { quote } = passage.annotation;
    const from = Math.max(0, now.start - quote.length);
    const within = this.text.slice(from, now.end + quote.length);
    let best: number | undefined;
    for (let at = within.indexOf(quote); at >= 0; at = within.indexOf(quote, at + 1)) {
      const place = { start: from + at, end: from + at + quote.length };
      if (!this.insertions.some(insertion => overlaps(insertion, place))) continue;
      if (now.start < now.end && !(place.start <= now.start && now.end <= place.end)) continue;
      if (best === undefined || Math.abs(place.start - now.start) < Math.abs(best - now.start)) best = place.start;
    }
    return best === undefined ? undefined : this.whole(passage, { start: best, end: best + quote.length });
  }

  /** A passage whose text was deleted, where what was put in holds it: with what was deleted around it, or once in all. */
  private returned<P extends FollowedPassage>(passage: P): P | undefined {
    const { annotation, removed } = passage;
    const { quote } = annotation;
    const places: number[] = [];
    for (const { start, end } of this.insertions) {
      const from = Math.max(0, start - quote.length + 1);
      const within = this.text.slice(from, end + quote.length - 1);
      for (let at = within.indexOf(quote); at >= 0 && end > start; at = within.indexOf(quote, at + 1)) {
        const place = from + at;
        if (
          removed &&
          removed.text.startsWith(quote, removed.at) &&
          this.text.startsWith(removed.text, place - removed.at)
        )
          return this.whole(passage, { start: place, end: place + quote.length });
        places.push(place);
      }
    }
    if (places.length !== 1 || !removed || this.text.indexOf(quote) !== this.text.lastIndexOf(quote)) return undefined;
    return this.whole(passage, { start: places[0]!, end: places[0]! + quote.length });
  }

  private whole<P extends FollowedPassage>(passage: P, span: Span): P {
    const { removed: _removed, ...rest } = passage;
    return { ...rest, span, ...this.stateAt(passage.annotation, span), score: 1 } as unknown as P;
  }

  private stateAt(annotation: Anchor, span: Span): { readonly state: 'exact' | 'moved' } {
    const isInPlace = span.start === annotation.start && this.text.startsWith(annotation.quote, span.start);
    return { state: isInPlace ? 'exact' : 'moved' };
  }

  /** What the edit deleted together with all of a passage. */
  private removedWith(span: Span): RemovedStretch | undefined {
    const change = this.changes.find(({ start, end }) => start <= span.start && end >= span.end);
    if (!change || span.start === span.end) return undefined;
    const from = Math.max(change.start, span.start - KEPT_AROUND);
    return { text: this.before.slice(from, Math.min(change.end, span.end + KEPT_AROUND)), at: span.start - from };
  }
}

/** A change without what it leaves as it was; undefined where that is all. */
function narrowed(before: string, change: TextChange): TextChange | undefined {
  if (change.start === change.end || change.text === '')
    return change.start === change.end && change.text === '' ? undefined : change;
  const made = changeBetween(before.slice(change.start, change.end), change.text);
  return made && { start: made.start + change.start, end: made.end + change.start, text: made.text };
}

/** How much of the quote is still there, 0..1. */
function keptShare(words: string, quote: string): number {
  const shorter = Math.min(words.length, quote.length);
  let head = 0;
  while (head < shorter && words.charCodeAt(head) === quote.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    words.charCodeAt(words.length - 1 - tail) === quote.charCodeAt(quote.length - 1 - tail)
  )
    tail++;
  const edges = (head + tail) / quote.length;
  if (edges >= RECOGNISABLE || quote.length > 1024 || words.length > 4096) return edges;
  const best = search(words, quote, Math.ceil(quote.length * (1 - RECOGNISABLE)))[0];
  return Math.max(edges, best ? 1 - best.errors / quote.length : 0);
}
