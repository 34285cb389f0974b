import { type Lead } from './cue';
import { nounPhraseAfter } from './nounPhrase';
import { TokenKind, type Tokens } from './tokens';
import { WordClass } from './wordClass';

/** How many tokens away from its verb a quote is looked for. It bounds the work per verb. */
const REACH = 60;

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
    if (tokens.isSign(next, ',')) return { lead: 'comma', contentFirst: next + 1, hearer };
    if (tokens.is(next, TokenKind.punctuation)) return { lead: 'none', contentFirst: next, hearer };
    return { lead: tokens.has(next, WordClass.that) ? 'that' : 'clause', contentFirst: next, hearer };
  }

  /** The last token of "Monday", "last week", "earlier this week" at this place; the one before where none stands there. */
  private dateEnd(first: number): number {
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
