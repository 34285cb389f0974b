import { type Reliability } from '../core/annotation/model';
import { type Codebook, type CodebookSource, sourceNamed } from '../core/codebook/parseCodebook';
import { type Quote, withNested } from '../core/detect/model';
import { contains, type Span } from '../core/text/span';
import { type OpenRecord } from './documentRecord';
import { isSamePassage } from './tagging';

/** How reliable a passage's source is by the codebook: a proposal, for the user to see and to take. */
export interface ProposedReliability {
  readonly reliability: Reliability;
  readonly source: CodebookSource;
}

/**
 * What the codebook says of who says a passage: of a quote its speaker, of anything else the publisher. Undefined where that is nobody
 * whom the codebook knows and rates.
 */
export function proposedReliability(
  record: OpenRecord,
  span: Span,
  codebook: Codebook | undefined,
  publisher: string | undefined,
): ProposedReliability | undefined {
  if (!codebook?.sources?.length) return undefined;
  const quote = quoteOf(record, span);
  const names = quote ? [quote.speakerName, quote.speaker?.text] : [publisher];
  const source = sourceNamed(
    codebook,
    names.filter(name => name !== undefined),
  );
  return source?.reliability && { reliability: source.reliability, source };
}

/** The quote that a passage is, or lies in: the innermost. */
export const quoteOf = ({ detection }: OpenRecord, span: Span): Quote | undefined =>
  withNested(detection.near(span).quotes).findLast(quote => isSamePassage(quote, span) || contains(quote, span));
