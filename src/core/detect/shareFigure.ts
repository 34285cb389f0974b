import { digitsValue } from './digitFigure';
import { type Figure } from './figure';
import { behindHyphen, isHyphen, numberWordsAt, valueOf } from './numberWords';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

const { article, cardinal, fraction, half, of, scale } = FigureClass;
/** What an amount can be half of: "half an hour", "half a percent". */
const UNIT = FigureClass.duration | FigureClass.measure | FigureClass.percent | FigureClass.currency;

/** "one third", "two-thirds", "a quarter", "half", "un sur trois"; of a million, it is a number. */
export function shareAt(tokens: Tokens, first: number): Figure | undefined {
  if (tokens.hasFigure(first, FigureClass.share)) return phraseShare(tokens, first, first, 1);
  const share = tokens.hasFigure(first, cardinal)
    ? countedShare(tokens, first)
    : tokens.hasFigure(first, article)
      ? tokens.hasFigure(first + 1, scale)
        ? countedShare(tokens, first)
        : articleShare(tokens, first)
      : halfAt(tokens, first);
  return share && (ofAScale(tokens, share) ?? share);
}

const shareOf = (first: number, last: number, value: number): Figure => ({
  first,
  last,
  value,
  kind: 'share',
  inDigits: false,
});

/** "jeder dritte", "(dos) terceras partes": the phrase at `at`, so many times; not "jeden zweiten Tag". */
function phraseShare(tokens: Tokens, first: number, at: number, count: number): Figure | undefined {
  const phrase = tokens.grammar.sharePhrases.startingAt(tokens, at);
  if (!phrase || tokens.hasFigure(phrase.last + 1, FigureClass.duration) || tokens.has(phrase.last + 1, WordClass.time))
    return undefined;
  return shareOf(first, phrase.last, count * phrase.meaning);
}

/** "three-fifths", "twenty-three fifths", "one twenty-fifth". */
function countedShare(tokens: Tokens, first: number): Figure | undefined {
  const above = numberWordsAt(tokens, first);
  if (!above) return undefined;
  let next = behindHyphen(tokens, above.last + 1);
  if (tokens.hasFigure(next, FigureClass.share)) return phraseShare(tokens, first, next, above.value);
  let below = 0;
  if (tokens.hasFigure(next, cardinal) && isHyphen(tokens, next + 1) && valueOf(tokens, next) % 10 === 0) {
    below = valueOf(tokens, next);
    next += 2;
  }
  if (!tokens.hasFigure(next, fraction)) return undefined;
  const part = valueOf(tokens, next);
  const value = above.value * (below > 0 ? 1 / (below + 1 / part) : part);
  const isPlural = tokens.endsWith(next, 's');
  // Two quarters are half a year; four are a year.
  if (part === 0.25 && above.value !== 1 && above.value !== 3) return undefined;
  const isShare = above.value === 1 || isPlural || (value < 1 && above.value < 20 && part > RARE_PART);
  return isShare ? shareOf(first, next, value) : undefined;
}

/** Smaller parts than this are said in the plural: the two millionth is a rank. */
const RARE_PART = 0.01;

function articleShare(tokens: Tokens, first: number): Figure | undefined {
  const next = first + 1;
  if (tokens.hasFigure(next, FigureClass.share)) return phraseShare(tokens, first, next, 1);
  if (!tokens.hasFigure(next, fraction)) {
    const one: Figure = { ...shareOf(first, first, 1), kind: 'exact' };
    return tokens.grammar.language === 'en' ? undefined : proportionOf(tokens, one);
  }
  const behind = behindHyphen(tokens, next + 1);
  if (tokens.endsWith(next, 's') && !tokens.endsWith(next, 'rs') && tokens.grammar.language === 'en') return undefined;
  if (tokens.hasFigure(behind, scale | half)) return undefined;
  const value = valueOf(tokens, next);
  // "a fifth" with nothing behind it is no rank; a small part is never one.
  const isPart =
    tokens.hasFigure(behind, of) ||
    behind >= tokens.count ||
    (tokens.is(behind, TokenKind.punctuation) && !tokens.hasFigure(next, half)) ||
    tokens.grammar.rules.nounsCapitalized ||
    value < SMALL_PART ||
    tokens.grammar.modifiers.endingAt(tokens, first - 1) !== undefined ||
    // "cut by a quarter", not "by a third party", "by a half-built house"
    (tokens.hasFigure(first - 1, FigureClass.by) &&
      behind === next + 1 &&
      (tokens.is(behind, TokenKind.punctuation) || tokens.has(behind, GOES_ON)));
  return isPart ? shareOf(first, next, value) : undefined;
}

/** What a sentence goes on with behind an amount. */
const GOES_ON = WordClass.preposition | WordClass.coordinator | WordClass.subordinator | WordClass.time;

