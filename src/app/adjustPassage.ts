import { sentenceAt } from '../core/text/sentences';
import { type Span } from '../core/text/span';

/** How a passage is adjusted: which of its ends goes one word or sentence on or back; `both` moves it. */
export interface Adjustment {
  readonly edge: 'start' | 'end' | 'both';
  readonly unit: 'word' | 'sentence';
  readonly direction: 1 | -1;
}

/** No word is longer, and no stretch between two words. */
const REACH = 400;

/** The passage after an adjustment; undefined where there is no further word or sentence, or where nothing would be left of it. */
export function adjustedPassage(text: string, span: Span, { edge, unit, direction }: Adjustment): Span | undefined {
  const step = unit === 'word' ? WORDS : SENTENCES;
  const start = edge === 'end' ? span.start : step.start(text, span.start, direction);
  const end = edge === 'start' ? span.end : step.end(text, span.end, direction);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

/** Where units start and end: the next such place after an offset (1), or the last before it (-1). */
interface Steps {
  readonly start: (text: string, at: number, direction: 1 | -1) => number | undefined;
  readonly end: (text: string, at: number, direction: 1 | -1) => number | undefined;
}

const stepping =
  (placesNear: (text: string, at: number) => readonly number[]) =>
  (text: string, at: number, direction: 1 | -1): number | undefined => {
    const places = placesNear(text, at);
    return direction === 1 ? places.find(place => place > at) : places.findLast(place => place < at);
  };

const WORDS: Steps = {
  start: stepping((text, at) => wordsNear(text, at).map(word => word.start)),
  end: stepping((text, at) => wordsNear(text, at).map(word => word.end)),
};
const SENTENCES: Steps = {
  start: stepping((text, at) => sentencesNear(text, at).map(sentence => sentence.start)),
  end: stepping((text, at) => sentencesNear(text, at).map(sentence => sentence.end)),
};

/** The words around an offset, in order, whatever the language. */
function wordsNear(text: string, at: number): readonly Span[] {
  const from = Math.max(0, at - REACH);
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(from, at + REACH));
  return [...words].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [{ start: from + index, end: from + index + segment.length }] : [],
  );
}

/** The sentence at an offset, and the one on either side of it, in order. */
function sentencesNear(text: string, at: number): readonly Span[] {
  const here = sentenceAt(text, at);
  const before = text.slice(0, here.start).trimEnd().length;
  const after = here.end + /^\s*/.exec(text.slice(here.end))![0].length;
  const around = [sentenceAt(text, Math.max(0, before - 1)), here, sentenceAt(text, after)];
  // At the very end of a sentence, what is there is it: the one before that counts too.
  const first = around[0]!.start;
  const earlier = sentenceAt(text, Math.max(0, text.slice(0, first).trimEnd().length - 1));
  return [earlier, ...around].filter(({ start, end }) => start < end);
}
