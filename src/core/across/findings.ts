import { type ClaimComparison, type ComparableClaim, compareClaims } from './compareClaims';
import { type WeightOf } from './paraphrase';
import { type Trace, traceQuote } from './traceQuote';
import { type SpokenPassage, type TracedDocument } from './tracedDocument';

/** What of an article stands elsewhere in a way that an editor should look at. Each has a passage here and one there. */
export const FINDING_KINDS = ['differs', 'altered', 'truncated'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `differs`: two figures of one thing that cannot both be true. `altered`, `truncated`: a quote with other words, or cut within a sentence. */
export type Finding =
  | { readonly kind: 'differs'; readonly comparison: ClaimComparison }
  | { readonly kind: 'altered' | 'truncated'; readonly passage: SpokenPassage; readonly trace: Trace };

/** An article as it is compared: its words and its figures. */
export interface ComparedArticle {
  readonly traced: TracedDocument;
  readonly comparable: readonly ComparableClaim[];
}

/** The findings between two articles: quotes of `here` as they stand in `there`, and figures. In the order of `here`. */
export function findingsBetween(here: ComparedArticle, there: ComparedArticle, weightOf: WeightOf): readonly Finding[] {
  const quotes = here.traced.passages.flatMap((passage): readonly Finding[] =>
    passage.isVerbatim
      ? traceQuote(here.traced, passage, there.traced, weightOf).flatMap(trace => findingOf(passage, trace) ?? [])
      : [],
  );
  const figures = comparedFigures(here, there).flatMap((comparison): Finding[] =>
    comparison.agreement === 'differ' ? [{ kind: 'differs', comparison }] : [],
  );
  return [...figures, ...quotes].sort((a, b) => placeHere(a) - placeHere(b));
}

/** Figures of one thing in two articles. */
export const comparedFigures = (here: ComparedArticle, there: ComparedArticle): readonly ClaimComparison[] =>
  compareClaims(here.comparable, there.comparable);

/** A quote that is trimmed where a sentence ends is whole as far as it goes. */
function findingOf(passage: SpokenPassage, trace: Trace): Finding | undefined {
  if (trace.kind === 'altered') return { kind: 'altered', passage, trace };
  if (trace.kind === 'trimmed' && trace.withinSentence) return { kind: 'truncated', passage, trace };
  return undefined;
}

const placeHere = (finding: Finding): number =>
  finding.kind === 'differs' ? finding.comparison.a.claim.start : finding.passage.quote.start;
