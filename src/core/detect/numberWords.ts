import { germanNumber } from './languages/germanNumbers';
import { NumberSum } from './numberSum';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';

/** A number read off words up to the token `last`. */
export interface NumberWords {
  readonly last: number;
  readonly value: number;
  /** Only the least it can be is said: "several hundred". */
  readonly isVague: boolean;
}

/** Words of the longest number that is read. */
const LONGEST = 24;

const { article, cardinal, few, fraction, half, joiner, of } = FigureClass;
/** "dozens" behind a number is a scale: "three dozens". */
const SCALE = FigureClass.scale | FigureClass.vague;

/** The value of a number word; NaN for any other token. */
export function valueOf(tokens: Tokens, token: number): number {
  const word = tokens.word[token]!;
  if (word > 0) return tokens.grammar.lexicon.value[word]!;
  // Words of the language's compounds have the class, but no entry.
  return tokens.hasFigure(token, cardinal) ? (germanNumber(tokens.textOf(token)) ?? NaN) : NaN;
}

/** A hyphen between two words without blanks. */
export const isHyphen = (tokens: Tokens, token: number): boolean =>
  tokens.isGlued(token) && tokens.isGlued(token + 1) && (tokens.isSign(token, '-') || tokens.isSign(token, '‑'));

/** The token behind the hyphen at `token`, or `token` where none stands. */
export const behindHyphen = (tokens: Tokens, token: number): number => (isHyphen(tokens, token) ? token + 1 : token);

/** "and a half", "and three quarters", "et demi" from this token on. */
export function andAHalf(tokens: Tokens, token: number): { readonly last: number; readonly value: number } | undefined {
  if (!tokens.hasFigure(token, joiner)) return undefined;
  const next = token + 1;
  if (tokens.hasFigure(next, article)) {
    const value = tokens.hasFigure(next + 1, half | fraction) ? valueOf(tokens, next + 1) : NaN;
    return value < 1 ? { last: next + 1, value } : undefined;
  }
  if (tokens.grammar.language !== 'en' && tokens.hasFigure(next, half))
    return { last: next, value: valueOf(tokens, next) };
  const part = behindHyphen(tokens, next + 1);
  if (!tokens.hasFigure(next, cardinal) || !tokens.hasFigure(part, fraction)) return undefined;
  const value = valueOf(tokens, next) * valueOf(tokens, part);
  return value < 1 ? { last: part, value } : undefined;
}

/** Number words: "twenty-four", "three hundred and five thousand", "half a million", "a dozen", "several hundred". */
export function numberWordsAt(tokens: Tokens, first: number, limit = first + LONGEST): NumberWords | undefined {
  const lead = leadAt(tokens, first);
  if (!lead) return undefined;
  const stop = Math.min(tokens.count, limit);
  const sum = new NumberSum(lead.group);
  let last = -1;
  for (let token = lead.token; token < stop; token = last + 1) {
    let next = token;
    if (last >= 0) {
      const hyphen = behindHyphen(tokens, token);
      if (tokens.hasFigure(hyphen, joiner)) {
        const part = andAHalf(tokens, hyphen);
        if (part && sum.takesPart(tokens.hasFigure(part.last + 1, SCALE))) {
          sum.addPart(part.value);
          last = part.last;
          continue;
        }
        next = behindHyphen(tokens, hyphen + 1);
        if (!goesOnBehindJoiner(tokens, first, next, sum, stop)) break;
      } else next = hyphen;
      if (tokens.hasFigure(next, FigureClass.decimalWord) && !sum.isBetween) {
        const decimals = decimalsAt(tokens, next + 1);
        if (!decimals) break;
        sum.addPart(decimals.value);
        last = decimals.last;
        continue;
      }
    }
    const isUnit =
      tokens.hasFigure(next, cardinal) ||
      (last >= 0 && isOne(tokens, next) && (next > last + 1 || tokens.hasFigure(next + 1, SCALE)));
    const isRead = isUnit
      ? sum.addCardinal(valueOf(tokens, next), tokens.grammar.rules.countsByTwenties)
      : isScaleWord(tokens, next) && sum.addScale(valueOf(tokens, next), last < 0 && standsBare(tokens, next));
    if (!isRead) break;
    last = next;
  }
  return last < 0 ? undefined : { last, value: sum.value, isVague: lead.isVague };
}

