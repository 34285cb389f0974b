import { bearerOf, nameBeside } from './apposition';
import { type MarkedSpan } from './marks';
import { isVerb, nounPhraseAfter, nounPhraseBefore, type TokenRange } from './nounPhrase';
import { type SubjectFinder } from './subjects';
import { TokenKind, type Tokens } from './tokens';
import { FigureClass, WordClass } from './wordClass';

/** How a cue leads to what is said. */
export type Lead = 'colon' | 'comma' | 'that' | 'quote' | 'clause' | 'none';

/** A reporting verb or phrase outside quotation marks, with its subject. All positions are tokens. */
export interface Cue extends TokenRange {
  readonly mode: 'speech' | 'thought' | 'naming' | 'quoting' | 'source';
  /** A gerund takes its subject from the sentence: "…, adding that". */
  readonly isGerund: boolean;
  /** The subject stands behind the verb: "said Smith". */
  readonly isInverted?: boolean;
  /** It stands in a clause that depends on another one: "who has advised", "that he said". */
  readonly isDependent: boolean;
  /** Nobody is named who thinks it, and its subject belongs to what is thought: "The mayor is expected to win". */
  readonly isSupposed?: boolean;
  readonly speaker?: TokenRange;
  /** The whole noun phrase that the speaker stands in. */
  readonly subject?: TokenRange;
  /** The first token of subject and verb together, and the last. */
  readonly clauseFirst: number;
  readonly clauseLast: number;
  readonly lead: Lead;
  /** Where what is said would start, after the hearer, comma, colon. */
  readonly contentFirst: number;
  /** The last token of what it is about, where that is a noun phrase: "their support for the bill". */
  readonly contentLast?: number;
}

/** How many tokens away from its verb a quote is looked for. It bounds the work per verb. */
const REACH = 60;

/** So near its marks a passive verb names what stands between them. */
const PASSIVE_REACH = 6;

const CUE = WordClass.speech | WordClass.thought | WordClass.naming | WordClass.quoting;

/** Finds the cues of one block, in text order. `quoteAt[token]` is the index in `quotes` of the quote a token belongs to, or -1. */
export class CueFinder {
  constructor(
    private readonly tokens: Tokens,
    private readonly quotes: readonly MarkedSpan[],
    private readonly quoteAt: Int32Array,
    private readonly subjects: SubjectFinder,
  ) {}

  find(): Cue[] {
    const { tokens } = this;
    const cues: Cue[] = [];
    for (let token = 0; token < tokens.count; token++) {
      const quote = this.quoteAt[token]!;
      if (quote >= 0) {
        token = this.quotes[quote]!.close;
        continue;
      }
      const cue = this.sourceAt(token) ?? this.nounAt(token) ?? this.supposedAt(token) ?? this.verbAt(token);
      if (!cue) continue;
      cues.push(cue);
      token = Math.max(token, cue.last);
    }
    return cues;
  }

  /** "according to X". */
  private sourceAt(token: number): Cue | undefined {
    const { tokens } = this;
    const match = tokens.word[token]! > 0 ? tokens.grammar.sourcePhrases.startingAt(tokens, token) : undefined;
    if (!match) return undefined;
    const subject = nounPhraseAfter(tokens, match.last + 1, this.quoteStartAfter(match.last));
    if (!subject) return undefined;
    return {
      first: match.first,
      last: match.last,
      mode: 'source',
      isGerund: false,
      isDependent: false,
      subject,
      speaker: bearerOf(tokens, subject),
      clauseFirst: match.first,
      clauseLast: subject.last,
      lead: 'none',
      contentFirst: subject.last + 1,
    };
  }

