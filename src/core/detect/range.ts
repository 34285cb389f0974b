import { type ChangeRole } from './change';
import { digitsValue, isCurrencySign } from './digitFigure';
import { type Figure, figureAt } from './figure';
import { isNotAClaim } from './figureContext';
import { behindHyphen, isHyphen, valueOf } from './numberWords';
import { type Quantity, quantityAround } from './quantity';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** The second bound of a range: "3-5", "3 - 5", "3 to 5", "between 3 and 5", "two or three", "from $3 to $5". */
export function upperBound(tokens: Tokens, lower: Quantity, change: ChangeRole | undefined): Quantity | undefined {
  // "four-to-six weeks"
  const hyphen = lower.last + 1;
  const isHyphened = isHyphen(tokens, hyphen) && tokens.hasFigure(hyphen + 1, FigureClass.rangeJoiner);
  const joiner = isHyphened ? hyphen + 1 : hyphen;
  const isBetween = boundsFrom(tokens, lower.first) >= 0;
  const isDash = joinsBounds(tokens, joiner, lower);
  const isWord =
    tokens.hasFigure(joiner, FigureClass.rangeJoiner) && (!tokens.hasFigure(joiner, FigureClass.joiner) || isBetween);
  if (!isDash && !isWord) return undefined;
  let at = isHyphened ? behindHyphen(tokens, joiner + 1) : joiner + 1;
  if (isCurrencySign(tokens, at) || isArticleBefore(tokens, at + 1)) at++;
  const figure = figureAt(tokens, at);
  if (!figure || figure.kind === 'vague' || figure.kind === 'multiple' || isNotAClaim(tokens, figure, true) >= 0)
    return undefined;
  const upper = quantityAround(tokens, figure);
  if (!upper) return undefined;
  if (upper.kind !== lower.kind && lower.kind !== 'count' && !(lower.kind === 'money' && upper.kind === 'count'))
    return undefined;
  if (!isOneUnit(lower, upper)) return undefined;
  // What falls is said from the higher bound to the lower one.
  if (upper.figure.value * upper.sign <= lower.figure.value * lower.sign && !(change && isWord)) return undefined;
  if (lower.kind !== 'money' || upper.kind === 'money') return upper;
  const { first, last, unit, currency, sign } = upper;
  return { figure, kind: 'money', first, last, unit, currency, sign };
}

/** The "between" or "from" that opens a range whose first bound stands at `first`; -1 where none does. "entre un 3 y un 5 %" */
export function boundsFrom(tokens: Tokens, first: number): number {
  const before = isArticleBefore(tokens, first) ? first - 2 : first - 1;
  return tokens.hasFigure(before, FigureClass.from) ? before : -1;
}

/** Spanish says "un 5 %" and "el 5 %". */
const isArticleBefore = (tokens: Tokens, figure: number): boolean =>
  tokens.is(figure, TokenKind.number) &&
  tokens.grammar.language !== 'en' &&
  tokens.has(figure - 1, WordClass.determiner);

/** Not "3 kg or 5 litres", "two days or three weeks": those are two amounts. */
function isOneUnit(lower: Quantity, upper: Quantity): boolean {
  if (lower.currency !== undefined && upper.currency !== undefined) return lower.currency === upper.currency;
  return lower.unit === undefined || upper.unit === undefined || upper.unit.startsWith(lower.unit.slice(0, STEM));
}

/** "1 day to 3 days": so many letters tell a unit, whatever its number. */
const STEM = 3;

/** A dash between digits: glued, or a hyphen with blanks on both sides. */
function joinsBounds(tokens: Tokens, dash: number, lower: Quantity): boolean {
  const isHyphenMinus = tokens.isSign(dash, '-');
  if (!isHyphenMinus && !tokens.isSign(dash, '–') && !tokens.isSign(dash, '—')) return false;
  if (tokens.isGlued(dash)) return tokens.isGlued(dash + 1) || tokens.isSign(dash, '–');
  return isHyphenMinus && lower.figure.inDigits && tokens.is(dash + 1, TokenKind.number) && !tokens.isGlued(dash + 1);
}

/** "3 to 5 million", "3 to 5 MEUR": the scale that is said once, behind the second bound; else 1. */
export function sharedScale(tokens: Tokens, lower: Figure, upper: Figure): number {
  if (lower.first !== lower.last || !(upper.first === upper.last || tokens.hasFigure(upper.last, FigureClass.scale)))
    return 1;
  const alone = tokens.is(upper.first, TokenKind.number)
    ? digitsValue(tokens, upper.first)
    : valueOf(tokens, upper.first);
  return alone !== undefined && lower.value < alone && upper.value > alone ? upper.value / alone : 1;
}

/** "10 to 1", "three-to-one": the last token of a ratio whose first number is this figure; undefined where it is none. */
export function ratioTo(tokens: Tokens, { last, value, kind }: Figure): number | undefined {
  const joiner = isHyphen(tokens, last + 1) ? last + 2 : last + 1;
  if (kind !== 'exact' || value < 2 || !tokens.hasFigure(joiner, FigureClass.rangeJoiner)) return undefined;
  if (
    tokens.hasFigure(joiner, FigureClass.joiner) ||
    tokens.grammar.language !== 'en' ||
    !tokens.endsWith(joiner, 'to')
  )
    return undefined;
  const one = isHyphen(tokens, joiner + 1) ? joiner + 2 : joiner + 1;
  const isOne = tokens.is(one, TokenKind.number)
    ? digitsValue(tokens, one) === 1
    : tokens.hasFigure(one, FigureClass.cardinal) && valueOf(tokens, one) === 1;
  // "fell from 10 to one boat": what is counted makes it a range.
  const behind = one + 1;
  return isOne && !(tokens.is(behind, TokenKind.word) && !tokens.has(behind, -1)) && !tokens.isSign(behind, '%')
    ? one
    : undefined;
}
