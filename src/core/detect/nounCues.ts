import { asideEnd, bearerOf, isPerson } from './apposition';
import { type Cue } from './cue';
import { type LeadReader } from './cueLead';
import { nounPhraseAfter, nounPhraseBefore, ownedPhraseAfter, type TokenRange } from './nounPhrase';
import { type SubjectFinder } from './subjects';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

const VERB = WordClass.speech | WordClass.thought | WordClass.naming | WordClass.quoting;

/** Finds the cues that are no verbs: "according to", nouns of saying and thinking. */
export class NounCueFinder {
  constructor(
    private readonly tokens: Tokens,
    private readonly quoteAt: Int32Array,
    private readonly subjects: SubjectFinder,
    private readonly leads: LeadReader,
  ) {}

  /** "according to X". */
  sourceAt(token: number): Cue | undefined {
    const { tokens } = this;
    const match = tokens.word[token]! > 0 ? tokens.grammar.sourcePhrases.startingAt(tokens, token) : undefined;
    if (!match) return undefined;
    const isBefore = match.meaning === 'before';
    const subject = isBefore
      ? nounPhraseBefore(tokens, match.first - 1, this.subjects.floorOf(match.first))
      : this.sourceBehind(match.last + 1);
    if (!subject || (match.meaning === 'opening' && !this.opensWith(match.first, subject))) return undefined;
    const clauseLast = isBefore ? match.last : asideEnd(tokens, subject);
    return {
      first: match.first,
      last: match.last,
      mode: 'source',
      isGerund: false,
      isInverted: false,
      isDependent: false,
      isSupposed: false,
      speaker: bearerOf(tokens, subject),
      subject,
      clauseFirst: isBefore ? subject.first : match.first,
      clauseLast,
      lead: 'none',
      contentFirst: clauseLast + 1,
      contentLast: undefined,
    };
  }

  /** "according to the mayor", "nach Angaben von Ana Brandt". */
  private sourceBehind(token: number): TokenRange | undefined {
    const { tokens } = this;
    const isLed = tokens.has(token, WordClass.preposition) && tokens.hasTrait(token, TraitClass.joining);
    const first = isLed && !tokens.has(token, WordClass.determiner) ? token + 1 : token;
    const ceiling = this.leads.quoteStartAfter(token - 1);
    return ownedPhraseAfter(tokens, first, ceiling);
  }

  /** "Pour Ana Brandt, le pont …": somebody at the start of a sentence, set off from what they think. */
  private opensWith(first: number, subject: TokenRange): boolean {
    const { tokens } = this;
    return tokens.opensSentence(first) && tokens.isSign(subject.last + 1, ',') && isPerson(tokens, subject);
  }

  /** "Smith's claim that", "his remark, “…”", "their support for", "concerns about". */
  nounAt(token: number): Cue | undefined {
    const { tokens } = this;
    if (!tokens.has(token, WordClass.statement)) return undefined;
    // "his strong support": an adjective may stand between.
    const owner = this.isOwner(token - 1)
      ? token - 1
      : tokens.classes[token - 1] === 0 && this.isOwner(token - 2)
        ? token - 2
        : -1;
    const { lead, contentFirst } = this.leads.leadAfter(token);
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
      isInverted: false,
      isDependent: false,
      isSupposed: false,
      speaker: subject && bearerOf(tokens, subject),
      subject,
      clauseFirst: subject?.first ?? token,
      clauseLast: object ? object.first - 1 : token,
      lead: object ? 'clause' : lead,
      contentFirst: object?.first ?? contentFirst,
      contentLast: object?.last,
    };
  }

  private isOwner(token: number): boolean {
    const { tokens } = this;
    return tokens.is(token, TokenKind.clitic) || tokens.has(token, WordClass.possessive);
  }

  /** Not the verb of the same form: "the claims that", not "he claims that". */
  private isNoun(token: number): boolean {
    const { tokens } = this;
    if (!tokens.has(token, VERB)) return true;
    if (tokens.has(token - 1, WordClass.determiner | WordClass.preposition | WordClass.be)) return true;
    // "a passing promise that"
    return tokens.classes[token - 1] === 0 && tokens.has(token - 2, WordClass.determiner);
  }

  /** "support for the bill", "questions about it": what a noun of saying or thinking is about. */
  private objectOf(noun: number): TokenRange | undefined {
    const { tokens } = this;
    const match = tokens.grammar.nounPhrases.startingAt(tokens, noun);
    return match && nounPhraseAfter(tokens, match.last + 1, this.leads.quoteStartAfter(match.last));
  }
}
