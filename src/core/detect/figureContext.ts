import { type Figure } from './figure';
import { TokenKind, type Tokens } from './tokens';
import { FigureClass, WordClass } from './wordClass';

/**
 * Tells a quantity from a date, a time, an ordinal, a name or an identifier. Returns the last token of what is no claim, -1 where the
 * figure may be one. `isUpper`: it is the second bound of a range, so a dash before it is no sign of an identifier.
 */
export function isNotAClaim(tokens: Tokens, figure: Figure, isUpper = false): number {
  const { first, last } = figure;
  if (!figure.inDigits)
    return isWordInName(tokens, figure) || isIdiom(tokens, figure) || isOrdinal(tokens, last) || isAge(tokens, first)
      ? last
      : -1;
  const glued = gluedRun(tokens, first, last, isUpper);
  if (glued >= 0) return glued;
  if (
    isDate(tokens, figure) ||
    isClock(tokens, last) ||
    isReadingTime(tokens, last) ||
    isLabelled(tokens, figure) ||
    isListNumber(tokens, figure) ||
    isYear(tokens, figure)
  )
    return last;
  return -1;
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Digits that are part of a longer run: F-16, 2023-07-14, 9:30, 1990s, 2nd, [12], 10/12. Returns the run's last token, or -1. */
function gluedRun(tokens: Tokens, first: number, last: number, isUpper: boolean): number {
  const before = tokens.isGlued(first) ? first - 1 : -1;
  if (before >= 0 && !isUpper) {
    if (
      tokens.is(before, TokenKind.link) ||
      (tokens.is(before, TokenKind.word) && !tokens.hasFigure(before, FigureClass.currency))
    )
      return afterRun(tokens, last);
    if (tokens.isSign(before, '-') || tokens.isSign(before, '–')) {
      const earlier = before - 1;
      if (
        tokens.isGlued(before) &&
        (tokens.is(earlier, TokenKind.number) ||
          (tokens.is(earlier, TokenKind.word) && !SIGN_WORDS.has(tokens.textOf(earlier))))
      )
        return afterRun(tokens, last);
    }
    if (
      tokens.isSign(before, '/') ||
      tokens.isSign(before, '_') ||
      tokens.isSign(before, ':') ||
      tokens.isSign(before, '#') ||
      tokens.isSign(before, '№') ||
      tokens.isSign(before, '§')
    )
      return afterRun(tokens, last);
    if (tokens.isSign(before, '[') && tokens.isSign(last + 1, ']')) return last + 1;
    if (
      tokens.is(before, TokenKind.mark) &&
      tokens.firstCode(before) !== 34 &&
      tokens.lengthOf(first) === 2 &&
      tokens.is(last + 1, TokenKind.word) &&
      tokens.isGlued(last + 1)
    )
      return last + 1;
    if (tokens.isSign(before, '(') && tokens.isSign(last + 1, ')') && tokens.lengthOf(first) <= 4) return last + 1;
  }
  const next = last + 1;
  if (!tokens.isGlued(next)) return -1;
  if (tokens.is(next, TokenKind.word)) {
    const word = tokens.textOf(next);
    if (ORDINAL_ENDINGS.has(word) || word === 's') return next;
    if (tokens.hasFigure(next, FigureClass.clock)) return next;
    const isUnit = tokens.hasFigure(
      next,
      FigureClass.scale |
        FigureClass.measure |
        FigureClass.duration |
        FigureClass.currency |
        FigureClass.percent |
        FigureClass.times,
    );
    return isUnit ? -1 : afterRun(tokens, next);
  }
  if (tokens.isSign(next, ':') && tokens.is(next + 1, TokenKind.number) && tokens.isGlued(next + 1))
    return afterRun(tokens, next + 1);
  if (tokens.isSign(next, '/') && tokens.isGlued(next + 1)) return afterRun(tokens, next + 1);
  if (
    (tokens.isSign(next, '-') || tokens.isSign(next, '–')) &&
    tokens.isGlued(next + 1) &&
    tokens.is(next + 1, TokenKind.number)
  ) {
    const low = Number(tokens.textOf(first).replace(/,/g, ''));
    const high = Number(tokens.textOf(next + 1).replace(/,/g, ''));
    const isLonger =
      (tokens.isSign(next + 2, '-') || tokens.isSign(next + 2, '–')) &&
      tokens.isGlued(next + 2) &&
      tokens.is(next + 3, TokenKind.number) &&
      tokens.isGlued(next + 3);
    const isTelephone = tokens.lengthOf(first) === 3 && tokens.lengthOf(next + 1) === 4;
    if (isLonger || isTelephone || !(high > low) || (isFourDigitYear(tokens.textOf(first)) && high < LATEST_MODERN))
      return afterRun(tokens, next + 1);
  }
  return -1;
}

/** Before a dash and a number they leave it a number: minus-5, sub-300. */
const SIGN_WORDS = new Set(['minus', 'Minus', 'plus', 'sub', 'Sub']);

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'ST', 'ND', 'RD', 'TH', 'er', 're', 'e', 'ème', 'è']);

