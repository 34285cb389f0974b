import { isCapital } from '../text/characters';
import { type Attribution, type BlockParts } from './attribution';
import { type MarkedSpan } from './marks';
import { type QuoteType } from './model';
import { isVerb } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** What stands between the marks, as far as its type depends on it. */
interface Content {
  readonly words: number;
  readonly startsWithCapital: boolean;
  /** It has a verb that can carry a clause. */
  readonly isClause: boolean;
  /** A clause that brings its own subject. */
  readonly isFullClause: boolean;
  /** Every word of weight has a capital, as in the name of a work. */
  readonly isTitleCase: boolean;
  /** A stop, a question or exclamation mark, or a comma stands before the closing mark. */
  readonly endsWithStop: boolean;
  readonly endsWithComma: boolean;
}

/** True where at least one word or number stands between the marks. */
export function hasWords(tokens: Tokens, { open, close }: MarkedSpan): boolean {
  for (let token = open + 1; token < close; token++)
    if (tokens.is(token, TokenKind.word) || tokens.is(token, TokenKind.number)) return true;
  return false;
}

/** Words that are small in a title. */
const SMALL_IN_TITLE =
  WordClass.preposition | WordClass.determiner | WordClass.coordinator | WordClass.infinitiveMarker;
/** Content is judged by its beginning: a longer one is a clause anyway. */
const JUDGED_TOKENS = 40;

function contentOf(tokens: Tokens, { open, close }: MarkedSpan): Content {
  let words = 0;
  let capitals = 0;
  let weighty = 0;
  let isClause = false;
  let startsWithCapital = false;
  const limit = Math.min(close, open + 1 + JUDGED_TOKENS);
  for (let token = open + 1; token < limit; token++) {
    if (tokens.is(token, TokenKind.clitic) && !tokens.endsWith(token, "'s") && !tokens.endsWith(token, '’s'))
      isClause = true;
    if (!tokens.is(token, TokenKind.word)) continue;
    const capital = isCapital(tokens.firstCode(token));
    if (words === 0) startsWithCapital = capital;
    words++;
    if (
      tokens.has(token, WordClass.auxiliary | WordClass.verb | WordClass.finite) ||
      (tokens.has(token, WordClass.subjectPronoun) && !tokens.has(token, WordClass.determiner))
    )
      isClause = true;
    if (!tokens.has(token, SMALL_IN_TITLE) || words === 1) {
      weighty++;
      if (capital) capitals++;
    }
  }
  const endsWithStop =
    tokens.isSign(close - 1, '.') ||
    tokens.isSign(close - 1, '!') ||
    tokens.isSign(close - 1, '?') ||
    tokens.isSign(close - 1, '…');
  return {
    words,
    startsWithCapital,
    isClause,
    isFullClause:
      isClause &&
      words > CLAUSE_WORDS &&
      !tokens.has(open + 1, WordClass.auxiliary | WordClass.verb | WordClass.infinitiveMarker),
    isTitleCase: weighty > 0 && capitals === weighty && startsWithCapital && limit === close,
    endsWithStop,
    endsWithComma: tokens.isSign(close - 1, ','),
  };
}

/** True where a work stands beside the marks: the programme, “…”; a book called “…”; the “…” star. */
function namesWork(tokens: Tokens, { open, close }: MarkedSpan): boolean {
  if (tokens.has(close + 1, WordClass.work) && tokens.sentence[close + 1] === tokens.sentence[open]) return true;
  for (let token = open - 1; token >= 0 && token >= open - 3; token--) {
    if (tokens.sentence[token] !== tokens.sentence[open]) return false;
    if (tokens.has(token, WordClass.work)) return true;
    if (!tokens.isSign(token, ',') && !tokens.has(token, WordClass.term)) return false;
  }
  return false;
}

/** “The Harbour Falls Silent,” by Ana Brandt: what its author is named behind. */
function isSignedWork(tokens: Tokens, { open, close }: MarkedSpan): boolean {
  const opensSentence = tokens.opensSentence(open) || tokens.isSign(open - 1, '—');
  const by = tokens.isSign(close + 1, ',') ? close + 2 : close + 1;
  return (
    opensSentence &&
    tokens.hasFigure(by, FigureClass.by) &&
    tokens.isCapitalized(by + 1) &&
    !tokens.has(by + 1, WordClass.time)
  );
}

/** How far back the preposition may stand that opens a sentence: "On the channel’s morning show “Tides,” she said". */
const CIRCUMSTANCE_REACH = 14;

