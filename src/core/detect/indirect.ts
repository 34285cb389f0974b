import { type BlockParts } from './attribution';
import { type Cue } from './cue';
import { type QuoteDraft, quoteDraft } from './drafts';
import { isVerb, type TokenRange } from './nounPhrase';
import { ReportEnds } from './reportEnds';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** A clause of fewer tokens says nothing that could be checked. */
const FEWEST_TOKENS = 2;
/** How far behind its cue the "that" of a clause may stand: "said in a statement on Monday that". */
const THAT_REACH = 12;

/** An aside about the speaker or the circumstances starts so, no clause that goes on. */
const NO_CLAUSE_START = WordClass.relative | WordClass.gerund;

/** Reported speech and thought of one block: the clauses that its cues report, without marks around them. */
export class IndirectReader {
  private readonly quotes: QuoteDraft[] = [];
  private readonly ends: ReportEnds;

  constructor(
    private readonly parts: BlockParts,
    private groups: number,
    /** What stands between marks, by the number of its marked span. */
    private readonly marked: readonly QuoteDraft[],
  ) {
    this.ends = new ReportEnds(parts);
  }

  /** In no particular order; `groups` is the number of groups there are now. */
  read(): { readonly quotes: readonly QuoteDraft[]; readonly groups: number } {
    this.parts.cues.forEach((cue, index) => {
      if (cue.mode === 'quoting') return;
      const ahead = cue.mode === 'source' ? this.bySource(cue) : this.after(cue, index);
      const pieces = ahead ?? (cue.mode === 'source' ? undefined : this.before(cue));
      if (pieces) this.add(cue, pieces, ahead ? undefined : this.groupBehind(cue));
      else this.addAroundQuotation(cue, index);
    });
    return { quotes: this.quotes, groups: this.groups };
  }

  /** "The dam is not safe, she said. “It is old.”": the group of the quotation that goes on in the next sentence. */
  private groupBehind(cue: Cue): number | undefined {
    const { tokens, quoteAt } = this.parts;
    const behind = quoteAt[this.ends.endOf(cue.last)] ?? -1;
    const quote = behind < 0 ? undefined : this.marked[behind];
    if (quote?.type !== 'direct' || quote.cue?.start !== tokens.start[cue.first]) return undefined;
    quote.group ??= this.groups++;
    return quote.group;
  }

  private add(cue: Cue, pieces: readonly TokenRange[], group = pieces.length > 1 ? this.groups++ : undefined): void {
    const { tokens } = this.parts;
    for (const { first, last } of pieces) {
      const quote = quoteDraft(tokens.start[first]!, tokens.end[last]!, 'indirect');
      if (cue.speaker) quote.speaker = tokens.mention(cue.speaker.first, cue.speaker.last);
      quote.cue = tokens.mention(cue.first, cue.last);
      quote.group = group;
      quote.mode = cue.mode === 'thought' ? 'thought' : 'speech';
      this.quotes.push(quote);
    }
  }

  /** "The plan is “unworkable,” she said.": the whole clause is hers, and what goes on with its quotation. */
  private addAroundQuotation(cue: Cue, index: number): void {
    const { tokens, cues, quoteAt, pairs } = this.parts;
    if (cue.isGerund || cue.mode !== 'speech' || cue.lead === 'that') return;
    const last = tokens.isSign(cue.clauseFirst - 1, ',') ? cue.clauseFirst - 2 : cue.clauseFirst - 1;
    const quote = last < 0 ? -1 : quoteAt[last]!;
    if (quote < 0 || !this.isSaid(last)) return;
    const start = this.ends.sentenceStart(last);
    const { open } = pairs[quote]!;
    if (open <= start || tokens.isSign(open - 1, ':')) return;
    const before = index > 0 ? cues[index - 1] : undefined;
    if (before && before.last >= start && before.mode !== 'naming' && before.mode !== 'thought') return;
    const piece = this.trimmed(start, last + 1)?.[0];
    if (!piece || piece.first >= open) return;
    const { group } = this.marked[quote]!;
    this.add(cue, [piece], group);
  }

