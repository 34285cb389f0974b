import { type BlockParts } from './attribution';
import { type Cue } from './cues';
import { type Quote } from './model';
import { isVerb, type TokenRange } from './nounPhrase';
import { TokenKind, type Tokens } from './tokens';
import { WordClass } from './wordClass';

type Draft = { -readonly [Key in keyof Quote]: Quote[Key] };

/** A clause of fewer tokens says nothing that could be checked. */
const FEWEST_TOKENS = 2;
/** How far behind its cue the "that" of a clause may stand: "said in a statement on Monday that". */
const THAT_REACH = 12;

/** An aside about the speaker or the circumstances starts so, no clause that goes on. */
const NO_CLAUSE_START = WordClass.relative | WordClass.gerund;

/** A sentence that opens so has a clause before its main one: "When he said that …, she laughed". */
const MAIN_REACH = 9;
const FRONTING = WordClass.subordinator | WordClass.preposition;

/** Reported speech and thought of one block: the clauses that its cues report, without marks around them. */
export class IndirectReader {
  private readonly quotes: Draft[] = [];
  /** The end of each sentence, one token past it. */
  private readonly sentenceEnd: readonly number[];

  constructor(
    private readonly parts: BlockParts,
    private groups: number,
    /** What stands between marks, by the number of its marked span. */
    private readonly marked: readonly Quote[],
  ) {
    this.sentenceEnd = sentenceEnds(parts);
  }

  /** In no particular order; `groups` is the number of groups there are now. */
  read(): { readonly quotes: readonly Quote[]; readonly groups: number } {
    this.parts.cues.forEach((cue, index) => {
      if (cue.mode === 'quoting') return;
      const pieces = cue.mode === 'source' ? this.bySource(cue) : (this.after(cue, index) ?? this.before(cue));
      if (pieces) this.add(cue, pieces);
      else this.addAroundQuotation(cue, index);
    });
    return { quotes: this.quotes, groups: this.groups };
  }

  private add(cue: Cue, pieces: readonly TokenRange[], group = pieces.length > 1 ? this.groups++ : undefined): void {
    const { tokens } = this.parts;
    for (const { first, last } of pieces) {
      const quote: Draft = { start: tokens.start[first]!, end: tokens.end[last]!, type: 'indirect' };
      if (cue.speaker) quote.speaker = tokens.mention(cue.speaker.first, cue.speaker.last);
      quote.cue = tokens.mention(cue.first, cue.last);
      if (group !== undefined) quote.group = group;
      quote.mode = cue.mode === 'thought' ? 'thought' : 'speech';
      this.quotes.push(quote);
    }
  }

  /** "The plan is “unworkable,” she said.": the whole clause is hers, and what goes on with its quotation. */
  private addAroundQuotation(cue: Cue, index: number): void {
    const { tokens, cues, quoteAt, pairs } = this.parts;
    if (cue.isGerund || cue.mode !== 'speech' || cue.lead === 'that') return;
    const last = tokens.isSign(cue.clauseFirst - 1, ',') ? cue.clauseFirst - 2 : cue.clauseFirst - 1;
    const quote = quoteAt[last] ?? -1;
    if (quote < 0 || !this.isSaid(last)) return;
    const start = this.sentenceStart(last);
    const { open } = pairs[quote]!;
    if (open <= start || tokens.isSign(open - 1, ':')) return;
    const before = cues[index - 1];
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
    const end = cue.contentLast === undefined ? this.clauseEnd(cue, index) : cue.contentLast + 1;
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
    return isClause || (!reportsOnlyClauses(tokens, cue) && this.isObject(first, end))
      ? this.trimmed(first, end)
      : undefined;
  }