/** A name in the place where something was said: told Lunden TV’s “Tides”; In an interview with “Tides,” she said. */
function namesProgramme(
  tokens: Tokens,
  { open }: MarkedSpan,
  { isClause, words }: Content,
  attribution?: Attribution,
): boolean {
  const isOwned = tokens.is(open - 1, TokenKind.clitic);
  if (isClause || words > CLAUSE_WORDS + 1 || !attribution?.cue) return false;
  if (attribution.side === 'before') return isOwned && tokens.has(attribution.cue.last, WordClass.hearer);
  if (!isOwned && !tokens.has(open - 1, WordClass.preposition)) return false;
  let token = open - 1;
  for (; token > open - CIRCUMSTANCE_REACH && tokens.sentence[token - 1] === tokens.sentence[open]; token--)
    if (isVerb(tokens, token)) return false;
  return tokens.has(token, WordClass.preposition | WordClass.time);
}

/** The fewest words of a quotation that can be a sentence without a capital. */
const CLAUSE_WORDS = 4;

/** So many words are somebody's, though the sentence does not say whose: irony and terms are shorter. */
const FRAGMENT_WORDS = 14;
const CLAUSE_FRAGMENT_WORDS = 6;

/** The type of an outermost marked span. */
export function typeOf(
  { tokens, singleFirst }: Pick<BlockParts, 'tokens' | 'singleFirst'>,
  span: MarkedSpan,
  attribution: Attribution | undefined,
): QuoteType {
  const content = contentOf(tokens, span);
  const { open, close } = span;
  const continues = open < 0 || close >= tokens.count;
  const isBesides =
    attribution?.tie === 'beside' &&
    !(attribution.side === 'before' && attribution.lead !== 'colon' && attribution.lead !== 'comma');
  if (isSignedWork(tokens, span) && !continues && attribution?.mode !== 'naming') return 'title';
  if (content.isTitleCase && open >= 0) {
    if (namesWork(tokens, span) || namesProgramme(tokens, span, content, attribution)) return 'title';
    // "a sign saying “Harbour For All”"; "called him “Captain Nowhere”"
    const isUttered =
      attribution?.side === 'before' &&
      attribution.cue !== undefined &&
      (attribution.mode === 'naming'
        ? attribution.cue.last < open - 1
        : attribution.mode === 'speech' && attribution.isGerund === true && attribution.cue.last === open - 1);
    if (
      content.words > 1 &&
      !isBesides &&
      !isUttered &&
      attribution?.tie !== 'colon' &&
      attribution?.tie !== 'headline' &&
      !isSentence(tokens, span, content)
    )
      return 'title';
  }
  // „Das Buch „Deutsch wird Welt““: where titles have no capitals, the work right before them tells.
  const isNamed = tokens.grammar.rules.plainTitles && content.startsWithCapital && !continues && !isBesides;
  if (isNamed && tokens.has(open - 1, WordClass.work)) return 'title';
  if ((isCoinage(tokens, open) || isStageDirection(tokens, span)) && !continues) return 'scare';
  // A paragraph of its own in single marks, where double ones are the article's, is a heading.
  const isHeading = span.family === 'single' && !singleFirst && open === 0 && close >= tokens.count - 2;
  if (isHeading && !attribution) return 'scare';
  if (!attribution)
    return continues || isSentence(tokens, span, content) || isSetOff(tokens, span, content)
      ? 'direct'
      : content.words >= (content.isFullClause ? CLAUSE_FRAGMENT_WORDS : FRAGMENT_WORDS)
        ? 'partial'
        : 'scare';
  const { mode, lead, tie, side } = attribution;
  if (tie === 'clause' && content.words <= 2 && isEpithet(tokens, span)) return 'scare';
  if (tie === 'colon') return 'direct';
  if (continues) return 'direct';
  if (side === 'after') {
    const before = open - 1;
    const followsWord =
      before >= 0 && tokens.sentence[before] === tokens.sentence[open] && !tokens.is(before, TokenKind.punctuation);
    if (tie === 'beside') return followsWord && !content.startsWithCapital ? 'partial' : 'direct';
    return !followsWord && content.startsWithCapital && content.isClause ? 'direct' : 'partial';
  }
  if (mode === 'naming') return 'partial';
  const isWhole = content.startsWithCapital && content.words >= CLAUSE_WORDS && content.isClause;
  if (tie === 'beside') {
    if (lead === 'colon') return content.startsWithCapital || content.words >= CLAUSE_WORDS ? 'direct' : 'partial';
    if (lead === 'that' && content.isFullClause) return 'direct';
    if (lead === 'comma') return content.startsWithCapital ? 'direct' : 'partial';
    return isWhole ? 'direct' : 'partial';
  }
  return isWhole && tokens.is(open - 1, TokenKind.punctuation) ? 'direct' : 'partial';
}

