import search from 'approx-string-match';
import { type Anchor } from '../annotation/model';
import { changeBetween, type TextChange } from '../text/change';
import { type ReadableText } from '../text/editedText';
import { overlaps, type Span } from '../text/span';
import { anchorsOf, CONTEXT_LENGTH, wereRepeated } from './describeAnchor';
import { foldText } from './foldText';
import { follow } from './followChanges';
import { isSure, type Resolution } from './resolution';
import { resolveAnchors } from './resolveAnchor';

/** A stretch that an edit deleted. */
export interface Removal {
  readonly text: string;
}

/** A passage that is followed through edits. One whose text was deleted is `lost` but has a span, empty, where it stood. */
export interface FollowedPassage extends Resolution {
  readonly annotation: Anchor;
  /** Set where all of its text was deleted: with what, and where in that it stood. */
  readonly removed?: { readonly by: Removal; readonly at: number; readonly length: number };
  /** Set where its text was altered by edits that were seen: the place is no guess. */
  readonly followed?: true;
  /** Its words before each alteration, the newest last; before a single key only where they read as the annotation says. */
  readonly words?: readonly string[];
}

/** A passage of which less is left stays where it is, but whether it is still the one that was tagged is for an editor to say. */
const RECOGNISABLE = 0.5;

/** The same of a passage that is less of what stands there by now: something else was written into it. */
const SMALLEST_SHARE = 0.25;

/** The same where letters are compared wherever they stand: two stretches of news easily have two fifths in common. */
const ALIKE = 0.6;

/** So many states of a passage that is cut down bit by bit are remembered. */
const MAX_WORDS = 8;

/** Longer words are not compared letter by letter at every key. */
const MAX_COMPARED = 1024;

/** One edit that was seen: the texts before and after it, and its changes. */
export class FollowedEdit {
  /** What it deleted. */
  readonly removals: readonly Removal[];
  /** What it put in. */
  readonly insertedTexts: readonly string[];
  /** In order, in the text before; what a change puts back as it was is no part of it. */
  private readonly changes: readonly TextChange[];
  /** What was put in, in the text after. */
  private readonly insertions: readonly Span[];
  private readonly inserted: number;
  /** A single key: a letter that came, went or became another. */
  private readonly isKey: boolean;

  constructor(
    private readonly before: ReadableText,
    private readonly text: ReadableText,
    changes: readonly TextChange[],
    private readonly earlier: readonly Removal[],
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
    this.insertedTexts = this.changes.map(change => change.text);
    this.inserted = this.changes.reduce((sum, change) => sum + change.text.length, 0);
    this.isKey =
      this.changes.length === 1 &&
      this.changes.every(({ start, end, text: put }) => end - start <= 1 && put.length <= 1);
    this.removals = this.changes.map(({ start, end }) => ({ text: before.slice(start, end) }));
  }

  /** The passage after the edit; itself where the edit does not concern it. */
  follow<P extends FollowedPassage>(passage: P): P {
    const { annotation, span } = passage;
    if (!span) return passage;
    const now = follow(span, this.changes);
    const isTouched = this.changes.some(change => change.start <= span.end && change.end >= span.start);
    if (!isTouched && span.start < span.end) {
      if (now.start === span.start) return passage;
      return { ...passage, span: now, ...(isSure(passage) ? this.stateAt(annotation, now) : {}) };
    }
    const words = this.text.slice(now.start, now.end);
    // A guess stays one, whatever is typed into it.
    if (isGuess(passage)) return this.returned(passage) ?? guess(passage, now);
    if (words === annotation.quote && words !== '') return this.whole(passage, now);
    const cut = this.cutFrom(passage);
    const back = this.healed(cut, now) ?? (words === '' ? this.returned(cut) : undefined);
    if (back) return back;
    if (words === '') return { ...cut, span: now, state: 'lost', score: 0 };
    return this.altered(cut, now);
  }

  /** True where a passage that is gone should be looked for in the whole text. */
  mayHold(now: FollowedPassage, earlier: FollowedPassage): boolean {
    if (now.state !== 'lost') return false;
    const { quote } = now.annotation;
    return this.inserted * 2 >= quote.length || (earlier.state !== 'lost' && this.text.toString().includes(quote));
  }

  /** Those that are found, by what their sidecar says of them, else by how they stood before the edit. */
  resolve(passages: ReadonlyMap<string, FollowedPassage>): ReadonlyMap<string, Resolution> {
    const found = new Map<string, Resolution>();
    const isOpen = (id: string): boolean => !isSure(found.get(id) ?? { state: 'lost' });
    const look = (anchors: ReadonlyMap<string, Anchor>): void => {
      const resolutions = anchors.size ? resolveAnchors(this.text.toString(), [...anchors.values()]) : [];
      for (const [i, [id, anchor]] of [...anchors].entries())
        if (isOpen(id) && this.isNews(resolutions[i]!, anchor, passages.get(id)!)) found.set(id, resolutions[i]!);
    };
    look(new Map([...passages].map(([id, { annotation }]) => [id, annotation])));
    const describe = anchorsOf(this.before.toString());
    const known = [...passages].flatMap(([id, passage]): [string, Anchor][] =>
      isOpen(id) && passage.state !== 'lost' && !isGuess(passage) && passage.span ? [[id, describe(passage.span)]] : [],
    );
    look(new Map(known));
    return found;
  }

