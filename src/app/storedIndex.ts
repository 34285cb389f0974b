import { type IndexEntry } from '../core/across/indexEntry';
import { decodeIndexFile, encodeIndexFile } from '../core/across/indexFile';
import { decodeStories, documentHash, encodeStories, type StoredStories } from '../core/across/storiesFile';
import { wordHash } from '../core/across/words';
import { dayIn } from '../core/across/features';
import { WORK_SLICE_MS } from './inSlices';
import { type Clock, type DocumentUri, type IndexStorage } from './ports';

/** The index is kept in so many files: one that changed is written, and of 100,000 articles it holds 1,600. */
const FILES = 64;
const STORIES_FILE = 'stories.bin';

/** What was stored; `stories` undefined where they are to be made anew. */
export interface LoadedIndex {
  readonly entries: readonly IndexEntry[];
  readonly stories: StoredStories | undefined;
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

  /** Files that are damaged are left out, and written anew. Undefined where nobody waits any more. */
  async load(): Promise<LoadedIndex | undefined> {
    const entries: IndexEntry[] = [];
    let hashes = 0;
    let sliceStart = this.clock.now();
    for (let file = 0; file < FILES; file++) {
      const bytes = await this.storage.read(fileName(file));
      if (!this.isWanted()) return undefined;
      const found = bytes && decodeIndexFile(bytes);
      if (bytes && !found) this.unsaved.add(file);
      for (const entry of found ?? []) {
        entries.push(entry);
        hashes += documentHash(entry.id, entry.key, dayIn(entry.row));
      }
      if (this.clock.now() - sliceStart < WORK_SLICE_MS) continue;
      await this.clock.pause();
      sliceStart = this.clock.now();
    }
    const bytes = entries.length ? await this.storage.read(STORIES_FILE) : undefined;
    const ids = entries.map(({ id }) => id);
    const stories = bytes && decodeStories(bytes, ids, hashes);
    return this.isWanted() ? { entries, stories } : undefined;
  }

  /** Writes the files of which something has changed, and the stories where they have. Rejects where they cannot be written; nobody tries again before something else changes. */
  async save(
    uris: Iterable<DocumentUri>,
    entryOf: (uri: DocumentUri) => IndexEntry | undefined,
    stories: () => StoredStories,
  ): Promise<void> {
    const files = new Set(this.unsaved);
    const writesStories = this.areStoriesUnsaved;
    this.unsaved.clear();
    this.areStoriesUnsaved = false;
    const byFile: DocumentUri[][] = Array.from({ length: FILES }, () => []);
    for (const uri of uris) byFile[fileOf(uri)]!.push(uri);
    const ids: DocumentUri[] = [];
    let hashes = 0;
    for (const [file, own] of byFile.entries()) {
      if (!files.has(file) && !writesStories) continue;
      await this.clock.pause();
      if (!this.isWanted()) return;
      const entries = own.flatMap(uri => entryOf(uri) ?? []);
      for (const { id, key, row } of entries) {
        ids.push(id);
        hashes += documentHash(id, key, dayIn(row));
      }
      if (files.has(file)) await this.storage.write(fileName(file), encodeIndexFile(entries));
    }
    if (writesStories) await this.storage.write(STORIES_FILE, encodeStories(ids, hashes, stories()));
  }
}

const fileOf = (uri: DocumentUri): number => wordHash(uri) % FILES;
const fileName = (file: number): string => `sources-${String(file).padStart(2, '0')}.bin`;
