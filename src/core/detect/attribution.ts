import { isCapital } from '../text/characters';
import { headlineSpeaker } from './headlineSpeaker';
import { bearerOf, nameBeside } from './apposition';
import { type Cue, type Lead } from './cue';
import { inciseIn } from './incise';
import { type MarkedSpan } from './marks';
import { openingName } from './names';
import { isHandle, nounPhraseAfter, nounPhraseBefore, type TokenRange } from './nounPhrase';
import { type SubjectFinder } from './subjects';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** A block taken apart. */
export interface BlockParts {
  readonly tokens: Tokens;
  /** Outermost marked spans in text order. */
  readonly pairs: readonly MarkedSpan[];
  /** For each token the index of its marked span, or -1. */
  readonly quoteAt: Int32Array;
  readonly subjects: SubjectFinder;
  /** In text order. */
  readonly cues: readonly Cue[];
  /** Of the document's style. */
  readonly singleFirst: boolean;
}

/** Who said a marked span and by which words we know. */
export interface Attribution {
  readonly cue: TokenRange | undefined;
  readonly speaker: TokenRange | undefined;
  /**
   * `beside`: the cue stands next to the marks and leads to them or follows them; `clause`: the marks stand within a clause that the
   * cue reports; `colon`: a name and a colon, without a verb; `headline`: they stand in what a headline's colon leads to.
   */
  readonly tie: 'beside' | 'clause' | 'colon' | 'headline';
  readonly side: 'before' | 'after';
  readonly mode: Cue['mode'] | undefined;
  readonly lead: Lead | undefined;
  readonly isGerund: boolean;
}

/** Somebody is named without a verb. All keys are there: attributions have one shape. */
const attributionTo = (speaker: TokenRange, tie: 'colon' | 'headline', side: 'before' | 'after'): Attribution => ({
  cue: undefined,
  speaker,
  tie,
  side,
  mode: undefined,
  lead: undefined,
  isGerund: false,
});

/** How far behind a cue of thinking or naming its quoted object may stand: "considered this rise “senseless”". */
const OBJECT_REACH = 9;
/** So many quotations before one are looked at for the cue of all. */
const LONGEST_SERIES = 4;
/** So many cues of one sentence are asked on either side of a quotation. */
const CUES_ASKED = 8;

/** The attribution of one outermost marked span of a block, undefined where its own sentence gives none. */
export function attributionOf(parts: BlockParts, span: MarkedSpan): Attribution | undefined {
  const after = cueAfter(parts, span);
  const before = cueBefore(parts, span);
  if (before?.tie === 'beside') return before;
  if (after?.tie === 'beside') return after;
  const bare =
    namedWithin(parts.tokens, span) ??
    colonBefore(parts, span) ??
    signedBelow(parts, span) ??
    namedBehind(parts, span) ??
    ownedStatement(parts.tokens, span);
  if (bare) return bare;
  const inClause = after && before?.mode !== 'naming' ? after : before;
  return inClause ?? citedWithin(parts.tokens, span) ?? inHeadline(parts.tokens);
}

/** "Brandt’s “never again” promise", "her “not my harbour” remark": the words of whose statement it is. */
function ownedStatement(tokens: Tokens, { open, close }: MarkedSpan): Attribution | undefined {
  const noun = close + 1;
  if (!tokens.has(noun, WordClass.statement) || tokens.sentence[noun] !== tokens.sentence[close]) return undefined;
  const owner = open - 1;
  const speaker = tokens.has(owner, WordClass.possessive)
    ? { first: owner, last: owner }
    : tokens.is(owner, TokenKind.clitic) && nounPhraseBefore(tokens, owner - 1, 0);
  if (!speaker) return undefined;
  return {
    cue: { first: noun, last: noun },
    speaker: bearerOf(tokens, speaker),
    tie: 'beside',
    side: 'before',
    mode: 'speech',
    lead: undefined,
    isGerund: false,
  };
}

function citedWithin(tokens: Tokens, span: MarkedSpan): Attribution | undefined {
  const incise = tokens.grammar.rules.citesWithin ? inciseIn(tokens, span) : undefined;
  return incise && { ...incise, tie: 'beside', side: 'after', mode: 'speech', lead: undefined, isGerund: false };
}

