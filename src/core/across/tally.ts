import { RowStore } from './rowStore';

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

/** What a document names, by numbers: most names come in many documents. */
export interface NumberedTallies {
  /** A list that many share, and that may hold others, too. */
  readonly names: readonly string[];
  /** A name's place in `names`, how often it comes, the next one's place … */
  readonly row: ArrayLike<number>;
}

/** Gives documents numbers, small ones; one that leaves gives its number back. */
export interface DocumentNumbers {
  numberOf(document: string): number | undefined;
  documentOf(number: number): string | undefined;
}

/**
 * Which documents name what: speakers, or things counted. Grows and shrinks by one document at a time. Most are named by many: each name is kept once.
 * A document must have its number for as long as it has anything here.
 */
export class TallyIndex {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  /** How often each name comes, by its number. */
  private readonly totals: number[] = [];
  /** Of each document that names anything: a name's number, how often it comes, the next one's number … */
  private readonly rows = new RowStore();

  constructor(private readonly documents: DocumentNumbers) {}

  /** Says what a document names, in place of what it named. */
  set(document: string, tallies: readonly Tally[]): void {
    this.delete(document);
    if (tallies.length === 0) return;
    const row = new Uint32Array(2 * tallies.length);
    let at = 0;
    for (const { name, count } of tallies) {
      const number = this.numberOf(name);
      this.totals[number]! += count;
      row[at++] = number;
      row[at++] = count;
    }
    this.put(document, row);
  }

  /** The same of names by number. `numbers`: those that names of the same list have here, as far as they are known; what becomes known is noted there. */
  take(document: string, { names, row: given }: NumberedTallies, numbers: number[]): void {
    this.delete(document);
    if (given.length === 0) return;
    const row = new Uint32Array(given.length);
    for (let at = 0; at < given.length; at += 2) {
      const place = given[at]!;
      const number = (numbers[place] ??= this.numberOf(names[place]!));
      this.totals[number]! += given[at + 1]!;
      row[at] = number;
      row[at + 1] = given[at + 1]!;
    }
    this.put(document, row);
  }

  delete(document: string): void {
    const number = this.documents.numberOf(document);
    const row = number === undefined ? undefined : this.rows.get(number);
    if (!row) return;
    for (let at = 0; at < row.length; at += 2) this.totals[row[at]!]! -= row[at + 1]!;
    this.rows.delete(number!);
  }

  /** What one document names, by number; a view of what is kept. */
  numberedOf(document: string): NumberedTallies {
    const number = this.documents.numberOf(document);
    return { names: this.texts, row: (number === undefined ? undefined : this.rows.get(number)) ?? [] };
  }

  /** Every name and how often it comes, in no order. */
  *names(): Generator<Tally, void> {
    for (const [number, count] of this.totals.entries()) if (count > 0) yield { name: this.texts[number]!, count };
  }

  /** The documents that name it, in no order. Looks at what each document names. */
  *documentsOf(name: string): Generator<string, void> {
    const number = this.numbers.get(name);
    if (number === undefined || this.totals[number] === 0) return;
    for (const at of this.rows.documents()) {
      const document = this.documents.documentOf(at);
      const names = (value: number, i: number): boolean => i % 2 === 0 && value === number;
      if (document !== undefined && this.rows.get(at)!.some(names)) yield document;
    }
  }

  private numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.texts.push(name) - 1;
      this.numbers.set(name, number);
      this.totals.push(0);
    }
    return number;
  }

  private put(document: string, row: Uint32Array): void {
    const number = this.documents.numberOf(document);
    if (number === undefined) throw new Error(`${document} has no number.`);
    this.rows.set(number, row);
  }
}
