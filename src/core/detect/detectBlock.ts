import { isBlank } from '../text/characters';
import { type PartKind } from '../text/segmentation';
import { type Span } from '../text/span';
import { bearerOf } from './apposition';
import { type BlockParts } from './attribution';
import { type CarriedState, type LastSource } from './carriedState';
import { findClaims } from './claims';
import { CueFinder } from './cues';
import { IndirectReader } from './indirect';
import { type MarkFamily, openingFamily, pairMarks } from './marks';
import { type Mention, type NumericClaim, type Quote } from './model';
import { namesIn } from './names';
import { QuoteReader } from './quoteReader';
import { hasWords } from './quoteType';
import { SubjectFinder } from './subjects';
import { joinAcrossQuotes, markSentences } from './sentenceMarks';
import { type NameMention } from './speakerNames';
import { type Tokens } from './tokens';
import { type Topic, topicsIn } from './topics';

/** What one block holds. Offsets count from its first character; a quote that began in an earlier block starts below 0. */
export interface BlockDetection {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
  /** Full names, for speakerName. */
  readonly names: readonly NameMention[];
  /** Whom its sentences are about, for pronouns. */
  readonly topics: readonly Topic[];
  /** Groups are numbered from 0 in each block; so many there are. */
  readonly groups: number;
}

export interface BlockContext {
  readonly carried: CarriedState;
  /** The family of the mark that opens the next block, if one does: a quotation that is still open goes on there. */
  readonly nextOpens?: MarkFamily;
  /** Of the document's style. */
  readonly singleFirst: boolean;
  /** What the block is; highlights in what is a web page's, not the article's, are flagged. */
  readonly kind: PartKind;
}

/** Finds the quotes and claims of one block (a paragraph) at `span` of the text, given what the blocks before it left open. */
export function detectBlock(
  tokens: Tokens,
  text: string,
  span: Span,
  context: BlockContext,
): BlockDetection & { readonly state: CarriedState } {
  const { carried, nextOpens } = context;
  // Metadata: nothing that stands there is quoted or claimed.
  if (context.kind === 'frontMatter')
    return { quotes: [], claims: [], names: [], topics: [], groups: 0, state: carried };
  const isBoilerplate = BOILERPLATE.has(context.kind);
  tokens.read(text, span);
  markSentences(tokens);
  const pairs = pairMarks(tokens, carried.open?.family).filter(span => span.open < 0 || hasWords(tokens, span));
  joinAcrossQuotes(tokens, pairs);
  const { quoteAt } = tokens;
  pairs.forEach((span, index) => quoteAt.fill(index, Math.max(span.open, 0), Math.min(span.close + 1, tokens.count)));
  const subjects = new SubjectFinder(tokens, quoteAt);
  const cues = new CueFinder(tokens, pairs, quoteAt, subjects).find();
  const parts: BlockParts = { tokens, pairs, singleFirst: context.singleFirst, quoteAt, subjects, cues };
  const { quotes: marked, open, groups: markedGroups } = new QuoteReader(parts, carried, nextOpens).read();
  const { quotes: indirect, groups } = new IndirectReader(parts, markedGroups, marked).read();
  // Unmarked speech is quoted as a whole: what is reported within it is its speaker's business.
  const unmarked = marked.find(({ type }) => type === 'unmarked')?.start ?? Infinity;
  // In the order of their speakers, for what a pronoun may mean.
  const quotes = [...marked, ...indirect.filter(({ start }) => start < unmarked)].sort(
    (a, b) => (a.speaker?.start ?? a.start) - (b.speaker?.start ?? b.start),
  );
  const claims = findClaims(tokens);
  const source = lastSource(parts, marked) ?? carried.source;
  return {
    quotes: isBoilerplate ? quotes.map(flagged) : quotes,
    claims: isBoilerplate ? claims.map(flagged) : claims,
    names: isBoilerplate ? [] : namesIn(tokens),
    topics: isBoilerplate ? [] : topicsIn(tokens),
    groups,
    state: { zone: carried.zone, ...(open ? { open } : {}), ...(source ? { source } : {}) },
  };
}

/** Parts that are not the article's own. */
const BOILERPLATE: ReadonlySet<PartKind> = new Set(['boilerplate', 'breadcrumb', 'embed']);

const flagged = <T extends Quote | NumericClaim>(highlight: T): T => ({ ...highlight, boilerplate: true });

/** Whoever speaks last in the block, marked or not: also who "issued the following statement:" at its end. */
function lastSource({ tokens, cues, subjects }: BlockParts, quotes: readonly Quote[]): LastSource | undefined {
  const colon = tokens.count - 1;
  const clause = tokens.isSign(colon, ':') ? subjects.clauseBefore(colon) : undefined;
  if (clause) {
    const { first, last } = bearerOf(tokens, clause.subject);
    return { speaker: tokens.mention(first, last), cue: tokens.mention(clause.verb, clause.verb), age: 0 };
  }
  const cue = cues.findLast(
    ({ mode, speaker, isGerund, isDependent }) => mode === 'speech' && speaker && !isGerund && !isDependent,
  );
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
  tokens.read(text, { start: first, end: Math.min(first + 4, text.length) });
  return openingFamily(tokens);
}
