import { isObjectPronoun, isPassive, isVerb, nounPhraseAfter, nounPhraseBefore, type TokenRange } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** Behind these a clause depends on another one: "that it was", "said it was". */
const DEPENDING = WordClass.that | WordClass.subordinator | WordClass.relative | WordClass.speech | WordClass.thought;

/** How many tokens away from its verb a subject or a quote is looked for. It bounds the work per verb. */
const REACH = 60;

/** So far behind its helper a German participle may stand. */
const BRACKET_REACH = 10;

/** So many verbs are asked for their subject, from the right: “came, saw and said”. */
const VERBS_TRIED = 6;

/** Finds the subjects of the verbs of one block. Positions are tokens; `quoteAt[token] >= 0` says that a token stands between marks. */
export class SubjectFinder {
  constructor(
    private readonly tokens: Tokens,
    private readonly quoteAt: Int32Array,
  ) {}

  /** The subject of the verb at this token, found to its left: past adverbs, helpers, a parenthesis, a coordinated verb. */
  subjectBefore(verb: number, isCoordinated = false): TokenRange | undefined {
    const { tokens } = this;
    const floor = this.floorOf(verb);
    let at = this.skipAdverbs(verb - 1, floor);
    if (at < floor) return undefined;
    if (tokens.isSign(at, ',')) {
      const beforeAside = this.skipAside(at, floor);
      if (beforeAside === undefined) return undefined;
      at = beforeAside;
      if (at < floor) return undefined;
    }
    if (tokens.isSign(at, ')') || tokens.isSign(at, '—')) {
      const open = tokens.isSign(at, ')') ? '(' : '—';
      let start = at - 1;
      while (start >= floor && !tokens.isSign(start, open)) start--;
      if (start > floor) at = start - 1;
    }
    if (tokens.has(at, WordClass.coordinator)) return isCoordinated ? undefined : this.matrixSubject(at);
    const phrase = nounPhraseBefore(tokens, at, floor);
    // "Dem Sender sagte Brandt": what is no nominative is nobody's subject.
    return phrase && tokens.grammar.rules.verbSecond && tokens.hasTrait(phrase.first, TraitClass.oblique)
      ? undefined
      : phrase;
  }

  private skipAdverbs(from: number, floor: number): number {
    const { tokens } = this;
    let at = from;
    for (; at >= floor; at--) {
      if (tokens.has(at, WordClass.auxiliary | WordClass.negation)) continue;
      if (tokens.grammar.rules.objectFirst && isObjectPronoun(tokens, at)) continue;
      if (tokens.is(at, TokenKind.clitic) && tokens.has(at - 1, WordClass.subjectPronoun)) continue;
      if (tokens.has(at, WordClass.adverb) || tokens.looksLike(at, 'adverb')) continue;
      if (tokens.has(at, WordClass.time)) {
        if (tokens.has(at - 1, WordClass.preposition | WordClass.determiner)) at--;
        continue;
      }
      break;
    }
    return at;
  }

  /** The token before an aside that ends with the comma at `comma`: "Smith, 45, said". Undefined where the comma ends no aside. */
  private skipAside(comma: number, floor: number): number | undefined {
    const { tokens } = this;
    let candidate: number | undefined;
    for (let at = comma - 1, commas = 0; at >= floor && commas < 4; at--) {
      if (this.quoteAt[at]! >= 0) continue;
      if (!tokens.isSign(at, ',')) continue;
      commas++;
      const before = at - 1;
      const isStopped = (tokens.isSign(before, '.') && tokens.isGlued(before)) || tokens.isSign(before, ')');
      if (before < floor || !(isStopped || tokens.is(before, TokenKind.word) || tokens.is(before, TokenKind.clitic)))
        continue;
      if (tokens.has(before, WordClass.preposition | WordClass.auxiliary | WordClass.adverb | WordClass.time)) continue;
      candidate = before;
      const opensAside =
        tokens.has(
          at + 1,
          WordClass.relative |
            WordClass.determiner |
            WordClass.preposition |
            WordClass.title |
            WordClass.gerund |
            WordClass.coordinator,
        ) ||
        tokens.is(at + 1, TokenKind.number) ||
        (tokens.is(at + 1, TokenKind.word) && !tokens.isCapitalized(at + 1));
      if (opensAside) return before;
    }
    return candidate;
  }

  /** True where something else than the subject opens the sentence and nothing but it stands before the verb: "Am Montag sagte". */
  isFronted(verb: number): boolean {
    const { tokens } = this;
    // „…“, so nannte es der Sprecher.
    const start = this.floorOf(verb);
    const floor = this.tokens.isSign(start, ',') ? start + 1 : start;
    if (floor === verb || !tokens.has(floor, WordClass.preposition | WordClass.adverb | WordClass.subordinator))
      return false;
    for (let token = floor; token < verb; token++)
      if (isVerb(tokens, token) || tokens.is(token, TokenKind.punctuation)) return false;
    return true;
  }

