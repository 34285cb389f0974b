import { digitsAt, vulgarFraction } from './digitFigure';
import { numberWordsAt, valueOf } from './numberWords';
import { proportionOf, shareAt } from './shareFigure';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

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

/** What a figure in words can start with. An article is one only before the others. */
const STARTS =
  FigureClass.cardinal |
  FigureClass.scale |
  FigureClass.fraction |
  FigureClass.half |
  FigureClass.vague |
  FigureClass.few |
  FigureClass.multiple |
  FigureClass.share;

/** Classes without which a word starts no figure. */
export const MAY_START = STARTS | FigureClass.article;

/** Reads the longest quantity that starts at this token; undefined where none does. */
export function figureAt(tokens: Tokens, first: number): Figure | undefined {
  const kind = tokens.kind[first];
  if (kind === TokenKind.number) {
    const figure = digitsAt(tokens, first);
    return figure?.kind === 'exact' ? (proportionOf(tokens, figure) ?? figure) : figure;
  }
  if (kind === TokenKind.punctuation) {
    const value = vulgarFraction(tokens, first);
    return value === undefined ? undefined : { first, last: first, value, kind: 'share', inDigits: true };
  }
  const figures = tokens.figures[first]!;
  if ((figures & STARTS) === 0 && ((figures & FigureClass.article) === 0 || !leads(tokens, first))) return undefined;
  return vagueAt(tokens, first) ?? shareAt(tokens, first) ?? wordsAt(tokens, first) ?? multipleAt(tokens, first);
}

/** An article before a number word, or a share of one: "a hundred", "a third", "un sur trois". */
function leads(tokens: Tokens, article: number): boolean {
  return (
    tokens.hasFigure(article + 1, STARTS & ~FigureClass.multiple) ||
    (tokens.grammar.language !== 'en' &&
      (tokens.grammar.proportionPhrases.startingAt(tokens, article + 1) !== undefined ||
        tokens.grammar.proportionPhrases.startingAt(tokens, article + 2) !== undefined))
  );
}

function wordsAt(tokens: Tokens, first: number): Figure | undefined {
  const words = numberWordsAt(tokens, first);
  if (!words) return undefined;
  const { last, value, isVague } = words;
  const figure: Figure = { first, last, value, kind: isVague ? 'vague' : 'exact', inDigits: false };
  return (isVague ? undefined : proportionOf(tokens, figure)) ?? figure;
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
  // "He scores", "the tens digit": only before "of" are these quantities.
  const needsOf = tokens.grammar.language === 'en' && (value === 20 || value === 10);
  if (needsOf && !tokens.hasFigure(last + 1, FigureClass.of)) return undefined;
  return { first, last, value, kind: 'vague', inDigits: false };
}

/** "twice as many", "double the", "fourfold": not how often something happened. */
function multipleAt(tokens: Tokens, first: number): Figure | undefined {
  if (!tokens.hasFigure(first, FigureClass.multiple)) return undefined;
  const next = first + 1;
  // "scored twice as Lunden won": behind "as" the comparison goes on with a word of its own.
  const isConjunction = tokens.isCapitalized(next + 1) || tokens.hasFigure(next + 1, FigureClass.article);
  const compares =
    (tokens.hasFigure(next, FigureClass.compared) && !(tokens.endsWith(next, 'as') && isConjunction)) ||
    tokens.has(next, WordClass.determiner) ||
    tokens.hasFigure(first, FigureClass.times);
  return compares
    ? { first, last: first, value: valueOf(tokens, first), kind: 'multiple', inDigits: false }
    : undefined;
}
