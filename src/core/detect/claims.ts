import { changeBefore, type ChangeRole } from './change';
import { type Figure, figureAt, parseDigits } from './figure';
import { isNotAClaim } from './figureContext';
import { type ClaimKind, type Modifier, type NumericClaim } from './model';
import { countedNoun, ofPhrase } from './countedNoun';
import { TokenKind, type Tokens } from './tokens';
import { FigureClass } from './wordClass';

type Draft = { -readonly [Key in keyof NumericClaim]: NumericClaim[Key] };

/** A figure with what stands directly around it. Positions are tokens, inclusive. */
interface Quantity {
  readonly figure: Figure;
  readonly kind: ClaimKind;
  /** With the currency sign in front and the percent sign or the unit behind. */
  readonly first: number;
  readonly last: number;
  readonly unit?: string;
  readonly currency?: string;
  readonly sign: 1 | -1;
}

/** The numeric claims of one block, in text order. Offsets count in the whole text. */
export function findClaims(tokens: Tokens): NumericClaim[] {
  const claims: NumericClaim[] = [];
  let token = 0;
  while (token < tokens.count) {
    const mayStart =
      tokens.kind[token] === TokenKind.number || tokens.figures[token]! !== 0 || isVulgarFraction(tokens, token);
    const figure = mayStart ? figureAt(tokens, token) : undefined;
    if (!figure) {
      // A number that cannot be read makes what is glued to it no claim either.
      token = tokens.is(token, TokenKind.number) ? afterGlued(tokens, token) : token + 1;
      continue;
    }
    const verdict = isNotAClaim(tokens, figure);
    if (verdict >= 0) {
      token = Math.max(verdict, token) + 1;
      continue;
    }
    const quantity = quantityAround(tokens, figure);
    if (!quantity) {
      token = figure.last + 1;
      continue;
    }
    const { claim, last } = claimOf(tokens, quantity);
    claims.push(claim);
    token = last + 1;
  }
  return claims;
}

/** ¼ ½ ¾ and those from ⅐ to ⅞. */
function isVulgarFraction(tokens: Tokens, token: number): boolean {
  const code = -tokens.word[token]!;
  return (
    tokens.kind[token] === TokenKind.punctuation &&
    ((code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e))
  );
}

function afterGlued(tokens: Tokens, token: number): number {
  let next = token + 1;
  while (
    tokens.isGlued(next) &&
    (tokens.is(next, TokenKind.number) ||
      tokens.is(next, TokenKind.word) ||
      (tokens.is(next, TokenKind.punctuation) && tokens.isGlued(next + 1)))
  )
    next++;
  return next;
}

