import { ordered } from '../ordered';
import { type PartKind, type Zone } from '../text/segmentation';
import { type Span } from '../text/span';
import { bearerOf } from './apposition';
import { type BlockParts } from './attribution';
import { type CarriedState, type LastSource, type OpenQuote } from './carriedState';
import { findClaims } from './claims';
import { CueFinder } from './cues';
import { IndirectReader } from './indirect';
import { type MarkFamily, pairMarks } from './marks';
import { type ClaimDraft, type QuoteDraft } from './drafts';
import { type Mention, type Quote } from './model';
import { namesIn, openingName } from './names';
import { isNicknameMark, joinNicknames } from './nicknames';
import { QuoteReader } from './quoteReader';
import { readTokens } from './readTokens';
import { hasWords } from './quoteType';
import { SubjectFinder } from './subjects';
import { joinAcrossQuotes, markSentences } from './sentenceMarks';
import { type NameMention } from './articleNames';
import { type Tokens } from './tokens';
import { type Topic, topicsIn } from './topics';

/** What one block holds. Offsets count from its first character; a quote that began in an earlier block starts below 0. */
export interface BlockDetection {
  readonly quotes: readonly QuoteDraft[];
  readonly claims: readonly ClaimDraft[];
  /** Full names, for speakerName. */
  readonly names: readonly NameMention[];
  /** Whom its sentences are about, for pronouns. */
  readonly topics: readonly Topic[];
  /** Groups are numbered from 0 in each block; so many there are. */
  readonly groups: number;
  /** How many of the quotes stand in the text as such; reported speech does not. */
  readonly marked: number;
  /** Where the first of the quotes starts: below 0 for one that began in an earlier block; 0 where none does. */
  readonly reach: number;
}

export interface BlockContext {
  readonly carried: CarriedState;
  /** Where the next block stands. */
  readonly zone: Zone;
  /** The family of the mark that opens the next block, if one does: a quotation that is still open goes on there. */
  readonly nextOpens?: MarkFamily;
  /** Of the document's style. */
  readonly singleFirst: boolean;
  /** What the block is; highlights in what is a web page's, not the article's, are flagged. */
  readonly kind: PartKind;
}

const NOTHING: BlockDetection = { quotes: [], claims: [], names: [], topics: [], groups: 0, marked: 0, reach: 0 };

/** Finds the quotes and claims of one block (a paragraph) at `span` of the text, given what the blocks before it left open. */
export function detectBlock(
  tokens: Tokens,
  text: string,
  span: Span,
  context: BlockContext,
): { readonly found: BlockDetection; readonly state: CarriedState } {
  const { carried, nextOpens, zone } = context;
  // Metadata: nothing that stands there is quoted or claimed.
  if (context.kind === 'frontMatter')
    return { found: NOTHING, state: { zone, open: carried.open, source: carried.source } };
  const isBoilerplate = BOILERPLATE.has(context.kind);
  readTokens(tokens, text, span);
  markSentences(tokens);
  const pairs = pairMarks(tokens, carried.open?.family).filter(span => span.open < 0 || hasWords(tokens, span));
  joinAcrossQuotes(tokens, pairs);
  joinNicknames(tokens, pairs);
  const { quoteAt } = tokens;
  pairs.forEach(({ open, close }, index) => {
    if (!isNicknameMark(tokens, open)) quoteAt.fill(index, Math.max(open, 0), Math.min(close + 1, tokens.count));
  });
  const subjects = new SubjectFinder(tokens, quoteAt);
  const cues = new CueFinder(tokens, pairs, quoteAt, subjects).find();
  const claims = findClaims(tokens);
  let source = carried.source;
  let open: OpenQuote | undefined;
  let quotes: readonly QuoteDraft[] = [];
  let groups = 0;
  // A colon at its end may announce who speaks in the next one.
  if (pairs.length > 0 || cues.length > 0 || tokens.isSign(tokens.count - 1, ':')) {
    const parts: BlockParts = { tokens, pairs, singleFirst: context.singleFirst, quoteAt, subjects, cues };
    const marked = new QuoteReader(parts, carried, nextOpens).read();
    const indirect = new IndirectReader(parts, marked.groups, marked.quotes).read();
    open = marked.open;
    groups = indirect.groups;
    source = lastSource(parts, marked.quotes) ?? source;
    quotes = inSpeakersOrder(marked.quotes, indirect.quotes);
  }
  if (isBoilerplate) {
    flag(quotes);
    flag(claims);
  }
  return {
    found: {
      quotes,
      claims,
      names: isBoilerplate ? NOTHING.names : namesIn(tokens),
      topics: isBoilerplate ? NOTHING.topics : topicsIn(tokens),
      groups,
      marked: quotes.reduce((marked, { type }) => (type === 'indirect' ? marked : marked + 1), 0),
      reach: quotes.reduce((reach, { start }) => Math.min(reach, start), 0),
    },
    state: { zone, open, source },
  };
}

/** Marked and reported quotes in the order of their speakers, for what a pronoun may mean. */
function inSpeakersOrder(marked: readonly QuoteDraft[], indirect: readonly QuoteDraft[]): readonly QuoteDraft[] {
  // Unmarked speech is quoted as a whole: what is reported within it is its speaker's business.
  const unmarked = marked.find(({ type }) => type === 'unmarked')?.start ?? Infinity;
  return ordered(marked.concat(indirect.filter(({ start }) => start < unmarked)), bySpeaker);
}

const bySpeaker = (a: Quote, b: Quote): number => speakerStart(a) - speakerStart(b);

const speakerStart = ({ speaker, start }: Quote): number => speaker?.start ?? start;

/** Parts that are not the article's own. */
const BOILERPLATE: ReadonlySet<PartKind> = new Set(['boilerplate', 'breadcrumb', 'embed']);

function flag(highlights: readonly (QuoteDraft | ClaimDraft)[]): void {
  for (const highlight of highlights) highlight.boilerplate = true;
}

/** Whoever speaks last in the block, marked or not: also who "issued the following statement:" at its end. */
function lastSource({ tokens, cues, subjects }: BlockParts, quotes: readonly Quote[]): LastSource | undefined {
  const colon = tokens.count - 1;
  const clause = tokens.isSign(colon, ':') ? subjects.clauseBefore(colon) : undefined;
  if (clause) {
    const { first, last } = bearerOf(tokens, clause.subject);
    return { speaker: tokens.mention(first, last), cue: tokens.mention(clause.verb, clause.verb), age: 0 };
  }
  // "Ana Brandt:" alone, and what she says below
  if (tokens.isSign(colon, ':') && colon > 0 && openingName(tokens, 0) === colon - 1)
    return { speaker: tokens.mention(0, colon - 1), cue: undefined, age: 0 };
  const cue = cues.findLast(
    ({ mode, speaker, isGerund, isDependent }) => mode === 'speech' && speaker && !isGerund && !isDependent,
  );
  const quoted = quotes.findLast(({ speaker }) => speaker);
  const reported: Mention | undefined = cue?.speaker && tokens.mention(cue.speaker.first, cue.speaker.last);
  if (cue && reported && !(quoted && quoted.speaker!.start > reported.start))
    return { speaker: reported, cue: tokens.mention(cue.first, cue.last), age: 0 };
  return quoted && { speaker: quoted.speaker, cue: quoted.cue, age: 0 };
}
