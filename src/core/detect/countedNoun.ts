import { isHyphen } from './numberWords';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

const ENDS_NOUN =
  WordClass.auxiliary |
  WordClass.determiner |
  WordClass.preposition |
  WordClass.subjectPronoun |
  WordClass.objectPronoun |
  WordClass.coordinator |
  WordClass.subordinator |
  WordClass.relative |
  WordClass.that |
  WordClass.adverb |
  WordClass.negation |
  WordClass.infinitiveMarker |
  WordClass.verb |
  WordClass.time;

/** Adjectives and nouns that stand between a figure and what it counts: no more in a readable sentence. */
const LONGEST_NOUN = 5;

/**
 * What a figure counts: the words from this token to the first plural, or one word where no plural follows. `isVague`: the figure
 * is, and its noun is all that stands behind its "of"; `isScale`: it ends with a noun of number, which may lead by "of" too (2 millions de voix).
 */
export function countedNoun(
  tokens: Tokens,
  token: number,
  isVague: boolean,
  isScale: boolean,
): { readonly last: number; readonly unit: string } | undefined {
  let first = token;
  if ((isVague || isScale) && tokens.hasFigure(first, FigureClass.of)) first++;
  else if (tokens.isSign(first, '-') && tokens.isGlued(first) && tokens.isGlued(first + 1)) first++;
  let last = -1;
  let model = -1;
  for (let at = first; at < tokens.count && at < first + LONGEST_NOUN; at++) {
    if (tokens.isSign(at, '-') && tokens.isGlued(at) && tokens.isGlued(at + 1) && at > first) continue;
    // "3 T-72 tanks", "5 F-16s"
    if (tokens.is(at, TokenKind.number) && tokens.isGlued(at) && at > first) {
      const isPlural = tokens.isGlued(at + 1) && tokens.endsWith(at + 1, 's') && tokens.lengthOf(at + 1) === 1;
      model = isPlural ? ++at : at;
      continue;
    }
    if (!isNounPart(tokens, at)) break;
    if (isHead(tokens, at)) {
      last = at;
      break;
    }
  }
  if (last < 0 && model >= 0) return { last: model, unit: tokens.textOf(first, model) };
  if (last < 0) {
    // "hundreds fled": without "of" a word alone behind a vague figure is its verb.
    const isLed = !isVague || first > token;
    if (!isLed || !isNounPart(tokens, first) || tokens.has(first, WordClass.speech)) return undefined;
    last = first;
  }
  const head = last;
  if (
    tokens.has(last + 1, WordClass.coordinator) &&
    isNounPart(tokens, last + 2) &&
    isHead(tokens, last + 2) &&
    !tokens.hasFigure(last + 2, FigureClass.vague | FigureClass.scale) &&
    !tokens.isCapitalized(last + 2)
  )
    last += 2;
  return { last, unit: isVague || last > head ? tokens.textOf(first, last) : tokens.textOf(head) };
}

/** The noun itself among its adjectives: a plural, or where nouns have capitals the first word with one. */
const isHead = (tokens: Tokens, token: number): boolean =>
  tokens.grammar.rules.nounsCapitalized ? tokens.isCapitalized(token) : tokens.isPlural(token);

const isNounPart = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) &&
  (!tokens.has(token, ENDS_NOUN) || opensCompound(tokens, token)) &&
  !tokens.hasFigure(token, FigureClass.cardinal);

/** "well-known people", "off-duty officers" */
const opensCompound = (tokens: Tokens, token: number): boolean =>
  isHyphen(tokens, token + 1) && tokens.is(token + 2, TokenKind.word);

/** "of their GDP": determiner, adjectives and noun after a percentage or a fraction. */
export function ofPhrase(tokens: Tokens, token: number): { readonly last: number; readonly text: string } | undefined {
  if (!tokens.hasFigure(token, FigureClass.of)) return undefined;
  let first = token + 1;
  if (!tokens.is(first, TokenKind.word) || tokens.has(first, WordClass.relative)) return undefined;
  const from = first;
  while (tokens.has(first, WordClass.determiner)) first++;
  let last = first - 1;
  for (let at = first; at < tokens.count && at < first + LONGEST_NOUN; at++) {
    if (tokens.is(at, TokenKind.clitic) && at > first) continue;
    if (tokens.isSign(at, '-') && tokens.isGlued(at) && at > first) continue;
    if (!isNounPart(tokens, at) && !tokens.is(at, TokenKind.number)) break;
    if (tokens.grammar.rules.nounsCapitalized && at > first && !tokens.isCapitalized(at)) break;
    last = at;
    if (isHead(tokens, at) && !tokens.isCapitalized(at) && !tokens.is(at + 1, TokenKind.clitic)) break;
  }
  return last < from ? undefined : { last, text: tokens.textOf(from, last) };
}
