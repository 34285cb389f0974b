import { type Tokens } from './tokens';
import { FigureClass, WordClass } from './wordClass';

/** What a figure is to the rise or fall that stands before it: "rose by 4%", "fell from 10", "grew to 12". */
export interface ChangeRole {
  readonly direction: 'up' | 'down';
  readonly role: 'by' | 'from' | 'to';
  /** A preposition says the role; without one a count is what was lost or raised, not by how much: "lost 40 boats". */
  readonly isSaid: boolean;
}

/** Adverbs between a verb of change and its figure: "rose sharply by". */
const ADVERBS = 2;

/** The change that the figure starting at this token belongs to; undefined where no verb or noun of change stands before it. */
export function changeBefore(tokens: Tokens, figure: number): ChangeRole | undefined {
  let at = figure - 1;
  const modifier = tokens.grammar.modifiers.endingAt(tokens, at);
  if (modifier) at = modifier.first - 1;
  const nearest = at;
  let role: ChangeRole['role'] = 'by';
  if (tokens.hasFigure(at, FigureClass.by | FigureClass.of)) at--;
  else if (tokens.hasFigure(at, FigureClass.from)) {
    role = 'from';
    at--;
  } else if (tokens.hasFigure(at, FigureClass.rangeJoiner) && !tokens.hasFigure(at, FigureClass.joiner)) {
    role = 'to';
    at--;
  }
  const isSaid = at < nearest;
  for (
    let skipped = 0;
    skipped < ADVERBS && (tokens.has(at, WordClass.adverb) || tokens.looksLike(at, 'adverb'));
    skipped++
  ) {
    if (tokens.hasFigure(at, FigureClass.rise | FigureClass.fall)) break;
    at--;
  }
  if (tokens.sentence[at] !== tokens.sentence[figure]) return undefined;
  if (tokens.hasFigure(at, FigureClass.rise)) return { direction: 'up', role, isSaid };
  return tokens.hasFigure(at, FigureClass.fall) ? { direction: 'down', role, isSaid } : undefined;
}
