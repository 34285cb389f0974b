import { type TextChange } from './change';
import { type Span } from './span';

/**
 * What is read of a text by those who need little of it; a string is one. `toString()` may have to put the text together first, which
 * takes as long as the text is.
 */
export interface ReadableText {
  readonly length: number;
  slice(start: number, end?: number): string;
  startsWith(words: string, start: number): boolean;
  toString(): string;
}

/** The longest stretch that is put together anew at each key; a key far from it makes the whole text one string again. */
const LONGEST_STRETCH = 1 << 14;

/** A long text in which somebody types: one string, of which a stretch has other words by now. Put together when that is asked for. */
class EditedText implements ReadableText {
  readonly length: number;
  #whole: string | undefined;

  /** `start..end` of `base` stands as `stretch` now. */
  constructor(
    readonly base: string,
    readonly start: number,
    readonly end: number,
    readonly stretch: string,
  ) {
    this.length = base.length - (end - start) + stretch.length;
  }

  /** True where the text was put together: then its pieces are no shortcut. */
  get isWhole(): boolean {
    return this.#whole !== undefined;
  }

  slice(start: number, end: number = this.length): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    const behind = this.start + this.stretch.length;
    const shift = this.end - behind;
    return (
      this.base.slice(start, Math.min(end, this.start)) +
      this.stretch.slice(Math.max(0, start - this.start), Math.max(0, end - this.start)) +
      this.base.slice(Math.max(start + shift, this.end), Math.max(end + shift, this.end))
    );
  }

  startsWith(words: string, start: number): boolean {
    return this.slice(start, start + words.length) === words;
  }

  toString(): string {
    return (this.#whole ??= this.base.slice(0, this.start) + this.stretch + this.base.slice(this.end));
  }
}

/**
 * The text after some changes, which count in the text before and do not overlap. Takes as long as the stretch is in which edits lie
 * together, not as the text.
 */
export function editedText(text: ReadableText, changes: readonly TextChange[]): ReadableText {
  if (changes.length === 0) return text;
  const inOrder = [...changes].sort((a, b) => a.start - b.start);
  const first = inOrder[0]!.start;
  const last = inOrder.at(-1)!.end;
  if (text instanceof EditedText && !text.isWhole) {
    const start = Math.min(first, text.start);
    const end = Math.max(last, text.start + text.stretch.length);
    const growth = text.length - text.base.length;
    if (end - start <= LONGEST_STRETCH)
      return new EditedText(text.base, start, end - growth, replaced(text, { start, end }, inOrder));
  }
  return new EditedText(text.toString(), first, last, replaced(text, { start: first, end: last }, inOrder));
}

/** What `stretch` of the text reads after the changes, all of which lie in it. */
function replaced(text: ReadableText, stretch: Span, changes: readonly TextChange[]): string {
  let words = '';
  let end = stretch.start;
  for (const change of changes) {
    words += text.slice(end, change.start) + change.text;
    end = change.end;
  }
  return words + text.slice(end, stretch.end);
}
