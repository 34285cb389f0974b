import { type ArticleDigest, type ArticleFeatures } from './articleDigest';
import { type NumberedTallies } from './tally';

/** All that is kept of a document, in memory and on a disk. */
export interface IndexEntry extends Pick<ArticleFeatures, 'key' | 'row'> {
  readonly id: string;
  readonly speakers: NumberedTallies;
  readonly things: NumberedTallies;
  /** Of the file that it was read from; absent where that is not known. */
  readonly stamp?: string;
  /** What else is known from the text; with the stamp, so that a file that still has it need not be read. */
  readonly digest: Omit<ArticleDigest, 'features'>;
}
