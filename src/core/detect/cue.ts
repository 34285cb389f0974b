import { type TokenRange } from './nounPhrase';

/** How a cue leads to what is said. */
export type Lead = 'colon' | 'comma' | 'that' | 'quote' | 'clause' | 'none';

/** A reporting verb or phrase outside quotation marks, with its subject. All positions are tokens. All keys are there: one shape is read fast. */
export interface Cue extends TokenRange {
  readonly mode: 'speech' | 'thought' | 'naming' | 'quoting' | 'source';
  /** A gerund takes its subject from the sentence: "…, adding that". */
  readonly isGerund: boolean;
  /** The subject stands behind the verb: "said Smith". */
  readonly isInverted: boolean;
  /** It stands in a clause that depends on another one: "who has advised", "that he said". */
  readonly isDependent: boolean;
  /** Nobody is named who thinks it, and its subject belongs to what is thought: "The mayor is expected to win". */
  readonly isSupposed: boolean;
  readonly speaker: TokenRange | undefined;
  /** The whole noun phrase that the speaker stands in. */
  readonly subject: TokenRange | undefined;
  /** The first token of subject and verb together, and the last. */
  readonly clauseFirst: number;
  readonly clauseLast: number;
  readonly lead: Lead;
  /** Where what is said would start, after the hearer, comma, colon. */
  readonly contentFirst: number;
  /** The last token of what it is about, where that is a noun phrase: "their support for the bill". */
  readonly contentLast: number | undefined;
}
