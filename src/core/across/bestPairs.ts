/** A cluster, and the other one that it is most alike. */
export interface BestPair {
  readonly cluster: number;
  readonly partner: number;
  /** The partner's version when the likeness was reckoned. */
  readonly version: number;
}

/**
 * Of each cluster the best of its pairs, as far as it was told, in a binary heap: the most alike comes first, among equals the one of the earliest
 * documents. A list of all pairs would be twenty times as long.
 */
export class BestPairs {
  private readonly likenesses: Float64Array;
  private readonly partners: Int32Array;
  private readonly versions: Int32Array;
  /** Clusters in the order of a heap, and the place that each has there. */
  private readonly heap: Int32Array;
  private readonly places: Int32Array;
  private size = 0;

  /** Of so many clusters at the most. */
  constructor(length: number) {
    this.likenesses = new Float64Array(length);
    this.partners = new Int32Array(length);
    this.versions = new Int32Array(length);
    this.heap = new Int32Array(length);
    this.places = new Int32Array(length).fill(-1);
  }

  /** The best of all; undefined where no cluster has one. */
  get first(): BestPair | undefined {
    if (this.size === 0) return undefined;
    const cluster = this.heap[0]!;
    return { cluster, partner: this.partners[cluster]!, version: this.versions[cluster]! };
  }

  /** Says which pair of a cluster is its best by now. */
  set(cluster: number, partner: number, likeness: number, version: number): void {
    if (this.places[cluster]! < 0) this.put(this.size++, cluster);
    this.partners[cluster] = partner;
    this.likenesses[cluster] = likeness;
    this.versions[cluster] = version;
    this.settle(cluster);
  }

  /** Says that a cluster has no pair, or is none any more. */
  delete(cluster: number): void {
    const place = this.places[cluster]!;
    if (place < 0) return;
    this.places[cluster] = -1;
    const last = this.heap[--this.size]!;
    if (last === cluster) return;
    this.put(place, last);
    this.settle(last);
  }

  /** Brings a cluster to its place from where it stands. */
  private settle(cluster: number): void {
    let at = this.places[cluster]!;
    while (at > 0 && this.isBefore(cluster, this.heap[(at - 1) >> 1]!)) {
      const parent = (at - 1) >> 1;
      this.put(at, this.heap[parent]!);
      at = parent;
    }
    for (let child = 2 * at + 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && this.isBefore(this.heap[child + 1]!, this.heap[child]!)) child++;
      if (!this.isBefore(this.heap[child]!, cluster)) break;
      this.put(at, this.heap[child]!);
      at = child;
    }
    this.put(at, cluster);
  }

  private put(place: number, cluster: number): void {
    this.heap[place] = cluster;
    this.places[cluster] = place;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.likenesses[a]! - this.likenesses[b]!;
    if (difference !== 0) return difference > 0;
    const [one, other] = [this.partners[a]!, this.partners[b]!];
    const earliest = Math.min(a, one) - Math.min(b, other);
    return earliest < 0 || (earliest === 0 && Math.max(a, one) < Math.max(b, other));
  }
}
