import { type IndexEntry } from '../core/across/indexEntry';
import { decodeIndexFile, IndexFileWriter } from '../core/across/indexFile';
import { decodeStories, documentHash, encodeStories, type StoredStories } from '../core/across/storiesFile';
import { wordHash } from '../core/across/words';
import { dayIn } from '../core/across/features';
import { inSlices } from './inSlices';
import { type Clock, type DocumentUri, type IndexStorage } from './ports';

/** The index is kept in so many files: one that changed is written, and of 100,000 articles it holds 1,600. */
const FILES = 64;
const STORIES_FILE = 'stories.bin';

/** What is to be stored, as it is when it is asked for. */
export interface ToStore {
  readonly documents: Iterable<DocumentUri>;
  readonly entryOf: (uri: DocumentUri) => IndexEntry | undefined;
  readonly stories: () => StoredStories;
  /** False once the stories are not those of the documents any more. */
  readonly isCurrent: () => boolean;
}

/** The index in the extension's storage: which of its files hold what has changed, reading and writing them. */
export class StoredIndex {
  private readonly unsaved = new Set<number>();
  private areStoriesUnsaved = false;

  constructor(
    private readonly storage: IndexStorage,
    private readonly clock: Clock,
    private readonly isWanted: () => boolean,
  ) {}

  get isSaved(): boolean {
    return this.unsaved.size === 0 && !this.areStoriesUnsaved;
  }

  /** What is to be stored of a document is another. */
  noteChange(uri: DocumentUri): void {
    this.unsaved.add(fileOf(uri));
  }

  /** The stories are others. */
  noteStories(): void {
    this.areStoriesUnsaved = true;
  }

  /**
   * Hands over each document that is stored, and then the stories; undefined where they are to be made anew, as where `take` refused a document. Files that are damaged are left out, and
   * written anew.
   */
  async load(take: (entry: IndexEntry) => boolean): Promise<StoredStories | undefined> {
    return inSlices(this.reading(take), this.clock, this.isWanted);
  }

  private *reading(take: (entry: IndexEntry) => boolean): Generator<Promise<void> | void, StoredStories | undefined> {
    const ids: DocumentUri[] = [];
    let hashes = 0;
    let areAllTaken = true;
    let bytes: Uint8Array | undefined;
    // The next file is read while one is taken up.
    let next = this.storage.read(fileName(0));
    for (let file = 0; file < FILES; file++) {
      yield next.then(read => void (bytes = read));
      next = this.storage.read(file + 1 < FILES ? fileName(file + 1) : STORIES_FILE);
      const found = bytes && decodeIndexFile(bytes);
      if (bytes && !found) this.unsaved.add(file);
      for (const entry of found ?? []) {
        areAllTaken = take(entry) && areAllTaken;
        hashes += documentHash(entry.id, entry.key, dayIn(entry.row));
        if (ids.push(entry.id) % 16 === 0) yield;
      }
    }
    yield next.then(read => void (bytes = read));
    return bytes && areAllTaken ? yield* decodeStories(bytes, ids, hashes) : undefined;
  }

  /** Writes the files of which something has changed, and the stories where they have. Rejects where they cannot be written; nobody tries again before something else changes. */
  async save(what: ToStore): Promise<void> {
    const files = new Set(this.unsaved);
    const writesStories = this.areStoriesUnsaved;
    this.unsaved.clear();
    this.areStoriesUnsaved = false;
    await inSlices(this.writing(what, files, writesStories), this.clock, this.isWanted);
  }

  private *writing(
    { documents, entryOf, stories, isCurrent }: ToStore,
    files: ReadonlySet<number>,
    writesStories: boolean,
  ): Generator<Promise<void> | void, void> {
    const byFile: DocumentUri[][] = Array.from({ length: FILES }, () => []);
    let steps = 0;
    for (const uri of documents) {
      byFile[fileOf(uri)]!.push(uri);
      if (++steps % 256 === 0) yield;
    }
    const ids: DocumentUri[] = [];
    let hashes = 0;
    const writer = new IndexFileWriter();
    for (const [file, own] of byFile.entries()) {
      const isWritten = files.has(file);
      if (!isWritten && !writesStories) continue;
      for (const uri of own) {
        if (++steps % 64 === 0) yield;
        const entry = entryOf(uri);
        if (!entry) continue;
        if (isWritten) writer.add(entry);
        ids.push(uri);
        hashes += documentHash(uri, entry.key, dayIn(entry.row));
      }
      if (isWritten) yield this.storage.write(fileName(file), writer.finish());
    }
    if (!writesStories) return;
    const encoding = encodeStories(ids, hashes, stories());
    let step = encoding.next();
    for (; isCurrent() && !step.done; step = encoding.next()) yield;
    // Others are made by now, and stored in their time.
    if (step.done && isCurrent()) yield this.storage.write(STORIES_FILE, step.value);
    else this.areStoriesUnsaved = true;
  }
}

const fileOf = (uri: DocumentUri): number => wordHash(uri) % FILES;
const fileName = (file: number): string => `sources-${String(file).padStart(2, '0')}.bin`;
