import { type Attribution, attributionOf } from './attribution';
import { findClaims } from './claims';
import { type Cue, CueFinder } from './cues';
import { type MarkedSpan, type MarkFamily, openingFamily, pairMarks } from './marks';
import { type Mention, type NumericClaim, type Quote } from './model';
import { type TokenRange } from './nounPhrase';
import { hasWords, typeOf } from './quoteType';
import { joinAcrossQuotes, markSentences } from './sentenceMarks';
import { type Tokens } from './tokens';

/** A quotation that goes on in the next block. Offsets count from the start of the block that reads it, so they are negative. */
export interface OpenQuote {
  readonly family: MarkFamily;
  readonly start: number;
  readonly speaker?: Mention;
  readonly cue?: Mention;
}

/** All that one block hands to the next. Offsets count from the start of the next block. */
export interface CarriedState {
  readonly open?: OpenQuote;
  /** Who spoke last, and by which words we know. */
  readonly speaker?: Mention;
}

/** What one block holds. Offsets count from its start; a quote that began in an earlier block starts below 0. */
export interface BlockDetection {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
}

export interface BlockContext {
  readonly carried: CarriedState;
  /** The family of the mark that opens the next block, if one does: a quotation that is still open goes on there. */
  readonly nextOpens?: MarkFamily;
}

/** Finds the quotes and claims of one block (a paragraph), given what the blocks before it left open. */
export function detectBlock(
  tokens: Tokens,
  text: string,
  { carried, nextOpens }: BlockContext,
): BlockDetection & { readonly state: CarriedState } {
  tokens.read(text);
  markSentences(tokens);
  const pairs = pairMarks(tokens, carried.open?.family).filter(span => span.open < 0 || hasWords(tokens, span));
  joinAcrossQuotes(tokens, pairs);
  const quoteAt = new Int32Array(tokens.count + 1).fill(-1);
  pairs.forEach((span, index) => quoteAt.fill(index, Math.max(span.open, 0), span.close + 1));
  const cues = new CueFinder(tokens, pairs, quoteAt).find();
  return new BlockReader(tokens, pairs, cues, quoteAt, carried, nextOpens).read();
}

/** The family of the mark that opens a block. */
export function opensWith(tokens: Tokens, text: string): MarkFamily | undefined {
  tokens.read(text.slice(0, 4));
  return openingFamily(tokens);
}

class BlockReader {
  private readonly quotes: Quote[] = [];
  private speaker: Mention | undefined;
  private groups = 0;

  constructor(
    private readonly tokens: Tokens,
    private readonly pairs: readonly MarkedSpan[],
    private readonly cues: readonly Cue[],
    private readonly quoteAt: Int32Array,
    private readonly carried: CarriedState,
    private readonly nextOpens: MarkFamily | undefined,
  ) {
    this.speaker = carried.speaker;
  }