/** Reads the unit of a figure; undefined where it needs one and has none. */
function quantityAround(tokens: Tokens, figure: Figure): Quantity | undefined {
  const { table } = tokens.grammar;
  let first = figure.first;
  let sign: 1 | -1 = 1;
  let currency: string | undefined;
  const before = first - 1;
  if (tokens.is(before, TokenKind.punctuation) && tokens.isGlued(first)) {
    const named = table.currencies[tokens.textOf(before)];
    if (named) {
      currency = named;
      first = before;
      if (
        tokens.isGlued(first) &&
        tokens.is(first - 1, TokenKind.word) &&
        CURRENCY_PREFIXES[tokens.textOf(first - 1)]
      ) {
        currency = CURRENCY_PREFIXES[tokens.textOf(first - 1)];
        first--;
      }
    }
  }
  if (
    tokens.isGlued(first) &&
    (tokens.isSign(first - 1, '-') || tokens.isSign(first - 1, '−') || tokens.isSign(first - 1, '–')) &&
    !tokens.isGlued(first - 1)
  ) {
    sign = -1;
    first--;
  } else if (
    tokens.hasFigure(first - 1, FigureClass.negative) &&
    !tokens.grammar.modifiers.endingAt(tokens, first - 1)
  ) {
    sign = -1;
    first--;
  } else if (
    tokens.isGlued(first) &&
    tokens.isSign(first - 1, '-') &&
    tokens.hasFigure(first - 2, FigureClass.negative)
  ) {
    sign = -1;
    first -= 2;
  }
  // A currency code in front: USD10m, EUR 5 million.
  if (
    !currency &&
    tokens.is(first - 1, TokenKind.word) &&
    tokens.hasFigure(first - 1, FigureClass.currency) &&
    tokens.isCapitalized(first - 1) &&
    tokens.lengthOf(first - 1) <= 3
  ) {
    currency = table.currencies[tokens.textOf(first - 1).toLowerCase()];
    first--;
  }
  const base = { figure, first, sign };
  if (currency) return { ...base, kind: 'money', last: figure.last, currency };
  let next = figure.last + 1;
  if (tokens.isSign(next, '%') || tokens.isSign(next, '‰')) return { ...base, kind: 'percent', last: next };
  if (tokens.isSign(next, '°'))
    return {
      ...base,
      kind: 'measure',
      last: tokens.is(next + 1, TokenKind.word) && tokens.isGlued(next + 1) ? next + 1 : next,
      unit: tokens.textOf(next),
    };
  if (tokens.isSign(next, '€') || tokens.isSign(next, '£') || tokens.isSign(next, '$'))
    return { ...base, kind: 'money', last: next, currency: table.currencies[tokens.textOf(next)] };
  if (tokens.isSign(next, '-') && tokens.isGlued(next) && tokens.isGlued(next + 1)) next++;
  if (tokens.hasFigure(next, FigureClass.percent)) {
    const isPoints = tokens.hasFigure(next + 1, FigureClass.percentagePoint);
    return {
      ...base,
      kind: 'percent',
      last: isPoints ? next + 1 : next,
      ...(isPoints ? { unit: 'percentage points' } : {}),
    };
  }
  const percent = tokens.grammar.percentPhrases.startingAt(tokens, next);
  if (percent) return { ...base, kind: 'percent', last: percent.last };
  if (figure.kind === 'share') return { ...base, kind: 'fraction', last: figure.last };
  if (figure.kind === 'multiple') return { ...base, kind: 'ratio', last: figure.last };
  if (tokens.hasFigure(next, FigureClass.of) && figure.kind === 'vague') next++;
  if (tokens.isCapitalizedInside(next) && tokens.hasFigure(next, FigureClass.currency) && tokens.endsWith(next, 'd'))
    return { ...base, kind: 'money', last: next, currency: table.currencies[tokens.textOf(next).toLowerCase()] };
  const adjective = currencyAdjective(tokens, next);
  if (tokens.hasFigure(next, FigureClass.currency))
    return {
      ...base,
      kind: 'money',
      last: next,
      unit: tokens.textOf(next),
      currency: table.currencies[tokens.textOf(next).toLowerCase()],
    };
  if (adjective)
    return { ...base, kind: 'money', last: next + 1, unit: tokens.textOf(next, next + 1), currency: adjective };
  if (tokens.hasFigure(next, FigureClass.duration))
    return { ...base, kind: 'duration', last: next, unit: tokens.textOf(next) };
  if (tokens.hasFigure(next, FigureClass.measure)) {
    // "square kilometres"
    const last = tokens.hasFigure(next + 1, FigureClass.measure) ? next + 1 : next;
    return { ...base, kind: 'measure', last, unit: tokens.textOf(next, last) };
  }
  if (tokens.hasFigure(next, FigureClass.times)) return { ...base, kind: 'ratio', last: next };
  if (tokens.isGlued(next) && tokens.is(next, TokenKind.word) && next === figure.last + 1) return undefined;
  return { ...base, kind: 'count', last: figure.last };
}

const CURRENCY_PREFIXES: Readonly<Record<string, string>> = {
  US: 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  R: 'BRL',
  S: 'SGD',
};

function currencyAdjective(tokens: Tokens, token: number): string | undefined {
  if (!tokens.isCapitalized(token) || !tokens.hasFigure(token + 1, FigureClass.currency)) return undefined;
  return (
    tokens.grammar.table.currencyAdjectives[tokens.textOf(token).toLowerCase()] ??
    tokens.grammar.table.currencies[tokens.textOf(token + 1).toLowerCase()]
  );
}