function afterRun(tokens: Tokens, token: number): number {
  let last = token;
  while (
    tokens.isGlued(last + 1) &&
    !tokens.is(last + 1, TokenKind.mark) &&
    (!tokens.is(last + 1, TokenKind.punctuation) || (tokens.isGlued(last + 2) && !tokens.is(last + 2, TokenKind.mark)))
  )
    last++;
  return last;
}

const isFourDigitYear = (digits: string): boolean => digits.length === 4 && /^(?:1[0-9]|20)\d\d$/.test(digits);

function isDate(tokens: Tokens, { first, last, value }: Figure): boolean {
  if (!Number.isInteger(value)) return false;
  let before = first - 1;
  // "June 4", "Oct. 30", "June 4, 2023", "June 3-5"
  if (tokens.isSign(before, ',')) before--;
  else if (tokens.isSign(before, '.')) before--;
  else if (
    (tokens.isSign(before, '-') || tokens.isSign(before, '–') || tokens.hasFigure(before, FigureClass.rangeJoiner)) &&
    tokens.is(before - 1, TokenKind.number) &&
    isMonth(tokens, before - 2)
  )
    return value <= 31;
  if (isMonth(tokens, before) && (value <= 31 || isFourDigitYear(tokens.textOf(first)))) return true;
  if (tokens.hasFigure(first - 1, FigureClass.of) && isMonth(tokens, first - 2)) return true;
  // "4 June", "4. Juni", "4 de junio"
  const after = tokens.isSign(last + 1, '.') && tokens.isGlued(last + 1) ? last + 2 : last + 1;
  if (isMonth(tokens, after) && value <= 31) return true;
  if (tokens.hasFigure(last + 1, FigureClass.of) && isMonth(tokens, last + 2)) return true;
  // "4 and 5 June", "4-5 June"
  if (
    (tokens.hasFigure(last + 1, FigureClass.rangeJoiner) ||
      tokens.isSign(last + 1, '-') ||
      tokens.isSign(last + 1, '–')) &&
    tokens.is(last + 2, TokenKind.number) &&
    isMonth(tokens, last + 3)
  )
    return value <= 31;
  return (
    isFourDigitYear(tokens.textOf(first)) &&
    tokens.isSign(first - 1, ',') &&
    tokens.is(first - 2, TokenKind.number) &&
    isMonth(tokens, first - 3)
  );
}

const isMonth = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.month) && (tokens.isCapitalized(token) || tokens.grammar.language !== 'en');

const isClock = (tokens: Tokens, last: number): boolean => tokens.hasFigure(last + 1, FigureClass.clock);

