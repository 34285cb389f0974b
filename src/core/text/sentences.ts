import { isBlank, isCapital, isDigit, isLetter, isLineBreak } from './characters';
import { HEAD_LENGTH, lineStartAt, wrappedLineAt, wrapWidthOf } from './hardWrap';
import { type Span } from './span';

/** Words whose full stop ends no sentence, in lower case, in any of the languages. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sen rep gov gen lt col capt sgt adm rev hon st jr sr vs no vol fig approx inc ltd co corp etc jan feb mar apr jun jul aug
  sep sept oct nov dec bzw ca usw nr hr fr tel evtl ggf mme mlle sra srta sr ud uds art`.split(/\s+/),
);
const CLOSERS = new Set(Array.from('”’"\'»›)]“', character => character.charCodeAt(0)));
const OPENERS = new Set(Array.from('“‘"\'«‹([„¿¡', character => character.charCodeAt(0)));

/**
 * The sentence around an offset, without blanks around it. It never leaves its paragraph: its line, or the lines that were wrapped from
 * one. Besides the text's beginning only what is around the offset is read. An offset on a blank line gives an empty span there; an
 * offset outside the text is clamped to it.
 */
export function sentenceAt(text: string, offset: number): Span {
  const width = wrapWidthOf(text.slice(0, HEAD_LENGTH));
  const at = Math.max(0, Math.min(offset, text.length));
  let start = at;
  while (start > 0 && !endsSentence(text, start)) {
    const before = isLineBreak(text.charCodeAt(start - 1)) ? wrappedFrom(text, start, width) : start - 1;
    if (before < 0) break;
    start = before;
  }
  let end = at;
  while (end < text.length && !(end > at && endsSentence(text, end))) {
    const next = isLineBreak(text.charCodeAt(end)) ? wrappedTo(text, end, width) : end + 1;
    if (next < 0) break;
    end = next;
  }
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const wrappedTo = (text: string, at: number, width: number): number =>
  width > 0 ? wrappedLineAt(text, lineStartAt(text, at), at, width) : -1;

/** The line break before a line that goes on with the one above; -1 where it does not. */
function wrappedFrom(text: string, start: number, width: number): number {
  const isPair = text.charCodeAt(start - 1) === 10 && text.charCodeAt(start - 2) === 13;
  const at = isPair ? start - 2 : start - 1;
  return wrappedTo(text, at, width) === start ? at : -1;
}

/** True where a sentence ends just before `at`: stop, closing marks, a blank, then a capital, a digit or an opening mark. */
function endsSentence(text: string, at: number): boolean {
  if (at === 0 || at >= text.length || !isBlank(text.charCodeAt(at))) return false;
  let next = at;
  while (next < text.length && isBlank(text.charCodeAt(next)) && next < at + 8) next++;
  const following = text.charCodeAt(next);
  if (!isCapital(following) && !isDigit(following) && !OPENERS.has(following)) return false;
  let stop = at - 1;
  while (stop > 0 && CLOSERS.has(text.charCodeAt(stop)) && at - stop < 4) stop--;
  const sign = text.charCodeAt(stop);
  if (sign === 33 || sign === 63 || sign === 0x2026) return true;
  if (sign !== 46) return false;
  let word = stop;
  while (word > 0 && isLetter(text.charCodeAt(word - 1)) && stop - word < 8) word--;
  const length = stop - word;
  const isInitial = length === 1 && isCapital(text.charCodeAt(word));
  return !isInitial && !ABBREVIATIONS.has(text.slice(word, stop).toLowerCase());
}