/** Whatever stands between marks in a headline is said by whom its colon names. */
function inHeadline(tokens: Tokens): Attribution | undefined {
  const speaker = headlineSpeaker(tokens);
  return speaker && attributionTo(speaker, 'headline', 'before');
}

const attributionBy = (cue: Cue, tie: 'beside' | 'clause', side: 'before' | 'after', lead = cue.lead): Attribution => ({
  cue,
  speaker: cue.speaker,
  tie,
  side,
  mode: cue.mode,
  lead,
  isGerund: cue.isGerund,
});

function cueAfter({ tokens, cues }: BlockParts, span: MarkedSpan): Attribution | undefined {
  if (span.close >= tokens.count) return undefined;
  const sentence = tokens.sentence[span.close]!;
  const behind = skipComma(tokens, span.close + 1);
  // German parts the verb: „…“, hatte Brandt erklärt.
  const next = tokens.grammar.rules.verbSecond && tokens.has(behind, WordClass.auxiliary) ? behind + 1 : behind;
  const isSetOff = next > span.close + 1 || tokens.is(span.close - 1, TokenKind.punctuation);
  const first = firstAfter(cues, span.close);
  for (let index = first; index < cues.length && index < first + CUES_ASKED; index++) {
    const cue = cues[index]!;
    if (tokens.sentence[cue.first] !== sentence) break;
    if (!cue.isGerund && cue.clauseFirst === next && (isSetOff || cue.mode === 'speech'))
      return attributionBy(cue, 'beside', 'after');
    if (cue.isGerund || cue.mode === 'naming' || cue.mode === 'quoting') continue;
    // “…,” one official, who asked not to be named, said.
    if (cue.subject && tokens.has(cue.subject.first, WordClass.relative)) continue;
    const follows = tokens.isSign(cue.clauseFirst - 1, ',') && endsClause(tokens, cue);
    if (cue.mode === 'source' ? index === first && tokens.isSign(cue.clauseFirst - 1, ',') : follows)
      return attributionBy(cue, 'clause', 'after');
  }
  return undefined;
}

/** A cue that what it reports precedes: nothing but a comma, a stop, a hearer, a time or a place follows. */
function endsClause(tokens: Tokens, cue: Cue): boolean {
  if (cue.lead === 'that' || cue.lead === 'colon' || cue.lead === 'quote') return false;
  const next = cue.clauseLast + 1;
  if (next >= tokens.count || tokens.sentence[next] !== tokens.sentence[cue.last]) return true;
  return tokens.is(next, TokenKind.punctuation) || tokens.has(next, FOLLOWS_CUE);
}
const FOLLOWS_CUE =
  WordClass.preposition | WordClass.time | WordClass.adverb | WordClass.subordinator | WordClass.determiner;