/** The claim of a quantity: bounds, range, change, and the phrase it counts. `last` is the last token that belongs to it. */
function claimOf(tokens: Tokens, quantity: Quantity): { readonly claim: NumericClaim; readonly last: number } {
  const { start, end } = tokens;
  const change = changeOf(tokens, quantity);
  const upper = upperBound(tokens, quantity, change);
  const tail = upper ?? quantity;
  const figureFirst = quantity.first;
  const figureLast = tail.kind === 'percent' && tokens.isSign(tail.last, '%') ? tail.last : tail.figure.last;
  const draft: Draft = {
    start: start[figureFirst]!,
    end: end[Math.max(tail.last, figureLast)]!,
    kind: tail.kind,
    figure: { start: start[figureFirst]!, end: end[figureLast]! },
  };
  const unit = tail.unit ?? quantity.unit;
  const currency = tail.currency ?? quantity.currency;
  if (unit !== undefined) draft.unit = unit;
  if (currency !== undefined) draft.currency = currency;

  let first = figureFirst;
  let means: Modifier | undefined;
  const between = upper && tokens.hasFigure(first - 1, FigureClass.from);
  if (between) first--;
  const modifier = tokens.grammar.modifiers.endingAt(tokens, first - 1);
  if (modifier) {
    means = modifier.meaning;
    draft.modifier = {
      start: start[modifier.first]!,
      end: end[modifier.last]!,
      text: tokens.textOf(modifier.first, modifier.last),
      means,
    };
    first = modifier.first;
  }
  let last = Math.max(tail.last, figureLast);
  const trailing = tokens.grammar.trailingModifiers.startingAt(tokens, last + 1);
  if (trailing && !means) {
    means = trailing.meaning;
    draft.modifier = {
      start: start[trailing.first]!,
      end: end[trailing.last]!,
      text: tokens.textOf(trailing.first, trailing.last),
      means,
    };
    last = trailing.last;
  }
  const low = quantity.figure.value * quantity.sign * (upper ? sharedScale(tokens, quantity.figure, upper.figure) : 1);
  const high = upper && upper.figure.value * upper.sign;
  if (change) {
    draft.direction = change.direction;
    if (tail.kind === 'percent') draft.unit ??= '%';
  }
  if (change && high !== undefined && !between) {
    // "rose 4% to 12%"
    draft.by = low;
    draft.to = high;
  } else if (change?.role === 'from' && high !== undefined) {
    draft.from = low;
    draft.to = high;
  } else if (high !== undefined) {
    draft.min = low;
    draft.max = high;
  } else if (means === 'min' || (means === undefined && quantity.figure.kind === 'vague')) draft.min = low;
  else if (means === 'max') draft.max = low;
  else draft.value = low;
  if (change && high === undefined) draft[change.role] = low;
  if (quantity.figure.kind === 'vague' && means === 'approx') {
    delete draft.value;
    draft.min = low;
  }

  if (draft.kind === 'count' || draft.kind === 'ratio') {
    const noun = draft.kind === 'count' ? countedNoun(tokens, last + 1, quantity.figure.kind === 'vague') : undefined;
    if (noun) {
      draft.unit = noun.unit;
      last = noun.last;
    }
  } else if (draft.kind === 'percent' || draft.kind === 'fraction') {
    const whole = ofPhrase(tokens, last + 1);
    if (whole) {
      draft.of = whole.text;
      last = whole.last;
    }
  }
  if (change) draft.kind = 'change';
  draft.start = start[first]!;
  draft.end = end[last]!;
  return { claim: draft, last };
}

/** The rise or fall that a quantity is part of. */
function changeOf(tokens: Tokens, { kind, first }: Quantity): ChangeRole | undefined {
  const change = UNCHANGING.has(kind) ? undefined : changeBefore(tokens, first);
  return change && (kind !== 'count' || change.isSaid) ? change : undefined;
}

/** What a figure of time or a comparison says of a rise is how long or how often, not how much. */
const UNCHANGING: ReadonlySet<ClaimKind> = new Set(['duration', 'ratio']);

/** "3 to 5 million": the scale that is said once, behind the second bound; else 1. */
function sharedScale(tokens: Tokens, lower: Figure, upper: Figure): number {
  if (lower.first !== lower.last || !tokens.hasFigure(upper.last, FigureClass.scale) || upper.first === upper.last)
    return 1;
  const alone = parseDigits(tokens.textOf(upper.first), tokens.grammar.table.decimalSeparator);
  return alone !== undefined && lower.inDigits && lower.value < alone ? upper.value / alone : 1;
}

/** The second bound of a range: "3-5", "3 to 5", "between 3 and 5", "two or three". */
function upperBound(tokens: Tokens, lower: Quantity, change: ChangeRole | undefined): Quantity | undefined {
  const joiner = lower.last + 1;
  const isBetween = tokens.hasFigure(lower.first - 1, FigureClass.from);
  const isDash =
    (tokens.isSign(joiner, '-') || tokens.isSign(joiner, '–') || tokens.isSign(joiner, '—')) &&
    tokens.isGlued(joiner) &&
    (tokens.isGlued(joiner + 1) || tokens.isSign(joiner, '–'));
  const isWord =
    tokens.hasFigure(joiner, FigureClass.rangeJoiner) && (!tokens.hasFigure(joiner, FigureClass.joiner) || isBetween);
  if (!isDash && !isWord) return undefined;
  let at = joiner + 1;
  const sign =
    tokens.is(at, TokenKind.punctuation) &&
    tokens.isGlued(at + 1) &&
    tokens.grammar.table.currencies[tokens.textOf(at)] !== undefined;
  if (sign) at++;
  const figure = figureAt(tokens, at);
  if (!figure || figure.kind === 'vague' || figure.kind === 'multiple' || isNotAClaim(tokens, figure, true) >= 0)
    return undefined;
  const upper = quantityAround(tokens, figure);
  if (!upper) return undefined;
  if (upper.kind !== lower.kind && lower.kind !== 'count' && !(lower.kind === 'money' && upper.kind === 'count'))
    return undefined;
  // What falls is said from the higher bound to the lower one.
  if (upper.figure.value <= lower.figure.value && !change) return undefined;
  return { ...upper, kind: lower.kind === 'money' ? 'money' : upper.kind };
}
