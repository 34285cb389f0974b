/** What an annotation of a document is to say, by its id: its basis, or null where it was removed. Paths are relative to the corpus. */
export interface LedgerEntry {
  /** Where the document is: a branch, or a disk that git knows nothing of. */
  readonly branch: string;
  readonly document: string;
  readonly id: string;
  readonly basis: string | null;
  /** False: the change is about to be made, and may be found made or not. */
  readonly done: boolean;
}

/** A document that has another name from then on. */
export interface LedgerMove {
  readonly branch: string;
  readonly document: string;
  readonly to: string;
}

/** All changes that the user was told are saved, told apart from those that were under way. */
export class Ledger {
  /** By branch, document and id: what may be found there. The last one is what is to be found if all went well. */
  private readonly entries = new Map<string, Map<string, Map<string, readonly (string | null)[]>>>();

  /** `lines`: a JSON text each. `note` keeps a line. */
  constructor(
    lines: Iterable<string>,
    private readonly note: (line: string) => void = () => undefined,
  ) {
    for (const line of lines) this.take(JSON.parse(line) as LedgerEntry | LedgerMove);
  }

  add(entry: LedgerEntry | LedgerMove): void {
    this.note(JSON.stringify(entry));
    this.take(entry);
  }

  /** Documents of a branch that have or had annotations. */
  documents(branch: string): readonly string[] {
    return [...(this.entries.get(branch)?.keys() ?? [])];
  }

  /** Ids of a document's annotations, with what they say. */
  annotations(branch: string, document: string): readonly (readonly [id: string, basis: string])[] {
    return [...(this.entries.get(branch)?.get(document) ?? [])].flatMap(([id, bases]) => {
      const basis = bases.at(-1);
      return typeof basis === 'string' ? [[id, basis] as const] : [];
    });
  }

  /** A change that was under way when the host was killed was made, or was not: which of the two is known from now on. */
  settle(branch: string, document: string, found: ReadonlyMap<string, string>): void {
    for (const [id, allowed] of this.entries.get(branch)?.get(document) ?? []) {
      const is = found.get(id) ?? null;
      if (allowed.length > 1 && allowed.includes(is)) this.add({ branch, document, id, basis: is, done: true });
    }
  }

  /** What a document lacks; `found` are its annotations' bases by id. */
  lost(branch: string, document: string, found: ReadonlyMap<string, string>): readonly string[] {
    return [...(this.entries.get(branch)?.get(document) ?? [])].flatMap(([id, allowed]) => {
      const is = found.get(id) ?? null;
      return allowed.includes(is) ? [] : [`${branch}:${document} ${id} says ${is}, not ${allowed.join(' or ')}`];
    });
  }

  /** How many changes were acknowledged. */
  changes = 0;

  private take(entry: LedgerEntry | LedgerMove): void {
    const documents = this.of(this.entries, entry.branch);
    if ('to' in entry) {
      const annotations = documents.get(entry.document);
      documents.delete(entry.document);
      if (annotations) documents.set(entry.to, annotations);
      return;
    }
    const annotations = this.of(documents, entry.document);
    const before = annotations.get(entry.id) ?? [null];
    annotations.set(entry.id, entry.done ? [entry.basis] : [...before, entry.basis]);
    if (entry.done) this.changes++;
  }

  private of<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
    const found = map.get(key) ?? new Map<string, V>();
    map.set(key, found);
    return found;
  }
}
