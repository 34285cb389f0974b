import { currencySign } from './digitFigure';
import { type Figure, figureAt } from './figure';
import { type ClaimKind } from './model';
import { andAHalf, behindHyphen, isHyphen, valueOf } from './numberWords';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** What kind of quantity the words behind a figure make it, up to the token `last`. */
export interface Unit {
  readonly kind: ClaimKind;
  readonly last: number;
  readonly unit: string | undefined;
  readonly currency: string | undefined;
  /** The figure with what the unit adds to it: "two years and a half", "3 dollars 50 cents". */
  readonly figure: Figure | undefined;
}

/** All keys are there: units have one shape. */
const unitOf = (kind: ClaimKind, last: number, unit?: string, currency?: string, figure?: Figure): Unit => ({
  kind,
  last,
  unit,
  currency,
  figure,
});

const { currency, duration, measure, of, percent, percentagePoint, scale, times } = FigureClass;

/** The unit behind a figure; a count where there is none, undefined where letters glued to it make it something else. */
export function unitBehind(tokens: Tokens, figure: Figure): Unit | undefined {
  const behind = figure.last + 1;
  if (tokens.is(behind, TokenKind.punctuation)) {
    const signed = signUnit(tokens, behind);
    if (signed) return signed;
  }
  const next = behindHyphen(tokens, behind);
  const percentage = percentUnit(tokens, next);
  if (percentage) return percentage;
  if (figure.kind === 'share') return unitOf('fraction', figure.last);
  if (figure.kind === 'multiple') return unitOf('ratio', figure.last);
  // "2 millions d’euros", "dozens of miles"
  const isOf = tokens.hasFigure(next, of) && (figure.kind === 'vague' || isBehindScale(tokens, figure));
  const word = isOf ? next + 1 : next;
  const worded = wordUnit(tokens, word, figure);
  if (worded) return worded;
  if (tokens.isGlued(behind) && tokens.is(behind, TokenKind.word)) return undefined;
  return unitOf('count', figure.last);
}

/** A figure that ends with a noun of number, which leads to its unit by "of": un millón de euros, une dizaine de kilomètres. */
const isBehindScale = (tokens: Tokens, { last }: Figure): boolean => tokens.hasFigure(last, scale);

/** %, ‰, °C, €. */
function signUnit(tokens: Tokens, sign: number): Unit | undefined {
  if (tokens.isSign(sign, '%') || tokens.isSign(sign, '‰')) return unitOf('percent', sign);
  if (tokens.isSign(sign, '°')) {
    const letter = sign + 1;
    const isScaleLetter = tokens.is(letter, TokenKind.word) && (tokens.isGlued(letter) || isDegree(tokens, letter));
    const last = isScaleLetter ? letter : sign;
    return unitOf('measure', last, tokens.textOf(sign, last));
  }
  // "1 $10 note": the sign belongs to the number it stands before.
  const code = currencySign(tokens, sign);
  if (code === undefined || (tokens.isGlued(sign + 1) && tokens.is(sign + 1, TokenKind.number))) return undefined;
  return code === '' ? unitOf('money', sign, tokens.textOf(sign)) : unitOf('money', sign, undefined, code);
}

const isDegree = (tokens: Tokens, token: number): boolean => tokens.hasFigure(token, measure);

function percentUnit(tokens: Tokens, next: number): Unit | undefined {
  const phrase = tokens.grammar.percentPhrases.startingAt(tokens, next);
  const last = tokens.hasFigure(next, percent) ? next : phrase?.last;
  if (last === undefined) return undefined;
  if (tokens.hasFigure(last, percentagePoint)) return unitOf('percent', last, tokens.textOf(next, last));
  return tokens.hasFigure(last + 1, percentagePoint)
    ? unitOf('percent', last + 1, 'percentage points')
    : unitOf('percent', last);
}

