import { type SidecarVersion } from '../../../src/core/sidecar/sidecarVersion';
import { Emitter } from '../../../src/app/event';
import {
  type ArticleFiles,
  type ArticleFilterSource,
  type ArticleReading,
  type Clock,
  type FileChanges,
  type FileWatch,
  type FoundSidecar,
  type Membership,
  type SidecarFiles,
  type SidecarReading,
  type SidecarUpdate,
} from '../../../src/app/ports';

/** Files in memory, by address, with a record of what was read and written. */
export class MemoryFiles implements ArticleFiles, SidecarFiles {
  readonly files = new Map<string, string>();
  readonly reads: string[] = [];
  readonly writes: string[] = [];
  private readonly versions = new Map<string, readonly SidecarVersion[]>();
  /** Thrown by the next writes. */
  writeError: Error | undefined;

  constructor(
    files: Readonly<Record<string, string>> = {},
    /** When a file came to read as it does: that of the last change counts as now. */
    private readonly now: () => number = () => 0,
  ) {
    for (const [uri, text] of Object.entries(files)) this.files.set(uri, text);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous
  async *walk(folder: string, skip: (path: string) => boolean): AsyncIterable<{ uri: string; path: string }[]> {
    for (const uri of this.files.keys()) {
      if (!uri.startsWith(`${folder}/`)) continue;
      const path = uri.slice(folder.length + 1);
      const folders = path.split('/').slice(0, -1);
      if (!folders.some((_, i) => skip(folders.slice(0, i + 1).join('/')))) yield [{ uri, path }];
    }
  }

  isFolder(uri: string): Promise<boolean> {
    return Promise.resolve([...this.files.keys()].some(file => file.startsWith(`${uri}/`)));
  }

  read(uri: string): Promise<ArticleReading & SidecarReading> {
    this.reads.push(uri);
    const text = this.files.get(uri);
    const reading = text === undefined ? { kind: 'missing' } : { kind: 'text', text, undecodable: false };
    return Promise.resolve(reading as ArticleReading & SidecarReading);
  }

  stampOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** In one step, and known to all who use these files, as on a disk. */
  update(uri: string, change: (found: FoundSidecar) => string | undefined): Promise<SidecarUpdate> {
    const found = this.files.get(uri);
    const reading: SidecarReading = found === undefined ? { kind: 'missing' } : { kind: 'source', source: found };
    if (found === undefined) this.versions.delete(uri);
    const versions = this.versions.get(uri) ?? [];
    const source = change({ reading, at: this.now(), versions });
    if (source === undefined) return Promise.resolve('unchanged');
    if (this.writeError) return Promise.reject(this.writeError);
    this.writes.push(uri);
    this.files.set(uri, source);
    const at = this.now();
    const before = { source: found ?? '', at, written: false };
    const isKnown = versions.at(-1)?.source === before.source;
    this.versions.set(uri, [...versions, ...(isKnown ? [] : [before]), { source, at, written: true }]);
    return Promise.resolve('written');
  }

  /** The same files as the store sees them. */
  get sidecars(): SidecarFiles {
    return {
      read: uri => {
        const source = this.files.get(uri);
        return Promise.resolve(source === undefined ? { kind: 'missing' } : { kind: 'source', source });
      },
      update: (uri, change) => this.update(uri, change),
    };
  }
}

/** Watchers that a test fires by hand. */
export class MemoryWatch implements FileWatch {
  readonly active = new Map<
    string,
    { readonly everything: boolean; readonly listener: (changes: FileChanges) => void }
  >();

  watch(folder: string, everything: boolean, listener: (changes: FileChanges) => void) {
    const watcher = { everything, listener };
    this.active.set(folder, watcher);
    return {
      dispose: () => {
        if (this.active.get(folder) === watcher) this.active.delete(folder);
      },
    };
  }

  report(folder: string, changes: Partial<FileChanges>): void {
    this.active.get(folder)?.listener({ created: [], changed: [], deleted: [], ...changes });
  }
}

export class MemoryMembership implements Membership {
  readonly adopted = new Set<string>();

  constructor(private readonly files: MemoryFiles) {}

  isAdopted(folder: string): boolean {
    return this.adopted.has(folder);
  }

  setAdopted(folder: string, adopted: boolean): Promise<void> {
    if (adopted) this.adopted.add(folder);
    else this.adopted.delete(folder);
    return Promise.resolve();
  }

  holdsMarkers(folder: string): Promise<boolean> {
    const isMarker = (uri: string): boolean =>
      uri === `${folder}/pressmark.yaml` || (uri.startsWith(`${folder}/`) && uri.endsWith('.pressmark.yaml'));
    return Promise.resolve([...this.files.files.keys()].some(isMarker));
  }
}

/** A clock that stands still, and pauses that take no time. */
export const stillClock: Clock = {
  now: () => 0,
  timestamp: () => '2026-01-02T03:04:05Z',
  pause: () => Promise.resolve(),
};

/** Settings that a test changes by hand. */
export class MemoryFilter implements ArticleFilterSource {
  include = '**/*.{txt,md}';
  exclude = '**/{.*,node_modules}/**';
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  set(include: string): void {
    this.include = include;
    this.changes.fire();
  }
}

/** Resolves once everything that was promised so far, and what follows from it, has been done. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** No folder has a codebook. */
export const noCodebooks = { of: () => undefined, only: undefined, onDidChange: () => ({ dispose: () => undefined }) };