  /** "She said, if elected, she would stay": the comma behind the cue opens an aside; none stands before the cue's clause. */
  private interrupts(cue: Cue): boolean {
    const { tokens } = this.parts;
    return (
      cue.mode === 'speech' &&
      cue.subject !== undefined &&
      cue.clauseFirst === this.sentenceStart(cue.clauseFirst) &&
      tokens.has(cue.contentFirst, WordClass.subordinator | WordClass.preposition)
    );
  }

  /** "…, X said" and "…, X said, …". */
  private before(cue: Cue): TokenRange[] | undefined {
    const { tokens, quoteAt } = this.parts;
    const comma = cue.clauseFirst - 1;
    if (cue.isGerund || cue.mode === 'naming' || !tokens.isSign(comma, ',') || quoteAt[comma - 1]! >= 0)
      return undefined;
    if (
      cue.lead !== 'none' &&
      cue.lead !== 'comma' &&
      !tokens.has(cue.clauseLast + 1, WordClass.preposition | WordClass.time | WordClass.adverb)
    )
      return undefined;
    const start = this.sentenceStart(comma);
    const head = this.trimmed(start, comma);
    const goesOn = !cue.isInverted && tokens.isSign(cue.clauseLast + 1, ',') && quoteAt[cue.clauseLast + 2]! < 0;
    const rest = goesOn ? this.trimmed(cue.clauseLast + 2, this.endOf(cue.last)) : undefined;
    if (rest && !tokens.has(rest[0]!.first, NO_CLAUSE_START) && this.hasVerb(cue.clauseLast + 2, this.endOf(cue.last)))
      return [...(head ?? []), ...rest];
    return cue.isInverted || this.hasVerb(start, comma) ? head : undefined;
  }

  /** "According to X, …", "…, according to X". */
  private bySource(cue: Cue): TokenRange[] | undefined {
    const { tokens, quoteAt } = this.parts;
    const start = this.sentenceStart(cue.first);
    const end = this.endOf(cue.last);
    const next = tokens.isSign(cue.clauseLast + 1, ',') ? cue.clauseLast + 2 : cue.clauseLast + 1;
    const isQuoted = (first: number, last: number): boolean => quoteAt[first]! >= 0 && quoteAt[first] === quoteAt[last];
    const stop = tokens.isSign(cue.first - 1, ',') ? cue.first - 1 : cue.first;
    const head = stop - start > FEWEST_TOKENS && !isQuoted(start, stop - 1) ? this.trimmed(start, stop) : undefined;
    const rest =
      end - next > FEWEST_TOKENS && (!head || tokens.isSign(cue.clauseLast + 1, ',')) && !isQuoted(next, end - 2)
        ? this.trimmed(next, end)
        : undefined;
    if (!head) return rest;
    return rest && this.hasVerb(next, end) && !tokens.has(next, WordClass.coordinator | WordClass.relative)
      ? [...head, ...rest]
      : head;
  }