  /** "Smith's claim that", "his remark, “…”", "their support for", "concerns about". */
  private nounAt(token: number): Cue | undefined {
    const { tokens } = this;
    if (!tokens.has(token, WordClass.statement)) return undefined;
    // "his strong support": an adjective may stand between.
    const owner = this.isOwner(token - 1)
      ? token - 1
      : tokens.classes[token - 1] === 0 && this.isOwner(token - 2)
        ? token - 2
        : -1;
    const { lead, contentFirst } = this.leadAfter(token);
    const isName = tokens.is(owner, TokenKind.clitic);
    const leads = lead === 'that' || lead === 'quote' || (lead === 'comma' && this.quoteAt[contentFirst]! >= 0);
    const object = leads ? undefined : this.objectOf(token);
    if (!leads && !object) return undefined;
    if (owner < 0 && (lead !== 'that' || !this.isNoun(token))) return undefined;
    const subject =
      owner < 0
        ? undefined
        : isName
          ? nounPhraseBefore(tokens, owner - 1, this.subjects.floorOf(token))
          : { first: owner, last: owner };
    if (owner >= 0 && !subject) return undefined;
    return {
      first: token,
      last: object ? object.first - 1 : token,
      mode: object ? 'thought' : 'speech',
      isGerund: false,
      isDependent: false,
      ...(subject ? { subject, speaker: bearerOf(tokens, subject) } : {}),
      clauseFirst: subject?.first ?? token,
      clauseLast: object ? object.first - 1 : token,
      lead: object ? 'clause' : lead,
      contentFirst: object?.first ?? contentFirst,
      ...(object ? { contentLast: object.last } : {}),
    };
  }

  private isOwner(token: number): boolean {
    const { tokens } = this;
    return tokens.is(token, TokenKind.clitic) || tokens.has(token, WordClass.possessive);
  }

  /** Not the verb of the same form: "the claims that", not "he claims that". */
  private isNoun(token: number): boolean {
    const { tokens } = this;
    if (!tokens.has(token, CUE)) return true;
    if (tokens.has(token - 1, WordClass.determiner | WordClass.preposition)) return true;
    // "a passing promise that"
    return tokens.classes[token - 1] === 0 && tokens.has(token - 2, WordClass.determiner);
  }

  /** "support for the bill", "questions about it", "his decision to go": what a noun of saying or thinking is about. */
  private objectOf(noun: number): TokenRange | undefined {
    const { tokens } = this;
    const match = tokens.grammar.nounPhrases.startingAt(tokens, noun);
    if (!match) return undefined;
    if (!tokens.has(match.last, WordClass.infinitiveMarker)) {
      const object = nounPhraseAfter(tokens, match.last + 1, this.quoteStartAfter(match.last));
      if (object || !tokens.has(match.last, WordClass.infinitiveMarker)) return object;
    }
    return undefined;
  }

  private verbAt(token: number): Cue | undefined {
    const { tokens } = this;
    const phrase = tokens.word[token]! > 0 ? tokens.grammar.cuePhrases.startingAt(tokens, token) : undefined;
    if (!phrase && (!tokens.has(token, CUE) || (tokens.isCapitalizedInside(token) && !this.isInHeadline(token))))
      return undefined;
    const first = token;
    const last = phrase?.last ?? token;
    const mode = phrase ? 'speech' : modeOf(tokens, token);
    if (!phrase && !this.isReporting(token)) return this.passiveAt(token);
    const isGerund = tokens.has(token, WordClass.gerund) && !tokens.has(token - 1, WordClass.be);
    const { contentFirst, lead, hearer } = this.leadAfter(last);
    // "would add 3 rooms": a base form with a quantity is no word of saying.
    const isPlanned = tokens.has(token, WordClass.base) && tokens.has(token - 1, WordClass.auxiliary);
    if (!phrase && isPlanned && lead === 'clause' && tokens.is(contentFirst, TokenKind.number)) return undefined;
    const before = isGerund
      ? this.subjects.gerundSubject(token)
      : ((tokens.grammar.table.verbSecond ? this.subjects.bracketSubject(token) : undefined) ??
        this.subjects.finiteSubject(token));
    const verbFirst = this.verbStart(token);
    const beforeVerb = tokens.isSign(verbFirst - 1, ',') ? verbFirst - 2 : verbFirst - 1;
    const afterQuote = beforeVerb >= 0 && this.quoteAt[beforeVerb]! >= 0;
    const isInverted =
      !isGerund &&
      !phrase &&
      (!before || afterQuote || this.isNamedBehind(token)) &&
      (mode === 'speech' || (mode === 'quoting' && afterQuote));
    // German puts the subject behind the verb where something else stands first: „…, antwortete er“.
    const isVerbSecond =
      tokens.grammar.table.verbSecond === true &&
      (mode === 'speech' || mode === 'naming') &&
      (tokens.has(last + 1, WordClass.subjectPronoun) || this.subjects.isFronted(token));
    const behind = isVerbSecond || isInverted ? this.subjectBehind(last + 1, this.quoteStartAfter(last)) : undefined;
    // "…, said they had": what a verb follows is the subject of what is said.
    const after = behind && !afterQuote && !isVerbSecond && isVerb(tokens, behind.last + 1) ? undefined : behind;
    const subject = after ?? before;
    const afterLast = after && (nameBeside(tokens, after)?.last ?? after.last);
    if (subject && !after && this.isAdjective(subject, token)) return undefined;
    // "When asked whether": nobody is named, but something is reported.
    if (!subject && !((mode === 'speech' && this.reportsClause(lead, contentFirst, first)) || this.leadsToQuote(last)))
      return undefined;
    return {
      first,
      last,
      mode,
      isGerund,
      isInverted: after !== undefined,
      isDependent: subject !== undefined && !after && this.subjects.isDependent(subject),
      ...(subject ? { subject, speaker: bearerOf(tokens, this.subjects.antecedentOf(subject)) } : {}),
      clauseFirst: after ? verbFirst : isGerund || !subject ? first : subject.first,
      clauseLast: afterLast ?? Math.max(last, hearer),
      lead: afterLast === undefined ? lead : this.leadAfter(afterLast).lead,
      contentFirst: afterLast === undefined ? contentFirst : this.leadAfter(afterLast).contentFirst,
    };
  }