  /** "X said (that) …". */
  private after(cue: Cue, index: number): TokenRange[] | undefined {
    const { tokens, quoteAt, pairs } = this.parts;
    if (cue.lead === 'none' || cue.lead === 'colon' || (cue.lead === 'comma' && !this.interrupts(cue)))
      return undefined;
    if (this.closesQuotation(cue) && cue.lead !== 'that') return undefined;
    const end = cue.contentLast === undefined ? this.ends.clauseEnd(cue, index) : cue.contentLast + 1;
    const first = this.contentStart(cue, end);
    const quote = quoteAt[first] ?? -1;
    if (quote >= 0 && pairs[quote]!.close >= end - 1) return undefined;
    if (cue.isSupposed) {
      const rest = this.trimmed(first, end);
      return rest && [cue.subject!, ...rest];
    }
    const isInfinitive = tokens.has(first, WordClass.infinitiveMarker);
    const isClause =
      cue.lead === 'that' || isInfinitive || tokens.has(first, WordClass.subordinator) || this.hasVerb(first, end);
    return isClause || (!reportsOnlyClauses(tokens, cue) && this.isObject(first))
      ? this.trimmed(first, end)
      : undefined;
  }

  /** "She said, if elected, she would stay": the comma behind the cue opens an aside; none stands before the cue's clause. */
  private interrupts(cue: Cue): boolean {
    const { tokens } = this.parts;
    return (
      cue.mode === 'speech' &&
      cue.subject !== undefined &&
      cue.clauseFirst === this.ends.sentenceStart(cue.clauseFirst) &&
      tokens.has(cue.contentFirst, WordClass.subordinator | WordClass.preposition)
    );
  }

  /** "…, X said" and "…, X said, …". */
  private before(cue: Cue): TokenRange[] | undefined {
    const { tokens, quoteAt } = this.parts;
    const comma = cue.clauseFirst - 1;
    if (cue.isGerund || cue.mode === 'naming' || !tokens.isSign(comma, ',')) return undefined;
    if (comma > 0 && quoteAt[comma - 1]! >= 0) return undefined;
    if (
      cue.lead !== 'none' &&
      cue.lead !== 'comma' &&
      !tokens.has(cue.clauseLast + 1, WordClass.preposition | WordClass.time | WordClass.adverb)
    )
      return undefined;
    const start = this.ends.sentenceStart(comma);
    const head = this.trimmed(start, comma);
    const goesOn = !cue.isInverted && tokens.isSign(cue.clauseLast + 1, ',') && quoteAt[cue.clauseLast + 2]! < 0;
    const rest = goesOn ? this.trimmed(cue.clauseLast + 2, this.ends.endOf(cue.last)) : undefined;
    if (
      rest &&
      !tokens.has(rest[0]!.first, NO_CLAUSE_START) &&
      this.hasVerb(cue.clauseLast + 2, this.ends.endOf(cue.last))
    )
      return [...(head ?? []), ...rest];
    return cue.isInverted || this.hasVerb(start, comma) ? head : undefined;
  }

  /** "According to X, …", "…, according to X". */
  private bySource(cue: Cue): TokenRange[] | undefined {
    const { tokens, quoteAt } = this.parts;
    const start = this.ends.sentenceStart(cue.clauseFirst);
    const end = this.ends.endOf(cue.last);
    const next = tokens.isSign(cue.clauseLast + 1, ',') ? cue.clauseLast + 2 : cue.clauseLast + 1;
    const isQuoted = (first: number, last: number): boolean => quoteAt[first]! >= 0 && quoteAt[first] === quoteAt[last];
    const stop = tokens.isSign(cue.clauseFirst - 1, ',') ? cue.clauseFirst - 1 : cue.clauseFirst;
    const isBehindQuote = stop > start && isQuoted(start, stop - 1);
    const head = stop - start > FEWEST_TOKENS && !isBehindQuote ? this.trimmed(start, stop) : undefined;
    const goesOn = (!head && !isBehindQuote) || tokens.isSign(cue.clauseLast + 1, ',');
    const rest = end - next > FEWEST_TOKENS && goesOn && !isQuoted(next, end - 2) ? this.trimmed(next, end) : undefined;
    if (!head) return rest;
    return rest && this.hasVerb(next, end) && !tokens.has(next, WordClass.coordinator | WordClass.relative)
      ? [...head, ...rest]
      : head;
  }