  read(): BlockDetection & { readonly state: CarriedState } {
    let open: OpenQuote | undefined;
    let previous: { readonly attribution: Attribution; readonly index: number } | undefined;
    for (const span of this.pairs) {
      let attribution = attributionOf(this.tokens, span, this.cues, this.quoteAt);
      const type = typeOf(this.tokens, span, attribution);
      if (type === 'scare' || type === 'title') attribution = undefined;
      else if (!attribution && previous && this.goesOn(previous.index, span))
        attribution = { ...previous.attribution, side: 'before' };
      const isCarried = type === 'direct' && !attribution;
      const speaker = attribution?.speaker
        ? this.mention(attribution.speaker)
        : isCarried
          ? (this.openSpeaker(span) ?? this.speaker)
          : undefined;
      const cue = attribution?.cue
        ? this.mention(attribution.cue)
        : isCarried && span.open < 0
          ? this.carried.open?.cue
          : undefined;
      const start = span.open < 0 ? this.carried.open!.start : this.tokens.start[span.open]!;
      if (span.close >= this.tokens.count && this.nextOpens === span.family) {
        open = { family: span.family, start, ...(speaker ? { speaker } : {}), ...(cue ? { cue } : {}) };
        continue;
      }
      const quote: Quote = {
        start,
        end: span.close < this.tokens.count ? this.tokens.end[span.close]! : this.tokens.end[this.tokens.count - 1]!,
        type,
        ...(speaker ? { speaker } : {}),
        ...(cue ? { cue } : {}),
        ...(span.close >= this.tokens.count ? { unclosed: true as const } : {}),
        ...(span.children.length > 0 ? { children: this.childrenOf(span) } : {}),
      };
      if (attribution?.cue && previous?.attribution.cue === attribution.cue && type === 'direct')
        this.group(previous.index);
      if (attribution?.cue && previous?.attribution.cue === attribution.cue && type === 'direct')
        this.quotes.push({ ...quote, group: this.quotes[previous.index]!.group! });
      else this.quotes.push(quote);
      if (attribution && type !== 'partial') previous = { attribution, index: this.quotes.length - 1 };
      if (speaker) this.speaker = speaker;
    }
    this.readUnmarked();
    this.rememberSpeaker();
    const claims = findClaims(this.tokens);
    return {
      quotes: this.quotes,
      claims,
      state: { ...(open ? { open } : {}), ...(this.speaker ? { speaker: this.speaker } : {}) },
    };
  }

  /** A whole sentence between marks right after an attributed quotation: “A,” she said. “B.” */
  private goesOn(previous: number, span: MarkedSpan): boolean {
    const before = this.quotes[previous]!;
    if (before.type !== 'direct' || span.open < 0) return false;
    const { tokens } = this;
    let sentences = 0;
    let token = span.open;
    while (token > 0 && tokens.start[token]! > before.end) {
      if (tokens.sentence[token - 1] !== tokens.sentence[token]) sentences++;
      token--;
    }
    return sentences <= 1 && tokens.sentence[span.open] !== tokens.sentence[span.open - 1];
  }

  private group(index: number): void {
    const quote = this.quotes[index]!;
    if (quote.group === undefined) this.quotes[index] = { ...quote, group: this.groups++ };
  }

  private openSpeaker(span: MarkedSpan): Mention | undefined {
    return span.open < 0 ? this.carried.open?.speaker : undefined;
  }

  /** `Putin stated: We have said …`: the rest of the paragraph. */
  private readUnmarked(): void {
    const { tokens } = this;
    const cue = this.cues.find(
      ({ lead, mode, contentFirst }) =>
        lead === 'colon' && mode === 'speech' && contentFirst < tokens.count && this.quoteAt[contentFirst]! < 0,
    );
    if (!cue || !tokens.isCapitalized(cue.contentFirst)) return;
    const start = tokens.start[cue.contentFirst]!;
    if (this.quotes.some(quote => quote.end > start)) return;
    const speaker = cue.speaker && this.mention(cue.speaker);
    this.quotes.push({
      start,
      end: tokens.end[tokens.count - 1]!,
      type: 'unmarked',
      ...(speaker ? { speaker } : {}),
      cue: this.mention(cue),
    });
  }

  /** The last cue's speaker speaks on in the next block. */
  private rememberSpeaker(): void {
    const last = this.cues.findLast(cue => cue.mode === 'speech' && cue.speaker);
    if (!last) return;
    const mention = this.mention(last.speaker!);
    if (!this.speaker || mention.start > this.speaker.start) this.speaker = mention;
  }

  private childrenOf(span: MarkedSpan): Quote[] {
    const { tokens } = this;
    return span.children
      .filter(child => hasWords(tokens, child))
      .map(child => ({
        start: tokens.start[child.open]!,
        end: tokens.end[child.close]!,
        type: typeOf(tokens, child, undefined),
        ...(child.children.length > 0 ? { children: this.childrenOf(child) } : {}),
      }));
  }

  private mention({ first, last }: TokenRange): Mention {
    return { start: this.tokens.start[first]!, end: this.tokens.end[last]!, text: this.tokens.textOf(first, last) };
  }
}