  /** The passage where it was found. */
  placed<P extends FollowedPassage>(passage: P, found: Resolution): P {
    const { removed, words: _words, followed: _followed, ...rest } = passage;
    return { ...rest, ...found, ...(removed && !isSure(found) ? { removed } : {}) } as unknown as P;
  }

  /** True where a place has to do with this edit: what stood elsewhere before is not what was deleted, but for a copy of it. */
  private isNews({ state, span }: Resolution, anchor: Anchor, earlier: FollowedPassage): boolean {
    if (!span || state === 'lost') return false;
    const isWhole = isSameButForMarks(this.text.slice(span.start, span.end), anchor.quote);
    // What was gone before this edit is in it or is not: something like it would be a guess.
    if (!isWhole && earlier.state === 'lost') return !earlier.removed && this.isInserted(span);
    return this.isInserted(span) || (isSure({ state }) && this.isUnique(anchor));
  }

  private isInserted(place: Span): boolean {
    return this.insertions.some(insertion => insertion.start < insertion.end && overlaps(insertion, place));
  }

  /** The passage, with what this edit deleted of it. */
  private cutFrom<P extends FollowedPassage>(passage: P): P {
    const { annotation, span, removed, words } = passage;
    if (!span || span.start === span.end) return passage;
    const stood = this.before.slice(span.start, span.end);
    const isKept = stood !== annotation.quote && (!this.isKey || isSameButForMarks(stood, annotation.quote));
    const kept = isKept ? [...(words ?? []), stood].slice(-MAX_WORDS) : words;
    const index = this.changes.findIndex(({ start, end }) => start <= span.start && end >= span.end);
    const by = this.removals[index];
    return {
      ...passage,
      ...(kept ? { words: kept } : {}),
      ...(by && !removed
        ? { removed: { by, at: span.start - this.changes[index]!.start, length: span.end - span.start } }
        : {}),
    };
  }

  /** The passage with its words as they were, where what was put in completed them at the place where it is. */
  private healed<P extends FollowedPassage>(passage: P, now: Span): P | undefined {
    const { annotation, words: stood = [], removed } = passage;
    for (const [i, words] of [annotation.quote, ...stood.toReversed()].entries()) {
      const place = this.placeOver(now, words, removed);
      if (place) return this.whole({ ...passage, words: stood.slice(0, stood.length - i) }, place);
    }
    return undefined;
  }

