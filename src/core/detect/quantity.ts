import { currencySign } from './digitFigure';
import { type Figure } from './figure';
import { type ClaimKind } from './model';
import { valueOf } from './numberWords';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import { inSingleUnits, unitBehind } from './unit';
import * as FigureClass from './figureClass';

/** A figure with what stands directly around it. Positions are tokens, inclusive. */
export interface Quantity {
  readonly figure: Figure;
  readonly kind: ClaimKind;
  /** With the currency sign in front and the percent sign or the unit behind. */
  readonly first: number;
  readonly last: number;
  readonly unit: string | undefined;
  readonly currency: string | undefined;
  readonly sign: 1 | -1;
}

/** Reads the unit of a figure; undefined where it needs one and has none. */
export function quantityAround(tokens: Tokens, figure: Figure): Quantity | undefined {
  let first = figure.first;
  let currency = signBefore(tokens, first);
  if (currency) first = currency.first;
  const signed = signOf(tokens, first);
  first = signed.first;
  if (!currency) {
    // "-$5": the sign of money may stand on either side of the minus.
    currency = signed.sign < 0 ? signBefore(tokens, first) : undefined;
    currency ??= codeBefore(tokens, first);
    if (currency) first = currency.first;
  }
  const { sign } = signed;
  if (currency) {
    const code = currency.code === '' ? undefined : currency.code;
    const amount = inSingleUnits(tokens, currency.first, figure);
    return { figure: amount, kind: 'money', first, last: figure.last, unit: undefined, currency: code, sign };
  }
  const unit = unitBehind(tokens, figure);
  return (
    unit && {
      figure: unit.figure ?? figure,
      kind: unit.kind,
      first,
      last: unit.last,
      unit: unit.unit,
      currency: unit.currency,
      sign,
    }
  );
}

interface CurrencyBefore {
  readonly first: number;
  readonly code: string;
}

/** "$5", "US$ 5", "Rs. 5": the sign before a figure, with the letters glued to it. */
function signBefore(tokens: Tokens, figure: number): CurrencyBefore | undefined {
  const sign = figure - 1;
  const code = currencySign(tokens, sign);
  if (code === undefined) return undefined;
  // "5 $ 10": the sign belongs to the number it stands behind.
  if (!tokens.isGlued(figure) && tokens.is(sign - 1, TokenKind.number)) return undefined;
  const letters = sign - 1;
  const prefix =
    tokens.is(letters, TokenKind.word) && tokens.lengthOf(letters) <= 3
      ? CURRENCY_PREFIXES[tokens.textOf(letters).toUpperCase()]
      : undefined;
  if (prefix && (tokens.isGlued(sign) || tokens.lengthOf(letters) > 1)) return { first: letters, code: prefix };
  return { first: sign, code };
}

/** Whose dollar it is. */
const CURRENCY_PREFIXES: Readonly<Record<string, string>> = {
  US: 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  NT: 'TWD',
  R: 'BRL',
  S: 'SGD',
  MX: 'MXN',
  AR: 'ARS',
};

/** A currency code in front: USD10m, EUR 5 million, Rs. 500, MSEK 45. */
function codeBefore(tokens: Tokens, figure: number): CurrencyBefore | undefined {
  let code = figure - 1;
  if (tokens.isSign(code, '.') && tokens.isGlued(code)) code--;
  if (
    !tokens.is(code, TokenKind.word) ||
    !tokens.hasFigure(code, FigureClass.currency) ||
    tokens.lengthOf(code) < 2 ||
    tokens.lengthOf(code) > (valueOf(tokens, code) > 1 ? 4 : 3) ||
    !tokens.isCapitalized(code) ||
    tokens.is(code - 1, TokenKind.number)
  )
    return undefined;
  return { first: code, code: tokens.grammar.rules.currencies.get(tokens.textOf(code).toLowerCase())! };
}

/** A minus or a word for it before the figure. */
function signOf(tokens: Tokens, figure: number): { readonly first: number; readonly sign: 1 | -1 } {
  const before = figure - 1;
  const isDash = tokens.isSign(before, '-') || tokens.isSign(before, '−') || tokens.isSign(before, '–');
  if (tokens.isGlued(figure) && isDash) {
    if (!tokens.isGlued(before)) return { first: before, sign: -1 };
    if (tokens.isSign(before, '-') && tokens.hasFigure(before - 1, FigureClass.negative))
      return { first: before - 1, sign: -1 };
  }
  const isWord = tokens.hasFigure(before, FigureClass.negative) && !tokens.grammar.modifiers.endingAt(tokens, before);
  return isWord ? { first: before, sign: -1 } : { first: figure, sign: 1 };
}
