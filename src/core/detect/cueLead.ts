import { type Lead } from './cue';
import { isVerb, nounPhraseAfter } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** How many tokens away from its verb a quote is looked for. It bounds the work per verb. */
const REACH = 60;

/** So many words may stand between a German verb and the comma before what it reports, and before that one's verb. */
const CLAUSE_REACH = 8;
const MOOD_REACH = 12;

/** Reads what follows a cue in its sentence. `quoteAt[token] >= 0` says that a token stands between marks. */
export class LeadReader {
  constructor(
    private readonly tokens: Tokens,
    private readonly quoteAt: Int32Array,
  ) {}

  /** What follows the cue: hearer skipped, then a colon, a comma, "that" or the words themselves. */
  leadAfter(last: number): { readonly lead: Lead; readonly contentFirst: number; readonly hearer: number } {
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
    const date = this.dateEnd(next);
    if (date >= next && inSentence(date)) {
      hearer = date;
      next = date + 1;
    }
    if (!inSentence(next)) return { lead: 'none', contentFirst: next, hearer };
    if (this.quoteAt[next]! >= 0) return { lead: 'quote', contentFirst: next, hearer };
    if (tokens.isSign(next, ':')) return { lead: 'colon', contentFirst: next + 1, hearer };
    const reported = tokens.grammar.rules.verbSecond ? this.reportedClause(next) : -1;
    if (reported >= 0) return { lead: 'that', contentFirst: reported, hearer };
    if (tokens.isSign(next, ',')) return { lead: 'comma', contentFirst: next + 1, hearer };
    if (tokens.is(next, TokenKind.punctuation)) return { lead: 'none', contentFirst: next, hearer };
    return { lead: tokens.has(next, WordClass.that) ? 'that' : 'clause', contentFirst: next, hearer };
  }

  /**
   * The first token of the clause that German sets off by a comma behind its cue: "teilte am Montag mit, dass", "sagte, der Fall werde
   * geprüft". -1 where none is near that tells by "dass" or its verb that it is reported.
   */
  private reportedClause(from: number): number {
    const { tokens } = this;
    let comma = from;
    for (; comma < from + CLAUSE_REACH && !tokens.isSign(comma, ','); comma++)
      if (
        tokens.sentence[comma] !== tokens.sentence[from] ||
        !tokens.is(comma, TokenKind.word) ||
        isVerb(tokens, comma)
      )
        return -1;
    const first = comma + 1;
    if (!tokens.isSign(comma, ',') || this.quoteAt[first]! >= 0) return -1;
    if (tokens.has(first, WordClass.that)) return first;
    for (let token = first; token < first + MOOD_REACH && tokens.sentence[token] === tokens.sentence[from]; token++) {
      if (this.quoteAt[token]! >= 0 || tokens.is(token, TokenKind.punctuation)) return -1;
      if (tokens.hasTrait(token, TraitClass.reportedMood)) return token > first ? first : -1;
    }
    return -1;
  }

  /** The last token of "Monday", "last week", "earlier this week" at this place; the one before where none stands there. */
  dateEnd(first: number): number {
    const { tokens } = this;
    let at = first;
    if (tokens.has(at, WordClass.adverb) && !tokens.has(at, WordClass.time)) at++;
    if (tokens.has(at, WordClass.determiner) && tokens.has(at + 1, WordClass.time)) at++;
    return tokens.has(at, WordClass.time) ? at : first - 1;
  }

  /** The last token of the short name in brackets that may follow a hearer: "told the Lunden Press Agency (LPA)". */
  private asideEnd(last: number): number {
    const { tokens } = this;
    return tokens.isSign(last + 1, '(') && tokens.isSign(last + 3, ')') ? last + 3 : last;
  }

  /** Nothing but a comma or a colon parts the cue from marks. */
  leadsToQuote(last: number): boolean {
    const { tokens } = this;
    const next = tokens.isSign(last + 1, ',') || tokens.isSign(last + 1, ':') ? last + 2 : last + 1;
    return next < tokens.count && this.quoteAt[next]! >= 0;
  }

  /** The first token of the next quote, or the number of tokens. */
  quoteStartAfter(token: number): number {
    const { tokens } = this;
    const limit = Math.min(tokens.count, token + REACH);
    for (let next = token + 1; next < limit && tokens.sentence[next] === tokens.sentence[token]; next++)
      if (this.quoteAt[next]! >= 0) return next;
    return tokens.count;
  }
}