function cueBefore(parts: BlockParts, span: MarkedSpan): Attribution | undefined {
  const { tokens, cues, quoteAt } = parts;
  if (span.open < 0) return undefined;
  const sentence = tokens.sentence[span.open]!;
  const isAfterColon = tokens.isSign(span.open - 1, ':');
  const last = firstAfter(cues, span.open) - 1;
  for (let index = last; index >= 0 && index > last - CUES_ASKED; index--) {
    const cue = cues[index]!;
    if (tokens.sentence[cue.first] !== sentence && !(cue.lead === 'colon' && cue.contentFirst === span.open)) break;
    const isBeside =
      cue.contentFirst === span.open ||
      skipComma(tokens, cue.contentFirst) === span.open ||
      (cue.lead === 'that' && cue.contentFirst + 1 === span.open);
    if (isBeside) return attributionBy(cue, 'beside', 'before', isAfterColon ? 'colon' : cue.lead);
    if (isAfterColon && index === last && cue.mode === 'speech') return attributionBy(cue, 'beside', 'before', 'colon');
    if (cue.mode === 'quoting') continue;
    if (cue.mode === 'speech' || cue.mode === 'source') {
      // “The risk,” said Brandt, who runs the harbour, “is theirs.” “We,” he said, pausing, “are done.”
      const isSetOff = cue.isInverted || tokens.isSign(cue.clauseLast + 1, ',');
      const follows = isSetOff && index === last && tokens.isSign(span.open - 1, ',');
      if (follows && endsAttribution(tokens, cue, quoteAt)) return attributionBy(cue, 'beside', 'before', 'comma');
      const goesOn =
        tokens.has(span.open - 1, WordClass.coordinator) && skipComma(tokens, cue.clauseLast + 1) === span.open - 1;
      if (cue.mode === 'speech' && !goesOn && endsAttribution(tokens, cue, quoteAt)) continue;
      return attributionBy(cue, 'clause', 'before');
    }
    // "She said that they would believe it “when …”": what somebody would think is said of them.
    const isSupposed =
      cue.isDependent && tokens.has(cue.first, WordClass.base) && tokens.has(cue.first - 1, WordClass.auxiliary);
    if (isSupposed && index > 0 && cues[index - 1]!.mode === 'speech' && cues[index - 1]!.lead !== 'none') continue;
    if (reaches(tokens, cue.last, seriesStart(parts, span))) return attributionBy(cue, 'clause', 'before');
  }
  return undefined;
}

/** A cue that closes what stands before it ("…,” he said.") reports nothing after it, unless a quotation goes on. */
function endsAttribution(tokens: Tokens, cue: Cue, quoteAt: Int32Array): boolean {
  const before = cue.clauseFirst - 1;
  const isBehindQuote =
    before >= 0 && (quoteAt[before]! >= 0 || (before > 0 && tokens.isSign(before, ',') && quoteAt[before - 1]! >= 0));
  return isBehindQuote && (cue.lead === 'none' || cue.lead === 'comma');
}

/** True where no other verb parts a cue of thinking or naming from its object. */
function reaches(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > OBJECT_REACH) return false;
  for (let token = from + 1; token < to; token++)
    if (tokens.has(token, WordClass.infinitiveMarker | WordClass.that | WordClass.verb) || tokens.isSign(token, ';'))
      return false;
  return true;
}

/** Where the first of the quotations starts that are joined to this one by “and”: called it “unfair” and “absurd”. */
function seriesStart({ tokens, pairs, quoteAt }: BlockParts, { open }: MarkedSpan): number {
  let start = open;
  for (let joined = 0; joined < LONGEST_SERIES; joined++) {
    let at = start - 1;
    if (tokens.has(at, WordClass.preposition) && tokens.has(at - 1, WordClass.coordinator)) at--;
    const before = tokens.has(at, WordClass.coordinator) ? (quoteAt[at - 1] ?? -1) : -1;
    if (before < 0) return start;
    start = pairs[before]!.open;
  }
  return start;
}

/** `Smith: “Yes.”`, `he fired back: “Yes.”` */
/** A name and what stands between it and its colon have no more tokens: "Brandt, in a statement to the press: “…”". */
const ASIDE_REACH = 14;

/** The name that opens the sentence before a colon, with a comma behind it. */
function nameBeforeAside({ tokens, subjects }: BlockParts, colon: number): TokenRange | undefined {
  const first = subjects.floorOf(colon, true);
  if (colon - first > ASIDE_REACH || !tokens.opensSentence(first)) return undefined;
  const last = openingName(tokens, first);
  return last >= first && tokens.isSign(last + 1, ',') ? { first, last } : undefined;
}

