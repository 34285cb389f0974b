import { bearerOf } from './apposition';
import { type Cue } from './cue';
import { type LeadReader } from './cueLead';
import { type MarkedSpan } from './marks';
import { nounPhraseAfter } from './nounPhrase';
import { type SubjectFinder } from './subjects';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** So near its marks a passive verb names what stands between them. */
const PASSIVE_REACH = 6;

/** Finds the cues whose verb does not have the speaker as its subject. */
export class PassiveCueFinder {
  constructor(
    private readonly tokens: Tokens,
    private readonly quotes: readonly MarkedSpan[],
    private readonly quoteAt: Int32Array,
    private readonly subjects: SubjectFinder,
    private readonly leads: LeadReader,
  ) {}

  /** "The mayor is expected to win", "they seem to agree": somebody believes it of the subject; nobody says who. */
  supposedAt(token: number): Cue | undefined {
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
      isInverted: false,
      isDependent: this.subjects.isDependent(subject),
      isSupposed: true,
      speaker: undefined,
      subject,
      clauseFirst: subject.first,
      clauseLast: token,
      lead: 'clause',
      contentFirst: token + 1,
      contentLast: undefined,
    };
  }

  /** "Die Post zitiert Ana Brandt mit den Worten": she is the one who speaks. */
  citedAt(token: number): Cue | undefined {
    const { tokens } = this;
    if (!tokens.hasTrait(token, TraitClass.citing)) return undefined;
    const object = nounPhraseAfter(tokens, token + 1, this.leads.quoteStartAfter(token));
    const phrase = object && tokens.grammar.wordingPhrases.startingAt(tokens, object.last + 1);
    if (!phrase) return undefined;
    const { lead, contentFirst } = this.leads.leadAfter(phrase.last);
    return {
      first: token,
      last: token,
      mode: 'speech',
      isGerund: false,
      isInverted: false,
      isDependent: false,
      isSupposed: false,
      speaker: bearerOf(tokens, object),
      subject: object,
      clauseFirst: token,
      clauseLast: phrase.last,
      lead,
      contentFirst,
      contentLast: undefined,
    };
  }

  /** "It was described as a “miracle” by aides": somebody's words, though the verb names nobody before them. */
  passiveAt(token: number): Cue | undefined {
    const { tokens } = this;
    if (!tokens.has(token, WordClass.naming) || !tokens.has(token, WordClass.finite)) return undefined;
    const open = this.leads.quoteStartAfter(token);
    if (open >= tokens.count || open > token + PASSIVE_REACH) return undefined;
    const isAs =
      tokens.hasFigure(open - 1, FigureClass.compared) ||
      (tokens.has(open - 1, WordClass.determiner) && tokens.hasFigure(open - 2, FigureClass.compared));
    if (!isAs) return undefined;
    const by = this.quotes[this.quoteAt[open]!]!.close + 1;
    const agent = tokens.hasFigure(by, FigureClass.by)
      ? nounPhraseAfter(tokens, by + 1, this.leads.quoteStartAfter(by))
      : undefined;
    const isPassive =
      tokens.has(token - 1, WordClass.be) ||
      (tokens.has(token - 1, WordClass.adverb) && (agent !== undefined || tokens.has(token - 2, WordClass.be)));
    if (!isPassive) return undefined;
    return {
      first: token,
      last: token,
      mode: 'naming',
      isGerund: false,
      isInverted: false,
      isDependent: false,
      isSupposed: false,
      speaker: agent && bearerOf(tokens, agent),
      subject: agent,
      clauseFirst: token,
      clauseLast: token,
      lead: 'clause',
      contentFirst: token + 1,
      contentLast: undefined,
    };
  }
}
