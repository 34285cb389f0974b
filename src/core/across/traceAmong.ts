import { type WeightOf } from './paraphrase';
import { isSpoken } from './quoteGrams';
import { type Trace, traceQuote } from './traceQuote';
import { type SpokenPassage, type TracedDocument } from './tracedDocument';

/** A quote and where else it stands. */
export interface TracedQuote {
  readonly document: string;
  readonly passage: SpokenPassage;
  readonly traces: readonly Trace[];
}

/**
 * Traces the quotes of `documents` among themselves and in `others`, in their order, which is best the order of time: what two documents share is told once, of
 * the one that comes first; `told` remembers that from one call to the next. Quotes that stand nowhere else are left out. One quote a step.
 */
export function* traceAmong(
  documents: readonly TracedDocument[],
  others: readonly TracedDocument[],
  weightOf: WeightOf,
  told = new Set<string>(),
): Generator<TracedQuote, void> {
  const keyOf = (document: string, { quote }: SpokenPassage): string => `${quote.start} ${quote.end} ${document}`;
  for (const here of documents)
    for (const passage of here.passages) {
      if (!isSpoken(passage.quote)) continue;
      const own = keyOf(here.id, passage);
      const traces: Trace[] = [];
      for (const there of [...documents, ...others])
        if (there !== here)
          for (const trace of traceQuote(here, passage, there, weightOf)) {
            const other = trace.passage && keyOf(there.id, trace.passage);
            if (other !== undefined && told.has(`${other}\n${own}`)) continue;
            if (other !== undefined) told.add(`${own}\n${other}`);
            traces.push(trace);
          }
      if (traces.length > 0) yield { document: here.id, passage, traces };
    }
}