/** "3 min read": what a page says of itself. */
function isReadingTime(tokens: Tokens, last: number): boolean {
  const unit = tokens.isSign(last + 1, '-') ? last + 2 : last + 1;
  const read = tokens.isSign(unit + 1, '-') ? unit + 2 : unit + 1;
  return (
    tokens.hasFigure(unit, FigureClass.duration) &&
    tokens.is(read, TokenKind.word) &&
    READING.has(tokens.textOf(read).toLowerCase()) &&
    (read + 1 >= tokens.count || !tokens.is(read + 1, TokenKind.word))
  );
}
const READING = new Set(['read', 'lesezeit', 'lecture', 'lectura']);

/** "Article 5", "page 12", "No. 7", "Boeing 747". */
function isLabelled(tokens: Tokens, { first, last }: Figure): boolean {
  let before = first - 1;
  if (tokens.isSign(before, '.') && tokens.isGlued(before)) before--;
  if (tokens.hasFigure(before, FigureClass.label) || isAge(tokens, first)) return true;
  if (!tokens.isCapitalizedInside(before) || tokens.sentence[before] !== tokens.sentence[first] || before !== first - 1)
    return false;
  if (tokens.has(before, WordClass.month | WordClass.speech | WordClass.time)) return false;
  if (tokens.hasFigure(before, FigureClass.currency)) return false;
  const next = last + 1;
  const hasUnit =
    tokens.isSign(next, '%') ||
    tokens.hasFigure(
      next,
      FigureClass.percent | FigureClass.scale | FigureClass.currency | FigureClass.duration | FigureClass.measure,
    ) ||
    tokens.isSign(first - 1, '$');
  return (
    !hasUnit && tokens.end[last]! - tokens.start[first]! <= 4 && !(tokens.isPlural(next) && !tokens.isCapitalized(next))
  );
}

/** "aged 34", "at the age of fourteen". */
const isAge = (tokens: Tokens, first: number): boolean =>
  tokens.hasFigure(first - 1, FigureClass.age) ||
  (tokens.hasFigure(first - 1, FigureClass.of) && tokens.hasFigure(first - 2, FigureClass.age));

/** "1." or "1)" at the start of a line. */
function isListNumber(tokens: Tokens, { first, last }: Figure): boolean {
  if (first !== 0 || last !== 0) return false;
  // "1 Market Square": a place in a list.
  if (tokens.lengthOf(0) <= 2 && tokens.isCapitalized(1) && (tokens.isCapitalized(2) || tokens.isSign(2, '-')))
    return true;
  return (
    (tokens.isSign(1, '.') || tokens.isSign(1, ')')) &&
    tokens.isGlued(1) &&
    !tokens.isGlued(2) &&
    tokens.lengthOf(0) <= 3
  );
}

/** A bare number that reads as a year: 2022, "c. 347", "AD 842", "in 348 he died". */
function isYear(tokens: Tokens, { first, last, value }: Figure): boolean {
  if (first !== last || !Number.isInteger(value) || tokens.lengthOf(first) > 4 || tokens.lengthOf(first) < 3)
    return false;
  const next = last + 1;
  // "c. 347": the stop is the abbreviation's.
  const before = tokens.isSign(first - 1, '.') && !tokens.isGlued(first) ? first - 2 : first - 1;
  // "1000-5000": what reaches beyond all years begins with none.
  if (
    (tokens.isSign(next, '-') || tokens.isSign(next, '–')) &&
    tokens.isGlued(next + 1) &&
    tokens.is(next + 1, TokenKind.number)
  )
    return Number(tokens.textOf(next + 1)) <= LATEST_MODERN;
  if (isEra(tokens, next) || isEra(tokens, before)) return true;
  if (tokens.is(before, TokenKind.punctuation) && tokens.grammar.table.currencies[tokens.textOf(before)] !== undefined)
    return false;
  if (tokens.isSign(next, '%') || tokens.hasFigure(next, UNIT) || tokens.isSign(before, '$')) return false;
  const isBare = !tokens.is(next, TokenKind.word) || tokens.isCapitalized(next);
  if (tokens.lengthOf(first) === 3)
    return isBare && tokens.is(before, TokenKind.word) && YEAR_PREPOSITIONS.has(tokens.textOf(before).toLowerCase());
  if (!isFourDigitYear(tokens.textOf(first))) return false;
  const isModified = tokens.grammar.modifiers.endingAt(tokens, before) !== undefined;
  if (value >= EARLIEST_MODERN && value <= LATEST_MODERN) return !(isModified && !isBare);
  const counts =
    tokens.is(next, TokenKind.word) && !tokens.isCapitalized(next) && tokens.isPlural(next) && !tokens.has(next, -1);
  return !counts && !(isModified && !isBare);
}

