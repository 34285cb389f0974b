import { type MarkedSpan } from './marks';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** Stands for the marks around a nickname in Tokens.word, negated as the codes of signs are: no text has this character as a sign. */
const NICKNAME_MARK = 2;
/** So many words make a nickname at most. */
const LONGEST = 2;

/** True for a mark that is part of a name: Ana “Pip” Brandt. */
export const isNicknameMark = (tokens: Tokens, token: number): boolean => tokens.word[token] === -NICKNAME_MARK;

/** Makes the marks around nicknames joints of the names that these stand in. */
export function joinNicknames(tokens: Tokens, pairs: readonly MarkedSpan[]): void {
  for (const { open, close } of pairs) {
    if (open < 1 || !isNickname(tokens, open, close)) continue;
    for (const mark of [open, close]) {
      tokens.kind[mark] = TokenKind.punctuation;
      tokens.word[mark] = -NICKNAME_MARK;
    }
  }
}

function isNickname(tokens: Tokens, open: number, close: number): boolean {
  if (close - open - 1 > LONGEST || tokens.sentence[open - 1] !== tokens.sentence[close + 1]) return false;
  if (tokens.isGlued(open) || tokens.isGlued(close + 1)) return false;
  for (let token = open - 1; token <= close + 1; token++)
    if (token !== open && token !== close && !isNameWord(tokens, token)) return false;
  return true;
}

const isNameWord = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) && tokens.isCapitalized(token) && !tokens.has(token, NO_NAME);

const NO_NAME =
  WordClass.determiner |
  WordClass.preposition |
  WordClass.subjectPronoun |
  WordClass.possessive |
  WordClass.work |
  WordClass.time |
  WordClass.coordinator |
  WordClass.subordinator |
  WordClass.adverb |
  WordClass.speech;
