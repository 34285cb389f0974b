const EMPTY = -1;

/**
 * Which documents have a feature: 32-bit hashes to lists of document numbers, in typed arrays, so that millions of entries take neither
 * objects nor garbage. Features that share a hash share a list; whoever asks verifies what comes back.
 */
export class PostingIndex {
  private keys = new Uint32Array(1 << 10);
  /** Where a key's list begins: an entry's number + 1; 0 where the slot is free, EMPTY where the key's list is. */
  private heads = new Int32Array(1 << 10);
  private used = 0;
  /** Of each entry its document and the next entry, side by side: what is read together lies together. */
  private links = new Int32Array(1 << 11);
  private entries = 0;
  /** The first of the entries that were given back, as in `heads`. */
  private free = 0;

  /** Adds a document to a feature's list. A document is added to a feature once. */
  add(key: number, document: number): void {
    if (4 * (this.used + 1) > 3 * this.keys.length) this.widen();
    const slot = this.slotOf(key);
    if (this.heads[slot] === 0) {
      this.keys[slot] = key;
      this.used++;
    }
    const entry = this.newEntry();
    this.links[2 * entry] = document;
    this.links[2 * entry + 1] = Math.max(0, this.heads[slot]!);
    this.heads[slot] = entry + 1;
  }

  /** Takes a document out of a feature's list; nothing where it is not in it. */
  remove(key: number, document: number): void {
    const slot = this.slotOf(key);
    let before = 0;
    for (let at = this.heads[slot]!; at > 0; at = this.nextOf(at)) {
      if (this.documentOf(at) === document) {
        const next = this.nextOf(at);
        // A slot that was used once stays so.
        if (before === 0) this.heads[slot] = next || EMPTY;
        else this.links[2 * before - 1] = next;
        this.links[2 * at - 1] = this.free;
        this.free = at;
        return;
      }
      before = at;
    }
  }

  /** Counts up each document that has the feature, the latest at most so many, and notes those whose count was 0. */
  countInto(key: number, counts: Uint16Array, counted: number[], most: number): void {
    const { links } = this;
    for (let at = this.heads[this.slotOf(key)]!; at > 0 && most > 0; at = links[2 * at - 1]!, most--) {
      const document = links[2 * at - 2]!;
      if (counts[document]!++ === 0) counted.push(document);
    }
  }

  /** An entry's number + 1, as in `heads`, to its document and to the next. */
  private documentOf(at: number): number {
    return this.links[2 * at - 2]!;
  }

  private nextOf(at: number): number {
    return this.links[2 * at - 1]!;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & mask;
    while (this.heads[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private newEntry(): number {
    if (this.free > 0) {
      const entry = this.free - 1;
      this.free = this.links[2 * entry + 1]!;
      return entry;
    }
    // Half as much again and not twice: it is the largest array of an index.
    if (2 * this.entries === this.links.length)
      this.links = widened(this.links, 2 * (this.entries + (this.entries >> 1)));
    return this.entries++;
  }

  private widen(): void {
    const { keys, heads } = this;
    const size = 2 * keys.length;
    this.keys = new Uint32Array(size);
    this.heads = new Int32Array(size);
    this.used = 0;
    for (let old = 0; old < keys.length; old++) {
      if (heads[old]! <= 0) continue;
      const slot = this.slotOf(keys[old]!);
      this.keys[slot] = keys[old]!;
      this.heads[slot] = heads[old]!;
      this.used++;
    }
  }
}

function widened(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(size);
  fresh.set(old);
  return fresh;
}
