import { isCurrencySign, digitsValue } from './digitFigure';
import { type Figure } from './figure';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** True for a token of four digits from 1000 to 2099. */
export function isFourDigitYear(tokens: Tokens, token: number): boolean {
  if (!tokens.is(token, TokenKind.number) || tokens.lengthOf(token) !== 4) return false;
  const value = digitsValue(tokens, token);
  return value !== undefined && value >= 1000 && value < 2100;
}

const isDash = (tokens: Tokens, token: number): boolean =>
  tokens.isSign(token, '-') || tokens.isSign(token, '–') || tokens.isSign(token, '—');

const isMonth = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.month) && (tokens.isCapitalized(token) || tokens.grammar.language !== 'en');

/** A day or a year beside a month: "June 4, 2023", "4. Juni", "4 and 5 June", "30 September 420", "4 de junio de 2023". */
export function isDate(tokens: Tokens, { first, last, value }: Figure): boolean {
  if (!Number.isInteger(value)) return false;
  const isDay = value <= 31;
  const isYearLike = isFourDigitYear(tokens, first);
  let before = first - 1;
  if (tokens.isSign(before, ',') || tokens.isSign(before, '.')) before--;
  else if (
    (isDash(tokens, before) || tokens.hasFigure(before, FigureClass.rangeJoiner)) &&
    tokens.is(before - 1, TokenKind.number) &&
    isMonth(tokens, before - 2)
  )
    return isDay;
  if (isMonth(tokens, before)) {
    const isAfterDay = tokens.is(before - 1, TokenKind.number) || tokens.isSign(before - 1, '.');
    if (isDay || isYearLike || (isAfterDay && value < 1e3)) return true;
  }
  // "Monday 12"
  if (
    isDay &&
    tokens.has(first - 1, WordClass.time) &&
    tokens.isCapitalized(first - 1) &&
    !isCountedWord(tokens, last + 1)
  )
    return !tokens.isSign(last + 1, '%') && !tokens.hasFigure(last + 1, UNIT | FigureClass.duration);
  if (tokens.hasFigure(first - 1, FigureClass.of) && isMonth(tokens, first - 2)) return true;
  const after = tokens.isSign(last + 1, '.') && tokens.isGlued(last + 1) ? last + 2 : last + 1;
  if (isMonth(tokens, after) && isDay) return true;
  if (tokens.hasFigure(last + 1, FigureClass.of) && isMonth(tokens, last + 2)) return true;
  // "3 – 5 May", "le 3 et le 5 mai", "3. bis 5. Mai"
  const other = tokens.has(last + 2, WordClass.determiner) ? last + 3 : last + 2;
  if (
    (tokens.hasFigure(last + 1, FigureClass.rangeJoiner) || isDash(tokens, last + 1)) &&
    tokens.is(other, TokenKind.number) &&
    isMonth(
      tokens,
      tokens.isSign(other + 1, '.') || tokens.hasFigure(other + 1, FigureClass.of) ? other + 2 : other + 1,
    )
  )
    return isDay;
  return (
    isYearLike && tokens.isSign(first - 1, ',') && tokens.is(first - 2, TokenKind.number) && isMonth(tokens, first - 3)
  );
}

/** "9 pm", "14 Uhr", "à 14 heures". */
export function isClock(tokens: Tokens, first: number, last: number): boolean {
  // "a las 20.00"
  const isHour =
    tokens.grammar.language === 'es' &&
    tokens.endsWith(first - 1, 'las') &&
    tokens.hasFigure(first - 2, FigureClass.rangeJoiner);
  if (isHour && !isCountedWord(tokens, last + 1)) return true;
  // "8 h 12"
  const isMinutes =
    tokens.hasFigure(first - 1, FigureClass.clock) &&
    tokens.lengthOf(first - 1) === 1 &&
    tokens.is(first - 2, TokenKind.number) &&
    tokens.lengthOf(first) === 2;
  if (isMinutes && first === last) return true;
  // "at four in the morning"
  const isAtNight =
    tokens.grammar.language === 'en' &&
    tokens.lengthOf(first - 1) === 2 &&
    tokens.endsWith(first - 1, 'at') &&
    tokens.has(last + 1, WordClass.preposition) &&
    tokens.has(last + 2, WordClass.determiner) &&
    tokens.is(last + 3, TokenKind.word) &&
    DAYTIMES.has(tokens.textOf(last + 3));
  if (isAtNight) return true;
  if (!tokens.hasFigure(last + 1, FigureClass.clock)) return false;
  // Hours are a time behind a preposition of time only.
  return (
    !tokens.hasFigure(last + 1, FigureClass.duration) ||
    (tokens.is(first - 1, TokenKind.word) && HOUR_PREPOSITIONS.has(tokens.textOf(first - 1).toLowerCase()))
  );
}
const DAYTIMES = new Set(['morning', 'afternoon', 'evening']);
const HOUR_PREPOSITIONS = new Set(['à', 'vers', 'dès', 'las']);

/** "3 min read": what a page says of itself. */
export function isReadingTime(tokens: Tokens, last: number): boolean {
  const unit = tokens.isSign(last + 1, '-') ? last + 2 : last + 1;
  if (!tokens.hasFigure(unit, FigureClass.duration)) return false;
  const next = tokens.isSign(unit + 1, '-') ? unit + 2 : unit + 1;
  const read = tokens.hasFigure(next, FigureClass.of) ? next + 1 : next;
  return (
    tokens.is(read, TokenKind.word) &&
    READING.has(tokens.textOf(read).toLowerCase()) &&
    (read + 1 >= tokens.count || !tokens.is(read + 1, TokenKind.word))
  );
}
const READING = new Set(['read', 'lesezeit', 'lecture', 'lectura']);

