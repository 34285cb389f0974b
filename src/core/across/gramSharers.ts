import { type CorpusIndex } from './corpusIndex';
import { PostingIndex } from './postingIndex';

/** A gram that more documents have is a form of words. */
const MOST_SHARING = 40;

/** Which documents share runs of words in their quotes, whatever they tell of. Made once for a corpus, to ask for each document. */
export class GramSharers {
  private readonly ids: readonly string[];
  private readonly postings = new PostingIndex();

  private constructor(private readonly index: CorpusIndex) {
    this.ids = [...index.documents()];
  }

  /** In steps of a millisecond or so. What the index is given meanwhile, and later, is left out. */
  static *of(index: CorpusIndex): Generator<void, GramSharers> {
    const sharers = new GramSharers(index);
    for (const [number, id] of sharers.ids.entries()) {
      for (const gram of index.featuresOf(id)?.grams ?? []) sharers.postings.add(gram, number);
      if (number % 32 === 31) yield;
    }
    return sharers;
  }

  /** In no order that matters, each once; the document itself among them. */
  sharing(id: string): ReadonlySet<string> {
    return this.withAny(this.index.featuresOf(id)?.grams ?? []);
  }

  /** Those whose quotes hold one of these grams (quoteGrams.ts), as far as it is no form of words. */
  withAny(grams: Iterable<number>): ReadonlySet<string> {
    const sharing = new Set<string>();
    for (const gram of grams)
      if (this.postings.count(gram) <= MOST_SHARING)
        this.postings.forEach(gram, number => sharing.add(this.ids[number]!));
    return sharing;
  }
}
