import { germanNumber } from './languages/germanNumbers';
import { type Tokens } from './tokens';
import { FigureClass } from './wordClass';

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
export function andAHalf(
  tokens: Tokens,
  token: number,
): { readonly last: number; readonly value: number } | undefined {
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
  const { countsByTwenties } = tokens.grammar.table;
  const stop = Math.min(tokens.count, limit);
  let { token, group } = lead;
  // Millions and above; thousands; the scale that was said last.
  let upper = 0;
  let middle = 0;
  let scale = Infinity;
  let last = -1;
  for (; token < stop; token++) {
    if (last >= 0) {
      const hyphen = behindHyphen(tokens, token);
      if (tokens.hasFigure(hyphen, joiner)) {
        const part = andAHalf(tokens, hyphen);
        const isOfScale = Number.isNaN(group) && scale >= 1e3;
        if (part && (!Number.isNaN(group) || (isOfScale && !tokens.hasFigure(part.last + 1, SCALE)))) {
          if (isOfScale) upper += part.value * scale;
          else group += part.value;
          last = token = part.last;
          continue;
        }
        const next = behindHyphen(tokens, hyphen + 1);
        if (!goesOnBehindJoiner(tokens, first, next, group, scale, stop)) break;
        token = next;
      } else if (hyphen > token) {
        if (!tokens.hasFigure(hyphen, cardinal | SCALE) && !isOne(tokens, hyphen)) break;
        token = hyphen;
      }
    }
    if (tokens.hasFigure(token, FigureClass.decimalWord) && last >= 0 && !Number.isNaN(group)) {
      const decimals = decimalsAt(tokens, token + 1);
      if (!decimals) break;
      group += decimals.value;
      last = token = decimals.last;
    } else if (
      tokens.hasFigure(token, cardinal) ||
      (last >= 0 && isOne(tokens, token) && (token > last + 1 || tokens.hasFigure(token + 1, SCALE)))
    ) {
      const value = valueOf(tokens, token);
      if (Number.isNaN(group)) group = value;
      else if (countsByTwenties && group % 100 === 4 && value === 20) group += 76;
      else if (fits(group, value, countsByTwenties)) group += value;
      else break;
    } else if (tokens.hasFigure(token, SCALE)) {
      if (tokens.lengthOf(token) < 2 || (tokens.lengthOf(token) === 2 && tokens.hasFigure(token, FigureClass.measure)))
        break;
      const value = valueOf(tokens, token);
      if (value < 100) {
        if (Number.isNaN(group)) break;
        group *= value;
      } else if (value === 100) {
        if (!Number.isNaN(group) && group >= 100) break;
        if (Number.isNaN(group) && last < 0 && !standsBare(tokens, token)) break;
        group = 100 * (Number.isNaN(group) ? 1 : group);
      } else {
        const said = (Number.isNaN(group) ? 0 : group) + (value > scale ? middle : 0);
        if (said === 0 && (last >= 0 || !standsBare(tokens, token))) break;
        if (value >= scale && (value === scale || scale >= 1e6)) break;
        if (value > scale) middle = 0;
        if (value >= 1e6) {
          upper += (said + middle) * value;
          middle = 0;
        } else middle += (said || 1) * value;
        group = NaN;
        scale = value;
      }
    } else break;
    last = token;
  }
  if (last < 0) return undefined;
  const value = upper + middle + (Number.isNaN(group) ? 0 : group);
  return { last, value, isVague: lead.isVague };
}

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
  tokens.grammar.table.joinsTens === true && tokens.hasFigure(token, article) && valueOf(tokens, token) === 1;

/** True where the number word goes on: twenty-four, hundred five, soixante-douze. */
const fits = (group: number, value: number, byTwenties: boolean | undefined): boolean =>
  group > 0 &&
  value > 0 &&
  ((group % 100 === 0 && value < 100) ||
    (group % 100 >= 20 && group % 10 === 0 && value < 10) ||
    (byTwenties === true &&
      (((group % 100 === 60 || group % 100 === 80) && value < 20) || (group % 100 === 10 && value > 6 && value < 10))));

/** Behind "and": a rest below the hundred, a unit where the language joins it to its ten, or less than the scale before. */
function goesOnBehindJoiner(
  tokens: Tokens,
  first: number,
  next: number,
  group: number,
  scale: number,
  stop: number,
): boolean {
  const isNumber = tokens.hasFigure(next, cardinal) || isOne(tokens, next);
  if (!Number.isNaN(group)) {
    const unit = isNumber ? valueOf(tokens, next) : NaN;
    const { joinsTens } = tokens.grammar.table;
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