/** A noun of number; letters for one ("m", "mm") are none behind words. */
const isScaleWord = (tokens: Tokens, token: number): boolean =>
  tokens.hasFigure(token, SCALE) && tokens.lengthOf(token) > (tokens.hasFigure(token, FigureClass.measure) ? 2 : 1);

/** What may come before the number itself: "a" dozen, "half a" million, "several" hundred. */
function leadAt(
  tokens: Tokens,
  first: number,
): { readonly token: number; readonly group: number; readonly isVague: boolean } | undefined {
  let token = first;
  if (tokens.hasFigure(token, article) && !tokens.hasFigure(token, cardinal | few)) {
    token++;
    if (tokens.hasFigure(token, SCALE) && tokens.lengthOf(token) > 2) return { token, group: 1, isVague: false };
    if (!tokens.hasFigure(token, few | half)) return undefined;
    if (tokens.hasFigure(token, half)) {
      const next = behindHyphen(tokens, token + 1);
      return tokens.hasFigure(next, SCALE) ? { token: next, group: valueOf(tokens, token), isVague: false } : undefined;
    }
  }
  if (tokens.hasFigure(token, few)) {
    const next = tokens.hasFigure(token + 1, of) ? token + 2 : token + 1;
    return tokens.hasFigure(next, SCALE) ? { token: next, group: 2, isVague: true } : undefined;
  }
  if (tokens.hasFigure(token, half)) {
    let next = behindHyphen(tokens, token + 1);
    if (tokens.hasFigure(next, article)) next++;
    return tokens.hasFigure(next, SCALE) && tokens.lengthOf(next) > 2
      ? { token: next, group: valueOf(tokens, token), isVague: false }
      : undefined;
  }
  return { token, group: NaN, isVague: false };
}

/** "hundred", "tausend", "mil" alone are numbers, in English only before another scale: "hundred thousand". */
const standsBare = (tokens: Tokens, token: number): boolean =>
  valueOf(tokens, token) <= 1e3 && (tokens.grammar.language !== 'en' || tokens.hasFigure(token + 1, FigureClass.scale));

/** "vingt et un", "treinta y una": an article that counts within a number. */
const isOne = (tokens: Tokens, token: number): boolean =>
  tokens.grammar.rules.joinsTens && tokens.hasFigure(token, article) && valueOf(tokens, token) === 1;

/** Behind "and": a rest below the hundred, a unit where the language joins it to its ten, or less than the scale before. */
function goesOnBehindJoiner(
  tokens: Tokens,
  first: number,
  next: number,
  { group, scale }: NumberSum,
  stop: number,
): boolean {
  const isNumber = tokens.hasFigure(next, cardinal) || isOne(tokens, next);
  if (!Number.isNaN(group)) {
    const unit = isNumber ? valueOf(tokens, next) : NaN;
    const { joinsTens } = tokens.grammar.rules;
    if (tokens.hasFigure(first - 1, FigureClass.from) && unit >= group) return false;
    return (
      (group >= 100 && group % 100 === 0 && unit < 100) ||
      (joinsTens === true && group % 100 >= 20 && group % 10 === 0 && unit < 20)
    );
  }
  if (!Number.isFinite(scale) || tokens.hasFigure(first - 1, FigureClass.from) || !tokens.hasFigure(next, cardinal))
    return false;
  const rest = numberWordsAt(tokens, next, stop);
  return rest !== undefined && rest.value < scale;
}

/** The digits said behind "point": "zero three", "seventy-one". */
function decimalsAt(tokens: Tokens, first: number): { readonly last: number; readonly value: number } | undefined {
  let digits = '';
  let last = first - 1;
  for (let at = first; at < first + LONGEST && tokens.hasFigure(at, cardinal); at = last + 1) {
    const value = valueOf(tokens, at);
    const hyphen = behindHyphen(tokens, at + 1);
    const unit = value >= 20 && value < 100 && value % 10 === 0 ? valueOf(tokens, hyphen) : NaN;
    const isJoined = unit < 10 && tokens.hasFigure(hyphen, cardinal);
    if (digits !== '' && value >= 10) break;
    digits += `${value + (isJoined ? unit : 0)}`;
    last = isJoined ? hyphen : at;
    if (value >= 10) break;
  }
  return digits === '' ? undefined : { last, value: Number(`0.${digits}`) };
}
