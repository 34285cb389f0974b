import { isDigit } from '../text/characters';
import { TokenKind, type Tokens } from './tokens';
import { FigureClass, WordClass } from './wordClass';

/** A quantity read off tokens `first..last`, both inclusive, without its unit. */
export interface Figure {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** `vague`: only a lower bound is said ("dozens"); `share`: a part of a whole ("one third", "two in five"). */
  readonly kind: 'exact' | 'vague' | 'share' | 'multiple';
  /** Written in digits. */
  readonly inDigits: boolean;
}

/** Reads the longest quantity that starts at this token; undefined where none does. */
export function figureAt(tokens: Tokens, first: number): Figure | undefined {
  if (tokens.is(first, TokenKind.number)) return digitsAt(tokens, first);
  if (tokens.is(first, TokenKind.punctuation)) {
    const value = VULGAR_FRACTIONS[tokens.textOf(first)];
    return value === undefined ? undefined : { first, last: first, value, kind: 'share', inDigits: true };
  }
  if (!tokens.is(first, TokenKind.word) || tokens.figures[first] === 0) return undefined;
  return vagueAt(tokens, first) ?? shareAt(tokens, first) ?? wordsAt(tokens, first) ?? multipleAt(tokens, first);
}

const valueOf = (tokens: Tokens, token: number): number => tokens.grammar.lexicon.value[tokens.word[token]!] ?? NaN;

const SCALE = FigureClass.scale;

function digitsAt(tokens: Tokens, token: number): Figure | undefined {
  let value = parseDigits(tokens.textOf(token), tokens.grammar.table.decimalSeparator);
  if (value === undefined) return undefined;
  let last = token;
  // 3/4, 1 1/2
  const simple = fractionOfDigits(tokens, token);
  if (simple !== undefined) return { first: token, last: token + 2, value: simple, kind: 'share', inDigits: true };
  if (tokens.is(last + 1, TokenKind.number) && !tokens.isGlued(last + 1)) {
    const rest = fractionOfDigits(tokens, last + 1);
    if (rest !== undefined && Number.isInteger(value)) {
      value += rest;
      last += 3;
    }
  } else if (tokens.is(last + 1, TokenKind.punctuation) && tokens.isGlued(last + 1)) {
    const vulgar = VULGAR_FRACTIONS[tokens.textOf(last + 1)];
    if (vulgar !== undefined) {
      value += vulgar;
      last++;
    }
  }
  const half = andAHalf(tokens, last + 1);
  if (half) {
    value += half.value;
    last = half.last;
  }
  const share = outOf(tokens, token, last, value);
  if (share) return share;
  for (let next = last + 1; ; next++) {
    const at = tokens.isSign(next, '-') && tokens.isGlued(next) && tokens.isGlued(next + 1) ? next + 1 : next;
    if (!tokens.hasFigure(at, SCALE)) break;
    const isLetter = tokens.lengthOf(at) === 1;
    if (isLetter && !tokens.isGlued(at)) break;
    value *= valueOf(tokens, at);
    last = at;
    next = at;
  }
  return { first: token, last, value, kind: 'exact', inDigits: true };
}

function fractionOfDigits(tokens: Tokens, token: number): number | undefined {
  const isSlashed =
    tokens.isSign(token + 1, '/') &&
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

const VULGAR_FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 0.2,
  '⅖': 0.4,
  '⅗': 0.6,
  '⅘': 0.8,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
};

/** "and a half", "and three quarters" from this token on. */
function andAHalf(tokens: Tokens, token: number): { readonly last: number; readonly value: number } | undefined {
  if (!tokens.hasFigure(token, FigureClass.joiner)) return undefined;
  if (tokens.hasFigure(token + 1, FigureClass.article) && tokens.hasFigure(token + 2, FigureClass.half))
    return { last: token + 2, value: valueOf(tokens, token + 2) };
  if (tokens.hasFigure(token + 1, FigureClass.cardinal) && tokens.hasFigure(token + 2, FigureClass.fraction))
    return { last: token + 2, value: valueOf(tokens, token + 1) * valueOf(tokens, token + 2) };
  return undefined;
}

/** "two in five", "9 out of 10". */
function outOf(tokens: Tokens, first: number, last: number, value: number): Figure | undefined {
  const phrase = tokens.grammar.proportionPhrases.startingAt(tokens, last + 1);
  if (!phrase || !Number.isInteger(value)) return undefined;
  const next = phrase.last + 1;
  const whole = tokens.is(next, TokenKind.number)
    ? digitsValue(tokens, next)
    : tokens.hasFigure(next, FigureClass.cardinal)
      ? wordsAt(tokens, next)
      : undefined;
  if (!whole || !(value < whole.value) || !Number.isInteger(whole.value) || isYear(whole.value)) return undefined;
  if (tokens.hasFigure(whole.last + 1, FigureClass.duration)) return undefined;
  return { first, last: whole.last, value: value / whole.value, kind: 'share', inDigits: true };
}
const isYear = (value: number): boolean => value >= 1500 && value <= 2100;