  /** A noun phrase that is said or wanted: "announced his support for the bill". */
  private isObject(first: number): boolean {
    const { tokens } = this.parts;
    return !tokens.has(first, WordClass.preposition | WordClass.time);
  }

  /** The cue stands behind a quotation, so that what follows it is not what it reports. */
  private closesQuotation(cue: Cue): boolean {
    const { tokens } = this.parts;
    const before = cue.clauseFirst - 1;
    if (before < 0 || tokens.sentence[before] !== tokens.sentence[cue.first]) return false;
    return this.isSaid(before) || (before > 0 && tokens.isSign(before, ',') && this.isSaid(before - 1));
  }

  /** The token belongs to a quotation, not to a title or a term. */
  private isSaid(token: number): boolean {
    const quote = this.parts.quoteAt[token]!;
    const type = quote < 0 ? undefined : this.marked[quote]?.type;
    return type === 'direct' || type === 'partial';
  }

  /** The first token of what a cue reports: its "that" where one is near, else what follows hearer and time. */
  private contentStart(cue: Cue, end: number): number {
    const { tokens, quoteAt } = this.parts;
    const start = this.skipTime(cue.contentFirst);
    if (cue.lead === 'that' || !tokens.has(start, WordClass.preposition | WordClass.time)) return start;
    for (let token = start; token < end && token < start + THAT_REACH && quoteAt[token]! < 0; token++) {
      if (tokens.has(token, WordClass.that)) return token;
      if (tokens.has(token, WordClass.auxiliary | WordClass.finite)) break;
    }
    return start;
  }

  /** "on Monday" between a cue and what it reports. */
  private skipTime(token: number): number {
    const { tokens } = this.parts;
    return tokens.has(token, WordClass.preposition) &&
      tokens.has(token + 1, WordClass.time) &&
      !tokens.is(token + 2, TokenKind.punctuation)
      ? token + 2
      : token;
  }

  private hasVerb(first: number, end: number): boolean {
    const { tokens } = this.parts;
    const limit = Math.min(end, first + 40);
    for (let token = first; token < limit; token++)
      if (
        isVerb(tokens, token) ||
        (tokens.is(token, TokenKind.clitic) && tokens.has(token - 1, WordClass.subjectPronoun)) ||
        tokens.looksLike(token, 'past')
      )
        return true;
    return false;
  }

  /** `first..end` without conjunctions and punctuation around it; undefined where too little is left. */
  private trimmed(first: number, end: number): TokenRange[] | undefined {
    const { tokens } = this.parts;
    let last = end - 1;
    while (
      last >= first &&
      tokens.is(last, TokenKind.punctuation) &&
      !tokens.isSign(last, ')') &&
      !tokens.isSign(last, '%')
    )
      last--;
    let start = first;
    while (
      start <= last &&
      (tokens.is(start, TokenKind.punctuation) ||
        (tokens.has(start, WordClass.coordinator) && start === this.ends.sentenceStart(start)))
    )
      start++;
    return last - start + 1 >= FEWEST_TOKENS || (last === start && tokens.isCapitalized(start))
      ? [{ first: start, last }]
      : undefined;
  }
}

/** "added rooms", "offered a view": verbs that do something with a thing, and say something only with a clause. */
const reportsOnlyClauses = (tokens: Tokens, { last, mode }: Cue): boolean =>
  mode !== 'quoting' && tokens.has(last, WordClass.quoting) && tokens.has(last, WordClass.speech | WordClass.thought);
