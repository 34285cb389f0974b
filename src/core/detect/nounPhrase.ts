import { isDigit } from '../text/characters';
import { isNicknameMark } from './nicknames';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** Tokens `first..last`, both inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A noun phrase longer than this many tokens is a clause that was misread. */
const LONGEST_PHRASE = 30;

const PRONOUN = WordClass.subjectPronoun | WordClass.relative;
const CLAUSE_WORD =
  WordClass.auxiliary |
  WordClass.subordinator |
  WordClass.relative |
  WordClass.that |
  WordClass.adverb |
  WordClass.time |
  WordClass.negation |
  WordClass.infinitiveMarker;
const VERB = WordClass.speech | WordClass.thought | WordClass.naming | WordClass.quoting;

/** True where the token is a verb in its own right: not a noun that looks like one ("claims", "report"). */
export function isVerb(tokens: Tokens, token: number): boolean {
  if (tokens.has(token, WordClass.auxiliary | WordClass.verb)) return true;
  if (!tokens.has(token, VERB) || !tokens.has(token, WordClass.finite | WordClass.base)) return false;
  if (tokens.has(token, WordClass.statement) && tokens.isCapitalizedInside(token)) return false;
  if (isPastForm(tokens, token)) return true;
  if (!tokens.has(token, WordClass.finite))
    return (
      (tokens.has(token - 1, BEFORE_BASE) && !tokens.hasFigure(token - 1, FigureClass.cardinal)) ||
      tokens.isPlural(token - 1)
    );
  return (
    !tokens.has(token - 1, WordClass.determiner | WordClass.preposition) && !tokens.is(token - 1, TokenKind.clitic)
  );
}

/** Behind these a base form is a verb, not the noun of the same form: "will plan", "they claim". */
const BEFORE_BASE =
  WordClass.auxiliary | WordClass.subjectPronoun | WordClass.infinitiveMarker | WordClass.negation | WordClass.adverb;

const isPastForm = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.finite) && (tokens.endsWith(token, 'ed') || !tokens.endsWith(token, 's'));

/** Signs that stand inside a noun phrase. */
function isJoint(tokens: Tokens, token: number): boolean {
  if (tokens.isSign(token, '-') || tokens.isSign(token, '–') || tokens.isSign(token, '&') || tokens.isSign(token, '/'))
    return true;
  if (isNicknameMark(tokens, token)) return true;
  return (
    tokens.isSign(token, '.') &&
    tokens.isGlued(token) &&
    tokens.sentence[token] === tokens.sentence[Math.min(token + 1, tokens.count - 1)]
  );
}

/** "@anabrandt": an account speaks as its owner. */
/** @mayorlund */
export const isHandle = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.link) && tokens.firstCode(token) === AT_SIGN;
const AT_SIGN = 64;

/** he, they; not "some", which may be an article too. */
const isPronoun = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.subjectPronoun) && !tokens.has(token, WordClass.determiner);

const isNominal = (tokens: Tokens, token: number): boolean =>
  tokens.is(token, TokenKind.word) &&
  !tokens.has(token, CLAUSE_WORD | WordClass.preposition | WordClass.coordinator | WordClass.determiner) &&
  !isVerb(tokens, token) &&
  !(tokens.grammar.rules.objectFirst && isObjectPronoun(tokens, token));

/** True for a verb behind a form of "be" that makes it a passive; not where somebody does it to themselves: "s'est exclamé". */
export const isPassive = (tokens: Tokens, verb: number): boolean =>
  tokens.has(verb - 1, WordClass.be) && !tokens.has(verb - 2, WordClass.objectPronoun);

/** An article that may be a genitive's: "der" in "der Präsident der Region", "des". */
const isGenitive = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.determiner) && tokens.hasTrait(token, TraitClass.joining);

/** him, s', le in "le dijo"; no word that may be a subject or an article too. */
export const isObjectPronoun = (tokens: Tokens, token: number): boolean =>
  tokens.has(token, WordClass.objectPronoun) && !tokens.has(token, WordClass.subjectPronoun | WordClass.determiner);