function digitsValue(tokens: Tokens, token: number): { readonly last: number; readonly value: number } | undefined {
  const value = parseDigits(tokens.textOf(token), tokens.grammar.table.decimalSeparator);
  return value === undefined ? undefined : { last: token, value };
}

/** Number words: "twenty-four", "three hundred and five thousand", "half a million", "a dozen", "several hundred". */
function wordsAt(tokens: Tokens, first: number): Figure | undefined {
  let token = first;
  let total = 0;
  let group = NaN;
  let last = -1;
  let isVague = false;
  const { joinsTens, countsByTwenties: byTwenties } = tokens.grammar.table;
  if (tokens.hasFigure(token, FigureClass.article)) {
    if (tokens.hasFigure(token + 1, FigureClass.few)) {
      token++;
    } else if (tokens.hasFigure(token + 1, FigureClass.half) && tokens.hasFigure(token + 2, SCALE)) {
      group = valueOf(tokens, token + 1);
      token += 2;
    } else if (tokens.hasFigure(token + 1, SCALE) && tokens.lengthOf(token + 1) > 2) {
      group = 1;
      token++;
    } else return undefined;
  }
  if (tokens.hasFigure(token, FigureClass.few)) {
    let next = token + 1;
    if (tokens.hasFigure(next, FigureClass.of)) next++;
    if (!tokens.hasFigure(next, SCALE)) return undefined;
    isVague = true;
    group = 2;
    token = next;
  } else if (tokens.hasFigure(token, FigureClass.half) && tokens.hasFigure(token + 1, SCALE)) {
    group = valueOf(tokens, token);
    token++;
  } else if (
    tokens.hasFigure(token, FigureClass.half) &&
    tokens.hasFigure(token + 1, FigureClass.article) &&
    tokens.hasFigure(token + 2, SCALE)
  ) {
    group = valueOf(tokens, token);
    token += 2;
  }
  for (; token < tokens.count; token++) {
    if (tokens.isSign(token, '-') && tokens.isGlued(token) && tokens.isGlued(token + 1) && last >= 0) {
      if (!tokens.hasFigure(token + 1, FigureClass.cardinal | SCALE)) break;
      token++;
    } else if (tokens.hasFigure(token, FigureClass.joiner) && last >= 0) {
      const unit = tokens.hasFigure(token + 1, FigureClass.cardinal) ? valueOf(tokens, token + 1) : NaN;
      const isInside =
        (group >= 100 && group % 100 === 0 && unit < 100) ||
        (joinsTens === true && group >= 20 && group < 100 && group % 10 === 0 && unit < 20);
      const half = andAHalf(tokens, token);
      if (half && !Number.isNaN(group)) {
        group += half.value;
        last = half.last;
        token = half.last;
        continue;
      }
      if (!isInside) break;
      token++;
    }
    if (tokens.hasFigure(token, FigureClass.cardinal)) {
      const value = valueOf(tokens, token);
      if (Number.isNaN(group)) group = value;
      else if (byTwenties && group === 4 && value === 20) group = 80;
      else if (
        (group % 100 === 0 && value < 100) ||
        (group % 100 >= 20 && group % 10 === 0 && value < 10) ||
        (byTwenties && (group === 60 || group === 80) && value < 20)
      )
        group += value;
      else break;
    } else if (tokens.hasFigure(token, SCALE) && !(tokens.lengthOf(token) < 3) && !Number.isNaN(group)) {
      const value = valueOf(tokens, token);
      if (value <= 100) group *= value;
      else {
        total += group * value;
        group = 0;
      }
    } else break;
    last = token;
  }
  if (last < 0) return undefined;
  return (
    outOf(tokens, first, last, total + group) ?? {
      first,
      last,
      value: total + group,
      kind: isVague ? 'vague' : 'exact',
      inDigits: false,
    }
  );
}