  /** The subject of a German verb whose helper stands further forward: "Brandt hat zur Eröffnung erklärt". */
  bracketSubject(participle: number): TokenRange | undefined {
    const { tokens } = this;
    const floor = Math.max(this.floorOf(participle), participle - BRACKET_REACH);
    for (let token = participle - 1; token >= floor; token--) {
      const isHyphen = tokens.isSign(token, '-') && tokens.isGlued(token);
      if ((tokens.is(token, TokenKind.punctuation) && !isHyphen) || tokens.has(token, WordClass.be)) return undefined;
      if (!tokens.has(token, WordClass.auxiliary)) continue;
      if (token === participle - 1) return undefined;
      return this.quoteAt[token - 1]! >= 0 || tokens.is(token - 1, TokenKind.punctuation)
        ? nounPhraseAfter(tokens, token + 1, participle)
        : this.subjectBefore(token);
    }
    return undefined;
  }

  /** What a relative "that" stands for: "a group that says". */
  antecedentOf(phrase: TokenRange): TokenRange {
    const { tokens } = this;
    if (!tokens.has(phrase.first, WordClass.that) || phrase.first !== phrase.last) return phrase;
    return nounPhraseBefore(tokens, phrase.first - 1, this.floorOf(phrase.first)) ?? phrase;
  }

  /** The subject of a verb that is no gerund; of an infinitive and of a passive, that of the clause around it. */
  finiteSubject(verb: number): TokenRange | undefined {
    const { tokens } = this;
    if (isPassive(tokens, verb) && !tokens.has(verb, WordClass.gerund)) return undefined;
    return tokens.has(verb - 1, WordClass.infinitiveMarker) ? this.matrixSubject(verb - 1) : this.subjectBefore(verb);
  }

  /** A gerund's subject stands before it ("with one ad asking") or is that of the main clause ("…, adding"). */
  gerundSubject(gerund: number): TokenRange | undefined {
    const { tokens } = this;
    // "quoted Brandt as saying"
    const quoted = tokens.hasFigure(gerund - 1, FigureClass.compared)
      ? nounPhraseBefore(tokens, gerund - 2, this.floorOf(gerund))
      : undefined;
    if (quoted) return quoted;
    const at = this.skipAdverbs(gerund - 1, this.floorOf(gerund));
    const isOwn = tokens.is(at, TokenKind.word) && !tokens.has(at, WordClass.coordinator | WordClass.subordinator);
    const own = isOwn ? nounPhraseBefore(tokens, at, this.floorOf(gerund)) : undefined;
    // "released a statement saying": an object is what somebody says it with.
    const verb = own && own.first > 0 ? own.first - 1 : -1;
    const isObject =
      verb >= 0 && (isVerb(tokens, verb) || tokens.looksLike(verb, 'past') || tokens.has(verb, WordClass.gerund));
    return (isObject ? this.matrixSubject(gerund) : undefined) ?? own ?? this.matrixSubject(gerund);
  }

  private matrixSubject(before: number): TokenRange | undefined {
    return this.clauseBefore(before)?.subject;
  }

  /**
   * The nearest finite verb before this token that has a subject of its own, with it: "he fired back: “…”". One that depends on another
   * clause only where there is no other.
   */
  clauseBefore(before: number): { readonly verb: number; readonly subject: TokenRange } | undefined {
    const { tokens } = this;
    const floor = this.floorOf(before, true);
    let dependent: { readonly verb: number; readonly subject: TokenRange } | undefined;
    for (let verb = before - 1, tried = 0; verb >= floor && tried < VERBS_TRIED; verb--) {
      if (this.quoteAt[verb]! >= 0 || !(isVerb(tokens, verb) || tokens.looksLike(verb, 'past'))) continue;
      tried++;
      const subject = this.subjectBefore(verb, true);
      if (!subject) continue;
      if (!this.isDependent(subject)) return { verb, subject };
      dependent ??= { verb, subject };
      verb = subject.first;
    }
    return dependent;
  }

  /** The first token of the sentence, or the one after the last quote. */
  floorOf(token: number, pastQuotes = false): number {
    const { tokens } = this;
    let floor = token;
    while (
      floor > 0 &&
      token - floor < REACH &&
      tokens.sentence[floor - 1] === tokens.sentence[token] &&
      (pastQuotes || this.quoteAt[floor - 1]! < 0)
    )
      floor--;
    return floor;
  }

  /** True for the subject of a clause that depends on another one. */
  isDependent({ first }: TokenRange): boolean {
    return this.tokens.has(first - 1, DEPENDING) || this.tokens.has(first, WordClass.relative);
  }
}
