import { isDigit } from '../text/characters';
import { type Figure } from './figure';
import { andAHalf, isHyphen, numberWordsAt, valueOf } from './numberWords';
import { parseDigits } from './parseDigits';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** The value of a number token; undefined where its digits are none. */
export function digitsValue(tokens: Tokens, token: number): number | undefined {
  const { codes } = tokens;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  // Most numbers are digits alone: they are read in place.
  if (end - start <= LONGEST_PLAIN && codes[start] !== ZERO) {
    let value = 0;
    let at = start;
    for (; at < end && isDigit(codes[at]!); at++) value = value * 10 + codes[at]! - ZERO;
    if (at === end) return value;
  }
  return parseDigits(tokens.textOf(token), tokens.grammar.rules.decimalSeparator);
}

const ZERO = 48;
/** Digits that a number holds exactly. */
const LONGEST_PLAIN = 15;

/** A figure that starts with digits: "1,200", "1 1/2", "2½", "3 million", "1.2 million and a half", "1.3x10^6". */
export function digitsAt(tokens: Tokens, token: number): Figure | undefined {
  let value = digitsValue(tokens, token);
  if (value === undefined) return undefined;
  let last = token;
  const simple = fractionOfDigits(tokens, token);
  if (simple !== undefined) return { first: token, last: token + 2, value: simple, kind: 'share', inDigits: true };
  if (tokens.is(last + 1, TokenKind.number) && !tokens.isGlued(last + 1)) {
    const rest = fractionOfDigits(tokens, last + 1);
    if (rest !== undefined && Number.isInteger(value)) {
      value += rest;
      last += 3;
    }
  } else if (tokens.is(last + 1, TokenKind.punctuation)) {
    const vulgar = vulgarFraction(tokens, last + 1);
    if (vulgar !== undefined) {
      value += vulgar;
      last++;
    } else if (tokens.isSign(last + 1, '^')) return power(tokens, token, value, last + 1);
  } else if (tokens.isGlued(last + 1) && tokens.isSign(last + 2, '^') && /^[x×]10$/i.test(tokens.textOf(last + 1)))
    return power(tokens, token, 10, last + 2, value);
  const half = andAHalf(tokens, last + 1);
  if (half) {
    value += half.value;
    last = half.last;
  }
  let scale = Infinity;
  for (let next = last + 1; next < tokens.count; next = last + 1) {
    const at = isHyphen(tokens, next) ? next + 1 : next;
    if (tokens.hasFigure(at, FigureClass.scale | FigureClass.vague) && isScale(tokens, at, last)) {
      scale = valueOf(tokens, at);
      value *= scale;
      last = at;
      continue;
    }
    const rest = Number.isFinite(scale) ? smallerPart(tokens, next, scale) : undefined;
    if (!rest) break;
    value += rest.value;
    last = rest.last;
    scale = rest.scale;
  }
  if (value > 1e30) return undefined;
  // "5 Mrd. Euro": the abbreviation's stop.
  const stop = last + 1;
  if (
    tokens.has(last, WordClass.abbreviation) &&
    tokens.isSign(stop, '.') &&
    tokens.sentence[stop + 1] === tokens.sentence[last]
  )
    last = stop;
  return { first: token, last, value, kind: 'exact', inDigits: true };
}

/**
 * A letter is a scale only behind its digits or a space ("10k", "10 k"); "m" and "b" are where money or a plural follows or a sign of
 * money stands before: "£5m", "5m people", but "a 100m race".
 */
function isScale(tokens: Tokens, at: number, figure: number): boolean {
  const length = tokens.lengthOf(at);
  // "5 cents": a hundred is counted in words where it is no money.
  if (length > 2) return valueOf(tokens, at) !== 100 || tokens.grammar.language === 'en';
  // "3 M€"
  if (tokens.isGlued(at + 1) && isCurrencySign(tokens, at + 1)) return true;
  const isGlued = tokens.isGlued(at) && at === figure + 1;
  if (length === 1 && !isGlued) return tokens.firstCode(at) === SMALL_K && !tokens.has(at + 1, -1);
  if (!tokens.hasFigure(at, FigureClass.measure)) return true;
  const sign = tokens.isSign(figure - 1, '.') ? figure - 2 : figure - 1;
  return (
    (tokens.is(sign, TokenKind.punctuation) && isCurrencySign(tokens, sign)) ||
    tokens.hasFigure(sign, FigureClass.currency) ||
    tokens.hasFigure(at + 1, FigureClass.currency) ||
    (length === 1 && tokens.firstCode(at) < SMALL_A) ||
    (tokens.grammar.language === 'en' &&
      tokens.isPlural(at + 1) &&
      !tokens.isCapitalized(at + 1) &&
      !tokens.has(at + 1, -1))
  );
}

const SMALL_A = 97;
const SMALL_K = 107;

