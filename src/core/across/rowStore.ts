/** Numbers in a block: a megabyte. A longer row has a block of its own. */
const BLOCK_BITS = 18;
const BLOCK = 1 << BLOCK_BITS;

/**
 * A row of numbers for each document, one behind the other in blocks: as lists of their own, 100,000 rows of a kilobyte would take half as much again. What a row
 * leaves is not filled; a block that holds none any more is given back.
 */
export class RowStore {
  private readonly blocks: (Uint32Array | undefined)[] = [];
  /** How many rows each block holds. */
  private readonly held: number[] = [];
  private readonly freeBlocks: number[] = [];
  /** Which block is being filled, and how far. */
  private filling = -1;
  private end = Infinity;
  /** By document: the number of its block, shifted by BLOCK_BITS, and where its row begins there; -1 where it has none. */
  private readonly places: number[] = [];
  private readonly lengths: number[] = [];

  /** The row itself and no copy; whoever writes into it changes what is stored. Undefined where there is none. */
  get(document: number): Uint32Array | undefined {
    const place = this.places[document] ?? -1;
    if (place < 0) return undefined;
    const start = place & (BLOCK - 1);
    return this.blocks[place >> BLOCK_BITS]!.subarray(start, start + this.lengths[document]!);
  }

  /** Those that have a row. */
  *documents(): Generator<number, void> {
    for (const [document, place] of this.places.entries()) if (place >= 0) yield document;
  }

  /** Stores a copy of a row, in place of the document's former one. */
  set(document: number, row: Uint32Array): void {
    this.delete(document);
    // One without numbers has a place, too.
    if (this.end + Math.max(1, row.length) > BLOCK) this.begin(row.length);
    this.blocks[this.filling]!.set(row, this.end);
    this.held[this.filling]!++;
    while (this.places.length < document) this.places.push(-1);
    this.places[document] = this.filling * BLOCK + this.end;
    this.lengths[document] = row.length;
    this.end += row.length;
  }

  delete(document: number): void {
    const place = this.places[document] ?? -1;
    if (place < 0) return;
    this.places[document] = -1;
    const block = place >> BLOCK_BITS;
    const held = --this.held[block]!;
    if (held === 0 && block !== this.filling) this.giveBack(block);
  }

  /** Takes a new block to be filled. */
  private begin(length: number): void {
    const before = this.filling;
    this.filling = this.freeBlocks.pop() ?? this.blocks.length;
    this.blocks[this.filling] = new Uint32Array(Math.max(BLOCK, length));
    this.held[this.filling] = 0;
    this.end = 0;
    if (this.held[before] === 0) this.giveBack(before);
  }

  private giveBack(block: number): void {
    this.blocks[block] = undefined;
    this.freeBlocks.push(block);
  }
}
