import { type CorpusIndex } from './corpusIndex';

/** A gram that more documents have is a form of words. */
const MOST_SHARING = 40;

/** A gram (32 bits) and a document's number in one number, so that both are sorted at once; there are never more documents. */
const DOCUMENTS = 1 << 21;
/** Grams are sorted by so many parts, each in a step of its own. */
const PARTS = 256;
const PART_SIZE = 2 ** 32 / PARTS;

/** Which documents share runs of words in their quotes, whatever they tell of. Made once for a corpus, to ask for each document. */
export class GramSharers {
  private constructor(
    private readonly index: CorpusIndex,
    private readonly ids: readonly string[],
    /** gram * DOCUMENTS + document, sorted: eight bytes for each gram of each document. */
    private readonly places: Float64Array,
  ) {}

  /** In steps of a millisecond or so. What changes in the index meanwhile may be left out, and what changes later is. */
  static *of(index: CorpusIndex): Generator<void, GramSharers> {
    const ids: string[] = [];
    const ends = new Uint32Array(PARTS + 1);
    for (const id of index.documents()) {
      ids.push(id);
      for (const gram of index.gramsOf(id) ?? []) ends[Math.floor(gram / PART_SIZE) + 1]!++;
      if (ids.length % 256 === 0) yield;
    }
    for (let part = 1; part <= PARTS; part++) ends[part]! += ends[part - 1]!;
    const places = new Float64Array(ends[PARTS]!);
    const next = ends.slice();
    for (const [number, id] of ids.entries()) {
      // Asked for again: a list for each, kept until here, would take as much as all that comes of them.
      for (const gram of index.gramsOf(id) ?? []) {
        const part = Math.floor(gram / PART_SIZE);
        if (next[part]! < ends[part + 1]!) places[next[part]!++] = gram * DOCUMENTS + number;
      }
      if (number % 256 === 255) yield;
    }
    let end = 0;
    for (let part = 0; part < PARTS; part++) {
      const filled = places.subarray(ends[part], next[part]).sort();
      // A document that has changed meanwhile may have left a gap.
      places.set(filled, end);
      end += filled.length;
      yield;
    }
    return new GramSharers(index, ids, places.subarray(0, end));
  }

  /** In no order that matters, each once; the document itself among them. */
  sharing(id: string): ReadonlySet<string> {
    return this.withAny(this.index.gramsOf(id) ?? []);
  }

  /** Those whose quotes hold one of these grams (quoteGrams.ts), as far as it is no form of words. */
  withAny(grams: Iterable<number>): ReadonlySet<string> {
    const sharing = new Set<string>();
    for (const gram of grams) {
      const first = this.firstFrom(gram * DOCUMENTS);
      const end = this.firstFrom((gram + 1) * DOCUMENTS);
      if (end - first <= MOST_SHARING)
        for (let at = first; at < end; at++) sharing.add(this.ids[this.places[at]! % DOCUMENTS]!);
    }
    return sharing;
  }

  /** Where the first place from this one on is. */
  private firstFrom(place: number): number {
    let [low, high] = [0, this.places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
