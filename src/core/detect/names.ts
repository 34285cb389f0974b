import { roleBeside } from './apposition';
import { type Gender } from './gender';
import { type NameMention } from './articleNames';
import { isNicknameMark } from './nicknames';
import { type TokenRange } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** A name has no more words than this; a longer run of capitals is a heading. */
const LONGEST_NAME = 5;
/** So many words before a name are read as what its bearer is. */
const LONGEST_ROLE = 3;

const NO_NAME =
  WordClass.month |
  WordClass.time |
  WordClass.determiner |
  WordClass.preposition |
  WordClass.coordinator |
  WordClass.subordinator |
  WordClass.subjectPronoun |
  WordClass.auxiliary |
  WordClass.adverb |
  WordClass.possessive |
  WordClass.objectPronoun;

/** The full names of one block, two to five capitalised words, with what is said beside them of who they are; one word behind a title that tells a gender. Offsets count from the block's start. */
export function namesIn(tokens: Tokens): NameMention[] {
  const names: NameMention[] = [];
  if (isTitleCase(tokens)) return names;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.capital[token] === 0 || !isNameWord(tokens, token)) continue;
    const first = token;
    while (continuesName(tokens, token + 1)) token++;
    const name = nameAt(tokens, first, token);
    if (name) names.push(name);
  }
  return names;
}

/** The name in these tokens, behind the last title; a title at the very end is the name of a body ("Prime Minister"). */
function nameAt(tokens: Tokens, first: number, last: number): NameMention | undefined {
  let start = first;
  for (let at = first; at < last; at++) if (tokens.has(at, WordClass.title)) start = skipStop(tokens, at + 1);
  const words = wordsOf(tokens, start, last);
  if (words < 1 || words > LONGEST_NAME || tokens.has(last, WordClass.title)) return undefined;
  const before = roleBefore(tokens, start, first);
  const told = before && genderIn(tokens, before);
  // One word is no full name, but "Mr Brandt" tells something of Brandt.
  if (words < 2 && !told) return undefined;
  const role = before ?? roleBeside(tokens, { first: start, last });
  const gender = told ?? (role && genderIn(tokens, role));
  const name: { -readonly [Key in keyof NameMention]: NameMention[Key] } = tokens.mention(start, last);
  if (role) name.role = tokens.textOf(role.first, role.last).toLowerCase();
  if (gender) name.gender = gender;
  if (!role && start === first && tokens.has(first - 1, WordClass.determiner)) name.isThing = true;
  return name;
}

/** What a role tells: a spokeswoman is a woman. */
function genderIn(tokens: Tokens, { first, last }: TokenRange): Gender | undefined {
  for (let token = first; token <= last; token++) {
    if (tokens.hasTrait(token, TraitClass.masculine)) return 'masculine';
    if (tokens.hasTrait(token, TraitClass.feminine)) return 'feminine';
  }
  return undefined;
}

/** A name at the start of a line or sentence, before a colon or a comma, has no more words. */
const LONGEST_OPENING = 4;

/** The last token of the capitals that may name somebody from `first` on; the one before it where none stands there. */
export function openingName(tokens: Tokens, first: number): number {
  let last = first - 1;
  while (
    last + 1 < first + LONGEST_OPENING &&
    tokens.isCapitalized(last + 1) &&
    !tokens.has(last + 1, WordClass.determiner | WordClass.preposition)
  )
    last++;
  return last;
}

/** In a headline in capitals every pair of words looks like a name. */
function isTitleCase(tokens: Tokens): boolean {
  let words = 0;
  let capitals = 0;
  const limit = Math.min(tokens.count, HEADLINE_TOKENS);
  for (let token = 0; token < limit; token++) {
    if (!tokens.is(token, TokenKind.word)) continue;
    words++;
    if (tokens.isCapitalized(token)) capitals++;
  }
  return capitals > 0.6 * words && words > LONGEST_NAME;
}

const HEADLINE_TOKENS = 30;

const isNameWord = (tokens: Tokens, token: number): boolean =>
  tokens.isCapitalized(token) && !tokens.has(token, NO_NAME) && !tokens.hasFigure(token, FigureClass.cardinal);

/** A further word of a name: a capital, or an initial's stop or a hyphen before one. */
function continuesName(tokens: Tokens, token: number): boolean {
  if (isNameWord(tokens, token)) return tokens.sentence[token] === tokens.sentence[token - 1];
  const isInitial =
    tokens.isSign(token, '.') && (tokens.lengthOf(token - 1) === 1 || tokens.has(token - 1, WordClass.abbreviation));
  const isJoint = isNicknameMark(tokens, token) || ((isInitial || tokens.isSign(token, '-')) && tokens.isGlued(token));
  return isJoint && isNameWord(tokens, token + 1) && tokens.sentence[token + 1] === tokens.sentence[token - 1];
}

const skipStop = (tokens: Tokens, token: number): number =>
  tokens.isSign(token, '.') || tokens.isSign(token, '-') ? token + 1 : token;

function wordsOf(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let token = first; token <= last; token++) if (tokens.is(token, TokenKind.word)) words++;
  return words;
}

/** "russian president": the title right before a name, with the words before it. */
function roleBefore(tokens: Tokens, name: number, first: number): TokenRange | undefined {
  let last = name - 1;
  if (tokens.isSign(last, '.') || tokens.isSign(last, ',')) last--;
  if (!tokens.has(last, WordClass.title) || tokens.sentence[last] !== tokens.sentence[name]) return undefined;
  let start = last;
  while (
    start > 0 &&
    last - start < LONGEST_ROLE - 1 &&
    tokens.is(start - 1, TokenKind.word) &&
    (start - 1 >= first || tokens.has(start - 1, WordClass.title)) &&
    !tokens.has(start - 1, NO_NAME)
  )
    start--;
  return { first: start, last };
}