  /** A noun phrase that is said or wanted: "announced his support for the bill". */
  private isObject(first: number, end: number): boolean {
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
    const type = this.marked[this.parts.quoteAt[token]!]?.type;
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

  /** Where the clause behind a cue ends: its sentence, or the next clause that another cue reports. */
  private clauseEnd(cue: Cue, index: number): number {
    const { tokens, cues, quoteAt } = this.parts;
    const end = this.endOf(cue.last);
    // "When asked whether …, she left."; "Asked whether …, she said …".
    const start = this.sentenceStart(cue.first);
    const isAside = !cue.subject && (tokens.has(cue.first - 1, WordClass.subordinator) || cue.first === start);
    const isFronted = isAside || tokens.has(start, FRONTING) || tokens.has(start + 1, FRONTING);
    for (let next = index + 1; next < cues.length && next < index + 8 && cues[next]!.first < end; next++) {
      const other = cues[next]!;
      const stop = (isFronted ? this.frontedEnd(cue, other) : 0) || this.parting(cue, other);
      if (stop > cue.last) return stop;
    }
    for (let token = cue.last + 1; token < end && token < cue.last + 80; token++)
      if (
        (isAside && tokens.isSign(token, ',')) ||
        tokens.isSign(token, ';') ||
        (tokens.isSign(token, ':') && quoteAt[token + 1]! >= 0)
      )
        return token;
    return end;
  }

  /** The token at which a later cue begins a report of its own; 0 where it belongs to what the first one reports. */
  private parting(cue: Cue, other: Cue): number {
    const { tokens } = this.parts;
    const comma = (token: number): boolean => this.setsOff(token);
    if (other.isGerund && tokens.isSign(other.first - 1, ',')) return other.first - 1;
    // "noting that … and saying that …"
    if (other.isGerund && tokens.has(cue.first, WordClass.gerund) && tokens.has(other.first - 1, WordClass.coordinator))
      return other.first - 1;
    if (!other.subject) return 0;
    // "said that …, but others say …", "said that …, while she said …"
    const joint = other.clauseFirst - 1;
    if (!other.isGerund && other.subject.first > cue.last) {
      if (comma(joint)) return tokens.isSign(joint, ',') ? 0 : joint;
      if (comma(joint - 1)) return tokens.has(joint, WordClass.coordinator | WordClass.subordinator) ? joint - 1 : 0;
      return tokens.has(joint, WordClass.coordinator) && other.mode === 'speech' && !other.isDependent ? joint : 0;
    }
    // "said that … and added that …", "tweeted a picture, then said": the subject is the first cue's.
    if (other.subject.first > cue.last || (other.mode !== 'speech' && cue.mode === 'speech')) return 0;
    let before = other.first - 1;
    while (before > cue.last && tokens.has(before, WordClass.adverb | WordClass.auxiliary)) before--;
    if (tokens.has(before, WordClass.coordinator)) return comma(before - 1) ? before - 1 : before;
    return comma(before) && before < other.first - 1 ? before : 0;
  }

  /** A comma, also one that stands before a closing mark, or a dash. */
  private setsOff(token: number): boolean {
    const { tokens } = this.parts;
    if (tokens.isSign(token, ',') || tokens.isSign(token, '—')) return true;
    if (tokens.is(token, TokenKind.mark)) return tokens.isSign(token - 1, ',');
    return (tokens.isSign(token, '-') || tokens.isSign(token, '–')) && !tokens.isGlued(token);
  }

  /** The comma that parts a fronted clause from a main clause with this cue: "When she said so, on Monday he denied". */
  private frontedEnd(cue: Cue, other: Cue): number {
    const { tokens } = this.parts;
    if (!other.subject || other.isGerund) return 0;
    const before = other.clauseFirst - 1;
    if (tokens.isSign(before, ',')) return before;
    for (let token = before - 1; token > cue.last && token > before - MAIN_REACH; token--)
      if (tokens.isSign(token, ',')) return tokens.has(token + 1, WordClass.preposition) ? token : 0;
    return 0;
  }

  /** One token past the sentence that this token stands in, or past a quotation that goes on there. */
  private endOf(token: number): number {
    const { quoteAt, pairs, tokens } = this.parts;
    const end = this.sentenceEnd[tokens.sentence[token]!]!;
    const quote = quoteAt[end - 1]!;
    if (quote < 0 || quoteAt[token]! >= 0) return end;
    return Math.min(Math.max(end, pairs[quote]!.close + 1), tokens.count);
  }

  private sentenceStart(token: number): number {
    const sentence = this.parts.tokens.sentence[token]!;
    return sentence === 0 ? 0 : this.sentenceEnd[sentence - 1]!;
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
        (tokens.has(start, WordClass.coordinator) && start === this.sentenceStart(start)))
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

function sentenceEnds({ tokens, cues }: BlockParts): number[] {
  if (cues.length === 0) return [];
  const ends: number[] = [];
  for (let token = 1; token < tokens.count; token++) while (ends.length < tokens.sentence[token]!) ends.push(token);
  ends.push(tokens.count);
  return ends;
}
