import { type DocumentFacts } from '../annotation/model';
import { type Detection } from '../detect/detect';
import { withNested } from '../detect/model';
import { countedThing } from './countedThing';
import { type FeatureReader, packFeatures } from './features';
import { isSpoken } from './quoteGrams';
import { speakerNameOf } from './speakerNames';
import { tallied, type Tally } from './tally';

/** All that is kept of a document, in memory and on a disk. */
export interface IndexEntry {
  readonly id: string;
  /** Of the text that it was read from (textKey.ts). */
  readonly key: string;
  /** Packed features. */
  readonly row: Uint32Array;
  /** Whose words it quotes, by the names that it uses. */
  readonly speakers: readonly Tally[];
  /** What its figures count (countedThing.ts). */
  readonly things: readonly Tally[];
}

/** Reads what is kept of a document. Linear in the text. */
export function indexEntry(
  reader: FeatureReader,
  id: string,
  key: string,
  text: string,
  detection: Pick<Detection, 'quotes' | 'claims'>,
  facts: DocumentFacts,
): IndexEntry {
  const { quotes, claims } = detection;
  return {
    id,
    key,
    row: packFeatures(reader.read(text, detection, facts)),
    speakers: tallied(withNested(quotes).flatMap(quote => (isSpoken(quote) ? (speakerNameOf(quote) ?? []) : []))),
    things: tallied(claims.flatMap(claim => (claim.boilerplate ? [] : countedThing(claim)))),
  };
}
