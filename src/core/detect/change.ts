import { type ClaimDraft } from './drafts';
import { isVerb } from './nounPhrase';
import { type Quantity } from './quantity';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** What a figure is to the rise or fall that stands beside it: "rose by 4%", "fell from 10", "grew to 12", "a 5% rise". */
export interface ChangeRole {
  readonly direction: 'up' | 'down';
  readonly role: 'by' | 'from' | 'to';
  /** A preposition says the role; without one a count is what was lost or raised, not by how much: "lost 40 boats". */
  readonly isSaid: boolean;
}

const { by, fall, from, of, rangeJoiner, rise } = FigureClass;

/** Adverbs between a verb of change and its figure: "rose sharply by". */
const ADVERBS = 2;

/** The rise or fall that a quantity is part of; undefined where it is part of none. */
export function changeAround(tokens: Tokens, { kind, first, last }: Quantity): ChangeRole | undefined {
  // What a figure of time or a comparison says of a rise is how long or how often, not how much.
  if (kind === 'duration' || kind === 'ratio') return undefined;
  const change = changeBefore(tokens, first);
  if (change) return (kind !== 'count' && kind !== 'fraction') || change.isSaid ? change : undefined;
  return kind === 'percent' ? changeBehind(tokens, last) : undefined;
}

/** "fell by 20%, from 8% to 6%", "rose 12% to $1.2bn": what goes on right behind the change that was claimed before. */
export function changeGoingOn(
  tokens: Tokens,
  { kind, first }: Quantity,
  before: ClaimDraft | undefined,
): ChangeRole | undefined {
  const direction = before?.kind === 'change' && before.to === undefined ? before.direction : undefined;
  if (!direction || kind === 'duration' || kind === 'ratio') return undefined;
  const preposition = beforeFigure(tokens, first);
  const end = tokens.isSign(preposition - 1, ',') ? preposition - 2 : preposition - 1;
  if (tokens.end[end] !== before!.end) return undefined;
  if (tokens.hasFigure(preposition, from)) return { direction, role: 'from', isSaid: true };
  return leadsTo(tokens, preposition) ? { direction, role: 'to', isSaid: true } : undefined;
}

/** "to", "auf", "à", "hasta": not "and", "or". */
export const leadsTo = (tokens: Tokens, token: number): boolean =>
  tokens.hasFigure(token, rangeJoiner) && !tokens.has(token, WordClass.coordinator);

/** The token before a figure and its article: "subió un 5 %", "um die 5 Prozent", "hasta el 7,1 %". English has none there. */
const beforeFigure = (tokens: Tokens, figure: number): number =>
  tokens.grammar.language !== 'en' && tokens.has(figure - 1, WordClass.determiner) ? figure - 2 : figure - 1;

function changeBefore(tokens: Tokens, figure: number): ChangeRole | undefined {
  let at = beforeFigure(tokens, figure);
  const modifier = tokens.grammar.modifiers.endingAt(tokens, at);
  if (modifier) at = modifier.first - 1;
  const nearest = at;
  let role: ChangeRole['role'] = 'by';
  // "subió hasta 12 euros"
  if (modifier && leadsTo(tokens, modifier.last)) role = 'to';
  else if (tokens.hasFigure(at, by | of)) at--;
  else if (tokens.hasFigure(at, from)) {
    role = 'from';
    at--;
  } else if (leadsTo(tokens, at)) {
    role = 'to';
    at--;
  }
  const isSaid = at < nearest || role === 'to';
  for (
    let skipped = 0;
    skipped < ADVERBS && (tokens.has(at, WordClass.adverb) || tokens.looksLike(at, 'adverb'));
    skipped++
  ) {
    if (tokens.hasFigure(at, rise | fall)) break;
    at--;
  }
  if (tokens.hasFigure(nearest, by) && !tokens.hasFigure(nearest, of)) at = verbOfChange(tokens, at);
  if (tokens.sentence[at] !== tokens.sentence[figure]) return undefined;
  if (tokens.hasFigure(at, rise)) return { direction: 'up', role, isSaid };
  return tokens.hasFigure(at, fall) ? { direction: 'down', role, isSaid } : undefined;
}

/** "rose in May by 4%", "stieg im zweiten Quartal um 4 Prozent": the verb before when, where or for how long; the token given where none is near. */
function verbOfChange(tokens: Tokens, from: number): number {
  for (let at = from; at >= 0 && at > from - CHANGE_REACH; at--) {
    if (tokens.sentence[at] !== tokens.sentence[from]) return from;
    if (tokens.hasFigure(at, rise | fall)) return at;
    if (tokens.isSign(at, '.') && tokens.is(at - 1, TokenKind.number)) continue;
    if (!tokens.is(at, TokenKind.word) && !tokens.is(at, TokenKind.number)) return from;
    if (!tokens.has(at, WordClass.time) && isVerb(tokens, at)) return from;
  }
  return from;
}

/** So far before its figure a verb of change may stand. */
const CHANGE_REACH = 8;

/** "a 5% rise", "5 percent lower": the next word, no verb of its own ("5% rose"). */
function changeBehind(tokens: Tokens, last: number): ChangeRole | undefined {
  const at = last + 1;
  if (
    !tokens.is(at, TokenKind.word) ||
    !tokens.hasFigure(at, rise | fall) ||
    !tokens.hasFigure(at, FigureClass.changeNoun)
  )
    return undefined;
  return { direction: tokens.hasFigure(at, rise) ? 'up' : 'down', role: 'by', isSaid: true };
}
