import { type MarkedSpan } from './marks';
import * as WordClass from './wordClass';
import { isCapital } from '../text/characters';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';

/** Numbers the sentences of a block in `tokens.sentence`. */
export function markSentences(tokens: Tokens): void {
  let token = datelineEnd(tokens);
  tokens.sentence.fill(0, 0, token);
  let sentence = token > 0 ? 1 : 0;
  while (token < tokens.count) {
    tokens.sentence[token] = sentence;
    if (endsSentence(tokens, token)) {
      let next = token + 1;
      // Marks and brackets that follow the stop without a blank belong to the sentence.
      while (next < tokens.count && tokens.isGlued(next) && isCloser(tokens, next)) tokens.sentence[next++] = sentence;
      if (startsSentence(tokens, next, token)) sentence++;
      token = next;
    } else token++;
  }
}

/** How many tokens a dateline has at most: place, date and agency. */
const DATELINE_TOKENS = 14;

/** The first token behind a dateline ("LUNDEN, 12 May (LPA) –"), which is a sentence of its own; 0 where there is none. */
function datelineEnd(tokens: Tokens): number {
  if (!tokens.is(0, TokenKind.word) || tokens.lengthOf(0) < 3 || tokens.lengthOf(0) > 40) return 0;
  const place = tokens.textOf(0);
  if (place !== place.toUpperCase() || place === place.toLowerCase()) return 0;
  const limit = Math.min(tokens.count, DATELINE_TOKENS);
  for (let token = 1; token < limit; token++) {
    if (tokens.is(token, TokenKind.mark) || tokens.isSign(token, ':')) return 0;
    const isDash =
      (tokens.isSign(token, '—') || tokens.isSign(token, '-') || tokens.isSign(token, '–')) && !tokens.isGlued(token);
    if (isDash) return token + 1;
  }
  return 0;
}

function endsSentence(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== TokenKind.punctuation) return false;
  if (tokens.isSign(token, '!') || tokens.isSign(token, '?') || tokens.isSign(token, '…')) return true;
  if (!tokens.isSign(token, '.')) return false;
  // "4. Juni": behind a figure a stop may make it an ordinal.
  if (
    tokens.grammar.rules.ordinalStop &&
    tokens.isGlued(token) &&
    tokens.is(token - 1, TokenKind.number) &&
    tokens.lengthOf(token - 1) <= 2
  )
    return false;
  if (!tokens.isGlued(token) || !tokens.is(token - 1, TokenKind.word)) return true;
  return !tokens.has(token - 1, WordClass.abbreviation) && !isInitial(tokens, token - 1);
}

/** A capital alone before a stop: the J of J. Smith. */
const isInitial = (tokens: Tokens, token: number): boolean =>
  tokens.lengthOf(token) === 1 && tokens.isCapitalized(token);

const isCloser = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.mark) ||
  tokens.isSign(token, ')') ||
  tokens.isSign(token, ']') ||
  tokens.isSign(token, '.') ||
  tokens.isSign(token, '!') ||
  tokens.isSign(token, '?');

/** How far a verb of saying may stand behind a question or an exclamation that it reports. */
const REPORTING_REACH = 14;

function startsSentence(tokens: Tokens, next: number, stop: number): boolean {
  if (next >= tokens.count || tokens.isGlued(next)) return false;
  const isQuoted = next > stop + 1;
  if (tokens.is(next, TokenKind.word) && !isCapital(tokens.firstCode(next)))
    return !isQuoted && !tokens.isSign(stop, '…');
  // “Why?” Smith asked. After a full stop the verb must end its clause: “We go.” Smith said. Not: “We go.” He added, “B.”
  if (isQuoted) {
    for (let token = next; token < tokens.count && token < next + REPORTING_REACH; token++) {
      if (tokens.is(token, TokenKind.mark) || endsSentence(tokens, token)) break;
      if (!tokens.has(token, WordClass.speech)) continue;
      if (!tokens.isSign(stop, '.')) return false;
      return !(
        token > next &&
        !tokens.has(token - 1, WordClass.determiner) &&
        (tokens.isSign(token + 1, '.') ||
          (tokens.isSign(token + 1, ',') &&
            !tokens.is(token + 2, TokenKind.mark) &&
            !tokens.has(token + 2, WordClass.that)))
      );
    }
  }
  return true;
}

/** Lets a sentence that goes on behind a quotation be one sentence, however many sentences stand between the marks. */
export function joinAcrossQuotes(tokens: Tokens, spans: readonly MarkedSpan[]): void {
  const { sentence } = tokens;
  let dropped = 0;
  let token = 0;
  for (const { open, close } of spans) {
    if (open < 0 || close + 1 >= tokens.count) continue;
    for (; token <= close; token++) sentence[token]! -= dropped;
    const isJoined = sentence[close + 1]! - dropped === sentence[close]!;
    if (!isJoined) continue;
    dropped += sentence[close]! - sentence[open]!;
    sentence.fill(sentence[open]!, open, close + 1);
  }
  for (; token < tokens.count; token++) sentence[token]! -= dropped;
}
