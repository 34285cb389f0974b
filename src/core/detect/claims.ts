import { changeAround, changeGoingOn, type ChangeRole, leadsTo } from './change';
import { countedNoun, ofPhrase } from './countedNoun';
import { vulgarFraction } from './digitFigure';
import { figureAt, MAY_START } from './figure';
import { isNotAClaim } from './figureContext';
import { markCompounds } from './compoundNumbers';
import { type ClaimDraft, claimDraft } from './drafts';
import { type Modifier } from './model';
import { type PhraseMatch } from './phraseSet';
import { type Quantity, quantityAround } from './quantity';
import { boundsFrom, ratioTo, sharedScale, upperBound } from './range';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** The numeric claims of one block, in text order. Offsets count in the block. */
export function findClaims(tokens: Tokens): ClaimDraft[] {
  if (tokens.grammar.rules.compoundNumbers) markCompounds(tokens);
  const claims: ClaimDraft[] = [];
  const { kind, figures, word } = tokens;
  let token = 0;
  while (token < tokens.count) {
    const isNumber = kind[token] === TokenKind.number;
    // Most tokens are words of no figure.
    if (
      !isNumber &&
      (figures[token]! & MAY_START) === 0 &&
      (word[token]! >= 0 || vulgarFraction(tokens, token) === undefined)
    ) {
      token++;
      continue;
    }
    const figure = figureAt(tokens, token);
    if (!figure) {
      // A number that cannot be read makes what is glued to it no claim either.
      token = isNumber ? afterGlued(tokens, token) : token + 1;
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
    const { claim, last } = claimOf(tokens, quantity, claims.at(-1));
    claims.push(claim);
    token = last + 1;
  }
  return claims;
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

/** The claim of a quantity: bounds, range, change, and the phrase it counts. `last` is the last token that belongs to it; `before` is the claim before. */
function claimOf(
  tokens: Tokens,
  read: Quantity,
  before: ClaimDraft | undefined,
): { readonly claim: ClaimDraft; readonly last: number } {
  const { start, end } = tokens;
  const ratio = ratioTo(tokens, read.figure);
  const quantity = ratio === undefined ? read : withRatio(read, ratio);
  const change = changeAround(tokens, quantity) ?? changeGoingOn(tokens, quantity, before);
  const upper = upperBound(tokens, quantity, change);
  const tail = upper ?? quantity;
  const { figure } = quantity;
  const figureFirst = quantity.first;
  const figureLast = tail.kind === 'percent' && tokens.isSign(tail.last, '%') ? tail.last : tail.figure.last;
  let last = Math.max(tail.last, figureLast);
  const draft = claimDraft(start[figureFirst]!, end[last]!, tail.kind, {
    start: start[figureFirst]!,
    end: end[figureLast]!,
  });
  draft.unit = tail.unit ?? quantity.unit;
  draft.currency = tail.currency ?? quantity.currency;

  let first = figureFirst;
  const from = upper ? boundsFrom(tokens, first) : -1;
  const isBetween = from >= 0;
  if (isBetween) first = from;
  // "plus de la moitié", "mehr als die Hälfte"
  const isLed =
    tokens.grammar.language !== 'en' && figure.kind === 'share' && tokens.has(first - 1, WordClass.determiner);
  // "subió hasta 12 euros": it does not bound where the rise ends, it leads there.
  const isBounded = !(change && leadsTo(tokens, first - 1));
  const leading =
    (isBounded ? tokens.grammar.modifiers.endingAt(tokens, first - 1) : undefined) ??
    (isLed ? tokens.grammar.modifiers.endingAt(tokens, first - 2) : undefined);
  const behind = leading ? undefined : tokens.grammar.trailingModifiers.startingAt(tokens, last + 1);
  // "$5 million or more than 12 %": what bounds the next figure
  const trailing = behind && tokens.grammar.modifiers.startingAt(tokens, behind.last) ? undefined : behind;
  const modifier = leading ?? trailing ?? signBeside(tokens, first - 1, last + 1);
  if (modifier) {
    draft.modifier = {
      start: start[modifier.first]!,
      end: end[modifier.last]!,
      text: tokens.textOf(modifier.first, modifier.last),
      means: modifier.meaning,
    };
    first = Math.min(first, modifier.first);
    last = Math.max(last, modifier.last);
  }

  const low = figure.value * quantity.sign * (upper ? sharedScale(tokens, figure, upper.figure) : 1);
  const high = upper && upper.figure.value * upper.sign;
  if (change && tail.kind === 'percent') draft.unit ??= '%';
  setAmount(draft, { low, high, isVague: figure.kind === 'vague', means: modifier?.meaning });
  if (change) {
    const joiner = quantity.last + 1;
    const isRange = isBetween && tokens.hasFigure(joiner, FigureClass.joiner);
    setChange(draft, { role: change.role === 'from' || isBetween ? 'from' : change.role, change, low, high, isRange });
  }
  if (draft.kind === 'count') {
    const isScale = tokens.hasFigure(tail.figure.last, FigureClass.scale | FigureClass.half);
    const noun = countedNoun(tokens, last + 1, figure.kind === 'vague', isScale);
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

/** "70+ missiles", "~ 300 men": a sign that bounds a figure, behind or before it. */
function signBeside(tokens: Tokens, before: number, behind: number): PhraseMatch<Modifier> | undefined {
  if (tokens.isSign(behind, '+') && tokens.isGlued(behind) && !tokens.is(behind + 1, TokenKind.number))
    return { first: behind, last: behind, meaning: 'min' };
  const isAbout = tokens.isSign(before, '~') || tokens.isSign(before, '≈');
  return isAbout ? { first: before, last: before, meaning: 'approx' } : undefined;
}

/** The quantity with the number that it is a ratio to, up to the token `last`. */
function withRatio({ figure, first, unit, currency, sign }: Quantity, last: number): Quantity {
  const { first: figureFirst, value, kind, inDigits } = figure;
  return {
    figure: { first: figureFirst, last, value, kind, inDigits },
    kind: 'ratio',
    first,
    last,
    unit,
    currency,
    sign,
  };
}

interface Amount {
  readonly low: number;
  readonly high: number | undefined;
  readonly isVague: boolean;
  readonly means: Modifier | undefined;
}

function setAmount(draft: ClaimDraft, { low, high, isVague, means }: Amount): void {
  if (high !== undefined) {
    draft.min = low;
    draft.max = high;
  } else if (means === 'max') draft.max = low;
  else if (means === 'min' || isVague) draft.min = low;
  else draft.value = low;
}

interface ChangeAmount {
  readonly role: ChangeRole['role'];
  readonly change: ChangeRole;
  readonly low: number;
  readonly high: number | undefined;
  /** Two bounds of one amount, "by between 3 and 5", not a way from one to the other. */
  readonly isRange: boolean;
}

function setChange(draft: ClaimDraft, { role, change, low, high, isRange }: ChangeAmount): void {
  draft.direction = change.direction;
  if (high === undefined) draft[role] = low;
  else if (!isRange) {
    // "rose 4% to 12%", "fell from 10 to 5"
    draft.min = undefined;
    draft.max = undefined;
    draft[role === 'from' ? 'from' : 'by'] = low;
    draft.to = high;
  }
  // "est passé de 8 à 7": where both ends are said, they tell.
  const { from, to } = draft;
  if (from !== undefined && to !== undefined && from !== to) draft.direction = from < to ? 'up' : 'down';
}
