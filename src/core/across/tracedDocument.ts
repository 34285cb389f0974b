import { type Quote, withNested } from '../detect/model';
import { contains, type Span } from '../text/span';
import { bodyOf } from './readBody';
import { isSpoken } from './quoteGrams';
import { nameStems, speakerNameOf } from './speakerNames';
import { WordFlag, type Words, WordReader } from './words';

/** Words `from` to `to` (exclusive) of a text. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Words that somebody is reported to have said, in marks or not. */
export interface SpokenPassage extends WordRange {
  readonly quote: Quote;
  /** The words themselves are given, not what they come to. */
  readonly isVerbatim: boolean;
  /** The speaker's name; undefined where the text gives none. */
  readonly speaker?: string;
  readonly speakerStems: readonly number[];
}

/** An article as tracing reads it: its words and who says what. Made once, traced against many. */
export class TracedDocument {
  readonly words: Words;
  readonly passages: readonly SpokenPassage[];

  /** `id` is the caller's; `quotes` as detected, those within others among them. `body` is what of the text is the article's own. */
  constructor(
    readonly id: string,
    readonly text: string,
    quotes: readonly Quote[],
    body: readonly Span[] = bodyOf(text),
  ) {
    this.words = wordsOf(text, body);
    this.passages = withNested(quotes).flatMap(quote => {
      const isVerbatim = isSpoken(quote);
      if ((!isVerbatim && quote.type !== 'indirect') || quote.boilerplate) return [];
      const range = this.rangeOf(quote);
      if (range.from >= range.to) return [];
      const speaker = speakerNameOf(quote);
      const speakerStems = speaker === undefined ? [] : nameStems(speaker);
      return { ...range, quote, isVerbatim, speakerStems, ...(speaker === undefined ? {} : { speaker }) };
    });
  }

  /** The words within a span; none where the span is no part of the article itself. */
  rangeOf(span: Span): WordRange {
    const from = firstAtOrAfter(this.words, span.start);
    let to = from;
    while (to < this.words.length && this.words.starts[to]! < span.end) to++;
    return { from, to };
  }

  /** What some words span, without what stands around them; `from` < `to`. */
  spanOf({ from, to }: WordRange): Span {
    return { start: this.words.starts[from]!, end: this.words.ends[to - 1]! };
  }

  /** The passage in verbatim words that these words stand in, the innermost one; undefined where the article says them itself. */
  quotedAt(range: WordRange): SpokenPassage | undefined {
    let found: SpokenPassage | undefined;
    for (const passage of this.passages)
      if (passage.isVerbatim && passage.from <= range.from && range.to <= passage.to)
        if (!found || contains(found.quote, passage.quote)) found = passage;
    return found;
  }

  /** Where sentences within a range of words end, the last one at its end. */
  sentencesOf({ from, to }: WordRange): readonly WordRange[] {
    const sentences: WordRange[] = [];
    let start = from;
    for (let at = from + 1; at <= to; at++)
      if (at === to || (this.words.flags[at]! & WordFlag.first) !== 0) {
        sentences.push({ from: start, to: at });
        start = at;
      }
    return sentences;
  }
}

function wordsOf(text: string, body: readonly Span[]): Words {
  const reader = new WordReader();
  for (const { start, end } of body) reader.readMore(text, start, end);
  return reader;
}

function firstAtOrAfter({ starts, length }: Words, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
