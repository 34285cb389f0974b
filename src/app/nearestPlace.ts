import { sentenceAt } from '../core/text/sentences';
import { type Span } from '../core/text/span';
import { type OpenRecord, placedPassages } from './documentRecord';

/**
 * Where to look for an annotation's passage: its place, certain or not; of one that is gone the place where it was last, or should
 * be by now, judging from the nearest passage that is there: the sentence that stands there. Undefined for an unknown id.
 */
export function nearestPlace(record: OpenRecord, id: string): Span | undefined {
  const passage = record.passages.get(id);
  if (!passage) return undefined;
  const { span, annotation } = passage;
  if (span && span.start < span.end) return span;
  const distance = (start: number): number => Math.abs(start - annotation.start);
  const neighbour = placedPassages(record)
    .filter(other => other.annotation.start >= 0)
    .reduce<(typeof passage & { readonly span: Span }) | undefined>(
      (best, other) => (best && distance(best.annotation.start) <= distance(other.annotation.start) ? best : other),
      undefined,
    );
  const drift = neighbour ? neighbour.span.start - neighbour.annotation.start : 0;
  const expected = span ? span.start : annotation.start + drift;
  return sentenceAt(record.text.toString(), Math.trunc(expected) || 0);
}
