import { speakerWithin, type TokenRange } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** A headline has no more tokens. */
const LONGEST_HEADLINE = 40;
/** Role and name before the colon. */
const LONGEST_SPEAKER = 5;

/** What stands before a headline's colon and is nobody: "Live: …". Of all languages; lower case. */
const LABELS = new Set(
  (
    'report reports exclusive video audio photos watch live live-blog breaking update updates opinion comment analysis editorial column ' +
    'interview review factbox explainer timeline poll survey latest letter letters podcast special feature recap fact ' +
    'bericht exklusiv kommentar meinung analyse umfrage hintergrund eilmeldung exclusif vidéo sondage entretien tribune ' +
    'exclusiva encuesta entrevista análisis opinión'
  ).split(' '),
);

/** "Brandt: Harbour is ‘finished’": the name that a colon sets before what its bearer says in a headline; undefined where none does. */
export function headlineSpeaker(tokens: Tokens): TokenRange | undefined {
  if (tokens.count > LONGEST_HEADLINE || tokens.has(0, WordClass.determiner)) return undefined;
  let colon = 0;
  while (colon <= LONGEST_SPEAKER && isNamePart(tokens, colon)) colon++;
  const last = colon - 1;
  if (last < 0 || !tokens.isSign(colon, ':') || !tokens.isGlued(colon)) return undefined;
  if (LABELS.has(tokens.textOf(last).toLowerCase()) || isShouted(tokens, last)) return undefined;
  return speakerWithin(tokens, { first: 0, last });
}

const isNamePart = (tokens: Tokens, token: number): boolean =>
  tokens.isCapitalized(token) || (token > 0 && tokens.isSign(token, '.') && tokens.isGlued(token));

/** "VIDEO:" */
const isShouted = (tokens: Tokens, token: number): boolean => {
  const word = tokens.textOf(token);
  return tokens.is(token, TokenKind.word) && word.length > 3 && word === word.toUpperCase();
};
