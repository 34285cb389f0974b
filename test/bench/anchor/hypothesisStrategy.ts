import search from 'approx-string-match';
import { type Anchor } from '../../../src/core/annotation/model';
import { type Span } from '../../../src/core/text/span';

/** Of a quote no more letters than this, and no more than half of them, may differ. */
const MAX_ERRORS = 256;

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * How Hypothesis finds a quote again, after its published description and written for this comparison: the places of the words
 * as they are, else the places of similar words; of these the one with the greatest weighted sum of likeness of quote, prefix and
 * suffix and nearness to the stored position. Undefined only where no place is similar.
 */
export function findAsHypothesis(text: string, { quote, prefix, suffix, start }: Anchor): Span | undefined {
  const exact = exactPlaces(text, quote);
  const matches = exact.length ? exact : search(text, quote, Math.min(MAX_ERRORS, Math.floor(quote.length / 2)));
  let best: { readonly span: Span; readonly score: number } | undefined;
  for (const match of matches) {
    const score =
      WEIGHTS.quote * (1 - match.errors / quote.length) +
      WEIGHTS.prefix * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      WEIGHTS.suffix * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
      WEIGHTS.position * (1 - Math.abs(match.start - start) / text.length);
    if (!best || score > best.score) best = { span: { start: match.start, end: match.end }, score };
  }
  return best?.span;
}

function exactPlaces(text: string, quote: string): { start: number; end: number; errors: number }[] {
  const places = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    places.push({ start: at, end: at + quote.length, errors: 0 });
  return places;
}

function likeness(there: string, context: string): number {
  if (context === '') return 1;
  if (there === '') return 0;
  const best = search(there, context, context.length)[0];
  return best ? 1 - best.errors / context.length : 0;
}
