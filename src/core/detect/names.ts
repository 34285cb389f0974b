import { roleBeside } from './apposition';
import { type Gender } from './gender';
import { type NameMention } from './articleNames';
import { TokenKind, type Tokens } from './tokens';
import { FigureClass, WordClass } from './wordClass';

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
    if (!isNameWord(tokens, token)) continue;
    const first = token;
    while (continuesName(tokens, token + 1)) token++;
    // Behind the last title; a title at the very end is the name of a body ("Prime Minister").
    let start = first;
    for (let at = first; at < token; at++) if (tokens.has(at, WordClass.title)) start = skipStop(tokens, at + 1);
    const words = wordsOf(tokens, start, token);
    if (words < 1 || words > LONGEST_NAME || tokens.has(token, WordClass.title)) continue;
    const before = roleBefore(tokens, start, first);
    const gender = before === undefined ? undefined : genderIn(tokens, before);
    // One word is no full name, but "Mr Brandt" tells something of Brandt.
    if (words < 2 && !gender) continue;
    const role = before ?? roleBeside(tokens, { first: start, last: token });
    const told = gender ?? (role === undefined ? undefined : genderIn(tokens, role));
    const isThing = start === first && role === undefined && tokens.has(first - 1, WordClass.determiner);
    names.push({
      ...tokens.mention(start, token),
      ...(role === undefined ? {} : { role }),
      ...(told ? { gender: told } : {}),
      ...(isThing ? { isThing } : {}),
    });
  }
  return names;
}

/** What a role tells: a spokeswoman is a woman. */
function genderIn(tokens: Tokens, role: string): Gender | undefined {
  for (const word of role.split(' ')) {
    const gender = tokens.grammar.genders.get(word.replace(/\.$/, ''));
    if (gender) return gender;
  }
  return undefined;
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
  const isJoint = (isInitial || tokens.isSign(token, '-')) && tokens.isGlued(token);
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
function roleBefore(tokens: Tokens, name: number, first: number): string | undefined {
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
  return tokens.textOf(start, last).toLowerCase();
}
