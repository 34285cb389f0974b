import { digitsValue, isCurrencySign } from './digitFigure';
import { isFourDigitYear, LATEST_MODERN } from './calendar';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';

/**
 * Digits that are part of a longer run: F-16, 2023-07-14, 9:30, 1990s, 2nd, [12], 10/12. Returns the run's last token, -1 where they
 * stand for themselves.
 */
export function gluedRun(tokens: Tokens, first: number, last: number, isUpper: boolean): number {
  const before = tokens.isGlued(first) && !isUpper ? runBefore(tokens, first, last) : -1;
  return before >= 0 ? before : runBehind(tokens, first, last);
}

function runBefore(tokens: Tokens, first: number, last: number): number {
  const before = first - 1;
  const earlier = before - 1;
  if (
    tokens.is(before, TokenKind.link) ||
    (tokens.is(before, TokenKind.word) && !tokens.hasFigure(before, FigureClass.currency))
  )
    return afterRun(tokens, last);
  if (tokens.is(before, TokenKind.mark)) {
    // The ’90s, class of ’99; the number in ’40 boats’ is one.
    const isApostrophe = tokens.firstCode(before) === 39 || tokens.firstCode(before) === 0x2019;
    if (!isApostrophe || tokens.lengthOf(first) !== 2) return -1;
    if (tokens.is(last + 1, TokenKind.word)) return tokens.isGlued(last + 1) ? last + 1 : -1;
    return tokens.is(last + 1, TokenKind.mark) || tokens.isSign(last + 1, '%') ? -1 : last;
  }
  switch (-tokens.word[before]!) {
    case HYPHEN:
    case EN_DASH: {
      const isJoined =
        tokens.isGlued(before) &&
        (tokens.is(earlier, TokenKind.number) ||
          (tokens.is(earlier, TokenKind.word) && !SIGN_WORDS.has(tokens.textOf(earlier))));
      return isJoined ? afterRun(tokens, last) : -1;
    }
    // "ID.4": the stop ends no word.
    case STOP:
      return tokens.isGlued(before) && tokens.is(earlier, TokenKind.word) && !isCode(tokens, earlier)
        ? afterRun(tokens, last)
        : -1;
    // "$7/$9"
    case SLASH:
      return afterRun(tokens, last);
    case COLON:
      return tokens.isGlued(before) ? afterRun(tokens, last) : -1;
    case 35:
    case 95:
    case 0xa7:
    case 0x2116:
      return afterRun(tokens, last);
    case 91:
      return tokens.isSign(last + 1, ']') ? last + 1 : -1;
    case 40:
      return tokens.isSign(last + 1, ')') && tokens.lengthOf(first) <= 4 ? last + 1 : -1;
    case PLUS:
      // +49 30 1234567
      return tokens.is(last + 1, TokenKind.number) || tokens.isSign(last + 1, '-') ? afterDialled(tokens, last) : -1;
    default:
      return -1;
  }
}

const HYPHEN = 45;
const EN_DASH = 0x2013;
const STOP = 46;
const SLASH = 47;
const COLON = 58;
const PLUS = 43;

/** "Rs.500" */
const isCode = (tokens: Tokens, token: number): boolean => tokens.hasFigure(token, FigureClass.currency);

/** Before a dash and a number they leave it a number: minus-5, sub-300. */
const SIGN_WORDS = new Set(['minus', 'Minus', 'plus', 'sub', 'Sub', 'menos', 'moins']);

const ORDINAL_ENDINGS = new Set(
  's st nd rd th er re e ème è ère nde ième er en ers os as º ª ro ra do da to ta mo ma vo va no na'.split(' '),
);

function runBehind(tokens: Tokens, first: number, last: number): number {
  const next = last + 1;
  if (!tokens.isGlued(next)) return -1;
  if (tokens.is(next, TokenKind.word)) return wordBehind(tokens, first, next);
  const isGluedNumber = tokens.is(next + 1, TokenKind.number) && tokens.isGlued(next + 1);
  if (tokens.isSign(next, ':')) return isGluedNumber ? afterRun(tokens, next + 1) : -1;
  if (tokens.isSign(next, '/')) {
    if (!tokens.isGlued(next + 1)) return -1;
    // "$30/month", "5/week"
    const isRate =
      (isCurrencySign(tokens, first - 1) && !isGluedNumber) || tokens.hasFigure(next + 1, FigureClass.duration);
    return isRate ? -1 : afterRun(tokens, next + 1);
  }
  // 11-M, 10-K, 3-D
  const isLetter = tokens.lengthOf(next + 1) === 1 && tokens.isCapitalized(next + 1) && tokens.isGlued(next + 1);
  if (tokens.isSign(next, '-') && isLetter) return afterRun(tokens, next + 1);
  if ((tokens.isSign(next, '-') || tokens.isSign(next, '–')) && isGluedNumber) {
    const low = digitsValue(tokens, first) ?? NaN;
    const high = digitsValue(tokens, next + 1) ?? NaN;
    const isLonger =
      (tokens.isSign(next + 2, '-') || tokens.isSign(next + 2, '–')) &&
      tokens.isGlued(next + 2) &&
      tokens.is(next + 3, TokenKind.number) &&
      tokens.isGlued(next + 3);
    const isTelephone = tokens.lengthOf(first) === 3 && tokens.lengthOf(next + 1) === 4;
    const isYears = isFourDigitYear(tokens, first) && high < LATEST_MODERN;
    if (isLonger || isTelephone || !(high > low) || isYears) return afterRun(tokens, next + 1);
  }
  return -1;
}

function wordBehind(tokens: Tokens, first: number, next: number): number {
  const word = tokens.textOf(next);
  if (ORDINAL_ENDINGS.has(word.toLowerCase()) && !(word === 'º' && tokens.grammar.language === 'en')) return next;
  if (tokens.hasFigure(next, FigureClass.clock)) return next;
  // 5G, 4K: networks and screens.
  if (tokens.lengthOf(first) === 1 && NETWORKS.has(word)) return next;
  // 20p are pence, 81P is a comet.
  if (word === 'P') return afterRun(tokens, next);
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

const NETWORKS = new Set(['G', 'K', 'D']);

/** The last token of the run that goes on from this one without a blank. */
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

/** The last of the groups that a telephone number is written in. */
function afterDialled(tokens: Tokens, token: number): number {
  let last = token;
  while (
    tokens.is(last + 1, TokenKind.number) ||
    ((tokens.is(last + 1, TokenKind.punctuation) || tokens.isGlued(last + 1)) && tokens.is(last + 2, TokenKind.number))
  )
    last++;
  return last;
}