function wordUnit(tokens: Tokens, next: number, figure: Figure): Unit | undefined {
  const money = moneyUnit(tokens, next, figure);
  if (money) return money;
  if (tokens.hasFigure(next, duration)) {
    const half = andAHalf(tokens, next + 1);
    const unit = tokens.textOf(next);
    return half
      ? unitOf('duration', half.last, unit, undefined, extended(figure, half))
      : unitOf('duration', next, unit);
  }
  if (tokens.hasFigure(next, measure) && !isOtherWord(tokens, next)) {
    // "square kilometres"
    let last = tokens.hasFigure(next + 1, measure) && !isOtherWord(tokens, next + 1) ? next + 1 : next;
    // "km/h", "miles per hour"
    if (
      (tokens.isSign(last + 1, '/') && tokens.isGlued(last + 2) && tokens.is(last + 2, TokenKind.word)) ||
      (tokens.is(last + 1, TokenKind.word) &&
        tokens.hasFigure(last + 2, duration | measure) &&
        PER.has(tokens.textOf(last + 1)))
    )
      last += 2;
    return unitOf('measure', last, tokens.textOf(next, last));
  }
  if (tokens.hasFigure(next, times) && (tokens.lengthOf(next) > 1 || tokens.isGlued(next)))
    return unitOf('ratio', next);
  return undefined;
}

const PER = new Set(['per', 'pro', 'par', 'por']);

/** "10 in every", a unit that is a word as well; "3 T-72 tanks", the start of a name. */
const isOtherWord = (tokens: Tokens, token: number): boolean =>
  !tokens.isGlued(token) &&
  (tokens.has(token, WordClass.preposition) || (isHyphen(tokens, token + 1) && tokens.is(token + 2, TokenKind.number)));

const extended = (
  { first, value, kind, inDigits }: Figure,
  part: { readonly last: number; readonly value: number },
): Figure => ({ first, last: part.last, value: value + part.value, kind, inDigits });

/** The code of a unit that has one; "cents" have an empty one. */
const said = (code: string | undefined): string | undefined => (code === '' ? undefined : code);

/** Euros, US dollars, "75 USD million", "3 dollars 50 cents". */
function moneyUnit(tokens: Tokens, next: number, figure: Figure): Unit | undefined {
  const { currencies, currencyAdjectives } = tokens.grammar.rules;
  const codeOf = (token: number): string | undefined =>
    said(currencies.get(tokens.textOf(token).toLowerCase().replace('’', "'")));
  if (tokens.hasFigure(next, currency)) {
    const code = codeOf(next);
    const unit = tokens.textOf(next);
    const isScaled = tokens.hasFigure(next + 1, scale) && tokens.lengthOf(next + 1) > 2 && figure.kind === 'exact';
    if (isScaled) {
      const { first, value, kind, inDigits } = figure;
      const last = next + 1;
      return unitOf('money', last, unit, code, { first, last, value: value * valueOf(tokens, last), kind, inDigits });
    }
    const amount = inSingleUnits(tokens, next, figure);
    if (amount !== figure) return unitOf('money', next, unit, code, amount);
    const cents = code === undefined ? undefined : centsBehind(tokens, next + 1);
    return cents ? unitOf('money', cents.last, unit, code, extended(figure, cents)) : unitOf('money', next, unit, code);
  }
  if (!tokens.hasFigure(next + 1, currency) || !tokens.is(next, TokenKind.word)) return undefined;
  const adjective = currencyAdjectives.get(tokens.textOf(next).toLowerCase());
  if (adjective === undefined && !tokens.isCapitalized(next)) return undefined;
  return unitOf('money', next + 1, tokens.textOf(next, next + 1), said(adjective ?? codeOf(next + 1)));
}

/** The figure in single units of the currency at `token`: of 120 MEUR, 120 million. */
export function inSingleUnits(tokens: Tokens, token: number, figure: Figure): Figure {
  const multiple = valueOf(tokens, token);
  return multiple > 1 ? { ...figure, value: figure.value * multiple } : figure;
}

/** "50 cents", "and forty-five cents", or two digits alone behind an amount. */
function centsBehind(tokens: Tokens, token: number): { readonly last: number; readonly value: number } | undefined {
  const isJoined = tokens.hasFigure(token, FigureClass.joiner);
  const at = isJoined ? token + 1 : token;
  if (!tokens.is(at, TokenKind.number) && !tokens.hasFigure(at, FigureClass.cardinal)) return undefined;
  const part = figureAt(tokens, at);
  if (part?.kind !== 'exact' || !Number.isInteger(part.value) || part.value > 99) return undefined;
  const unit = part.last + 1;
  const isMinor =
    tokens.hasFigure(unit, currency) && tokens.grammar.rules.currencies.get(tokens.textOf(unit).toLowerCase()) === '';
  if (isMinor) return { last: unit, value: part.value / 100 };
  const isBare = !isJoined && part.value >= 10 && !tokens.is(unit, TokenKind.word) && !tokens.isSign(unit, '%');
  return isBare ? { last: part.last, value: part.value / 100 } : undefined;
}