  /** The subject behind an inverted verb; German puts a short object before it: "äußerte sich der Präsident". */
  private subjectBehind(first: number, ceiling: number): TokenRange | undefined {
    const { tokens } = this;
    const isObject =
      tokens.grammar.table.verbSecond === true &&
      tokens.has(first, WordClass.objectPronoun) &&
      !tokens.has(first, WordClass.subjectPronoun);
    const isDated =
      tokens.has(first, WordClass.adverb | WordClass.time) && !tokens.is(first + 1, TokenKind.punctuation);
    return nounPhraseAfter(tokens, isObject || isDated ? first + 1 : first, ceiling);
  }

  /** "…, said Ana Brandt, who": a comma before the verb, a name and a sign behind it, or somebody "who". */
  private isNamedBehind(token: number): boolean {
    const { tokens } = this;
    if (!tokens.isSign(token - 1, ',') || tokens.has(token, WordClass.hearer)) return false;
    const phrase = nounPhraseAfter(tokens, token + 1, this.quoteStartAfter(token));
    if (!phrase) return false;
    const isName = tokens.isCapitalized(token + 1) && tokens.is(phrase.last + 1, TokenKind.punctuation);
    return isName || (tokens.has(phrase.last + 1, WordClass.relative) && !tokens.has(phrase.last + 1, WordClass.that));
  }

  /** "Mayor Says Bridge Will Open": where the words around it have capitals too, a verb's capital makes no name of it. */
  private isInHeadline(token: number): boolean {
    const { tokens } = this;
    return (
      tokens.has(token, WordClass.finite) &&
      !tokens.has(token, WordClass.base | WordClass.title) &&
      tokens.isCapitalized(token - 1) &&
      (tokens.isCapitalized(token + 1) || this.quoteAt[token + 1]! >= 0 || tokens.is(token + 1, TokenKind.number))
    );
  }

  /** "The mayor is expected to win", "they seem to agree": somebody believes it of the subject; nobody says who. */
  private supposedAt(token: number): Cue | undefined {
    const { tokens } = this;
    if (!tokens.has(token + 1, WordClass.infinitiveMarker)) return undefined;
    const isSeeming =
      tokens.has(token, WordClass.verb) && tokens.grammar.seemingPhrases.startingAt(tokens, token) !== undefined;
    const isSupposed =
      tokens.has(token, WordClass.thought | WordClass.speech) &&
      tokens.has(token, WordClass.finite) &&
      tokens.has(token - 1, WordClass.be);
    if (!isSeeming && !isSupposed) return undefined;
    const first = isSeeming ? token : token - 1;
    const subject = this.subjects.subjectBefore(first);
    if (!subject) return undefined;
    return {
      first,
      last: token,
      mode: 'thought',
      isGerund: false,
      isDependent: this.subjects.isDependent(subject),
      isSupposed: true,
      subject,
      clauseFirst: subject.first,
      clauseLast: token,
      lead: 'clause',
      contentFirst: token + 1,
    };
  }

