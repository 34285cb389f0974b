/** Two clusters that may be one. */
export interface Pair {
  readonly likeness: number;
  readonly a: number;
  readonly b: number;
  /** The sum of both clusters' versions when the likeness was reckoned. */
  readonly versions: number;
}

/** A binary heap in lists that grow; the most alike comes out first, among equals the one of the earliest documents. */
export class PairHeap {
  private likenesses: Float64Array;
  /** `a`, `b` and `versions` of each. */
  private others: Int32Array;
  private size = 0;

  /** `expected`: so many pairs at once are probably the most. */
  constructor(expected: number) {
    this.likenesses = new Float64Array(Math.max(1, expected));
    this.others = new Int32Array(3 * this.likenesses.length);
  }

  get lists(): readonly ArrayBufferView[] {
    return [this.likenesses, this.others];
  }

  push(likeness: number, a: number, b: number, versions: number): void {
    if (this.size === this.likenesses.length) {
      const [likenesses, others] = [new Float64Array(2 * this.size), new Int32Array(6 * this.size)];
      likenesses.set(this.likenesses);
      others.set(this.others);
      [this.likenesses, this.others] = [likenesses, others];
    }
    this.put(this.raised(this.size++, likeness, a, b), likeness, a, b, versions);
  }

  pop(): Pair | undefined {
    if (this.size === 0) return undefined;
    const top = this.pairAt(0);
    const last = this.pairAt(--this.size);
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (
        child + 1 < this.size &&
        this.isBefore(child + 1, this.likenesses[child]!, this.others[3 * child]!, this.others[3 * child + 1]!)
      )
        child++;
      if (!this.isBefore(child, last.likeness, last.a, last.b)) break;
      this.copy(child, at);
      at = child;
    }
    this.put(at, last.likeness, last.a, last.b, last.versions);
    return top;
  }

  /** Where a pair comes to stand that rises from a place; those that it passes are moved down. */
  private raised(from: number, likeness: number, a: number, b: number): number {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isBefore(parent, likeness, a, b)) break;
      this.copy(parent, at);
      at = parent;
    }
    return at;
  }

  /** True where the pair that stands at a place comes out before another, or is as that one. */
  private isBefore(at: number, likeness: number, a: number, b: number): boolean {
    const difference = this.likenesses[at]! - likeness || a - this.others[3 * at]! || b - this.others[3 * at + 1]!;
    return difference >= 0;
  }

  private pairAt(at: number): Pair {
    const [a, b, versions] = [this.others[3 * at]!, this.others[3 * at + 1]!, this.others[3 * at + 2]!];
    return { likeness: this.likenesses[at]!, a, b, versions };
  }

  private put(at: number, likeness: number, a: number, b: number, versions: number): void {
    this.likenesses[at] = likeness;
    this.others[3 * at] = a;
    this.others[3 * at + 1] = b;
    this.others[3 * at + 2] = versions;
  }

  private copy(from: number, to: number): void {
    this.likenesses[to] = this.likenesses[from]!;
    this.others.copyWithin(3 * to, 3 * from, 3 * from + 3);
  }
}
