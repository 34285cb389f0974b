import { isClock, isDate, isReadingTime, isYear } from './calendar';
import { type Figure } from './figure';
import {
  isCalledByNumber,
  isCoordinate,
  isLabelled,
  isListNumber,
  isNumberRow,
  isOrdinalDigits,
  isPlaceNumber,
} from './identifier';
import { gluedRun } from './gluedRun';
import { isFiftyFifty, isIdiom, isLabelledWord, isOrdinalWord, isSpelledYear, isWordInName } from './numberIdiom';
import { type Tokens } from './tokens';

/**
 * Tells a quantity from a date, a time, an ordinal, a name or an identifier. Returns the last token of what is no claim, -1 where the
 * figure may be one. `isUpper`: it is the second bound of a range, so a dash before it is no sign of an identifier.
 */
export function isNotAClaim(tokens: Tokens, figure: Figure, isUpper = false): number {
  const { first, last } = figure;
  if (!figure.inDigits) {
    const isNone =
      isWordInName(tokens, figure) ||
      isIdiom(tokens, figure) ||
      isOrdinalWord(tokens, last) ||
      isLabelledWord(tokens, figure) ||
      isClock(tokens, first, last);
    return isNone ? last : Math.max(isFiftyFifty(tokens, figure), isSpelledYear(tokens, figure));
  }
  const glued = gluedRun(tokens, first, last, isUpper);
  if (glued >= 0) return glued;
  if (
    isDate(tokens, figure) ||
    isClock(tokens, first, last) ||
    isReadingTime(tokens, last) ||
    isLabelled(tokens, figure) ||
    isCalledByNumber(tokens, figure) ||
    isListNumber(tokens, figure) ||
    isOrdinalDigits(tokens, figure) ||
    isOrdinalWord(tokens, last) ||
    isPlaceNumber(tokens, figure) ||
    isNumberRow(tokens, figure) ||
    isYear(tokens, figure)
  )
    return last;
  return isCoordinate(tokens, last);
}
