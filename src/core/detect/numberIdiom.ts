import { type Figure } from './figure';
import { isHyphen, numberWordsAt, valueOf } from './numberWords';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** "fifty-ninth" */
export const isOrdinalWord = (tokens: Tokens, last: number): boolean =>
  isHyphen(tokens, last + 1) && tokens.hasFigure(last + 2, FigureClass.ordinal);

/** "fifty-fifty": the last token of the pair, -1 where the figure is none. */
export const isFiftyFifty = (tokens: Tokens, { first, last, value }: Figure): number =>
  first === last && isHyphen(tokens, last + 1) && value >= 10 && valueOf(tokens, last + 2) === value ? last + 2 : -1;

/** "nineteen eighty-four", "twenty twenty": the last token of a year in words, -1 where the figure is none. */
export function isSpelledYear(tokens: Tokens, { first, last, value }: Figure): number {
  if (first !== last || value < 11 || value > 20 || !tokens.hasFigure(last + 1, FigureClass.cardinal)) return -1;
  const rest = tokens.grammar.language === 'en' ? numberWordsAt(tokens, last + 1) : undefined;
  return rest && rest.value >= 10 && rest.value < 100 && !tokens.is(rest.last + 1, TokenKind.word) ? rest.last : -1;
}

/** "part two", "Chapter Three", where nothing is counted. */
export const isLabelledWord = (tokens: Tokens, { first, last, kind }: Figure): boolean =>
  kind === 'exact' &&
  tokens.hasFigure(first - 1, FigureClass.label) &&
  !tokens.hasFigure(last + 1, UNIT) &&
  !(tokens.is(last + 1, TokenKind.word) && !tokens.has(last + 1, -1));

/** A number word with a capital inside a sentence: Seven Network, Big Ten, Group of Seven. */
export function isWordInName(tokens: Tokens, { first, last, kind }: Figure): boolean {
  if (kind !== 'exact' || first !== last || !tokens.isCapitalizedInside(first)) return false;
  if (tokens.grammar.rules.nounsCapitalized && !tokens.hasFigure(first, FigureClass.cardinal)) return false;
  return (
    tokens.isCapitalized(first - 1) ||
    tokens.isCapitalized(first + 1) ||
    (tokens.hasFigure(first - 1, FigureClass.of) && tokens.isCapitalized(first - 2))
  );
}

/** "one of the reasons", "no one", "one another", "one day": a pronoun, not a count. "The two sides": it points back. */
export function isIdiom(tokens: Tokens, { first, last, value, kind }: Figure): boolean {
  if (kind !== 'exact' || first !== last || value > 2) return false;
  const next = last + 1;
  const after = tokens.isSign(next, '-') ? next + 1 : next;
  if (value === 2) return isPointingBack(tokens, first, next);
  if (value !== 1 || !tokens.hasFigure(last, FigureClass.cardinal)) return false;
  // "minus one"
  if (tokens.hasFigure(first - 1, FigureClass.negative)) return false;
  if (tokens.hasFigure(after, UNIT) || tokens.grammar.percentPhrases.startingAt(tokens, after)) return false;
  // "from one to three"
  if (tokens.hasFigure(first - 1, FigureClass.from) && tokens.hasFigure(next, FigureClass.rangeJoiner)) return false;
  if (
    !tokens.is(after, TokenKind.word) ||
    tokens.isCapitalized(after) ||
    tokens.has(after, -1) ||
    tokens.hasFigure(after, FigureClass.idiom)
  )
    return true;
  // "there is only one limitation": it introduces, it does not count.
  const before = tokens.has(first - 1, WordClass.adverb) ? first - 2 : first - 1;
  if (tokens.has(before, WordClass.be)) return true;
  // "one country … another country": any one.
  for (
    let token = after + 1;
    token < tokens.count && token < after + CONTRAST_REACH && tokens.sentence[token] === tokens.sentence[first];
    token++
  )
    if (tokens.hasFigure(token, FigureClass.idiom) && tokens.has(token, WordClass.determiner)) return true;
  return false;
}

const UNIT =
  FigureClass.percent |
  FigureClass.scale |
  FigureClass.currency |
  FigureClass.measure |
  FigureClass.times |
  FigureClass.duration;

/** How far behind "one country" its "another country" may stand. */
const CONTRAST_REACH = 16;

/** "the two sides" are known; "the two main parties" and "the two Articles" are counted. */
function isPointingBack(tokens: Tokens, first: number, next: number): boolean {
  if (!tokens.is(first - 1, TokenKind.word) || !ARTICLES.has(tokens.textOf(first - 1).toLowerCase())) return false;
  if (!tokens.is(next, TokenKind.word)) return !tokens.isSign(next, '-');
  if (tokens.hasFigure(next, UNIT)) return false;
  return (
    tokens.grammar.rules.nounsCapitalized ||
    (tokens.isPlural(next) && !tokens.isCapitalized(next)) ||
    tokens.has(next, NO_NOUN)
  );
}
/** What is none of the words that a noun or its adjectives may be as well. */
const NO_NOUN = ~(
  WordClass.title |
  WordClass.person |
  WordClass.work |
  WordClass.statement |
  WordClass.time |
  WordClass.term
);
const ARTICLES = new Set(['the', 'die', 'der', 'den', 'les', 'los', 'las']);
