import { type Attribution, attributionOf } from './attribution';
import { type CarriedState, type OpenQuote } from './carriedState';
import { type Cue } from './cues';
import { type MarkedSpan, type MarkFamily } from './marks';
import { type Mention, type Quote } from './model';
import { hasWords, typeOf } from './quoteType';
import { type Tokens } from './tokens';

/** A block taken apart. */
export interface BlockParts {
  readonly tokens: Tokens;
  /** Outermost marked spans in text order. */
  readonly pairs: readonly MarkedSpan[];
  /** For each token the index of its marked span, or -1. */
  readonly quoteAt: Int32Array;
  readonly cues: readonly Cue[];
}

type Draft = { -readonly [Key in keyof Quote]: Quote[Key] };

/** Makes the marked spans and unmarked speech of one block into quotes. Offsets count from the block's first character. */
export class QuoteReader {
  private readonly quotes: Draft[] = [];
  private groups = 0;
  private open: OpenQuote | undefined;
  /** Who said the last whole quotation. */
  private speaker: Mention | undefined;
  /** The last quotation with an attribution of its own, that the next one may go on from. */
  private last: { readonly attribution: Attribution; readonly quote: Draft } | undefined;

  constructor(
    private readonly parts: BlockParts,
    private readonly carried: CarriedState,
    private readonly nextOpens: MarkFamily | undefined,
  ) {
    this.speaker = carried.speaker?.mention;
  }

  read(): { readonly quotes: readonly Quote[]; readonly groups: number; readonly open?: OpenQuote } {
    for (const span of this.parts.pairs) this.readSpan(span);
    this.readUnmarked();
    return { quotes: this.quotes, groups: this.groups, ...(this.open ? { open: this.open } : {}) };
  }

  private readSpan(span: MarkedSpan): void {
    const { tokens, cues, quoteAt } = this.parts;
    const own = attributionOf(tokens, span, cues, quoteAt);
    const type = typeOf(tokens, span, own);
    const isSaid = type === 'direct' || type === 'partial';
    const attribution = isSaid ? (own ?? this.continued(span)) : undefined;
    const speaker = attribution?.speaker
      ? tokens.mention(attribution.speaker.first, attribution.speaker.last)
      : undefined;
    const cue = attribution?.cue && tokens.mention(attribution.cue.first, attribution.cue.last);
    const isCarried = type === 'direct' && !attribution;
    const opened = span.open < 0 ? this.carried.open! : undefined;
    const isUnclosed = span.close >= tokens.count;
    const quote: Draft = {
      start: opened ? opened.start : tokens.start[span.open]!,
      end: isUnclosed ? tokens.end[tokens.count - 1]! : tokens.end[span.close]!,
      type,
    };
    const said = speaker ?? (isCarried ? (opened?.speaker ?? this.speaker) : undefined);
    if (said) quote.speaker = said;
    const known = cue ?? (isCarried ? opened?.cue : undefined);
    if (known) quote.cue = known;
    if (isUnclosed && this.nextOpens === span.family) {
      const { start } = quote;
      this.open = { family: span.family, start, ...(said ? { speaker: said } : {}), ...(known ? { cue: known } : {}) };
      return;
    }
    if (isUnclosed) quote.unclosed = true;
    if (span.children.length > 0) quote.children = this.childrenOf(span);
    if (attribution?.cue && this.last?.attribution.cue === attribution.cue && type === 'direct')
      this.join(this.last.quote, quote);
    this.quotes.push(quote);
    if (said && type === 'direct') this.speaker = said;
    if (attribution && type === 'direct') this.last = { attribution, quote };
  }

  /** The attribution of the quotation before, where this one is a sentence right after it: “A,” she said. “B.” */
  private continued(span: MarkedSpan): Attribution | undefined {
    if (!this.last || span.open < 1) return undefined;
    const { tokens } = this.parts;
    const { quote, attribution } = this.last;
    const own = tokens.sentence[span.open]!;
    let token = span.open - 1;
    if (tokens.sentence[token] === own) return undefined;
    while (token > 0 && tokens.start[token]! >= quote.end && tokens.sentence[token] === own - 1) token--;
    return tokens.start[token]! < quote.end ? attribution : undefined;
  }

  private join(first: Draft, second: Draft): void {
    first.group ??= this.groups++;
    second.group = first.group;
  }

  /** `Smith stated: We have said …`: the rest of the paragraph. */
  private readUnmarked(): void {
    const { tokens, cues, quoteAt } = this.parts;
    const cue = cues.find(
      ({ lead, mode, contentFirst }) =>
        lead === 'colon' && mode === 'speech' && contentFirst < tokens.count && quoteAt[contentFirst]! < 0,
    );
    if (!cue || !tokens.isCapitalized(cue.contentFirst)) return;
    const start = tokens.start[cue.contentFirst]!;
    if (this.quotes.some(quote => quote.end > start)) return;
    const quote: Draft = {
      start,
      end: tokens.end[tokens.count - 1]!,
      type: 'unmarked',
      cue: tokens.mention(cue.first, cue.last),
    };
    if (cue.speaker) quote.speaker = tokens.mention(cue.speaker.first, cue.speaker.last);
    this.quotes.push(quote);
  }

  private childrenOf(span: MarkedSpan): Quote[] {
    const { tokens } = this.parts;
    return span.children
      .filter(child => hasWords(tokens, child))
      .map(child => ({
        start: tokens.start[child.open]!,
        end: tokens.end[child.close]!,
        type: typeOf(tokens, child, undefined),
        ...(child.children.length > 0 ? { children: this.childrenOf(child) } : {}),
      }));
  }
}
