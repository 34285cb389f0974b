import { type TextChange } from '../../../src/core/text/change';
import { type Span } from '../../../src/core/text/span';

/** A change that knows where its letters come from: for each the offset that it had in the first text, NEW for one that is new. */
export interface TrackedChange extends TextChange {
  readonly origins: readonly number[];
}

export const NEW = -1;

/** What is added to the origins of a copy: it has the passage's letters and yet is not the passage, which is where it was. */
const COPY = 2 ** 24;

/**
 * A text whose letters remember where they stood in the first text, however it is edited. So it is known for certain, and without
 * looking at words, where a passage of the first text is: what is cut and pasted keeps its origins, and what is typed has none.
 */
export class TrackedText {
  private constructor(
    readonly text: string,
    readonly origins: readonly number[],
  ) {}

  static of(text: string): TrackedText {
    return new TrackedText(
      text,
      Array.from({ length: text.length }, (_, offset) => offset),
    );
  }

  /** The text after changes that do not overlap, in any order. */
  edit(changes: readonly TrackedChange[]): TrackedText {
    let text = '';
    const origins: number[][] = [];
    let end = 0;
    for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
      if (change.start < end || change.text.length !== change.origins.length) throw new Error('No such change.');
      text += this.text.slice(end, change.start) + change.text;
      origins.push(this.origins.slice(end, change.start), [...change.origins]);
      end = change.end;
    }
    origins.push(this.origins.slice(end));
    return new TrackedText(text + this.text.slice(end), origins.flat());
  }

  /** What inserting this stretch somewhere would put there. */
  stretch({ start, end }: Span): Pick<TrackedChange, 'text' | 'origins'> {
    return { text: this.text.slice(start, end), origins: this.origins.slice(start, end) };
  }

  /** The same of a copy. */
  copy(span: Span): Pick<TrackedChange, 'text' | 'origins'> {
    return asCopy(this.stretch(span));
  }

  /** What was cut, put in again: what of it stands here meanwhile is a copy. */
  paste(cut: Pick<TrackedChange, 'text' | 'origins'>): Pick<TrackedChange, 'text' | 'origins'> {
    const here = new Set(this.origins);
    return cut.origins.some(origin => origin !== NEW && here.has(origin)) ? asCopy(cut) : cut;
  }

  /** The same text as if every copy were what it was copied from. */
  get withCopies(): TrackedText {
    return new TrackedText(
      this.text,
      this.origins.map(origin => (origin >= COPY ? origin - COPY : origin)),
    );
  }

  /** The changes that take back changes made to this text. */
  inverse(changes: readonly TrackedChange[]): readonly TrackedChange[] {
    let shift = 0;
    return [...changes]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(change => {
        const start = change.start + shift;
        shift += change.text.length - (change.end - change.start);
        return { start, end: start + change.text.length, ...this.stretch(change) };
      });
  }

  /**
   * Where a passage of the first text stands with all of its words in their order: more than one place where it was copied. The
   * shape of marks, white space and composed letters may differ.
   */
  wholePlaces(first: string, passage: Span): readonly Span[] {
    const quote = plain(first.slice(passage.start, passage.end));
    const places: Span[] = [];
    for (let at = this.origins.indexOf(passage.start); at >= 0; at = this.origins.indexOf(passage.start, at + 1)) {
      let end = at + 1;
      let last = passage.start;
      while (end < this.origins.length && last < passage.end - 1) {
        const origin = this.origins[end]!;
        if (origin !== NEW && (origin <= last || origin >= passage.end)) break;
        if (origin !== NEW) last = origin;
        end++;
      }
      // An accent of the last letter may stand behind it.
      while (last === passage.end - 1 && /\p{M}/u.test(this.text[end] ?? '')) end++;
      if (last === passage.end - 1 && plain(this.text.slice(at, end)) === quote) places.push({ start: at, end });
    }
    return places;
  }

  /** How many letters of a passage of the first text are still anywhere. */
  survivors(passage: Span): number {
    return new Set(this.origins.filter(origin => passage.start <= origin && origin < passage.end)).size;
  }

  /** How many letters of a passage of the first text stand within a place of this one. */
  shared(passage: Span, place: Span): number {
    const within = this.origins.slice(place.start, place.end);
    return new Set(within.filter(origin => passage.start <= origin && origin < passage.end)).size;
  }
}

const asCopy = ({
  text,
  origins,
}: Pick<TrackedChange, 'text' | 'origins'>): Pick<TrackedChange, 'text' | 'origins'> => ({
  text,
  origins: origins.map(origin => (origin === NEW || origin >= COPY ? origin : origin + COPY)),
});

/** All that new letters come from: a stretch that nobody wrote before. */
export const typed = (text: string): Pick<TrackedChange, 'text' | 'origins'> => ({
  text,
  origins: new Array<number>(text.length).fill(NEW),
});

/** How often the words stand in a text; places may overlap. */
export function occurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
}

export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ');