  /** "It was described as a “miracle” by aides": somebody's words, though the verb names nobody before them. */
  private passiveAt(token: number): Cue | undefined {
    const { tokens } = this;
    const isPassive =
      tokens.has(token, WordClass.naming) &&
      tokens.has(token, WordClass.finite) &&
      (tokens.has(token - 1, WordClass.be) ||
        (tokens.has(token - 1, WordClass.adverb) && tokens.has(token - 2, WordClass.be)));
    if (!isPassive) return undefined;
    const open = this.quoteStartAfter(token);
    if (open >= tokens.count || open > token + PASSIVE_REACH || !tokens.has(token + 1, WordClass.preposition))
      return undefined;
    const by = this.quotes[this.quoteAt[open]!]!.close + 1;
    const agent = tokens.hasFigure(by, FigureClass.by)
      ? nounPhraseAfter(tokens, by + 1, this.quoteStartAfter(by))
      : undefined;
    return {
      first: token,
      last: token,
      mode: 'naming',
      isGerund: false,
      isDependent: false,
      ...(agent ? { subject: agent, speaker: bearerOf(tokens, agent) } : {}),
      clauseFirst: token,
      clauseLast: token,
      lead: 'clause',
      contentFirst: token + 1,
    };
  }

  /** The first token of the verb with its helpers: "a déclaré", "hat gesagt". */
  private verbStart(token: number): number {
    const { tokens } = this;
    let first = token;
    while (tokens.has(first - 1, WordClass.auxiliary) && !tokens.has(first - 1, WordClass.be)) first--;
    return first;
  }

  /** "Bush and Christie say it": a pronoun, an article, "that" or marks follow at once. */
  private leadsToClause(token: number): boolean {
    const { tokens } = this;
    const next = token + 1;
    if (tokens.has(token, WordClass.statement) || tokens.has(next, WordClass.relative))
      return tokens.has(next, WordClass.that);
    return (
      tokens.has(next, WordClass.determiner | WordClass.subjectPronoun | WordClass.that) || this.leadsToQuote(token)
    );
  }

  /** Nothing but a comma or a colon parts the cue from marks. */
  private leadsToQuote(last: number): boolean {
    const { tokens } = this;
    const next = tokens.isSign(last + 1, ',') || tokens.isSign(last + 1, ':') ? last + 2 : last + 1;
    return next < tokens.count && this.quoteAt[next]! >= 0;
  }

  /** "high hopes": what looks like a verb and its subject is a noun and its adjective. */
  private isAdjective({ first, last }: TokenRange, verb: number): boolean {
    const { tokens } = this;
    if (first !== last || last !== verb - 1 || !tokens.endsWith(verb, 's')) return false;
    return (
      tokens.is(first, TokenKind.word) &&
      !tokens.isCapitalized(first) &&
      tokens.classes[first] === 0 &&
      !tokens.isPlural(first)
    );
  }

  /** "that", "whether", "if" behind the cue: what follows is a clause whoever says it. */
  private reportsClause(lead: Lead, contentFirst: number, first: number): boolean {
    const { tokens } = this;
    if (lead === 'that') return true;
    if (lead !== 'clause') return false;
    // "Asked about the bridge, she said": what opens the sentence so is a question that somebody put.
    const opens =
      first === 0 ||
      tokens.sentence[first - 1] !== tokens.sentence[first] ||
      tokens.has(first - 1, WordClass.subordinator);
    return tokens.has(contentFirst, opens ? WordClass.subordinator | WordClass.preposition : WordClass.subordinator);
  }

