import { isBlank } from '../text/characters';
import { type BlockParts } from './attribution';
import { type CarriedState, type LastSource } from './carriedState';
import { findClaims } from './claims';
import { CueFinder } from './cues';
import { IndirectReader } from './indirect';
import { type MarkFamily, openingFamily, pairMarks } from './marks';
import { type Mention, type NumericClaim, type Quote } from './model';
import { QuoteReader } from './quoteReader';
import { hasWords } from './quoteType';
import { joinAcrossQuotes, markSentences } from './sentenceMarks';
import { type Tokens } from './tokens';

/** What one block holds. Offsets count from its first character; a quote that began in an earlier block starts below 0. */
export interface BlockDetection {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
  /** Groups are numbered from 0 in each block; so many there are. */
  readonly groups: number;
}

export interface BlockContext {
  readonly carried: CarriedState;
  /** The family of the mark that opens the next block, if one does: a quotation that is still open goes on there. */
  readonly nextOpens?: MarkFamily;
  /** Of the document's style. */
  readonly singleFirst: boolean;
  /** The block is a web page's, not the article's. */
  readonly isBoilerplate?: boolean;
}

/** Finds the quotes and claims of one block (a paragraph), given what the blocks before it left open. */
export function detectBlock(
  tokens: Tokens,
  text: string,
  context: BlockContext,
): BlockDetection & { readonly state: CarriedState } {
  const { carried, nextOpens, isBoilerplate } = context;
  tokens.read(text);
  markSentences(tokens);
  const pairs = pairMarks(tokens, carried.open?.family).filter(span => span.open < 0 || hasWords(tokens, span));
  joinAcrossQuotes(tokens, pairs);
  const quoteAt = new Int32Array(tokens.count + 1).fill(-1);
  pairs.forEach((span, index) => quoteAt.fill(index, Math.max(span.open, 0), span.close + 1));
  const finder = new CueFinder(tokens, pairs, quoteAt);
  const parts: BlockParts = { tokens, pairs, singleFirst: context.singleFirst, quoteAt, finder, cues: finder.find() };
  const { quotes: marked, open, groups: markedGroups } = new QuoteReader(parts, carried, nextOpens).read();
  const { quotes: indirect, groups } = new IndirectReader(parts, markedGroups).read();
  const quotes = [...marked, ...indirect];
  const claims = findClaims(tokens);
  const source = lastSource(parts, marked) ?? carried.source;
  return {
    quotes: isBoilerplate ? quotes.map(flagged) : quotes,
    claims: isBoilerplate ? claims.map(flagged) : claims,
    groups,
    state: { zone: carried.zone, ...(open ? { open } : {}), ...(source ? { source } : {}) },
  };
}

const flagged = <T extends Quote | NumericClaim>(highlight: T): T => ({ ...highlight, boilerplate: true });

/** Whoever speaks last in the block, marked or not. */
function lastSource({ tokens, cues }: BlockParts, quotes: readonly Quote[]): LastSource | undefined {
  const cue = cues.findLast(({ mode, speaker, isGerund }) => mode === 'speech' && speaker && !isGerund);
  const quoted = quotes.findLast(({ speaker }) => speaker);
  const reported: Mention | undefined = cue?.speaker && tokens.mention(cue.speaker.first, cue.speaker.last);
  if (cue && reported && !(quoted && quoted.speaker!.start > reported.start))
    return { speaker: reported, cue: tokens.mention(cue.first, cue.last), age: 0 };
  return quoted && { speaker: quoted.speaker!, ...(quoted.cue ? { cue: quoted.cue } : {}), age: 0 };
}

/** The family of the mark that opens the first block at or after `start`. Reads no further than its first characters. */
export function openingOf(tokens: Tokens, text: string, start: number): MarkFamily | undefined {
  let first = start;
  while (first < text.length && isBlank(text.charCodeAt(first))) first++;
  tokens.read(text.slice(first, first + 4));
  return openingFamily(tokens);
}
