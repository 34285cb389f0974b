/** So many documents of other stories are told of each at the most. */
export const MOST_RELATED = 8;

/** The documents that were told first of each, at most MOST_RELATED. */
export class NearestDocuments {
  private readonly documents: Int32Array;
  private readonly counts: Uint8Array;

  constructor(length: number) {
    this.documents = new Int32Array(length * MOST_RELATED);
    this.counts = new Uint8Array(length);
  }

  tell(a: number, b: number): void {
    this.note(a, b);
    this.note(b, a);
  }

  of(document: number): readonly number[] {
    const start = document * MOST_RELATED;
    return Array.from(this.documents.subarray(start, start + this.counts[document]!));
  }

  private note(document: number, other: number): void {
    const count = this.counts[document]!;
    if (count === MOST_RELATED) return;
    this.documents[document * MOST_RELATED + count] = other;
    this.counts[document] = count + 1;
  }
}

/** Which clusters are candidates for one another. A cluster has the number of its first document. */
export class Neighbours {
  private readonly lists: (number[] | undefined)[];
  /** The cluster that each was merged into, itself at first. */
  private readonly parents: Int32Array;
  /** Who listed a cluster last. */
  private readonly listed: Int32Array;

  constructor(length: number) {
    this.lists = new Array<undefined>(length).fill(undefined);
    this.parents = Int32Array.from({ length }, (_, at) => at);
    this.listed = new Int32Array(length).fill(-1);
  }

  add(a: number, b: number): void {
    (this.lists[a] ??= []).push(b);
    (this.lists[b] ??= []).push(a);
  }

  /** The second goes into the first. */
  merge(a: number, b: number): void {
    this.parents[b] = a;
    const [own, others] = [this.lists[a] ?? [], this.lists[b] ?? []];
    this.lists[b] = undefined;
    // Each once, as they are by now.
    const list: number[] = [];
    this.listed[a] = a;
    for (const source of [own, others])
      for (const neighbour of source) {
        const cluster = this.clusterOf(neighbour);
        if (this.listed[cluster] === a) continue;
        this.listed[cluster] = a;
        list.push(cluster);
      }
    for (const cluster of list) this.listed[cluster] = -1;
    this.listed[a] = -1;
    this.lists[a] = list;
  }

  /** Those of a cluster that was merged just now. */
  of(cluster: number): readonly number[] {
    return this.lists[cluster] ?? [];
  }

  clusterOf(document: number): number {
    const { parents } = this;
    let cluster = document;
    while (parents[cluster] !== cluster) cluster = parents[cluster] = parents[parents[cluster]!]!;
    return cluster;
  }
}
