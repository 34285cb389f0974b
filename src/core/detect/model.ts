import { type Span } from '../text/span';

/** Quote types, as docs/detection.md defines them. */
export const QUOTE_TYPES = ['direct', 'partial', 'scare', 'title', 'unmarked', 'indirect'] as const;
export type QuoteType = (typeof QUOTE_TYPES)[number];

/** Kinds of numeric claim, as docs/detection.md defines them. */
export const CLAIM_KINDS = ['count', 'percent', 'fraction', 'money', 'measure', 'duration', 'ratio', 'change'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Languages that have tables. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words of the article with their place: a speaker, a cue. `text` is the article's text at the span. */
export interface Mention extends Span {
  readonly text: string;
}

/** A detected quotation. The span includes its marks. */
export interface Quote extends Span {
  readonly type: QuoteType;
  /** Who said it, as it stands beside the cue. */
  readonly speaker?: Mention;
  /** The fullest name in the article that the speaker's mention refers to; absent where the text does not support one. */
  readonly speakerName?: string;
  readonly cue?: Mention;
  /** Pieces of one quotation that its attribution breaks share a number; unique within the document. */
  readonly group?: number;
  /** `indirect` only: reported speech or reported thought. */
  readonly mode?: 'speech' | 'thought';
  /** The mark is never closed; the quote ends with its paragraph. */
  readonly unclosed?: true;
  /** It stands in a web page's boilerplate. */
  readonly boilerplate?: true;
  /** Quotes nested in this one, in text order. */
  readonly children?: readonly Quote[];
}

/** How a figure's modifier bounds it: "at least" min, "at most" max, "about" approx. */
export const MODIFIERS = ['min', 'max', 'approx'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** A detected quantity that the article asserts. The span holds modifier, number, unit and the noun phrase it counts. */
export interface NumericClaim extends Span {
  readonly kind: ClaimKind;
  /** The quantity alone. */
  readonly figure: Span;
  /** The modifier as it stands in the text ("at least"), and what it means. */
  readonly modifier?: Mention & { readonly means: Modifier };
  /**
   * Exact or approximate value; percent as written (20 for "20%"), fraction 0..1, money in whole currency units, or in the parts of one
   * that `unit` names (cents).
   */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  /** The unit or the thing counted. */
  readonly unit?: string;
  /** ISO 4217, where it is plain. */
  readonly currency?: string;
  /** The whole that a percentage or a fraction is of. */
  readonly of?: string;
  /** `change` only. */
  readonly from?: number;
  readonly to?: number;
  readonly by?: number;
  readonly direction?: 'up' | 'down';
  /** The figure stands inside this quote: its index in `Detection.quotes`. */
  readonly quote?: number;
  readonly boilerplate?: true;
}

/** Quotes and the quotes within them, each before those. */
export const withNested = (quotes: readonly Quote[]): readonly Quote[] =>
  quotes.flatMap(quote => [quote, ...withNested(quote.children ?? [])]);