/** A whole sentence between marks: nothing of it stands outside. */
function isSentence(tokens: Tokens, { open, close }: MarkedSpan, content: Content): boolean {
  const opensSentence = tokens.opensSentence(open) || tokens.isSign(open - 1, ':');
  return (
    opensSentence &&
    tokens.closesSentence(close) &&
    content.words >= 2 &&
    (content.endsWithStop || (content.isClause && content.words >= CLAUSE_WORDS))
  );
}

/** True for marks with nothing of their sentence outside but its stop: «Muy grave». */
export const isWholeSentence = (tokens: Tokens, { open, close }: MarkedSpan): boolean =>
  open > 0 && tokens.opensSentence(open) && tokens.closesSentence(tokens.isSign(close + 1, '.') ? close + 1 : close);

/** So far from its marks the verb is looked for that tells a German sentence to be somebody's. */
const MOOD_REACH = 20;

/** „Deshalb sei es ‚folgerichtig‘, so zu bauen.“ Words within a sentence whose verb says that it is told after somebody; no name and no term. */
export function isReportedFragment(tokens: Tokens, span: MarkedSpan, quoteAt: Int32Array): boolean {
  const { open, close } = span;
  if (!tokens.grammar.rules.verbSecond || tokens.isCapitalized(open + 1)) return false;
  if (isCoinage(tokens, open) || isEpithet(tokens, span)) return false;
  const isMood = (token: number): boolean =>
    tokens.sentence[token] === tokens.sentence[open] &&
    quoteAt[token]! < 0 &&
    tokens.hasTrait(token, TraitClass.reportedMood);
  for (let token = Math.max(0, open - MOOD_REACH); token < open; token++) if (isMood(token)) return true;
  return isMood(close + 1);
}

/** A clause at the start of a sentence whose last sign says that its attribution follows: “The plan failed,” … */
function isSetOff(tokens: Tokens, { open }: MarkedSpan, content: Content): boolean {
  return (
    tokens.opensSentence(open) &&
    content.isClause &&
    content.words >= CLAUSE_WORDS &&
    (content.endsWithComma || content.endsWithStop)
  );
}

/** “(Laughter.)”, “[inaudible]”: what a transcript says of what is heard. */
function isStageDirection(tokens: Tokens, { open, close }: MarkedSpan): boolean {
  const last = tokens.isSign(close - 1, '.') ? close - 2 : close - 1;
  return (
    (tokens.isSign(open + 1, '(') && tokens.isSign(last, ')')) ||
    (tokens.isSign(open + 1, '[') && tokens.isSign(last, ']'))
  );
}

/** Words that say of what follows that it is a coinage: the term, so-called, self-styled. */
const isCoinage = (tokens: Tokens, open: number): boolean =>
  tokens.has(open - 1, WordClass.coinage) ||
  (tokens.isSign(open - 1, ':') && tokens.has(open - 2, WordClass.coinage)) ||
  (tokens.isSign(open - 2, '-') && tokens.has(open - 1, WordClass.naming | WordClass.term));

/** Words between an article and its noun: the “solid” sample. The reporter's own distance, whoever the sentence reports. */
function isEpithet(tokens: Tokens, { open, close }: MarkedSpan): boolean {
  const isLed =
    tokens.has(open - 1, WordClass.determiner) ||
    tokens.is(open - 1, TokenKind.clitic) ||
    tokens.is(open - 2, TokenKind.clitic) ||
    tokens.has(open - 2, WordClass.determiner);
  const noun = close + 1;
  return (
    isLed &&
    tokens.is(noun, TokenKind.word) &&
    tokens.sentence[noun] === tokens.sentence[open] &&
    !tokens.has(noun, NO_NOUN)
  );
}
const NO_NOUN =
  WordClass.preposition |
  WordClass.auxiliary |
  WordClass.coordinator |
  WordClass.subordinator |
  WordClass.relative |
  WordClass.that |
  WordClass.adverb |
  WordClass.verb |
  WordClass.determiner |
  WordClass.subjectPronoun |
  WordClass.finite |
  WordClass.infinitiveMarker;
