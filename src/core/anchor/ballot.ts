/** A stretch that begins so many stretches before the text's start holds nothing of it that could be a passage; nor one behind its end. */
const MARGIN = 8;

/** Characters of the shortest stretch. */
export const SHORTEST_STRETCH = 32;

/**
 * Counts votes for stretches of a text, numbered from its start. One is made for a text and used for all of its passages: to take back
 * the few votes of one passage takes less time than to make a count of all stretches.
 */
export class Ballot {
  private readonly votes: Float64Array;
  private readonly voted: number[] = [];

  constructor(textLength: number) {
    this.votes = new Float64Array(Math.ceil(textLength / SHORTEST_STRETCH) + 2 * MARGIN);
  }

  clear(): void {
    for (const slot of this.voted) this.votes[slot] = 0;
    this.voted.length = 0;
  }

  /** `weight` > 0. */
  vote(stretch: number, weight: number): void {
    const slot = stretch + MARGIN;
    if (!(slot >= 0 && slot < this.votes.length)) return;
    if (this.votes[slot] === 0) this.voted.push(slot);
    this.votes[slot]! += weight;
  }

  /**
   * The stretches that with the next one have at least `share` of the most votes, at most `limit`; most first. A neighbour of one that is
   * taken is nearly the same, and left out.
   */
  winners(share: number, limit: number): readonly number[] {
    const withNext = (slot: number): number => this.votes[slot]! + (this.votes[slot + 1] ?? 0);
    const least = share * this.voted.reduce((most, slot) => Math.max(most, withNext(slot)), 0);
    const inOrder = this.voted
      .filter(slot => withNext(slot) >= least)
      .sort((a, b) => withNext(b) - withNext(a) || a - b);
    const winners: number[] = [];
    for (const slot of inOrder) {
      if (winners.every(known => Math.abs(known - slot) > 1)) winners.push(slot);
      if (winners.length === limit) break;
    }
    return winners.map(slot => slot - MARGIN);
  }
}
