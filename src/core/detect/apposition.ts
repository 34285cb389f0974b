import { nounPhraseAfter, nounPhraseBefore, speakerWithin, type TokenRange } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** So many words before its head say what somebody is: "deputy prime minister". */
const LONGEST_ROLE = 3;

/** Who a noun phrase speaks of: the name set off beside it ("its chair, Ana Brandt,"), else what names its head. */
export const bearerOf = (tokens: Tokens, phrase: TokenRange): TokenRange =>
  nameBeside(tokens, phrase) ?? speakerWithin(tokens, phrase);

/** The name that a comma sets off behind a description: "its chair, Ana Brandt, told"; undefined where none stands there. */
export function nameBeside(tokens: Tokens, phrase: TokenRange): TokenRange | undefined {
  const isLed = tokens.has(phrase.first, WordClass.determiner) || tokens.hasFigure(phrase.first, FigureClass.cardinal);
  const comma = phrase.last + 1;
  const { nounsCapitalized } = tokens.grammar.rules;
  const isNamed = nounsCapitalized
    ? !isLed
    : tokens.isCapitalized(isLed ? phrase.first + 1 : ownedStart(tokens, phrase));
  if (isNamed || !tokens.isSign(comma, ',')) return undefined;
  if (tokens.sentence[comma + 1] !== tokens.sentence[phrase.first]) return undefined;
  const beside = nounPhraseAfter(tokens, comma + 1, tokens.count);
  if (!beside || !isSetOff(tokens, beside.last)) return undefined;
  const name = speakerWithin(tokens, beside);
  const isName =
    tokens.isCapitalized(name.first) &&
    !tokens.has(name.first, NO_NAME) &&
    tokens.isCapitalized(name.last) &&
    (!nounsCapitalized || name.last > name.first);
  return isName && (name.first === beside.first || tokens.has(beside.first, WordClass.determiner)) ? name : undefined;
}

/** "lawyer" of "Brandt’s lawyer": where what is owned begins. */
function ownedStart(tokens: Tokens, { first, last }: TokenRange): number {
  for (let token = last - 1; token > first; token--) if (tokens.is(token, TokenKind.clitic)) return token + 1;
  return first;
}

const NO_NAME = WordClass.determiner | WordClass.month | WordClass.time | WordClass.subjectPronoun;

/**
 * The last token of what a comma sets off behind a noun phrase to say who that is, where another comma follows: "Ana Brandt, mayor of
 * Lunden,", "its chair, Ana Brandt,". The phrase's own last token where nothing of the kind stands there.
 */
export function asideEnd(tokens: Tokens, phrase: TokenRange): number {
  const comma = phrase.last + 1;
  if (!tokens.isSign(comma, ',') || tokens.sentence[comma + 1] !== tokens.sentence[phrase.first]) return phrase.last;
  const aside = nounPhraseAfter(tokens, comma + 1, tokens.count);
  if (!aside || !tokens.isSign(aside.last + 1, ',')) return phrase.last;
  // "the Post, the mayor of Lunden, …": a paper is no mayor.
  const isNamed = endsWithName(tokens, phrase) && !tokens.has(phrase.first, WordClass.determiner);
  return nameBeside(tokens, phrase) || (isNamed && hasRole(tokens, aside)) ? aside.last : phrase.last;
}

/** A name, somebody by what they are, or a pronoun. */
export const isPerson = (tokens: Tokens, phrase: TokenRange): boolean =>
  endsWithName(tokens, phrase) || hasRole(tokens, phrase) || tokens.has(phrase.first, PRONOUN);

const PRONOUN = WordClass.subjectPronoun | WordClass.objectPronoun;

/** Where all nouns have capitals, an article tells a name from them. */
const endsWithName = (tokens: Tokens, { first, last }: TokenRange): boolean =>
  tokens.isCapitalizedInside(last) &&
  !tokens.has(last, WordClass.title) &&
  !(tokens.grammar.rules.nounsCapitalized && tokens.has(first, WordClass.determiner));

function hasRole(tokens: Tokens, { first, last }: TokenRange): boolean {
  for (let token = first; token <= last && !tokens.has(token, WordClass.preposition); token++)
    if (tokens.has(token, WordClass.title | WordClass.person)) return true;
  return false;
}

/** What the article says that the bearer of a name is, beside it: "the mayor of Lunden, Ana Brandt,", "Ana Brandt, the mayor,". */
export function roleBeside(tokens: Tokens, { first, last }: TokenRange): TokenRange | undefined {
  if (tokens.isSign(first - 1, ',') && isSetOff(tokens, last)) {
    const before = nounPhraseBefore(tokens, first - 2, 0);
    const role = before && roleIn(tokens, before);
    if (role) return role;
  }
  // "the Post, the mayor of Lunden, Ana Brandt, …": a paper is no mayor.
  if (tokens.has(first - 1, WordClass.determiner)) return undefined;
  if (!tokens.isSign(last + 1, ',') || tokens.sentence[last + 2] !== tokens.sentence[last]) return undefined;
  const after = nounPhraseAfter(tokens, last + 2, tokens.count);
  return after && isSetOff(tokens, after.last) ? roleIn(tokens, after) : undefined;
}

/** "harbour minister" of "the harbour minister of Lunden": the words before a head that is a title, without article. */
function roleIn(tokens: Tokens, { first, last }: TokenRange): TokenRange | undefined {
  if (!tokens.has(first, WordClass.determiner | WordClass.possessive)) return undefined;
  let head = first;
  while (head < last && tokens.is(head + 1, TokenKind.word) && !tokens.has(head + 1, WordClass.preposition)) head++;
  if (head === first || !tokens.has(head, WordClass.title)) return undefined;
  return { first: Math.max(first + 1, head - LONGEST_ROLE + 1), last: head };
}

/** A sign or the end of the sentence follows. */
const isSetOff = (tokens: Tokens, last: number): boolean =>
  last + 1 >= tokens.count ||
  tokens.sentence[last + 1] !== tokens.sentence[last] ||
  tokens.is(last + 1, TokenKind.punctuation) ||
  tokens.is(last + 1, TokenKind.mark);
