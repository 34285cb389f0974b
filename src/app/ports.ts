import { type DigestReading } from '../core/across/articleDigest';
import { type Language } from '../core/detect/model';
import { type SidecarVersion } from '../core/sidecar/sidecarVersion';
import { type Disposable, type Event } from './event';

/** A document's address: its URI as a string, percent-encoded, without query or fragment. */
export type DocumentUri = string;

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}

/** A file below a folder; `path` is relative to it, with slashes. */
export interface FileEntry {
  readonly uri: string;
  readonly path: string;
}

/**
 * Larger files are no articles: bytes on disk, and UTF-16 code units in an editor, of which there are never more. VS Code itself
 * gives extensions no text over 50 MB; well before that a file is a data dump, and reading it would hold the host up.
 */
export const MAX_ARTICLE_SIZE = 16 * 1024 * 1024;

/**
 * What reading an article gave. `text` is canonical (core/text/canonicalText). `stamp`: of the file as it was read, where its file system tells; while a file
 * has it, it reads the same.
 */
export type ArticleReading =
  | { readonly kind: 'text'; readonly text: string; readonly undecodable: boolean; readonly stamp?: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What reading a sidecar gave; `source` is its text as it stands, line ends and byte order mark included. */
export type SidecarReading =
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The articles. Reading only: Pressmark never writes one. */
export interface ArticleFiles {
  /**
   * All files below a folder, in batches; folders for which `skip` says so are not entered. Stops when aborted. Rejects where the folder
   * cannot be read although it may be there: what is in it is not known then.
   */
  walk(folder: string, skip: (path: string) => boolean, signal: AbortSignal): AsyncIterable<readonly FileEntry[]>;
  isFolder(uri: string): Promise<boolean>;
  read(uri: DocumentUri): Promise<ArticleReading>;
  /** Undefined where it is not known, and where there is no such file. */
  stampOf(uri: DocumentUri): Promise<string | undefined>;
}

/** An article to be digested; one that still has this stamp need not be read. */
export interface DigestRequest {
  readonly uri: DocumentUri;
  readonly stamp?: string;
  /** Overrides the language that the text itself suggests. */
  readonly language?: Language;
}

/** Reads and digests many articles away from the host's own thread, where the host allows that. */
export interface DigestReader {
  /** As many as were asked for, in that order. Never rejects. */
  digest(requests: readonly DigestRequest[], withFeatures: boolean): Promise<readonly DigestReading[]>;
}

/** A sidecar as it was found by who is to change it. */
export interface FoundSidecar {
  readonly reading: SidecarReading;
  /** When it came to read so: milliseconds, by the clock of `versions`. */
  readonly at: number;
  /** What it read in the last seconds, as far as Pressmark wrote to it, in this window and in others; the newest last. */
  readonly versions: readonly SidecarVersion[];
}

/** How changing a sidecar ended; `contested`: others kept writing whenever it was to be written. */
export type SidecarUpdate = 'written' | 'unchanged' | 'contested';

/** Sidecars and codebooks. The store is the only one to write through this. */
export interface SidecarFiles {
  read(uri: string): Promise<SidecarReading>;
  /**
   * Changes a sidecar in one step, whole or not at all, as far as the file system can: `change` says how it is to read in place of
   * what was found (undefined: nothing is to be written). It is asked again with what is there by then where somebody wrote
   * meanwhile. Where there is no sidecar, what it lately read is forgotten: whoever removed it meant to. Rejects with an Error whose message says why, in words for the user.
   */
  update(uri: string, change: (found: FoundSidecar) => string | undefined): Promise<SidecarUpdate>;
}

/** Which folders are corpora. */
export interface Membership {
  /** True where the user said so in this workspace. */
  isAdopted(folder: string): boolean;
  setAdopted(folder: string, adopted: boolean): Promise<void>;
  /** True where the folder holds a codebook or a sidecar. Rejects where that cannot be told now. */
  holdsMarkers(folder: string): Promise<boolean>;
}

/** What happened to files of one folder since the last report. */
export interface FileChanges {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
}

/** Watches folders. `everything` false: only codebooks and sidecars are reported. */
export interface FileWatch {
  watch(folder: string, everything: boolean, listener: (changes: FileChanges) => void): Disposable;
}

/** Time, and a pause in which the host can do other work. */
export interface Clock {
  /** Milliseconds, for measuring how long work takes. */
  now(): number;
  /** Now as ISO 8601 in UTC, whole seconds. */
  timestamp(): string;
  /** Resolves once the host has had its turn. */
  pause(): Promise<void>;
}

/** Resolves once so many milliseconds have gone by. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Where an index is kept from one session to the next, outside of the corpus. What it holds can be made anew at any time. */
export interface IndexStorage {
  /** Undefined where there is none, or it cannot be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Rejects where it cannot be written. The memory of `bytes` is the caller's again once it is. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Where defects are noted that must not stop the work: for whoever looks into them, never article text. */
export type ReportDefect = (what: string, error: unknown) => void;

/** Makes ids for annotations: 8 letters and digits, not guessable from one another. */
export type NewId = () => string;

/** Which files are articles; fires when the user changes that. */
export interface ArticleFilterSource {
  readonly include: string;
  readonly exclude: string;
  readonly onDidChange: Event<void>;
}
