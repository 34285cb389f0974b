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

/** Numbers for each link: where it leads to, and the link before it. */
const LINK = 2;

/**
 * Which clusters are candidates for one another. A cluster has the number of its first document. Pairs are kept in one list of numbers, since there are millions of
 * them; of two clusters that are merged the links are used again.
 */
export class Neighbours {
  /** Of each pair, from both sides: the other cluster as it was then, and where the link before it of the same cluster is. */
  private readonly links: Int32Array;
  private end = 0;
  /** Where each cluster's last link is; -1 where it has none. */
  private readonly heads: Int32Array;
  /** The cluster that each was merged into, itself at first. */
  private readonly parents: Int32Array;
  /** Who listed a cluster last. */
  private readonly listed: Int32Array;

  /** Of so many documents, and so many pairs at the most. */
  constructor(length: number, pairs: number) {
    this.links = new Int32Array(2 * LINK * pairs);
    this.heads = new Int32Array(length).fill(-1);
    this.parents = Int32Array.from({ length }, (_, at) => at);
    this.listed = new Int32Array(length).fill(-1);
  }

  get lists(): readonly ArrayBufferView[] {
    return [this.links];
  }

  add(a: number, b: number): void {
    this.link(a, b);
    this.link(b, a);
  }

  /** The second goes into the first, which has the neighbours of both by now, each once. */
  merge(a: number, b: number): void {
    this.parents[b] = a;
    const second = this.heads[b]!;
    this.heads[b] = -1;
    this.relink(a, [this.heads[a]!, second]);
  }

  /** Those of a cluster are clusters again, each once, whatever was merged since it was merged itself. */
  refresh(cluster: number): void {
    this.relink(cluster, [this.heads[cluster]!]);
  }

  private relink(a: number, heads: readonly number[]): void {
    const { links, listed } = this;
    listed[a] = a;
    let last = -1;
    for (const head of heads)
      for (let at = head; at >= 0;) {
        const before = links[at + 1]!;
        const cluster = this.clusterOf(links[at]!);
        if (listed[cluster] !== a) {
          listed[cluster] = a;
          links[at] = cluster;
          links[at + 1] = last;
          last = at;
        }
        at = before;
      }
    this.heads[a] = last;
    listed[a] = -1;
    for (const cluster of this.of(a)) listed[cluster] = -1;
  }

  /** In no order that matters; those of a cluster that was merged or refreshed just now are clusters still. */
  of(cluster: number): readonly number[] {
    const found: number[] = [];
    for (let at = this.heads[cluster]!; at >= 0; at = this.links[at + 1]!) found.push(this.links[at]!);
    return found;
  }

  clusterOf(document: number): number {
    const { parents } = this;
    let cluster = document;
    while (parents[cluster] !== cluster) cluster = parents[cluster] = parents[parents[cluster]!]!;
    return cluster;
  }

  private link(from: number, to: number): void {
    this.links[this.end] = to;
    this.links[this.end + 1] = this.heads[from]!;
    this.heads[from] = this.end;
    this.end += LINK;
  }
}