/** The code of a sign of money ($, €, £), which may stand as an entity; undefined for any other token. */
export function currencySign(tokens: Tokens, token: number): string | undefined {
  if (!tokens.is(token, TokenKind.punctuation)) return undefined;
  const code = -tokens.word[token]!;
  // $, ¢ to ¥, and Unicode's block of currencies: a look-up of a string for every comma would cost more than all the rest.
  const isMoney = code === 0x24 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20cf);
  return isMoney ? tokens.grammar.rules.currencies.get(String.fromCharCode(code)) : undefined;
}

export const isCurrencySign = (tokens: Tokens, token: number): boolean => currencySign(tokens, token) !== undefined;

/** "4 thousand 3 hundred", "3 hundred and 21", "3 million and a half": what goes on behind a scale, smaller than it. */
function smallerPart(
  tokens: Tokens,
  token: number,
  scale: number,
): { readonly last: number; readonly value: number; readonly scale: number } | undefined {
  if (tokens.hasFigure(token, FigureClass.joiner)) {
    const half = scale >= 1e3 ? andAHalf(tokens, token) : undefined;
    if (half && !tokens.hasFigure(half.last + 1, FigureClass.scale))
      return { last: half.last, value: half.value * scale, scale: 1 };
    const rest = tokens.hasFigure(token + 1, FigureClass.cardinal)
      ? numberWordsAt(tokens, token + 1)
      : { last: token + 1, value: scale === 100 ? (numberAt(tokens, token + 1) ?? NaN) : NaN };
    return rest && rest.value < scale && !tokens.hasFigure(rest.last + 1, FigureClass.scale)
      ? { last: rest.last, value: rest.value, scale: 1 }
      : undefined;
  }
  if (!tokens.is(token, TokenKind.number) || !tokens.hasFigure(token + 1, FigureClass.scale)) return undefined;
  const value = digitsValue(tokens, token);
  const next = valueOf(tokens, token + 1);
  return value !== undefined && value < 1e3 && next < scale && tokens.lengthOf(token + 1) > 2
    ? { last: token + 1, value: value * next, scale: next }
    : undefined;
}

const numberAt = (tokens: Tokens, token: number): number | undefined =>
  tokens.is(token, TokenKind.number) ? digitsValue(tokens, token) : undefined;

/** "10^6", "1.3x10^6": the power that `hat` raises a base to, times a factor. */
function power(tokens: Tokens, first: number, base: number, hat: number, factor = 1): Figure | undefined {
  const hasSign = tokens.isSign(hat + 1, '-') || tokens.isSign(hat + 1, '+') || tokens.isSign(hat + 1, '—');
  const last = hasSign ? hat + 2 : hat + 1;
  const exponent = tokens.is(last, TokenKind.number) ? digitsValue(tokens, last) : undefined;
  if (exponent === undefined || exponent > 99) return undefined;
  const value = factor * base ** (tokens.isSign(hat + 1, '-') ? -exponent : exponent);
  return Number.isFinite(value) ? { first, last, value, kind: 'exact', inDigits: true } : undefined;
}

/** The value of "3/4" in three tokens from this one on. */
function fractionOfDigits(tokens: Tokens, token: number): number | undefined {
  const isSlashed =
    (tokens.isSign(token + 1, '/') || tokens.isSign(token + 1, '⁄')) &&
    tokens.isGlued(token + 1) &&
    tokens.is(token + 2, TokenKind.number) &&
    tokens.isGlued(token + 2);
  if (
    !isSlashed ||
    (tokens.isSign(token + 3, '/') && tokens.isGlued(token + 3)) ||
    (tokens.isSign(token - 1, '/') && tokens.isGlued(token))
  )
    return undefined;
  const above = Number(tokens.textOf(token));
  const below = Number(tokens.textOf(token + 2));
  return above > 0 && above < below && DENOMINATORS.has(below) ? above / below : undefined;
}

/** What fractions are written over; 9/11 is a date. */
const DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100]);

/** The value of ½ and its like; undefined for any other token. */
export function vulgarFraction(tokens: Tokens, token: number): number | undefined {
  const code = -tokens.word[token]!;
  if (code < 0xbc || (code > 0xbe && code < 0x2150) || code > 0x215e) return undefined;
  return tokens.kind[token] === TokenKind.punctuation ? VULGAR_FRACTIONS[code] : undefined;
}

const VULGAR_FRACTIONS: Readonly<Record<number, number>> = {
  0xbc: 1 / 4,
  0xbd: 1 / 2,
  0xbe: 3 / 4,
  0x2150: 1 / 7,
  0x2151: 1 / 9,
  0x2152: 1 / 10,
  0x2153: 1 / 3,
  0x2154: 2 / 3,
  0x2155: 1 / 5,
  0x2156: 2 / 5,
  0x2157: 3 / 5,
  0x2158: 4 / 5,
  0x2159: 1 / 6,
  0x215a: 5 / 6,
  0x215b: 1 / 8,
  0x215c: 3 / 8,
  0x215d: 5 / 8,
  0x215e: 7 / 8,
};
