const EMPTY = -1;

/** Entries in a block. */
const BLOCK_BITS = 14;
const BLOCK = 1 << BLOCK_BITS;

/**
 * Which documents have a feature: 32-bit hashes to lists of document numbers, in typed arrays, so that millions of entries take neither
 * objects nor garbage. Features that share a hash share a list; whoever asks verifies what comes back.
 */
export class PostingIndex {
  private keys = new Uint32Array(1 << 10);
  /** Where a key's list begins: an entry's number + 1; 0 where the slot is free, EMPTY where the key's list is. */
  private heads = new Int32Array(1 << 10);
  private used = 0;
  /** Of each entry its document and the next entry, side by side: what is read together lies together. In blocks, since what grows leaves megabytes of garbage. */
  private readonly links: Int32Array[] = [];
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
    this.links[(entry - 1) >> BLOCK_BITS]![placeOf(entry)] = document;
    this.setNext(entry, Math.max(0, this.heads[slot]!));
    this.heads[slot] = entry;
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
        else this.setNext(before, next);
        this.setNext(at, this.free);
        this.free = at;
        return;
      }
      before = at;
    }
  }

  /** Counts up each document that has the feature, the latest at most so many, and notes those whose count was 0. */
  countInto(key: number, counts: Uint16Array, counted: number[], most: number): void {
    const { links } = this;
    for (let at = this.heads[this.slotOf(key)]!; at > 0 && most > 0; most--) {
      const block = links[(at - 1) >> BLOCK_BITS]!;
      const document = block[placeOf(at)]!;
      at = block[placeOf(at) + 1]!;
      if (counts[document]!++ === 0) counted.push(document);
    }
  }

  /** An entry's number + 1, as in `heads`, to its document and to the next. */
  private documentOf(at: number): number {
    return this.links[(at - 1) >> BLOCK_BITS]![placeOf(at)]!;
  }

  private nextOf(at: number): number {
    return this.links[(at - 1) >> BLOCK_BITS]![placeOf(at) + 1]!;
  }

  private setNext(at: number, next: number): void {
    this.links[(at - 1) >> BLOCK_BITS]![placeOf(at) + 1] = next;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & mask;
    while (this.heads[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** The number + 1 of an entry that can be filled. */
  private newEntry(): number {
    if (this.free > 0) {
      const entry = this.free;
      this.free = this.nextOf(entry);
      return entry;
    }
    if (this.entries === this.links.length * BLOCK) this.links.push(new Int32Array(2 * BLOCK));
    return ++this.entries;
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

/** Where an entry stands in its block; `at` is its number + 1. */
const placeOf = (at: number): number => 2 * ((at - 1) & (BLOCK - 1));
