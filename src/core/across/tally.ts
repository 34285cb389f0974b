/** What a document names, and how often. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** How often each name comes, in the order in which they come first. */
export function tallied(names: Iterable<string>): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Which documents name what: speakers, or things counted. Grows and shrinks by one document at a time. Most are named by many: each name is kept once. */
export class TallyIndex {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  /** How often each name comes, by its number. */
  private readonly totals: number[] = [];
  /** By document: a name's number, how often it comes, the next one's number … */
  private readonly byDocument = new Map<string, readonly number[]>();

  /** Says what a document names, in place of what it named. */
  set(document: string, tallies: readonly Tally[]): void {
    this.delete(document);
    if (tallies.length === 0) return;
    const list: number[] = [];
    for (const { name, count } of tallies) list.push(this.count(name, count), count);
    this.byDocument.set(document, list);
  }

  delete(document: string): void {
    const list = this.byDocument.get(document);
    if (!list) return;
    for (let at = 0; at < list.length; at += 2) this.totals[list[at]!]! -= list[at + 1]!;
    this.byDocument.delete(document);
  }

  /** What one document names. */
  of(document: string): readonly Tally[] {
    const list = this.byDocument.get(document) ?? [];
    const tallies: Tally[] = [];
    for (let at = 0; at < list.length; at += 2) tallies.push({ name: this.texts[list[at]!]!, count: list[at + 1]! });
    return tallies;
  }

  /** Every name and how often it comes, in no order. */
  *names(): Generator<Tally, void> {
    for (const [number, count] of this.totals.entries()) if (count > 0) yield { name: this.texts[number]!, count };
  }

  /** The documents that name it, in no order. Looks at what each document names. */
  *documentsOf(name: string): Generator<string, void> {
    const number = this.numbers.get(name);
    if (number === undefined || this.totals[number] === 0) return;
    for (const [document, list] of this.byDocument)
      for (let at = 0; at < list.length; at += 2)
        if (list[at] === number) {
          yield document;
          break;
        }
  }

  /** Returns the name's number. */
  private count(name: string, times: number): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.texts.push(name) - 1;
      this.numbers.set(name, number);
      this.totals.push(0);
    }
    this.totals[number]! += times;
    return number;
  }
}
