import { type LeadReader } from './cueLead';
import { isPassive, type TokenRange } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** Tells the verbs of saying, thinking and naming from nouns and adjectives of the same form. */
export class ReportingVerbs {
  constructor(
    private readonly tokens: Tokens,
    private readonly quoteAt: Int32Array,
    private readonly leads: LeadReader,
  ) {}

  /** Is the word at this place a reporting verb, not a noun or an adjective of the same form? */
  isReporting(token: number): boolean {
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
    if (isPassive(tokens, token) && !tokens.has(token, WordClass.gerund))
      return (leadsToThat || this.leads.leadsToQuote(token)) && tokens.has(token, WordClass.speech);
    if (tokens.has(token, WordClass.gerund))
      return (
        leadsToThat ||
        !tokens.has(before, WordClass.preposition | WordClass.determiner) ||
        tokens.hasFigure(before, FigureClass.by) ||
        tokens.has(before, WordClass.subordinator)
      );
    if (tokens.has(before, WordClass.infinitiveMarker)) return leadsToThat || this.leads.leadsToQuote(token);
    if (tokens.has(before, WordClass.preposition))
      return tokens.hasTrait(before, TraitClass.likening) && tokens.has(token, WordClass.finite);
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
      !this.leads.leadsToQuote(token)
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

  /** "Mayor Says Bridge Will Open": where the words around it have capitals too, a verb's capital makes no name of it. */
  isInHeadline(token: number): boolean {
    const { tokens } = this;
    const next = token + 1;
    return (
      tokens.has(token, WordClass.finite) &&
      !tokens.has(token, WordClass.base | WordClass.title) &&
      tokens.isCapitalized(token - 1) &&
      (tokens.isCapitalized(next) ||
        this.quoteAt[next]! >= 0 ||
        tokens.is(next, TokenKind.number) ||
        tokens.sentence[next] !== tokens.sentence[token] ||
        tokens.isSign(next, '.'))
    );
  }

  /** "high hopes": what looks like a verb and its subject is a noun and its adjective. */
  isAdjective({ first, last }: TokenRange, verb: number): boolean {
    const { tokens } = this;
    if (first !== last || last !== verb - 1 || !tokens.endsWith(verb, 's')) return false;
    return (
      tokens.is(first, TokenKind.word) &&
      !tokens.isCapitalized(first) &&
      tokens.classes[first] === 0 &&
      !tokens.isPlural(first)
    );
  }

  /** "Bush and Christie say it": a pronoun, an article, "that" or marks follow at once. */
  private leadsToClause(token: number): boolean {
    const { tokens } = this;
    const next = token + 1;
    if (tokens.has(token, WordClass.statement) || tokens.has(next, WordClass.relative))
      return tokens.has(next, WordClass.that);
    return (
      tokens.has(next, WordClass.determiner | WordClass.subjectPronoun | WordClass.that) ||
      this.leads.leadsToQuote(token)
    );
  }
}
