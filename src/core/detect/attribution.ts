import { type Cue } from './cues';
import { type MarkedSpan } from './marks';
import { type TokenRange } from './nounPhrase';
import { TokenKind, type Tokens } from './tokens';
import { WordClass } from './wordClass';

/** Who said a marked span and by which words we know. */
export interface Attribution {
  readonly cue?: Cue;
  readonly speaker?: TokenRange;
  /**
   * `beside`: the cue stands next to the marks and leads to them or follows them; `clause`: the marks stand within a clause that the
   * cue reports; `colon`: a name and a colon, without a verb.
   */
  readonly tie: 'beside' | 'clause' | 'colon';
  readonly side: 'before' | 'after';
}

/** How far behind a cue of thinking or naming its quoted object may stand: "considered this rise “senseless”". */
const OBJECT_REACH = 9;

/** The attribution of one outermost marked span of a block, undefined where the block's own words give none. */
export function attributionOf(
  tokens: Tokens,
  span: MarkedSpan,
  cues: readonly Cue[],
  quoteAt: Int32Array,
): Attribution | undefined {
  const after = cueAfter(tokens, span, cues);
  const before = cueBefore(tokens, span, cues, quoteAt);
  if (after?.tie === 'beside' && before?.tie !== 'beside') return after;
  if (before?.tie === 'beside') return before;
  return colonBefore(tokens, span) ?? (after && before?.cue?.mode !== 'naming' ? after : (before ?? after));
}

function cueAfter(tokens: Tokens, span: MarkedSpan, cues: readonly Cue[]): Attribution | undefined {
  if (span.close >= tokens.count) return undefined;
  const sentence = tokens.sentence[span.close]!;
  const found = cues[firstAfter(cues, span.close)];
  for (let index = firstAfter(cues, span.close); index < cues.length; index++) {
    const cue = cues[index]!;
    if (tokens.sentence[cue.first] !== sentence) break;
    const next = skipComma(tokens, span.close + 1);
    if (!cue.isGerund && cue.clauseFirst === next && cue.mode !== 'naming')
      return { cue, speaker: cue.speaker, tie: 'beside', side: 'after' };
    const follows = tokens.isSign(cue.clauseFirst - 1, ',') && endsClause(tokens, cue);
    if (cue !== found && !follows) continue;
    if (cue.isGerund || cue.mode === 'naming') continue;
    if (cue.mode === 'source' ? tokens.isSign(cue.first - 1, ',') : follows)
      return { cue, speaker: cue.speaker, tie: 'clause', side: 'after' };
  }
  return undefined;
}

/** A cue that what it reports precedes: nothing but a comma, a stop, a hearer, a time or a place follows. */
function endsClause(tokens: Tokens, cue: Cue): boolean {
  if (cue.lead === 'that' || cue.lead === 'colon' || cue.lead === 'quote') return false;
  const next = cue.clauseLast + 1;
  if (next >= tokens.count || tokens.sentence[next] !== tokens.sentence[cue.last]) return true;
  return (
    tokens.is(next, TokenKind.punctuation) ||
    tokens.has(
      next,
      WordClass.preposition | WordClass.time | WordClass.adverb | WordClass.subordinator | WordClass.determiner,
    )
  );
}

function cueBefore(
  tokens: Tokens,
  span: MarkedSpan,
  cues: readonly Cue[],
  quoteAt: Int32Array,
): Attribution | undefined {
  if (span.open < 0) return undefined;
  const sentence = tokens.sentence[span.open]!;
  for (let index = firstAfter(cues, span.open) - 1; index >= 0; index--) {
    const cue = cues[index]!;
    if (tokens.sentence[cue.first] !== sentence && !(cue.lead === 'colon' && cue.contentFirst === span.open)) break;
    const isBeside =
      cue.contentFirst === span.open ||
      skipComma(tokens, cue.contentFirst) === span.open ||
      (cue.lead === 'that' && cue.contentFirst + 1 === span.open);
    if (isBeside) return { cue, speaker: cue.speaker, tie: 'beside', side: 'before' };
    if (cue.mode === 'speech' || cue.mode === 'source') {
      if (cue.mode === 'speech' && endsAttribution(tokens, cue, quoteAt)) continue;
      return { cue, speaker: cue.speaker, tie: 'clause', side: 'before' };
    }
    if (reaches(tokens, cue.last, span.open)) return { cue, speaker: cue.speaker, tie: 'clause', side: 'before' };
  }
  return undefined;
}

/** A cue that closes what stands before it ("…,” he said.") reports nothing after it, unless a quotation goes on. */
function endsAttribution(tokens: Tokens, cue: Cue, quoteAt: Int32Array): boolean {
  const before = cue.clauseFirst - 1;
  if (before < 0 || !(quoteAt[before]! >= 0 || (tokens.isSign(before, ',') && before > 0 && quoteAt[before - 1]! >= 0)))
    return false;
  return cue.lead === 'none' || cue.lead === 'comma';
}

/** True where no other verb parts a cue of thinking or naming from its object. */
function reaches(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > OBJECT_REACH) return false;
  for (let token = from + 1; token < to; token++)
    if (tokens.has(token, WordClass.infinitiveMarker | WordClass.that | WordClass.verb) || tokens.isSign(token, ';'))
      return false;
  return true;
}

/** `Smith: “Yes.”` */
function colonBefore(tokens: Tokens, span: MarkedSpan): Attribution | undefined {
  const colon = span.open - 1;
  if (colon < 1 || !tokens.isSign(colon, ':')) return undefined;
  let first = colon;
  while (first > 0 && colon - first < 5 && tokens.isCapitalized(first - 1) && !tokens.has(first - 1, WordClass.title))
    first--;
  if (first === colon) return undefined;
  return { speaker: { first, last: colon - 1 }, tie: 'colon', side: 'before' };
}

const skipComma = (tokens: Tokens, token: number): number =>
  tokens.isSign(token, ',') || tokens.isSign(token, '—') ? token + 1 : token;

/** The index of the first cue after a token; cues are in text order. */
function firstAfter(cues: readonly Cue[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.first > token) high = middle;
    else low = middle + 1;
  }
  return low;
}
