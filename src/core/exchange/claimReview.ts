import { type Credibility } from '../annotation/model';
import { detect } from '../detect/detect';
import { type Quote, withNested } from '../detect/model';
import { contains, overlaps, type Span } from '../text/span';
import { type ExportedAnnotation, type ExportedCorpus, type ExportedDocument, type LeftOut } from './exportedCorpus';
import { isWebAddress } from './webAnnotation';

/** The credibilities of AJP-2.1 in its own words; those that are ratings from best to worst, and one that is none. */
const RATING_NAMES: Readonly<Record<Credibility, string>> = {
  1: 'Confirmed',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Cannot be judged',
};
const BEST = 5;
const WORST = 1;

/**
 * schema.org ClaimReview (https://schema.org/ClaimReview) for each passage whose credibility was rated, as JSON-LD. What is not
 * known is left out; who said it is whom detection took for the speaker. Ratings are turned round, since there more is better: 5 for
 * "confirmed", 1 for "improbable"; "cannot be judged" has its name alone.
 */
export function toClaimReviews({ documents }: ExportedCorpus): {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
} {
  const rated = (placed: ExportedAnnotation): boolean => placed.annotation.credibility !== undefined;
  const leftOut = documents.flatMap(({ path, annotations }) =>
    annotations
      .filter(placed => !rated(placed))
      .map(({ annotation: { id } }): LeftOut => ({ path, id, reason: 'unrated' })),
  );
  const reviews = documents.flatMap(document => {
    const chosen = document.annotations.filter(rated);
    if (chosen.length === 0) return [];
    const quotes = document.text === undefined ? [] : withNested(detect(document.text).quotes);
    return chosen.map(placed => claimReview(document, placed, speakerOf(quotes, placed.span)));
  });
  const graph = { '@context': 'https://schema.org', '@graph': reviews };
  return { text: `${JSON.stringify(graph, undefined, 2)}\n`, leftOut };
}

function claimReview(
  { facts }: ExportedDocument,
  { annotation }: ExportedAnnotation,
  speaker: string | undefined,
): object {
  const { quote, credibility, basis, author, created, updated } = annotation;
  const day = isoDay(updated ?? created);
  const published = isoDay(facts.date);
  const appearance = {
    '@type': 'NewsArticle',
    ...(facts.title ? { headline: facts.title } : {}),
    ...(facts.url && isWebAddress(facts.url) ? { url: facts.url } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(facts.publisher ? { publisher: { '@type': 'Organization', name: facts.publisher } } : {}),
  };
  const isJudged = credibility !== 6;
  return {
    '@type': 'ClaimReview',
    identifier: annotation.id,
    claimReviewed: quote,
    ...(author ? { author: { '@type': 'Person', name: author } } : {}),
    ...(day ? { datePublished: day } : {}),
    itemReviewed: {
      '@type': 'Claim',
      text: quote,
      ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
      appearance,
    },
    reviewRating: {
      '@type': 'Rating',
      ...(isJudged ? { ratingValue: BEST + 1 - credibility!, bestRating: BEST, worstRating: WORST } : {}),
      alternateName: RATING_NAMES[credibility!],
      ...(basis ? { ratingExplanation: basis } : {}),
    },
  };
}

/** Who says a passage: the speaker of the innermost quote around it, else of the first quote within it. */
function speakerOf(quotes: readonly Quote[], span: Span | undefined): string | undefined {
  if (!span) return undefined;
  const nameOf = ({ speakerName, speaker }: Quote): string | undefined => speakerName ?? speaker?.text;
  const named = quotes.filter(quote => overlaps(quote, span) && nameOf(quote) !== undefined);
  const around = named.filter(quote => contains(quote, span)).sort((a, b) => a.end - a.start - (b.end - b.start));
  const speaking = around[0] ?? named.find(quote => contains(span, quote));
  return speaking && nameOf(speaking);
}

/** The day of an ISO 8601 date or time; undefined for anything else. */
const isoDay = (text: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text ?? '')?.[0];
