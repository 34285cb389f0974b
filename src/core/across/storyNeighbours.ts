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
 * Which clusters are candidates for one another. A cluster has the number of its first document. Pairs of documents are kept in one list of numbers, since there are millions of
 * them; a cluster that was merged has a list of its own.
 */
export class Neighbours {
  /** Of each pair, from both sides: the other document, and where the link before it of the same document is. */
  private readonly links: Int32Array;
  private end = 0;
  /** Where each document's last link is; -1 where it has none. */
  private readonly heads: Int32Array;
  private readonly merged: (readonly number[] | undefined)[];
  /** The cluster that each was merged into, itself at first. */
  private readonly parents: Int32Array;
  /** Who listed a cluster last. */
  private readonly listed: Int32Array;

  /** Of so many documents, and so many pairs at the most. */
  constructor(length: number, pairs: number) {
    this.links = new Int32Array(2 * LINK * pairs);
    this.heads = new Int32Array(length).fill(-1);
    this.merged = new Array<undefined>(length).fill(undefined);
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

  /** The second goes into the first. */
  merge(a: number, b: number): void {
    this.parents[b] = a;
    const [own, others] = [this.takeList(a), this.takeList(b)];
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
    this.merged[a] = list;
  }

  /** Those of a cluster that was merged just now. */
  of(cluster: number): readonly number[] {
    return this.merged[cluster] ?? [];
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

  /** The neighbours of a cluster, in the order in which they were added; it has none any more. */
  private takeList(cluster: number): readonly number[] {
    const known = this.merged[cluster];
    if (known) {
      this.merged[cluster] = undefined;
      return known;
    }
    const list: number[] = [];
    for (let at = this.heads[cluster]!; at >= 0; at = this.links[at + 1]!) list.push(this.links[at]!);
    this.heads[cluster] = -1;
    return list.reverse();
  }
}
