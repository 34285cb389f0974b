import { type Attribution, attributionOf, type BlockParts, firstAfter } from './attribution';
import { type CarriedState, NOBODY, type OpenQuote, type Source } from './carriedState';
import { type MarkedSpan, type MarkFamily } from './marks';
import { type QuoteDraft, quoteDraft } from './drafts';
import { type Quote, type QuoteType } from './model';
import { isNicknameMark } from './nicknames';
import { type TokenRange } from './nounPhrase';
import { hasWords, isReportedFragment, isWholeSentence, typeOf } from './quoteType';

/** Makes the marked spans and unmarked speech of one block into quotes. Offsets count from the block's first character. */
export class QuoteReader {
  private readonly quotes: QuoteDraft[] = [];
  private groups = 0;
  private open: OpenQuote | undefined = undefined;
  /** Who said the last whole quotation. */
  private source: Source;
  /** The last quotation with a cue of its own, that the next one may go on from. */
  private last: { readonly cue: TokenRange; readonly quote: QuoteDraft } | undefined;

  constructor(
    private readonly parts: BlockParts,
    private readonly carried: CarriedState,
    private readonly nextOpens: MarkFamily | undefined,
  ) {
    this.source = carried.source ?? NOBODY;
  }

  read(): { readonly quotes: readonly QuoteDraft[]; readonly groups: number; readonly open: OpenQuote | undefined } {
    for (const span of this.parts.pairs) this.readSpan(span);
    this.readUnmarked();
    return { quotes: this.quotes, groups: this.groups, open: this.open };
  }

  private readSpan(span: MarkedSpan): void {
    const { tokens } = this.parts;
    const own = isNicknameMark(tokens, span.open) ? undefined : attributionOf(this.parts, span);
    const type = this.typeOf(span, own);
    const isSaid = type === 'direct' || type === 'partial';
    const isUnclosed = span.close >= tokens.count;
    const opened = span.open < 0 ? this.carried.open! : undefined;
    const start = opened ? opened.start : tokens.start[span.open]!;
    const quote = quoteDraft(start, isUnclosed ? tokens.end[tokens.count - 1]! : tokens.end[span.close]!, type);
    const source = !isSaid
      ? NOBODY
      : own
        ? this.sourceOf(own.cue, own.speaker)
        : (opened ?? this.sourceBefore(span.open));
    quote.speaker = source.speaker;
    quote.cue = source.cue;
    if (isUnclosed && this.nextOpens === span.family) {
      this.open = { speaker: source.speaker, cue: source.cue, family: span.family, start: quote.start };
      return;
    }
    if (isUnclosed) quote.unclosed = true;
    if (span.children.length > 0) quote.children = this.childrenOf(span);
    if (type === 'direct' && this.last && (own ? own.cue === this.last.cue : this.follows(span, this.last.quote)))
      this.join(this.last.quote, quote);
    this.quotes.push(quote);
    // A fragment that its cue follows goes on too: The plan is “dead,” she said. “We buried it.”
    if (type === 'direct' || (type === 'partial' && own?.tie === 'beside' && own.side === 'after')) {
      if (type === 'direct') this.source = source;
      const cue = own?.cue ?? (quote.group === undefined ? undefined : this.last?.cue);
      this.last = cue && { cue, quote };
    }
  }

  private typeOf(span: MarkedSpan, own: Attribution | undefined): QuoteType {
    const { tokens, quoteAt } = this.parts;
    if (isNicknameMark(tokens, span.open)) return 'scare';
    const type = typeOf(this.parts, span, own);
    // The second half of a quotation that its attribution breaks is no fragment: “We go,” she said, “but not now.”
    const isSecondHalf = own?.tie === 'beside' && own.cue !== undefined && own.cue === this.last?.cue;
    if (isSecondHalf && type !== 'title') return 'direct';
    if (type !== 'scare' || own) return type;
    if (isReportedFragment(tokens, span, quoteAt) && this.sourceBefore(span.open).speaker) return 'partial';
    // «…», dijo Brandt. «Muy grave».
    const goesOn = this.last && isWholeSentence(tokens, span) && this.follows(span, this.last.quote);
    return goesOn ? 'direct' : type;
  }

  private sourceOf(cue: TokenRange | undefined, speaker: TokenRange | undefined): Source {
    const { tokens } = this.parts;
    return {
      speaker: speaker && tokens.mention(speaker.first, speaker.last),
      cue: cue && tokens.mention(cue.first, cue.last),
    };
  }

  /** Who speaks in a whole sentence between marks that has no attribution: whoever did last, marked or not. */
  private sourceBefore(open: number): Source {
    const { cues } = this.parts;
    for (let index = firstAfter(cues, open) - 1; index >= 0 && index > firstAfter(cues, open) - 4; index--) {
      const cue = cues[index]!;
      if ((cue.mode === 'speech' || cue.mode === 'quoting') && cue.speaker && !cue.isGerund && !cue.isDependent)
        return this.sourceOf(cue, cue.speaker);
    }
    return this.source;
  }

  /** True for a sentence between marks right after the sentence of a quotation: “A,” she said. “B.” */
  private follows(span: MarkedSpan, quote: Quote): boolean {
    const { tokens } = this.parts;
    if (span.open < 1) return false;
    const own = tokens.sentence[span.open]!;
    let token = span.open - 1;
    if (tokens.sentence[token] === own) return false;
    while (token > 0 && tokens.start[token]! >= quote.end && tokens.sentence[token] === own - 1) token--;
    return tokens.start[token]! < quote.end;
  }

  private join(first: QuoteDraft, second: QuoteDraft): void {
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
    const quote = quoteDraft(start, tokens.end[tokens.count - 1]!, 'unmarked');
    quote.cue = tokens.mention(cue.first, cue.last);
    if (cue.speaker) quote.speaker = tokens.mention(cue.speaker.first, cue.speaker.last);
    this.quotes.push(quote);
  }

  private childrenOf(span: MarkedSpan): Quote[] {
    const { tokens } = this.parts;
    return span.children
      .filter(child => hasWords(tokens, child))
      .map(child => {
        const type = typeOf(this.parts, child, undefined);
        const quote = quoteDraft(tokens.start[child.open]!, tokens.end[child.close]!, type);
        if (child.children.length > 0) quote.children = this.childrenOf(child);
        return quote;
      });
  }
}
