import { type BlockParts } from './attribution';
import { type Cue } from './cue';
import { isVerb } from './nounPhrase';
import * as TokenKind from './tokenKind';
import * as FigureClass from './figureClass';
import * as WordClass from './wordClass';

/** So far before its subject a main clause may begin with a circumstance: "on Monday night he denied it". */
const MAIN_REACH = 9;
/** A sentence that opens so has a clause before its main one: "When he said that …, she laughed". */
const FRONTING = WordClass.subordinator | WordClass.preposition;

/** Finds where what a cue reports ends: its sentence, or the next clause that another cue reports. Positions are tokens. */
export class ReportEnds {
  /** The end of each sentence, one token past it. */
  private readonly sentenceEnd: readonly number[];

  constructor(private readonly parts: BlockParts) {
    this.sentenceEnd = sentenceEnds(parts);
  }

  /** Where the clause behind a cue ends: its sentence, or the next clause that another cue reports. */
  clauseEnd(cue: Cue, index: number): number {
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
    const isRelative = cue.subject !== undefined && tokens.has(cue.subject.first, WordClass.relative);
    for (let token = cue.last + 1; token < end && token < cue.last + 80; token++)
      if (
        // "A man who asked not to be named, said": the verb behind the comma is the main clause's.
        (isRelative && tokens.isSign(token, ',') && isVerb(tokens, token + 1)) ||
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
    if (other.isGerund) return this.gerundParting(cue, other);
    if (!other.subject) return 0;
    // "said that …, but others say …", "said that …, while she said …"
    const joint = other.clauseFirst - 1;
    if (other.subject.first > cue.last) {
      if (this.setsOff(joint)) return tokens.isSign(joint, ',') ? 0 : joint;
      if (this.setsOff(joint - 1))
        return tokens.has(joint, WordClass.coordinator | WordClass.subordinator) ? joint - 1 : 0;
      return tokens.has(joint, WordClass.coordinator) && other.mode === 'speech' && !other.isDependent ? joint : 0;
    }
    // "said that … and added that …", "tweeted a picture, then said": the subject is the first cue's.
    if (other.subject.first > cue.last || (other.mode !== 'speech' && cue.mode === 'speech')) return 0;
    let before = other.first - 1;
    while (before > cue.last && tokens.has(before, WordClass.adverb | WordClass.auxiliary)) before--;
    if (tokens.has(before, WordClass.coordinator)) return this.setsOff(before - 1) ? before - 1 : before;
    return this.setsOff(before) && before < other.first - 1 ? before : 0;
  }

  /** "…, adding that", "dismissed it by saying that", "noting that … and saying that". */
  private gerundParting(cue: Cue, { first }: Cue): number {
    const { tokens } = this.parts;
    const before = first - 1;
    if (tokens.is(before, TokenKind.mark)) return this.setsOff(before) ? first : 0;
    const isJoined = tokens.has(cue.first, WordClass.gerund) && tokens.has(before, WordClass.coordinator);
    const parts =
      isJoined ||
      tokens.isSign(before, ',') ||
      tokens.hasFigure(before, FigureClass.by) ||
      tokens.has(before, WordClass.subordinator);
    return parts ? before : 0;
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
  endOf(token: number): number {
    const { quoteAt, pairs, tokens } = this.parts;
    const end = this.sentenceEnd[tokens.sentence[token]!]!;
    const quote = quoteAt[end - 1]!;
    if (quote < 0 || quoteAt[token]! >= 0) return end;
    return Math.min(Math.max(end, pairs[quote]!.close + 1), tokens.count);
  }

  sentenceStart(token: number): number {
    const sentence = this.parts.tokens.sentence[token]!;
    return sentence === 0 ? 0 : this.sentenceEnd[sentence - 1]!;
  }
}

function sentenceEnds({ tokens, cues }: BlockParts): number[] {
  if (cues.length === 0) return [];
  const ends: number[] = [];
  for (let token = 1; token < tokens.count; token++) while (ends.length < tokens.sentence[token]!) ends.push(token);
  ends.push(tokens.count);
  return ends;
}