/** Below a thousandth a fraction's word is hardly a rank. */
const SMALL_PART = 0.001;

function halfAt(tokens: Tokens, first: number): Figure | undefined {
  const value = valueOf(tokens, first);
  if (!tokens.hasFigure(first, half)) {
    // "die Hälfte", "la mitad": nouns that mean nothing else.
    return tokens.hasFigure(first, fraction) && value === 0.5 && tokens.grammar.language !== 'en'
      ? shareOf(first, first, value)
      : undefined;
  }
  if (value !== 0.5) return undefined;
  const next = first + 1;
  if (tokens.hasFigure(next, article))
    return tokens.hasFigure(next + 1, UNIT) ? { ...shareOf(first, next, value), kind: 'exact' } : undefined;
  const isShare =
    tokens.hasFigure(next, of) ||
    tokens.hasFigure(first - 1, FigureClass.by) ||
    tokens.has(next, WordClass.determiner) ||
    (tokens.grammar.language === 'en' &&
      !tokens.isSign(next, '-') &&
      !tokens.is(next, TokenKind.number) &&
      tokens.grammar.modifiers.endingAt(tokens, first - 1) !== undefined);
  return isShare ? shareOf(first, first, value) : undefined;
}

/** "two thirds of a million", "three quarters billion". */
function ofAScale(tokens: Tokens, { first, last, value }: Figure): Figure | undefined {
  let next = last + 1;
  if (tokens.hasFigure(next, of)) next++;
  if (next > last + 1 && tokens.hasFigure(next, article)) next++;
  const isScale = tokens.hasFigure(next, scale) && tokens.lengthOf(next) > 2 && valueOf(tokens, next) >= 1e3;
  if (!isScale || tokens.hasFigure(next, FigureClass.vague)) return undefined;
  return { first, last: next, value: value * valueOf(tokens, next), kind: 'exact', inDigits: false };
}

/** "two in five", "9 out of 10", "one-in-ten", "1 over 3" of what has just been read; undefined where it goes on otherwise. */
export const proportionOf = (tokens: Tokens, figure: Figure): Figure | undefined =>
  proportionBehind(tokens, figure) ?? nounProportion(tokens, figure);

function proportionBehind(tokens: Tokens, { first, last, value, inDigits }: Figure): Figure | undefined {
  if (!Number.isInteger(value)) return undefined;
  const phrase = tokens.grammar.proportionPhrases.startingAt(tokens, behindHyphen(tokens, last + 1));
  if (!phrase) return undefined;
  const next = behindHyphen(tokens, phrase.last + 1);
  const whole = wholeAt(tokens, next);
  if (!whole || !(value < whole.value) || !Number.isInteger(whole.value)) return undefined;
  if (tokens.is(next, TokenKind.number) && whole.value >= 1500 && whole.value <= 2100) return undefined;
  const behind = behindHyphen(tokens, whole.last + 1);
  if (tokens.hasFigure(behind, UNIT) || tokens.isSign(behind, '%') || tokens.has(behind, WordClass.month))
    return undefined;
  // "1 over 3" is a fraction where nothing is counted.
  if (tokens.endsWith(phrase.first, 'over') && tokens.is(behind, TokenKind.word)) return undefined;
  return { first, last: whole.last, value: value / whole.value, kind: 'share', inDigits };
}

/** "un salarié sur trois", with nothing behind it that the second number could count: not "un film sur trois frères". */
function nounProportion(tokens: Tokens, part: Figure): Figure | undefined {
  const noun = part.last + 1;
  if (!tokens.grammar.rules.objectFirst || !tokens.is(noun, TokenKind.word) || tokens.classes[noun] !== 0)
    return undefined;
  const share = proportionBehind(tokens, { ...part, last: noun });
  // "un valor de 3 millones": "de" alone leads to what has the value.
  const phrase = share && tokens.grammar.proportionPhrases.startingAt(tokens, noun + 1);
  if (phrase?.last === noun + 1 && tokens.hasFigure(phrase.last, of)) return undefined;
  const next = share ? share.last + 1 : 0;
  return tokens.is(next, TokenKind.word) && tokens.isPlural(next) && !tokens.has(next, -1) ? undefined : share;
}

function wholeAt(tokens: Tokens, token: number): { readonly last: number; readonly value: number } | undefined {
  if (tokens.is(token, TokenKind.number)) {
    const value = digitsValue(tokens, token);
    if (value === undefined) return undefined;
    const isScaled = tokens.hasFigure(token + 1, scale) && tokens.lengthOf(token + 1) > 2;
    return isScaled ? { last: token + 1, value: value * valueOf(tokens, token + 1) } : { last: token, value };
  }
  return tokens.hasFigure(token, cardinal | scale | article) ? numberWordsAt(tokens, token) : undefined;
}