/** "one third", "two-thirds", "a quarter", "half". */
function shareAt(tokens: Tokens, first: number): Figure | undefined {
  const figure = (last: number, value: number): Figure => ({ first, last, value, kind: 'share', inDigits: false });
  if (tokens.hasFigure(first, FigureClass.cardinal)) {
    let next = first + 1;
    if (tokens.isSign(next, '-') && tokens.isGlued(next)) next++;
    const above = valueOf(tokens, first);
    if (!tokens.hasFigure(next, FigureClass.fraction) || above >= 20) return undefined;
    const value = above * valueOf(tokens, next);
    return above === 1 || value < 1 || tokens.endsWith(next, 's') ? figure(next, value) : undefined;
  }
  if (tokens.hasFigure(first, FigureClass.article)) {
    const isFraction = tokens.hasFigure(first + 1, FigureClass.fraction) && !tokens.endsWith(first + 1, 's');
    const isHalf = tokens.hasFigure(first + 1, FigureClass.half);
    if (!isFraction || tokens.hasFigure(first + 2, SCALE)) return undefined;
    // "a fifth" with nothing behind it is no rank.
    return tokens.hasFigure(first + 2, FigureClass.of) ||
      first + 2 >= tokens.count ||
      (!isHalf && tokens.is(first + 2, TokenKind.punctuation))
      ? figure(first + 1, valueOf(tokens, first + 1))
      : undefined;
  }
  if (tokens.hasFigure(first, FigureClass.half) && valueOf(tokens, first) === 0.5) {
    const next = first + 1;
    return tokens.hasFigure(next, FigureClass.of) ||
      tokens.hasFigure(first - 1, FigureClass.by) ||
      (tokens.has(next, WordClass.determiner) && !tokens.hasFigure(next, FigureClass.article))
      ? figure(first, 0.5)
      : undefined;
  }
  return undefined;
}

/** "dozens", "tens of thousands", "hundreds of millions". */
function vagueAt(tokens: Tokens, first: number): Figure | undefined {
  if (!tokens.hasFigure(first, FigureClass.vague)) return undefined;
  let value = valueOf(tokens, first);
  let last = first;
  while (tokens.hasFigure(last + 1, FigureClass.of) && tokens.hasFigure(last + 2, FigureClass.vague)) {
    value *= valueOf(tokens, last + 2);
    last += 2;
  }
  return { first, last, value, kind: 'vague', inDigits: false };
}

/** "twice as many", "double the": not how often something happened. */
function multipleAt(tokens: Tokens, first: number): Figure | undefined {
  if (!tokens.hasFigure(first, FigureClass.multiple)) return undefined;
  const next = first + 1;
  const compares = tokens.hasFigure(next, FigureClass.compared) || tokens.has(next, WordClass.determiner);
  return compares
    ? { first, last: first, value: valueOf(tokens, first), kind: 'multiple', inDigits: false }
    : undefined;
}

/**
 * The value of digits with separators; undefined where they are no number (addresses, dates, lists) or an identifier with a leading
 * zero. Groups of three decide what a separator is; one separator alone is read as the language writes it.
 */
export function parseDigits(digits: string, decimal: '.' | ','): number | undefined {
  if (digits.length > 40) return undefined;
  // "1.3e6"
  const exponent = digits.search(/[eE]/);
  if (exponent > 0) return finite(Number(digits.slice(0, exponent)) * 10 ** Number(digits.slice(exponent + 1)));
  if (digits.startsWith('.')) return Number(digits) || undefined;
  let plain = '';
  let separator = '';
  let run = 0;
  let groups = 0;
  let fraction = -1;
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i);
    if (isDigit(code)) {
      plain += digits[i]!;
      run++;
      continue;
    }
    if (fraction >= 0) return undefined;
    const sign = digits[i]!;
    const rest = digits.length - i - 1;
    const isGroup = (sign !== decimal || separator === sign) && isGroupOfThree(digits, i + 1);
    if (isGroup && (groups === 0 ? run <= 3 : run === 3 && sign === separator)) {
      separator = sign;
      groups++;
    } else if (
      (sign === '.' || sign === ',') &&
      sign !== separator &&
      (groups === 0 || run === 3) &&
      rest > 0 &&
      (sign === decimal || groups > 0 || rest !== 3)
    ) {
      if (sign !== decimal && groups === 0 && sign === ',' && rest > 2) return undefined;
      fraction = plain.length;
    } else return undefined;
    run = 0;
  }
  if (groups > 0 && fraction < 0 && run !== 3) return undefined;
  if (plain.length > 1 && plain.startsWith('0') && fraction !== 1) return undefined;
  const value = Number(fraction < 0 ? plain : `${plain.slice(0, fraction)}.${plain.slice(fraction)}`);
  return Number.isFinite(value) ? value : undefined;
}

const isGroupOfThree = (digits: string, at: number): boolean =>
  at + 3 <= digits.length &&
  isDigit(digits.charCodeAt(at)) &&
  isDigit(digits.charCodeAt(at + 1)) &&
  isDigit(digits.charCodeAt(at + 2)) &&
  (at + 3 === digits.length || !isDigit(digits.charCodeAt(at + 3)));

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
