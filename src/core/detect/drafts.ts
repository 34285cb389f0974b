import { type ClaimKind, type NumericClaim, type Quote, type QuoteType } from './model';
import { type Span } from '../text/span';

/** A value in the making: every key is there, so that all drafts have one shape and are read fast. */
type Draft<T> = { -readonly [Key in keyof Required<T>]: T[Key] };

/** A quote in the making. */
export type QuoteDraft = Draft<Quote>;

/** A numeric claim in the making. */
export type ClaimDraft = Draft<NumericClaim>;

/** A quote of which no more is known. */
export const quoteDraft = (start: number, end: number, type: QuoteType): QuoteDraft => ({
  start,
  end,
  type,
  speaker: undefined,
  speakerName: undefined,
  cue: undefined,
  group: undefined,
  mode: undefined,
  unclosed: undefined,
  boilerplate: undefined,
  children: undefined,
});

/** A claim of which no more is known. */
export const claimDraft = (start: number, end: number, kind: ClaimKind, figure: Span): ClaimDraft => ({
  start,
  end,
  kind,
  figure,
  modifier: undefined,
  value: undefined,
  min: undefined,
  max: undefined,
  unit: undefined,
  currency: undefined,
  of: undefined,
  from: undefined,
  to: undefined,
  by: undefined,
  direction: undefined,
  quote: undefined,
  boilerplate: undefined,
});