const UNIT = FigureClass.percent | FigureClass.scale | FigureClass.currency | FigureClass.measure | FigureClass.times;
/** Between these a bare number is a year even before a plural: "2018 sales". */
const EARLIEST_MODERN = 1950;
const LATEST_MODERN = 2040;
const YEAR_PREPOSITIONS = new Set(['in', 'since', 'until', 'circa', 'c']);
const ERAS = new Set(['AD', 'BC', 'BCE', 'CE', 'A.D.', 'B.C.', 'B.C.E.', 'C.E.']);

const isEra = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) && ERAS.has(tokens.textOf(token));

/** "fifty-ninth" */
const isOrdinal = (tokens: Tokens, last: number): boolean =>
  tokens.isSign(last + 1, '-') &&
  tokens.isGlued(last + 1) &&
  tokens.isGlued(last + 2) &&
  tokens.hasFigure(last + 2, FigureClass.ordinal);

/** A number word with a capital inside a sentence: Seven Network, Big Ten. */
function isWordInName(tokens: Tokens, { first, last, kind }: Figure): boolean {
  if (kind !== 'exact') return false;
  const isCapital = tokens.isCapitalizedInside(first) && first === last;
  return (
    isCapital &&
    (tokens.isCapitalized(first - 1) || tokens.isCapitalized(first + 1)) &&
    !isSmall(tokens.firstCode(first))
  );
}

/** "one of the reasons", "no one", "one another", "one day": a pronoun, not a count. "The two sides": it points back. */
function isIdiom(tokens: Tokens, { first, last, value, kind }: Figure): boolean {
  if (kind !== 'exact' || first !== last || value > 2) return false;
  const next = last + 1;
  const after = tokens.isSign(next, '-') ? next + 1 : next;
  if (value === 2)
    return tokens.is(first - 1, TokenKind.word) && /^the$/i.test(tokens.textOf(first - 1)) && !tokens.isSign(next, '-');
  if (value !== 1 || !tokens.hasFigure(last, FigureClass.cardinal)) return false;
  // "minus one"
  if (tokens.hasFigure(first - 1, FigureClass.negative)) return false;
  if (tokens.hasFigure(after, UNIT | FigureClass.duration)) return false;
  if (
    !tokens.is(after, TokenKind.word) ||
    tokens.isCapitalized(after) ||
    tokens.has(after, -1) ||
    tokens.hasFigure(after, FigureClass.idiom)
  )
    return true;
  // "there is only one limitation": it introduces, it does not count.
  const before = tokens.has(first - 1, WordClass.adverb) ? first - 2 : first - 1;
  if (tokens.has(before, WordClass.be)) return true;
  // "one country … another country": any one.
  for (
    let token = after + 1;
    token < tokens.count && token < after + CONTRAST_REACH && tokens.sentence[token] === tokens.sentence[first];
    token++
  )
    if (tokens.hasFigure(token, FigureClass.idiom) && tokens.has(token, WordClass.determiner)) return true;
  return false;
}

/** How far behind "one country" its "another country" may stand. */
const CONTRAST_REACH = 16;
