import { bearerOf, nameBeside } from './apposition';
import { type Cue, type Lead } from './cue';
import { LeadReader } from './cueLead';
import { type MarkedSpan } from './marks';
import { NounCueFinder } from './nounCues';
import { isVerb, nounPhraseAfter, type TokenRange } from './nounPhrase';
import { PassiveCueFinder } from './passiveCues';
import { ReportingVerbs } from './reportingVerbs';
import { type SubjectFinder } from './subjects';
import { TokenKind, type Tokens } from './tokens';
import { TraitClass, WordClass } from './wordClass';

const CUE = WordClass.speech | WordClass.thought | WordClass.naming | WordClass.quoting;

const MAY_REPORT = CUE | WordClass.statement;

/** Finds the cues of one block, in text order. `quoteAt[token]` is the index in `quotes` of the quote a token belongs to, or -1. */
export class CueFinder {
  private readonly leads: LeadReader;
  private readonly verbs: ReportingVerbs;
  private readonly nouns: NounCueFinder;
  private readonly passives: PassiveCueFinder;

  constructor(
    private readonly tokens: Tokens,
    private readonly quotes: readonly MarkedSpan[],
    private readonly quoteAt: Int32Array,
    private readonly subjects: SubjectFinder,
  ) {
    this.leads = new LeadReader(tokens, quoteAt);
    this.verbs = new ReportingVerbs(tokens, quoteAt, this.leads);
    this.nouns = new NounCueFinder(tokens, quoteAt, subjects, this.leads);
    this.passives = new PassiveCueFinder(tokens, quotes, quoteAt, subjects, this.leads);
  }

  find(): Cue[] {
    const { tokens } = this;
    const { classes } = tokens;
    const cues: Cue[] = [];
    for (let token = 0; token < tokens.count; token++) {
      const quote = this.quoteAt[token]!;
      if (quote >= 0) {
        token = this.quotes[quote]!.close;
        continue;
      }
      // Most words report nothing.
      if ((classes[token]! & MAY_REPORT) === 0 && !tokens.hasTrait(token, TraitClass.opensReport)) continue;
      const cue =
        this.nouns.sourceAt(token) ?? this.nouns.nounAt(token) ?? this.passives.supposedAt(token) ?? this.verbAt(token);
      if (!cue) continue;
      cues.push(cue);
      token = Math.max(token, cue.last);
    }
    return cues;
  }

  private verbAt(token: number): Cue | undefined {
    const { tokens } = this;
    const phrase = tokens.word[token]! > 0 ? tokens.grammar.cuePhrases.startingAt(tokens, token) : undefined;
    if (!phrase && (!tokens.has(token, CUE) || (tokens.isCapitalizedInside(token) && !this.verbs.isInHeadline(token))))
      return undefined;
    const first = token;
    const last = phrase?.last ?? token;
    const mode =
      phrase && !(tokens.has(token, WordClass.thought) && !tokens.has(token, WordClass.speech))
        ? 'speech'
        : modeOf(tokens, token);
    if (!phrase && !this.verbs.isReporting(token)) return this.passives.passiveAt(token);
    const isGerund = tokens.has(token, WordClass.gerund) && !tokens.has(token - 1, WordClass.be);
    const { contentFirst, lead, hearer } = this.leads.leadAfter(last);
    // "would add 3 rooms": a base form with a quantity is no word of saying.
    const isPlanned = tokens.has(token, WordClass.base) && tokens.has(token - 1, WordClass.auxiliary);
    if (!phrase && isPlanned && lead === 'clause' && tokens.is(contentFirst, TokenKind.number)) return undefined;
    const before = isGerund
      ? this.subjects.gerundSubject(token)
      : ((tokens.grammar.rules.verbSecond ? this.subjects.bracketSubject(token) : undefined) ??
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
      tokens.grammar.rules.verbSecond &&
      (mode === 'speech' || mode === 'naming') &&
      (tokens.has(last + 1, WordClass.subjectPronoun) || this.subjects.isFronted(token));
    const behind =
      isVerbSecond || isInverted ? this.subjectBehind(last + 1, this.leads.quoteStartAfter(last)) : undefined;
    // "…, said they had": what a verb follows is the subject of what is said.
    const after = behind && !afterQuote && !isVerbSecond && isVerb(tokens, behind.last + 1) ? undefined : behind;
    const subject = after ?? before ?? (behind && this.subjects.clauseBefore(token)?.subject);
    const afterLast = after && (nameBeside(tokens, after)?.last ?? after.last);
    if (subject && !after && this.verbs.isAdjective(subject, token)) return undefined;
    // "When asked whether": nobody is named, but something is reported.
    if (
      !subject &&
      !(
        (mode === 'speech' && this.reportsClause(lead, contentFirst, first, phrase !== undefined)) ||
        this.leads.leadsToQuote(last)
      )
    )
      return undefined;
    const ahead = afterLast === undefined ? { lead, contentFirst } : this.leads.leadAfter(afterLast);
    return {
      first,
      last,
      mode,
      isGerund,
      isInverted: after !== undefined,
      isDependent: subject !== undefined && !after && this.subjects.isDependent(subject),
      isSupposed: false,
      speaker: subject && bearerOf(tokens, this.subjects.antecedentOf(subject)),
      subject,
      clauseFirst: after ? verbFirst : isGerund || !subject ? first : subject.first,
      clauseLast: afterLast ?? Math.max(last, hearer),
      lead: ahead.lead,
      contentFirst: ahead.contentFirst,
      contentLast: undefined,
    };
  }

  /** The subject behind an inverted verb; German puts a short object before it: "äußerte sich der Präsident". */
  private subjectBehind(first: number, ceiling: number): TokenRange | undefined {
    const { tokens } = this;
    const isObject =
      tokens.grammar.rules.verbSecond &&
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
    const phrase = nounPhraseAfter(tokens, token + 1, this.leads.quoteStartAfter(token));
    if (!phrase) return false;
    const isName = tokens.isCapitalized(token + 1) && tokens.is(phrase.last + 1, TokenKind.punctuation);
    return isName || (tokens.has(phrase.last + 1, WordClass.relative) && !tokens.has(phrase.last + 1, WordClass.that));
  }

  /** The first token of the verb with its helpers: "a déclaré", "hat gesagt". */
  private verbStart(token: number): number {
    const { tokens } = this;
    let first = token;
    while (tokens.has(first - 1, WordClass.auxiliary) && !tokens.has(first - 1, WordClass.be)) first--;
    return first;
  }

  /** "that", "whether", "if" behind the cue: what follows is a clause whoever says it. */
  private reportsClause(lead: Lead, contentFirst: number, first: number, isPhrase: boolean): boolean {
    const { tokens } = this;
    if (lead === 'that') return true;
    if (lead !== 'clause') return false;
    // "Asked about the bridge, she said": what opens the sentence so is a question that somebody put.
    const opens =
      first === 0 ||
      tokens.sentence[first - 1] !== tokens.sentence[first] ||
      tokens.has(first - 1, WordClass.subordinator);
    if (isPhrase) return opens && tokens.has(first, WordClass.hearer);
    return tokens.has(contentFirst, opens ? WordClass.subordinator | WordClass.preposition : WordClass.subordinator);
  }
}

function modeOf(tokens: Tokens, token: number): Cue['mode'] {
  if (tokens.has(token, WordClass.speech)) return 'speech';
  if (tokens.has(token, WordClass.naming)) return 'naming';
  return tokens.has(token, WordClass.thought) ? 'thought' : 'quoting';
}