function colonBefore(parts: BlockParts, span: MarkedSpan): Attribution | undefined {
  const { tokens, subjects } = parts;
  const colon = span.open - 1;
  if (colon < 1 || !tokens.isSign(colon, ':')) return undefined;
  let first = colon;
  while (first > 0 && colon - first < 5 && tokens.isCapitalized(first - 1) && !tokens.has(first - 1, WordClass.title))
    first--;
  const opens =
    first === 0 ||
    tokens.sentence[first - 1] !== tokens.sentence[first] ||
    tokens.isSign(first - 1, ',') ||
    tokens.has(first - 1, WordClass.title) ||
    !tokens.isCapitalized(first - 1);
  // RT @anabrandt: “…”
  if (isHandle(tokens, colon - 1)) return attributionTo({ first: colon - 1, last: colon - 1 }, 'colon', 'before');
  const clause = subjects.clauseBefore(colon);
  const apart = !clause && first === colon ? nameBeforeAside(parts, colon) : undefined;
  if (apart) return attributionTo(apart, 'colon', 'before');
  if (clause)
    return {
      cue: { first: clause.verb, last: clause.verb },
      speaker: nameBeside(tokens, clause.subject) ?? clause.subject,
      tie: 'beside',
      side: 'before',
      mode: 'quoting',
      lead: 'colon',
      isGerund: false,
    };
  return first < colon && opens ? attributionTo({ first, last: colon - 1 }, 'colon', 'before') : undefined;
}

/** `“BRANDT: The harbour is ours.”`: who speaks, in capitals, as transcripts have it. */
function namedWithin(tokens: Tokens, { open, close }: MarkedSpan): Attribution | undefined {
  let last = open;
  while (last - open < LONGEST_SPEAKER && isInCapitals(tokens, last + 1)) last++;
  const isNamed = last > open && last + 2 < close && tokens.isSign(last + 1, ':');
  return isNamed ? attributionTo({ first: open + 1, last }, 'colon', 'before') : undefined;
}

/** So many words name the speaker in a transcript. */
const LONGEST_SPEAKER = 4;

function isInCapitals(tokens: Tokens, token: number): boolean {
  if (!tokens.is(token, TokenKind.word) || tokens.lengthOf(token) < 2) return false;
  for (let at = tokens.start[token]!; at < tokens.end[token]!; at++) if (!isCapital(tokens.codes[at]!)) return false;
  return true;
}

/** `“The harbour is ours”: Ana Brandt on its future`: a headline names behind a colon whose words it opens with. */
function namedBehind({ tokens }: BlockParts, { open, close }: MarkedSpan): Attribution | undefined {
  if (open !== 0 || !tokens.isSign(close + 1, ':') || tokens.isSign(tokens.count - 1, '.')) return undefined;
  const name = nounPhraseAfter(tokens, close + 2, tokens.count);
  if (!name || !tokens.isCapitalized(name.last) || tokens.has(name.first, WordClass.determiner)) return undefined;
  const next = name.last + 1;
  const isAlone = next >= tokens.count || tokens.has(next, WordClass.preposition);
  return isAlone ? attributionTo(bearerOf(tokens, name), 'colon', 'after') : undefined;
}

/** `“The harbour is ours.” — Ana Brandt`: a name that a dash sets behind a whole quotation, with nothing but its description after it. */
function signedBelow({ tokens }: BlockParts, { open, close }: MarkedSpan): Attribution | undefined {
  const dash = close + 1;
  const isDash = DASHES.some(sign => tokens.isSign(dash, sign));
  const mayBeGlued = tokens.isSign(dash, '—') || tokens.isSign(dash, '―');
  if (!isDash || (tokens.isGlued(dash) && !mayBeGlued) || !tokens.isCapitalized(dash + 1)) return undefined;
  if (open > 0 && tokens.sentence[open - 1] === tokens.sentence[open]) return undefined;
  const signer = nounPhraseAfter(tokens, dash + 1, tokens.count);
  if (!signer || tokens.has(signer.first, WordClass.determiner)) return undefined;
  const next = signer.last + 1;
  const isAlone = next >= tokens.count || tokens.is(next, TokenKind.punctuation);
  return isAlone ? attributionTo(bearerOf(tokens, signer), 'colon', 'after') : undefined;
}

/** Em dash, horizontal bar, en dash, hyphen. */
const DASHES = ['—', '―', '–', '-'] as const;

const skipComma = (tokens: Tokens, token: number): number =>
  tokens.isSign(token, ',') || tokens.isSign(token, '—') ? token + 1 : token;

/** The index of the first cue after a token; cues are in text order. */
export function firstAfter(cues: readonly Cue[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.first > token) high = middle;
    else low = middle + 1;
  }
  return low;
}
