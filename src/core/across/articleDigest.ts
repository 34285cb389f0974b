import { type DocumentFacts } from '../annotation/model';
import { deriveFacts } from '../corpus/facts';
import { type Detection } from '../detect/detect';
import { type Language, withNested } from '../detect/model';
import { drained } from '../drained';
import { countedThing } from './countedThing';
import { type FeatureReader, packFeatures } from './features';
import { isSpoken } from './quoteGrams';
import { speakerNameOf } from './speakerNames';
import { tallied, type Tally } from './tally';
import { textKey } from './textKey';

/** Longer texts are no articles but volumes of them, whose parts have nothing to do with one another. UTF-16 code units. */
export const MOST_INDEXED_LENGTH = 1_000_000;

/** What sets an article beside others. */
export interface ArticleFeatures {
  /** Of the text that it was read from (textKey.ts). */
  readonly key: string;
  /** Packed features. */
  readonly row: Uint32Array;
  /** Whose words it quotes, by the names that it uses. */
  readonly speakers: readonly Tally[];
  /** What its figures count (countedThing.ts). */
  readonly things: readonly Tally[];
}

/** What is kept of an article that nobody has open, from its text alone. Plain data: it comes from another thread, or from a disk. */
export interface ArticleDigest {
  /** Of the canonical text, in UTF-16 code units. */
  readonly length: number;
  /** There is nothing but white space. */
  readonly isBlank: boolean;
  readonly facts: DocumentFacts;
  /** Highlights: indirect quotes are not counted. */
  readonly quotes: number;
  readonly claims: number;
  /** Absent where nobody asked for it, and of texts over MOST_INDEXED_LENGTH. */
  readonly features?: ArticleFeatures;
}

/** What came of digesting a file; undefined: it is to be read as any other, since something is special about it. */
export type DigestReading =
  | { readonly kind: 'digest'; readonly digest: ArticleDigest; readonly stamp: string }
  | { readonly kind: 'unchanged' }
  | undefined;

/** Digests what was detected in a text. Linear in it. `reader` where features are asked for; `language` is that which was asked of the detector. */
export const articleDigest = (
  text: string,
  detection: Detection,
  language: Language | undefined,
  reader: FeatureReader | undefined,
): ArticleDigest => drained(digestingArticle(text, detection, language, reader));

/** As articleDigest, in steps. Between two of them the reader must not be used for another text. */
export function* digestingArticle(
  text: string,
  detection: Detection,
  language: Language | undefined,
  reader: FeatureReader | undefined,
): Generator<void, ArticleDigest> {
  const facts = deriveFacts(text);
  const isIndexed = reader && text.length <= MOST_INDEXED_LENGTH;
  return {
    length: text.length,
    isBlank: text.trim() === '',
    facts,
    ...detection.counts,
    ...(isIndexed ? { features: yield* readingFeatures(reader, text, detection, language, facts) } : {}),
  };
}

function* readingFeatures(
  reader: FeatureReader,
  text: string,
  { quotes, claims }: Pick<Detection, 'quotes' | 'claims'>,
  language: Language | undefined,
  facts: DocumentFacts,
): Generator<void, ArticleFeatures> {
  yield;
  const features = yield* reader.reading(text, { quotes }, facts);
  yield;
  return {
    key: textKey(text, language ?? ''),
    row: packFeatures(features),
    speakers: tallied(withNested(quotes).flatMap(quote => (isSpoken(quote) ? (speakerNameOf(quote) ?? []) : []))),
    things: tallied(claims.flatMap(claim => (claim.boilerplate ? [] : countedThing(claim)))),
  };
}