/** A bare number that reads as a year: 2022, "c. 347", "AD 842", "in 348 he died", "1920 – 21". */
export function isYear(tokens: Tokens, { first, last, value }: Figure): boolean {
  const length = tokens.lengthOf(first);
  if (first !== last || !Number.isInteger(value) || length > 4 || length < 2) return false;
  const next = last + 1;
  // "c. 347": the stop is the abbreviation's.
  const before = tokens.isSign(first - 1, '.') && !tokens.isGlued(first) ? first - 2 : first - 1;
  const isNoun = isCountedWord(tokens, next);
  if (isDash(tokens, before) && !isNoun && value <= LATEST_MODERN && closesYears(tokens, before)) return true;
  if (length < 3) return false;
  if (isDash(tokens, next) && tokens.is(next + 1, TokenKind.number)) {
    const until = digitsValue(tokens, next + 1) ?? NaN;
    // "1000-5000", "2000 - 2500 people": what reaches beyond all years begins with none.
    if (until > LATEST_MODERN || isCountedWord(tokens, next + 2)) return false;
    if (tokens.isGlued(next)) return true;
  }
  if (isEra(tokens, next) || isEra(tokens, before)) return true;
  if (isCurrencySign(tokens, before) || isCurrencySign(tokens, next)) return false;
  if (tokens.isSign(next, '%') || tokens.hasFigure(next, UNIT)) return false;
  const isBare = !isNoun;
  if (length === 3) return isBare && !tokens.hasFigure(next, FigureClass.rangeJoiner) && isTimeWord(tokens, before);
  if (!isFourDigitYear(tokens, first)) return false;
  // "from 1000 to 2000 workers"
  if (
    tokens.hasFigure(before, FigureClass.from) &&
    tokens.hasFigure(next, FigureClass.rangeJoiner) &&
    tokens.is(next + 1, TokenKind.number) &&
    ((isCountedWord(tokens, next + 2) && tokens.isPlural(next + 2)) ||
      (digitsValue(tokens, next + 1) ?? 0) > LATEST_MODERN)
  )
    return false;
  const modifier = tokens.grammar.modifiers.endingAt(tokens, before);
  if (modifier && !isBare) return false;
  const isModern = value >= EARLIEST_MODERN && value <= LATEST_MODERN;
  // "12 % mehr als 2023": what a share is compared with.
  if (modifier && isModern && isShare(tokens, modifier.first - 1)) return true;
  // "more than 1500", "above 1200", "an average of 1500": bounds of no time.
  if (modifier && !tokens.hasFigure(modifier.last, FigureClass.rangeJoiner)) {
    const isLong = modifier.first < modifier.last;
    if (isLong ? modifier.meaning !== 'approx' || !isModern : modifier.meaning !== 'approx' && !isModern) return false;
  }
  if (isModern) return !(isNoun && !tokens.has(before, WordClass.determiner) && isPeople(tokens, next, value));
  return !(isNoun && tokens.isPlural(next));
}

const isShare = (tokens: Tokens, token: number): boolean =>
  tokens.isSign(token, '%') || tokens.hasFigure(token, FigureClass.percent | FigureClass.percentagePoint);

/** "2000 boats", "2014 people": round numbers before a plural, and any before people. */
const isPeople = (tokens: Tokens, next: number, value: number): boolean =>
  tokens.hasFigure(next, FigureClass.plural) || (value % 100 === 0 && tokens.isPlural(next));

/** The dash before a number follows a year, so that the number is one as well, or a year's last two digits. */
function closesYears(tokens: Tokens, dash: number): boolean {
  const lower = dash - 1;
  if (!tokens.is(lower, TokenKind.number)) return false;
  if (isFourDigitYear(tokens, lower)) return true;
  const lead = tokens.isSign(lower - 1, '.') ? lower - 2 : lower - 1;
  return tokens.lengthOf(lower) === 3 && (isEra(tokens, lead) || isTimeWord(tokens, lead));
}

/** "in", "c.", "until about", "the winter of": words before a year. */
function isTimeWord(tokens: Tokens, token: number): boolean {
  if (!tokens.is(token, TokenKind.word)) return false;
  if (YEAR_PREPOSITIONS.has(tokens.textOf(token).toLowerCase())) return true;
  if (tokens.hasFigure(token, FigureClass.of))
    return tokens.is(token - 1, TokenKind.word) && SEASONS.has(tokens.textOf(token - 1).toLowerCase());
  const modifier = tokens.grammar.modifiers.endingAt(tokens, token);
  const lead = modifier?.meaning === 'approx' ? modifier.first - 1 : -1;
  return tokens.is(lead, TokenKind.word) && YEAR_PREPOSITIONS.has(tokens.textOf(lead).toLowerCase());
}

/** A word that a number may count: no capital, no word of grammar. */
const isCountedWord = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) &&
  (tokens.isCapitalized(token) ? tokens.grammar.rules.nounsCapitalized : !tokens.has(token, -1));

const UNIT = FigureClass.percent | FigureClass.scale | FigureClass.currency | FigureClass.measure | FigureClass.times;
/** Between these a bare number is a year even before a plural: "2018 sales". */
const EARLIEST_MODERN = 1950;
export const LATEST_MODERN = 2040;
const YEAR_PREPOSITIONS = new Set(['in', 'since', 'until', 'circa', 'c', 'seit']);
const SEASONS = new Set(['spring', 'summer', 'autumn', 'winter', 'year', 'christmas', 'easter']);
const ERAS = new Set(['AD', 'BC', 'BCE', 'CE', 'A.D.', 'B.C.', 'B.C.E.', 'C.E.']);

const isEra = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) && ERAS.has(tokens.textOf(token));