/** The noun phrase that ends at this token; undefined where none does. `floor` is the first token it may take. */
export function nounPhraseBefore(tokens: Tokens, end: number, floor: number): TokenRange | undefined {
  // The stop of "Jr." or "R-Pa." is part of the word.
  const last = tokens.isSign(end, '.') && tokens.isGlued(end) ? end - 1 : end;
  if (last < floor || tokens.is(last, TokenKind.punctuation)) return undefined;
  if (tokens.has(last, PRONOUN) && !tokens.isCapitalizedInside(last)) return { first: last, last };
  if (isHandle(tokens, last)) return { first: last, last };
  if (tokens.is(last, TokenKind.mark) || tokens.is(last, TokenKind.link)) return undefined;
  if (
    !tokens.is(last, TokenKind.clitic) &&
    !tokens.is(last, TokenKind.number) &&
    !(isNominal(tokens, last) && mayBeHead(tokens, last)) &&
    !tokens.isCapitalizedInside(last)
  )
    return undefined;
  let first = last;
  let closed = false;
  const limit = Math.max(floor, last - LONGEST_PHRASE);
  while (first > limit) {
    const before = first - 1;
    if (tokens.sentence[before] !== tokens.sentence[last]) break;
    if (isJoint(tokens, before)) {
      if (before <= limit) break;
      first = before;
      continue;
    }
    if (
      tokens.is(before, TokenKind.punctuation) ||
      tokens.is(before, TokenKind.mark) ||
      tokens.is(before, TokenKind.link)
    )
      break;
    if (tokens.is(before, TokenKind.clitic)) {
      // "Smith's office", not "he's".
      if (tokens.has(before - 1, WordClass.subjectPronoun)) break;
      first = before - 1;
      closed = false;
      continue;
    }
    if (tokens.has(before, WordClass.preposition) && !tokens.isCapitalizedInside(before)) {
      if (!tokens.hasTrait(before, TraitClass.joining) || before - 1 < limit) break;
      if (!isNominal(tokens, before - 1) || looksLikeVerb(tokens, before - 1)) break;
      first = before - 1;
      closed = false;
      continue;
    }
    if (tokens.has(before, WordClass.coordinator)) {
      const partner = before - 1;
      const alike = tokens.isCapitalized(partner) === tokens.isCapitalized(first) || tokens.has(first, WordClass.title);
      if (
        partner < limit ||
        !alike ||
        !isNominal(tokens, partner) ||
        tokens.has(first, WordClass.determiner) ||
        looksLikeVerb(tokens, partner)
      )
        break;
      first = partner;
      continue;
    }
    // "one person": a number here.
    const isNumber = tokens.hasFigure(before, FigureClass.cardinal);
    if (closed || (isPronoun(tokens, before) && !isNumber)) break;
    if (tokens.has(before, WordClass.that)) break;
    // "on Monday Brandt said"
    if (tokens.has(before, WordClass.time) && tokens.has(before - 1, WordClass.preposition)) break;
    if (tokens.has(before, WordClass.determiner)) {
      first = before;
      // "der Präsident der Region"
      closed = !(
        tokens.grammar.rules.nounsCapitalized &&
        isGenitive(tokens, before) &&
        !tokens.isCapitalized(before) &&
        tokens.isCapitalized(before - 1) &&
        tokens.has(before - 2, WordClass.determiner)
      );
      continue;
    }
    if (
      tokens.is(before, TokenKind.number) ||
      isNumber ||
      isNominal(tokens, before) ||
      tokens.isCapitalizedInside(before)
    )
      first = before;
    else break;
  }
  return { first, last };
}

/** The noun phrase that starts at this token; undefined where none does. `ceiling` is the first token it may not take. */
export function nounPhraseAfter(tokens: Tokens, first: number, ceiling: number): TokenRange | undefined {
  const limit = Math.min(ceiling, first + LONGEST_PHRASE, tokens.count);
  if (first >= limit || tokens.has(first, WordClass.that)) return undefined;
  if (tokens.has(first, WordClass.subjectPronoun | WordClass.objectPronoun) && !tokens.has(first, WordClass.determiner))
    return { first, last: first };
  if (isHandle(tokens, first)) return { first, last: first };
  let last = first - 1;
  let hasName = false;
  for (let token = first; token < limit; token++) {
    if (tokens.sentence[token] !== tokens.sentence[first]) break;
    if (isJoint(tokens, token)) {
      if (token + 1 >= limit) break;
      continue;
    }
    if (tokens.is(token, TokenKind.clitic)) {
      last = token;
      hasName = false;
      continue;
    }
    if (tokens.is(token, TokenKind.number)) {
      if (last >= first && !tokens.isGlued(token)) break;
      last = token;
      continue;
    }
    if (!tokens.is(token, TokenKind.word) || isPronoun(tokens, token)) break;
    if (tokens.has(token, WordClass.determiner) && !tokens.isCapitalizedInside(token)) {
      if (last >= first && !tokens.has(token - 1, WordClass.preposition | WordClass.coordinator)) break;
      continue;
    }
    if (tokens.has(token, WordClass.preposition) && !tokens.isCapitalizedInside(token)) {
      if (last < first || (hasName && !tokens.isCapitalized(token + 1)) || !tokens.hasTrait(token, TraitClass.joining))
        break;
      if (hasName && !tokens.hasFigure(token, FigureClass.of)) break;
      continue;
    }
    if (tokens.has(token, WordClass.coordinator)) {
      if (
        last < first ||
        !isNominal(tokens, token + 1) ||
        tokens.isCapitalized(token + 1) !== tokens.isCapitalized(last)
      )
        break;
      continue;
    }
    if (!isNominal(tokens, token) && !tokens.isCapitalizedInside(token)) break;
    if (tokens.has(token, WordClass.time) || isBehindNoun(tokens, token, first)) break;
    last = token;
    hasName = tokens.isCapitalized(token);
  }
  return last >= first ? { first, last } : undefined;
}