  /** Where words stand that hold what is left of a passage, or are put in where it stood; the nearest. */
  private placeOver(now: Span, words: string, removed: FollowedPassage['removed']): Span | undefined {
    const from = Math.max(0, now.start - words.length);
    const within = this.text.slice(from, now.end + words.length);
    let best: Span | undefined;
    for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) {
      const place = { start: from + at, end: from + at + words.length };
      const isIts =
        now.start < now.end
          ? place.start <= now.start && now.end <= place.end && this.isInserted(place)
          : this.isPutBack(place, now, words, removed);
      if (!isIts) continue;
      if (!best || Math.abs(place.start - now.start) < Math.abs(best.start - now.start)) best = place;
    }
    return best;
  }

  /** True where words are put in right where a passage stood that is gone: just they, or also what was deleted with them. */
  private isPutBack(place: Span, now: Span, words: string, removed: FollowedPassage['removed']): boolean {
    const insertion = this.insertions.find(({ start, end }) => start <= now.start && now.start <= end && start < end);
    if (!insertion || !overlaps(insertion, place)) return false;
    const inserted = this.text.slice(insertion.start, insertion.end);
    if (words.includes(inserted)) return true;
    return removed !== undefined && inserted.includes(removed.by.text) && !this.isOthers(inserted, removed.by);
  }

  /** A passage that is gone, where what was put in holds it: with all that was deleted with it, or once in all. */
  private returned<P extends FollowedPassage>(passage: P): P | undefined {
    const { annotation, removed } = passage;
    if (!removed) return undefined;
    for (const insertion of this.insertions) {
      const inserted = this.text.slice(insertion.start, insertion.end);
      const at = inserted.indexOf(removed.by.text);
      if (at < 0 || removed.by.text === '' || this.isOthers(inserted, removed.by)) continue;
      // Words that stand elsewhere too are known again by what was deleted with them, or by nothing else being put in.
      const isTelling = removed.by.text.length >= removed.length + CONTEXT_LENGTH || inserted === removed.by.text;
      if (!isTelling && wereRepeated(annotation)) continue;
      const start = insertion.start + at + removed.at;
      const span = { start, end: start + removed.length };
      return this.text.startsWith(annotation.quote, start)
        ? this.whole(passage, { start, end: start + annotation.quote.length })
        : (this.healed(passage, span) ?? this.altered(passage, span));
    }
    const start = this.text.toString().indexOf(annotation.quote);
    const place = { start, end: start + annotation.quote.length };
    const isNew =
      this.isUnique(annotation) && this.isInserted(place) && !this.before.toString().includes(annotation.quote);
    return start >= 0 && isNew ? this.whole(passage, place) : undefined;
  }

  /** True where what was put in is what another edit deleted: then that is what came back. */
  private isOthers(inserted: string, by: Removal): boolean {
    const latest = [...this.earlier, ...this.removals].findLast(removal => removal.text === inserted);
    return latest !== undefined && latest !== by;
  }

  /** The passage's words stood once when it was described, and stand once now. */
  private isUnique(annotation: Anchor): boolean {
    const text = this.text.toString();
    const at = text.indexOf(annotation.quote);
    return at >= 0 && at === text.lastIndexOf(annotation.quote) && !wereRepeated(annotation);
  }

  private whole<P extends FollowedPassage>(passage: P, span: Span): P {
    if (this.text.slice(span.start, span.end) !== passage.annotation.quote) return this.altered(passage, span);
    return this.placed(passage, { span, ...this.stateAt(passage.annotation, span), score: 1 });
  }

  private altered<P extends FollowedPassage>(passage: P, span: Span): P {
    const { removed: _removed, ...rest } = passage;
    const { quote } = passage.annotation;
    const now = this.text.slice(span.start, span.end);
    const whole = this.completedIn(passage, span);
    if (whole) return this.whole(passage, whole);
    const score = keptShare(now, quote);
    const isOverwritten = score * quote.length < SMALLEST_SHARE * now.length;
    return {
      ...rest,
      followed: true,
      span,
      score,
      state: score < RECOGNISABLE || isOverwritten ? 'uncertain' : 'moved',
    } as unknown as P;
  }

  /**
   * Where this edit completed the words of a passage that had been altered, within a place that holds more than they. What is put
   * back may begin with the letters that what was left began with: then they stand before it, and once more at its end.
   */
  private completedIn(
    { annotation: { quote }, span: earlier }: FollowedPassage,
    { start, end }: Span,
  ): Span | undefined {
    const now = this.text.slice(start, end);
    const at = now.indexOf(quote);
    if (at < 0 || at !== now.lastIndexOf(quote)) return undefined;
    if (earlier && this.before.slice(earlier.start, earlier.end) === quote) return undefined;
    const place = { start: start + at, end: start + at + quote.length };
    const put = this.insertedWithin(place);
    return put < quote.length && put > 0 ? place : undefined;
  }

  /** How many characters of a place this edit put there. */
  private insertedWithin(place: Span): number {
    return this.insertions.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, place.end) - Math.max(start, place.start)),
      0,
    );
  }

  private stateAt(annotation: Anchor, span: Span): { readonly state: 'exact' | 'moved' } {
    const isInPlace = span.start === annotation.start && this.text.startsWith(annotation.quote, span.start);
    return { state: isInPlace ? 'exact' : 'moved' };
  }
}

/** True where words differ in the shapes of marks and blanks alone. */
const isSameButForMarks = (a: string, b: string): boolean => foldText(a).text === foldText(b).text;

/** True where the place was not followed from one that was sure. */
const isGuess = ({ state, followed }: FollowedPassage): boolean => state === 'uncertain' && !followed;

/** A place that was a guess before the edit. It is not remembered once it is gone. */
function guess<P extends FollowedPassage>(passage: P, now: Span): P {
  if (now.start < now.end) return { ...passage, span: now };
  const { span: _span, ...rest } = passage;
  return { ...rest, state: 'lost', score: 0 } as unknown as P;
}

/** A change without what it leaves as it was; undefined where that is all. */
function narrowed(before: ReadableText, change: TextChange): TextChange | undefined {
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
  const left = shorter - head;
  while (tail < left && words.charCodeAt(words.length - 1 - tail) === quote.charCodeAt(quote.length - 1 - tail)) tail++;
  const edges = (head + tail) / quote.length;
  if (edges >= RECOGNISABLE || quote.length > MAX_COMPARED || words.length > 4 * MAX_COMPARED) return edges;
  const best = search(words, quote, Math.ceil(quote.length * (1 - ALIKE)))[0];
  return Math.max(edges, best ? 1 - best.errors / quote.length : 0);
}
