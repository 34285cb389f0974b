import { bearerOf, isPerson, nameBeside } from './apposition';
import { type Cue, type Lead } from './cue';
import { LeadReader } from './cueLead';
import { type MarkedSpan } from './marks';
import { NounCueFinder } from './nounCues';
import { helperBeforeHyphen, pronounBehindHyphen } from './inversion';
import {
  isHandle,
  isObjectPronoun,
  isPassive,
  isVerb,
  nounPhraseAfter,
  ownedPhraseAfter,
  type TokenRange,
} from './nounPhrase';
import { PassiveCueFinder } from './passiveCues';
import { ReportingVerbs } from './reportingVerbs';
import { type SubjectFinder } from './subjects';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

const CUE = WordClass.speech | WordClass.thought | WordClass.naming | WordClass.quoting;

/** So near its verb a quotation is somebody's though nobody is named. */
const DROPPED_REACH = 10;

/** What may follow a subject that stands behind its verb. */
const ENDS = ['.', ':'] as const;

const MAY_REPORT = CUE | WordClass.statement;

/** A verb with its subject. All keys are there: one shape is read fast. */
interface VerbClause {
  readonly subject: TokenRange | undefined;
  readonly after: TokenRange | undefined;
  readonly verbFirst: number;
  readonly afterQuote: boolean;
}

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
        this.nouns.sourceAt(token) ??
        this.nouns.nounAt(token) ??
        this.passives.supposedAt(token) ??
        this.passives.citedAt(token) ??
        this.verbAt(token);
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
    const { subject, after, verbFirst, afterQuote } = this.clauseAround(
      token,
      last,
      mode,
      isGerund,
      phrase !== undefined,
    );
    const afterLast = after && Math.max(last, nameBeside(tokens, after)?.last ?? after.last);
    if (subject && !after && this.verbs.isAdjective(subject, token)) return undefined;
    // Wie „Die Post“ berichtete, …: the marks hold who said it.
    if (!subject && tokens.grammar.rules.verbSecond && first > 0 && this.quoteAt[first - 1]! >= 0) return undefined;
    // "When asked whether": nobody is named, but something is reported.
    if (
      !subject &&
      !(
        (mode === 'speech' && this.reportsClause(lead, contentFirst, first, phrase !== undefined)) ||
        (mode !== 'thought' && this.dropsSubject(token, afterQuote)) ||
        this.leads.leadsToQuote(last)
      )
    )
      return undefined;
    const verbLast = afterLast ?? Math.max(last, hearer);
    const clauseFirst = after || (afterQuote && !subject) ? verbFirst : isGerund || !subject ? first : subject.first;
    const likening = mode === 'speech' ? this.likening(clauseFirst, verbLast) : undefined;
    const ahead = afterLast === undefined ? { lead, contentFirst } : this.leads.leadAfter(afterLast);
    return {
      first,
      last,
      mode: likening ? 'source' : mode,
      isGerund,
      isInverted: after !== undefined,
      isDependent: subject !== undefined && !after && this.subjects.isDependent(subject),
      isSupposed: false,
      speaker: this.speakerOf(token, subject),
      subject,
      clauseFirst: likening?.first ?? clauseFirst,
      clauseLast: likening?.last ?? verbLast,
      lead: ahead.lead,
      contentFirst: ahead.contentFirst,
      contentLast: undefined,
    };
  }

  /** German "es": Brandt nennt es, es heißt. */
  private isImpersonal({ first, last }: TokenRange): boolean {
    const { tokens } = this;
    return (
      tokens.grammar.rules.verbSecond && first === last && tokens.lengthOf(last) === 2 && tokens.endsWith(last, 'es')
    );
  }

  /** Who speaks as the subject of the verb at `token`. Of "in dem Bericht heißt es" that is the report. */
  private speakerOf(token: number, subject: TokenRange | undefined): TokenRange | undefined {
    const { tokens } = this;
    if (!subject) return undefined;
    if (!this.isImpersonal(subject)) return bearerOf(tokens, this.subjects.antecedentOf(subject));
    const behind = Math.max(subject.last, token) + 1;
    const start = this.subjects.floorOf(token);
    const preposition = [behind, start].find(at => tokens.has(at, WordClass.preposition));
    const source = preposition === undefined ? undefined : nounPhraseAfter(tokens, preposition + 1, tokens.count);
    return source && bearerOf(tokens, source);
  }

  /**
   * The subject of the verb at `token`, whose phrase ends at `last`: `after` where it stands behind the verb or its helper. `verbFirst` is the
   * first token of the verb with its helpers, `afterQuote` says that it stands right behind marks.
   */
  private clauseAround(
    token: number,
    last: number,
    mode: Cue['mode'],
    isGerund: boolean,
    isPhrase: boolean,
  ): VerbClause {
    const { tokens } = this;
    const before = isGerund
      ? this.subjects.gerundSubject(token)
      : ((tokens.grammar.rules.verbSecond ? this.subjects.bracketSubject(token) : undefined) ??
        this.subjects.finiteSubject(token));
    const verbFirst = this.verbStart(token, before);
    const beforeVerb = tokens.isSign(verbFirst - 1, ',') ? verbFirst - 2 : verbFirst - 1;
    const afterQuote = beforeVerb >= 0 && this.quoteAt[beforeVerb]! >= 0;
    const isInverted =
      !isGerund &&
      !isPhrase &&
      (!before || afterQuote || this.isNamedBehind(token, verbFirst, before)) &&
      (mode === 'speech' || (mode === 'quoting' && afterQuote));
    // German puts the subject behind the verb where something else stands first: „…, antwortete er“.
    const isVerbSecond =
      tokens.grammar.rules.verbSecond &&
      (mode === 'speech' || mode === 'naming') &&
      (tokens.has(last + 1, WordClass.subjectPronoun) || this.subjects.isFronted(token));
    const behind =
      isVerbSecond || isInverted
        ? this.subjectBehind(last + 1, this.leads.quoteStartAfter(last), afterQuote)
        : undefined;
    // "…, said they had": what a verb follows is the subject of what is said.
    const isOther =
      behind &&
      ((!afterQuote && !isVerbSecond && isVerb(tokens, behind.last + 1)) ||
        (before && !tokens.has(before.first - 1, WordClass.preposition) && this.isImpersonal(behind)));
    const after = isOther ? undefined : before && verbFirst < before.first ? before : behind;
    const subject = after ?? before ?? (behind && this.subjects.clauseBefore(token)?.subject);
    return { subject, after, verbFirst, afterQuote };
  }

  /** The subject behind an inverted verb; German puts a short object before it: "äußerte sich der Präsident". */
  private subjectBehind(first: number, ceiling: number, afterQuote: boolean): TokenRange | undefined {
    const { tokens } = this;
    // «…», dijo a la prensa el alcalde
    if (afterQuote && tokens.grammar.rules.objectFirst && tokens.has(first, WordClass.preposition)) {
      const hearer = nounPhraseAfter(tokens, first + 1, ceiling);
      const next = hearer ? hearer.last + 1 : -1;
      return tokens.has(next, WordClass.determiner) ? nounPhraseAfter(tokens, next, ceiling) : undefined;
    }
    const hyphened = pronounBehindHyphen(tokens, first);
    if (hyphened) return hyphened;
    const isObject =
      tokens.grammar.rules.verbSecond &&
      tokens.has(first, WordClass.objectPronoun) &&
      !tokens.has(first, WordClass.subjectPronoun);
    const start = isObject ? first + 1 : this.behindDate(first);
    return ownedPhraseAfter(tokens, start, ceiling);
  }

  /** Past "heute", "este lunes", "am Montag" where somebody may stand behind it. */
  private behindDate(first: number): number {
    const { tokens } = this;
    const date = tokens.has(first, WordClass.preposition) ? first + 1 : first;
    const end = this.leads.dateEnd(date);
    const last = end >= date ? end : tokens.has(first, WordClass.adverb) ? first : first - 1;
    return tokens.is(last + 1, TokenKind.word) ? last + 1 : first;
  }

  /**
   * "…, said Ana Brandt, who": a comma before the verb, a name and a sign behind it, or somebody "who". Somebody at the end of the
   * sentence where nobody stands before it: "Le pont coûte 3 millions, a dit le maire."
   */
  private isNamedBehind(token: number, verbFirst: number, before: TokenRange): boolean {
    const { tokens } = this;
    if (!tokens.isSign(verbFirst - 1, ',')) return false;
    if (isHandle(tokens, token + 1)) return true;
    if (tokens.grammar.language !== 'en' && !isPerson(tokens, before)) {
      const behind = nounPhraseAfter(tokens, token + 1, this.leads.quoteStartAfter(token));
      if (behind && isPerson(tokens, behind) && ENDS.some(sign => tokens.isSign(behind.last + 1, sign))) return true;
    }
    if (verbFirst < token || tokens.has(token, WordClass.hearer)) return false;
    const phrase = nounPhraseAfter(tokens, token + 1, this.leads.quoteStartAfter(token));
    if (!phrase) return false;
    const isName = tokens.isCapitalized(token + 1) && tokens.is(phrase.last + 1, TokenKind.punctuation);
    return isName || (tokens.has(phrase.last + 1, WordClass.relative) && !tokens.has(phrase.last + 1, WordClass.that));
  }

  /** A clause with its "as" and its day, set off from what it reports: "as the mayor explained on Monday, …". */
  private likening(first: number, last: number): TokenRange | undefined {
    const { tokens } = this;
    const isObject = tokens.has(first - 1, WordClass.determiner) && tokens.isGlued(first); // comme l'a dit
    const likening = isObject ? first - 2 : first - 1;
    if (!tokens.hasTrait(likening, TraitClass.likening)) return undefined;
    const before = likening - 1;
    const isOpen = tokens.opensSentence(likening) || tokens.isSign(before, ',') || this.quoteAt[before]! >= 0;
    const isOnDay = tokens.has(last + 1, WordClass.preposition) && tokens.has(last + 2, WordClass.time);
    const end = isOnDay ? last + 2 : this.leads.dateEnd(last + 1);
    const next = end + 1;
    const isSetOff =
      tokens.isSign(next, ',') || tokens.isSign(next, '.') || tokens.sentence[next] !== tokens.sentence[last];
    return isOpen && isSetOff ? { first: likening, last: end } : undefined;
  }

  /** The first token of the verb with its helpers: "a déclaré", "hat gesagt", "s'est exclamé", "a-t-elle ajouté". */
  private verbStart(token: number, subject: TokenRange | undefined): number {
    const { tokens } = this;
    const helper = subject?.last === token - 1 ? helperBeforeHyphen(tokens, subject.first) : -1;
    let first = helper >= 0 ? helper : token;
    while (tokens.has(first - 1, WordClass.auxiliary) && !isPassive(tokens, first)) first--;
    return tokens.grammar.rules.objectFirst && isObjectPronoun(tokens, first - 1) ? first - 1 : first;
  }

  /** «…», dijo; Calificó el plan de «injusto»: the verb has a quotation beside it and nobody who said it. */
  private dropsSubject(verb: number, afterQuote: boolean): boolean {
    const { tokens } = this;
    if (!tokens.grammar.rules.dropsSubject || !tokens.has(verb, WordClass.finite)) return false;
    if (afterQuote) return true;
    const first = this.verbStart(verb, undefined);
    return tokens.opensSentence(first) && this.leads.quoteStartAfter(verb) <= verb + DROPPED_REACH;
  }

  /** "that", "whether", "if" behind the cue: what follows is a clause whoever says it. */
  private reportsClause(lead: Lead, contentFirst: number, first: number, isPhrase: boolean): boolean {
    const { tokens } = this;
    if (lead === 'that') return true;
    if (lead !== 'clause') return false;
    // "Asked about the bridge, she said": what opens the sentence so is a question that somebody put.
    const opens = tokens.opensSentence(first) || tokens.has(first - 1, WordClass.subordinator);
    if (isPhrase) return opens && tokens.has(first, WordClass.hearer);
    return tokens.has(contentFirst, opens ? WordClass.subordinator | WordClass.preposition : WordClass.subordinator);
  }
}

function modeOf(tokens: Tokens, token: number): Cue['mode'] {
  if (tokens.has(token, WordClass.speech)) return 'speech';
  if (tokens.has(token, WordClass.naming)) return 'naming';
  return tokens.has(token, WordClass.thought) ? 'thought' : 'quoting';
}
