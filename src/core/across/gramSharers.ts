import { type CorpusIndex } from './corpusIndex';
import { PostingIndex } from './postingIndex';

/** A gram that more documents have is a form of words. */
const MOST_SHARING = 40;

/** Which documents share runs of words in their quotes, whatever they tell of. Made once for a corpus, to ask for each document. */
export class GramSharers {
  private readonly ids: readonly string[];
  private readonly postings = new PostingIndex();

  constructor(private readonly index: CorpusIndex) {
    this.ids = [...index.documents()];
    this.ids.forEach((id, number) => {
      for (const gram of index.featuresOf(id)!.grams) this.postings.add(gram, number);
    });
  }

  /** In no order that matters, each once; the document itself among them. */
  of(id: string): ReadonlySet<string> {
    const sharing = new Set<string>();
    for (const gram of this.index.featuresOf(id)?.grams ?? []) {
      const count = this.postings.count(gram);
      if (count > 1 && count <= MOST_SHARING) this.postings.forEach(gram, number => sharing.add(this.ids[number]!));
    }
    return sharing;
  }
}