  /** Is the word at this place a reporting verb, not a noun or an adjective of the same form? */
  private isReporting(token: number): boolean {
    const { tokens } = this;
    const before = token - 1;
    const isNeighbour = before >= 0 && tokens.sentence[before] === tokens.sentence[token];
    if (!isNeighbour) return tokens.has(token, WordClass.finite) && !tokens.is(token + 1, TokenKind.punctuation);
    if (tokens.is(before, TokenKind.mark)) return tokens.has(token, WordClass.finite | WordClass.gerund);
    if (tokens.has(before, WordClass.determiner) && !tokens.has(before, WordClass.subjectPronoun | WordClass.relative))
      return false;
    if (tokens.has(before, WordClass.possessive)) return false;
    // "3 promises", not "six in 10 said".
    const isCounted = tokens.is(before, TokenKind.number) || tokens.hasFigure(before, FigureClass.cardinal);
    if (isCounted && (tokens.endsWith(token, 's') || !tokens.has(token, WordClass.finite))) return false;
    const leadsToThat = tokens.has(token + 1, WordClass.that);
    if (tokens.has(before, WordClass.be) && !tokens.has(token, WordClass.gerund))
      return leadsToThat && tokens.has(token, WordClass.speech);
    if (tokens.has(token, WordClass.gerund))
      return leadsToThat || !tokens.has(before, WordClass.preposition | WordClass.determiner);
    if (tokens.has(before, WordClass.infinitiveMarker)) return leadsToThat || this.leadsToQuote(token);
    if (tokens.has(before, WordClass.preposition)) return false;
    if (tokens.is(before, TokenKind.clitic) && !tokens.has(before - 1, WordClass.subjectPronoun)) return false;
    // "hopes of": a plural, no verb.
    const isNoun = tokens.has(token, WordClass.thought | WordClass.statement) && tokens.endsWith(token, 's');
    if (isNoun && tokens.hasFigure(token + 1, FigureClass.of)) return false;
    // "the early states": a plural that is a verb only where a clause, marks or a pronoun beside it say so.
    if (
      tokens.has(token, WordClass.statement) &&
      tokens.endsWith(token, 's') &&
      !tokens.isCapitalizedInside(token) &&
      !tokens.has(before, WordClass.adverb | WordClass.subjectPronoun | WordClass.relative) &&
      !tokens.is(token + 1, TokenKind.punctuation) &&
      !(tokens.has(token, WordClass.naming) && tokens.isCapitalized(token + 1)) &&
      !tokens.has(
        token + 1,
        WordClass.determiner | WordClass.subjectPronoun | WordClass.that | WordClass.infinitiveMarker,
      ) &&
      !this.leadsToQuote(token)
    )
      return false;
    if (tokens.has(token, WordClass.finite)) return true;
    // A plural present or an infinitive: "they say", "would say", "officials say".
    return (
      tokens.has(before, WordClass.auxiliary | WordClass.subjectPronoun | WordClass.adverb | WordClass.relative) ||
      tokens.isPlural(before) ||
      (tokens.isCapitalized(before) && this.leadsToClause(token))
    );
  }

  /** What follows the cue: hearer skipped, then a colon, a comma, "that" or the words themselves. */
  private leadAfter(last: number): { readonly lead: Lead; readonly contentFirst: number; readonly hearer: number } {
    const { tokens } = this;
    const { sentence } = tokens;
    let next = last + 1;
    let hearer = last;
    const inSentence = (token: number): boolean => token < tokens.count && sentence[token] === sentence[last];
    if (tokens.has(last, WordClass.hearer) && inSentence(next) && this.quoteAt[next]! < 0) {
      const phrase = tokens.has(next, WordClass.objectPronoun)
        ? { first: next, last: next }
        : nounPhraseAfter(tokens, next, this.quoteStartAfter(last));
      if (phrase) {
        hearer = this.asideEnd(phrase.last);
        next = hearer + 1;
      }
    }
    if (inSentence(next) && tokens.has(next, WordClass.time)) {
      hearer = next;
      next++;
    }
    if (!inSentence(next)) return { lead: 'none', contentFirst: next, hearer };
    if (this.quoteAt[next]! >= 0) return { lead: 'quote', contentFirst: next, hearer };
    if (tokens.isSign(next, ':')) return { lead: 'colon', contentFirst: next + 1, hearer };
    if (tokens.isSign(next, ',')) return { lead: 'comma', contentFirst: next + 1, hearer };
    if (tokens.is(next, TokenKind.punctuation)) return { lead: 'none', contentFirst: next, hearer };
    return { lead: tokens.has(next, WordClass.that) ? 'that' : 'clause', contentFirst: next, hearer };
  }

  /** The last token of the short name in brackets that may follow a hearer: "told the Lunden Press Agency (LPA)". */
  private asideEnd(last: number): number {
    const { tokens } = this;
    return tokens.isSign(last + 1, '(') && tokens.isSign(last + 3, ')') ? last + 3 : last;
  }

  /** The first token of the next quote, or the number of tokens. */
  private quoteStartAfter(token: number): number {
    const { tokens } = this;
    const limit = Math.min(tokens.count, token + REACH);
    for (let next = token + 1; next < limit && tokens.sentence[next] === tokens.sentence[token]; next++)
      if (this.quoteAt[next]! >= 0) return next;
    return tokens.count;
  }
}

function modeOf(tokens: Tokens, token: number): Cue['mode'] {
  if (tokens.has(token, WordClass.speech)) return 'speech';
  if (tokens.has(token, WordClass.naming)) return 'naming';
  return tokens.has(token, WordClass.thought) ? 'thought' : 'quoting';
}