/** The same with the genitive that may follow its noun: "laut einem Sprecher der Stadt". */
export function ownedPhraseAfter(tokens: Tokens, first: number, ceiling: number): TokenRange | undefined {
  const phrase = nounPhraseAfter(tokens, first, ceiling);
  if (!phrase || !tokens.has(first, WordClass.determiner)) return phrase;
  const next = phrase.last + 1;
  const owner = isGenitive(tokens, next) ? nounPhraseAfter(tokens, next, ceiling) : undefined;
  return owner ? { first, last: owner.last } : phrase;
}

/** Where nouns have capitals, a small word is none; a name may be written so: n-tv, n24. */
function mayBeHead(tokens: Tokens, token: number): boolean {
  if (!tokens.grammar.rules.nounsCapitalized || tokens.isCapitalized(token)) return true;
  return isJoint(tokens, token - 1) || isDigit(tokens.codes[tokens.end[token]! - 1]!);
}

/** Where nouns have capitals, the small word behind one is its verb: "laut Bericht verließen". */
const isBehindNoun = (tokens: Tokens, token: number, first: number): boolean =>
  tokens.grammar.rules.nounsCapitalized &&
  token > first &&
  !tokens.isCapitalized(token) &&
  tokens.is(token - 1, TokenKind.word) &&
  tokens.isCapitalized(token - 1) &&
  !tokens.has(token - 1, WordClass.determiner);

const looksLikeVerb = (tokens: Tokens, token: number): boolean => tokens.looksLike(token, 'past');

/**
 * The part of a noun phrase that names its head: a name at its end without titles and descriptions before it ("Vladimir Putin" of
 * "Russian President Vladimir Putin"), else the whole phrase.
 */
export function speakerWithin(tokens: Tokens, { first, last }: TokenRange): TokenRange {
  let start = last + 1;
  for (let token = last; token >= first; token--) {
    if (isNamePart(tokens, token, start)) start = token;
    else break;
  }
  // A particle or a joint at the start is none: "of Paris", ". Smith".
  while (start <= last && !tokens.isCapitalized(start)) start++;
  if (start > last || isOwner(tokens, start, first)) return { first, last };
  if (start > first) {
    const before = start - 1;
    if (tokens.has(before, WordClass.preposition | WordClass.coordinator) || tokens.is(before, TokenKind.clitic))
      return { first, last };
    if (tokens.has(before, WordClass.determiner)) {
      const name = withoutTitles(tokens, start, last);
      return name === start ? { first: before, last } : { first: name, last };
    }
    if (!tokens.is(before, TokenKind.word) && !tokens.is(before, TokenKind.number)) return { first, last };
  }
  return { first: withoutTitles(tokens, start, last), last };
}

/** "der Präsident der neuen Region": where nouns have capitals, what a genitive brings in is not the head. */
function isOwner(tokens: Tokens, noun: number, first: number): boolean {
  if (!tokens.grammar.rules.nounsCapitalized) return false;
  let at = noun - 1;
  while (
    at > first &&
    tokens.is(at, TokenKind.word) &&
    !tokens.isCapitalized(at) &&
    !tokens.has(at, WordClass.determiner)
  )
    at--;
  return at > first && isGenitive(tokens, at);
}

/** The first token after the last title that a name follows. */
function withoutTitles(tokens: Tokens, first: number, last: number): number {
  let start = first;
  for (let token = first; token < last; token++) {
    if (!tokens.has(token, WordClass.title)) continue;
    let next = token + 1;
    if (tokens.isSign(next, '.')) next++;
    if (next <= last && tokens.isCapitalized(next)) start = next;
  }
  return start;
}

function isNamePart(tokens: Tokens, token: number, next: number): boolean {
  if (tokens.isCapitalized(token)) return !tokens.has(token, WordClass.determiner);
  if (isJoint(tokens, token)) return true;
  return tokens.is(token, TokenKind.word) && next <= token + 1 && tokens.hasTrait(token, TraitClass.particle);
}
