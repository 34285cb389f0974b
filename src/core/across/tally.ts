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

/** Which documents name what: speakers, or things counted. Grows and shrinks by one document at a time. */
export class TallyIndex {
  private readonly byName = new Map<string, Map<string, number>>();
  private readonly byDocument = new Map<string, readonly string[]>();

  /** Says what a document names, in place of what it named. */
  set(document: string, tallies: readonly Tally[]): void {
    this.delete(document);
    if (tallies.length === 0) return;
    this.byDocument.set(
      document,
      tallies.map(({ name }) => name),
    );
    for (const { name, count } of tallies) {
      const documents = this.byName.get(name);
      if (documents) documents.set(document, count);
      else this.byName.set(name, new Map([[document, count]]));
    }
  }

  delete(document: string): void {
    for (const name of this.byDocument.get(document) ?? []) {
      const documents = this.byName.get(name)!;
      documents.delete(document);
      if (documents.size === 0) this.byName.delete(name);
    }
    this.byDocument.delete(document);
  }

  /** What one document names. */
  of(document: string): readonly Tally[] {
    return (this.byDocument.get(document) ?? []).map(name => ({ name, count: this.byName.get(name)!.get(document)! }));
  }

  /** Every name and how often it comes, in no order. */
  *names(): Generator<Tally, void> {
    for (const [name, documents] of this.byName) {
      let count = 0;
      for (const times of documents.values()) count += times;
      yield { name, count };
    }
  }

  /** The documents that name it, in no order. */
  documentsOf(name: string): Iterable<string> {
    return this.byName.get(name)?.keys() ?? [];
  }
}
