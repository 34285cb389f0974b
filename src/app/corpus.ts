import { articleFilter, type ArticleFilter } from '../core/corpus/articleFilter';
import { CODEBOOK_NAME } from '../core/sidecar/sidecarName';
import { type CorpusPath, corpusPathOf, decodePath, pathBelow } from './corpusPaths';
import { type Disposable, Emitter } from './event';
import {
  type ArticleFiles,
  type ArticleFilterSource,
  type DocumentUri,
  type FileChanges,
  type FileWatch,
  type Folder,
  type Membership,
} from './ports';
import { documentUriOf, fileNameOf, sidecarUriOf } from './sidecarUri';

/** An article of the corpus, or (`missing`) an article that is gone while its sidecar is still there. */
export interface CorpusDocument {
  readonly uri: DocumentUri;
  readonly folder: Folder;
  /** Below its folder, with slashes. */
  readonly path: string;
  readonly missing: boolean;
}

/** Where a workspace folder stands. */
export type FolderState = 'unknown' | 'notCorpus' | 'scanning' | 'corpus';

/** What changed in the corpus; addresses of documents. `folders`: a folder came, went or changed its state. */
export interface CorpusChange {
  readonly folders: boolean;
  readonly added: readonly DocumentUri[];
  readonly removed: readonly DocumentUri[];
  /** The article's text changed on disk. */
  readonly changed: readonly DocumentUri[];
  /** The sidecar was created, changed or deleted on disk. */
  readonly sidecars: readonly DocumentUri[];
  readonly codebooks: boolean;
}

/** A listing that is under way: what there is, as far as was listed, or told by the watcher meanwhile. */
interface Scan {
  readonly abort: AbortController;
  readonly articles: Set<DocumentUri>;
  readonly sidecars: Set<DocumentUri>;
}

interface Entry {
  readonly folder: Folder;
  state: FolderState;
  watcher?: Disposable;
  scan?: Scan;
  /** Paths within the folder, by address: articles, and sidecars by their article's address. */
  readonly articles: Map<DocumentUri, string>;
  readonly sidecars: Set<DocumentUri>;
  /** What the watcher told is taken in one after the other: a folder that takes long to be read may be gone by then. */
  turn: Promise<void>;
}

const NOTHING: CorpusChange = { folders: false, added: [], removed: [], changed: [], sidecars: [], codebooks: false };

/**
 * Knows which workspace folders are corpora and which documents they hold, and keeps up with the disk. A folder that is no
 * corpus costs one look for a codebook or a sidecar and a watch for them; its files are not listed.
 */
export class Corpus implements Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly changes = new Emitter<CorpusChange>();
  private filter: ArticleFilter;
  private readonly subscription: Disposable;

  readonly onDidChange = this.changes.event;

  constructor(
    private readonly files: ArticleFiles,
    private readonly watch: FileWatch,
    private readonly membership: Membership,
    private readonly filterSource: ArticleFilterSource,
  ) {
    this.filter = articleFilter(filterSource.include, filterSource.exclude);
    this.subscription = filterSource.onDidChange(() => void this.refilter());
  }

  /** Workspace folders with their state, in the workspace's order. */
  get folders(): readonly { readonly folder: Folder; readonly state: FolderState }[] {
    return [...this.entries.values()].map(({ folder, state }) => ({ folder, state }));
  }

  /** The folder in which an address lies, the innermost, and its path there; undefined where it lies in none. */
  placeOf(uri: DocumentUri): CorpusPath | undefined {
    return corpusPathOf(
      this.folders.map(({ folder }) => folder),
      uri,
    );
  }

  /** Every document, in no order. */
  get documents(): readonly CorpusDocument[] {
    return [...this.eachDocument()];
  }

  /** The same, one after the other: they need not be all there at once. */
  *eachDocument(): Generator<CorpusDocument, void> {
    for (const entry of this.entries.values()) yield* documentsOf(entry);
  }

  /** How many articles there are. */
  get size(): number {
    return [...this.entries.values()].reduce((sum, { articles }) => sum + articles.size, 0);
  }

  /** The document at an address; undefined where it is none of the corpus. */
  document(uri: DocumentUri): CorpusDocument | undefined {
    for (const entry of this.entries.values()) {
      const found = documentIn(entry, uri);
      if (found) return found;
    }
    return undefined;
  }

  /** True for an article of the corpus that is there. Cheap: asked on every keystroke. */
  has(uri: DocumentUri): boolean {
    for (const { articles } of this.entries.values()) if (articles.has(uri)) return true;
    return false;
  }

  /** Takes the workspace's folders as they are now; resolves once each has been looked at and listed. */
  async setFolders(folders: readonly Folder[]): Promise<void> {
    const wanted = new Set(folders.map(folder => folder.uri));
    const removed = [...this.entries.values()].filter(entry => !wanted.has(entry.folder.uri));
    for (const entry of removed) this.close(entry);
    const added = folders.filter(folder => !this.entries.has(folder.uri));
    const order = new Map(this.entries);
    this.entries.clear();
    for (const folder of folders) {
      this.entries.set(
        folder.uri,
        order.get(folder.uri) ?? {
          folder,
          state: 'unknown',
          articles: new Map(),
          sidecars: new Set(),
          turn: Promise.resolve(),
        },
      );
    }
    this.fire({ folders: true, removed: removed.flatMap(entry => [...entry.articles.keys()]) });
    await Promise.all(added.map(folder => this.examine(folder.uri)));
  }

  /** Makes a folder a corpus, or no longer one, because the user said so. Remembered for the workspace. */
  async setAdopted(folder: string, adopted: boolean): Promise<void> {
    await this.membership.setAdopted(folder, adopted);
    await this.examine(folder);
  }

  /** Looks at every folder again, from the start. */
  async rescan(): Promise<void> {
    await Promise.all([...this.entries.keys()].map(folder => this.examine(folder)));
  }

  /**
   * Takes note that an article seems to be gone, where the watcher did not tell; resolves with whether it is. It is looked for once more:
   * git takes a file away before it puts another in its place, and may be done by now.
   */
  async articleVanished(document: DocumentUri): Promise<boolean> {
    if ((await this.files.read(document)).kind !== 'missing') return false;
    for (const { articles } of this.entries.values()) if (articles.delete(document)) this.fire({ removed: [document] });
    return true;
  }

  /** Takes note that a sidecar is gone, where the watcher did not tell. */
  sidecarVanished(document: DocumentUri): void {
    for (const { sidecars } of this.entries.values())
      if (sidecars.delete(document)) this.fire({ sidecars: [document] });
  }

  dispose(): void {
    for (const entry of this.entries.values()) this.close(entry);
    this.entries.clear();
    this.subscription.dispose();
    this.changes.dispose();
  }

  private async refilter(): Promise<void> {
    this.filter = articleFilter(this.filterSource.include, this.filterSource.exclude);
    await this.rescan();
  }

  private async examine(folder: string): Promise<void> {
    const entry = this.entries.get(folder);
    if (!entry) return;
    // Where that cannot be told now, it is what it was.
    const wasCorpus = (): boolean => entry.state === 'corpus';
    const isCorpus = this.membership.isAdopted(folder) || (await this.membership.holdsMarkers(folder).catch(wasCorpus));
    if (this.entries.get(folder) !== entry) return;
    if (isCorpus) await this.list(entry);
    else {
      this.close(entry);
      const removed = [...documentsOf(entry)].map(document => document.uri);
      entry.articles.clear();
      entry.sidecars.clear();
      entry.state = 'notCorpus';
      entry.watcher = this.watch.watch(folder, false, ({ created }) => {
        if (created.length) void this.examine(folder);
      });
      this.fire({ folders: true, removed });
    }
  }

  /** Lists a corpus. What was known stays shown until the new list is complete, so that a rescan does not flicker. */
  private async list(entry: Entry): Promise<void> {
    const isFirst = entry.state !== 'corpus';
    if (isFirst) {
      this.close(entry);
      entry.watcher = this.watch.watch(entry.folder.uri, true, changes => {
        const take = (): Promise<void> => this.filesChanged(entry, changes);
        entry.turn = entry.turn.then(take, take);
      });
      entry.state = 'scanning';
      this.fire({ folders: true });
    }
    entry.scan?.abort.abort();
    const scan: Scan = { abort: new AbortController(), articles: new Set(), sidecars: new Set() };
    const { signal } = scan.abort;
    entry.scan = scan;
    const skip = (path: string): boolean => this.filter.isExcludedFolder(path);
    let isListed = true;
    try {
      for await (const batch of this.files.walk(entry.folder.uri, skip, signal)) {
        if (signal.aborted) return;
        const taken = this.take(entry, batch);
        if (taken.added.length || taken.sidecars.length) this.fire(taken);
      }
    } catch {
      // It does not answer: what was known of it stays.
      isListed = false;
    }
    if (signal.aborted) return;
    delete entry.scan;
    entry.state = 'corpus';
    if (!isListed) {
      this.fire({ folders: true });
      return;
    }
    const gone = [...entry.articles.keys()].filter(uri => !scan.articles.has(uri));
    const goneSidecars = [...entry.sidecars].filter(uri => !scan.sidecars.has(uri));
    for (const uri of gone) entry.articles.delete(uri);
    for (const uri of goneSidecars) entry.sidecars.delete(uri);
    // Those whose articles are missing are documents from now on.
    const alone = [...entry.sidecars].filter(uri => !entry.articles.has(uri));
    this.fire({ folders: true, removed: gone, sidecars: [...goneSidecars, ...alone] });
  }

  /** Adds the articles and sidecars among the files, also to what a listing under way has found. Returns those that were new. */
  private take(
    { articles, sidecars, scan }: Entry,
    files: readonly { readonly uri: string; readonly path: string }[],
  ): { readonly added: readonly DocumentUri[]; readonly sidecars: readonly DocumentUri[] } {
    const added: DocumentUri[] = [];
    const fresh: DocumentUri[] = [];
    for (const { uri, path } of files) {
      const document = documentUriOf(uri);
      if (document !== undefined) {
        if (!sidecars.has(document)) fresh.push(document);
        sidecars.add(document);
        scan?.sidecars.add(document);
      } else if (this.filter.isArticle(path)) {
        if (!articles.has(uri)) added.push(uri);
        articles.set(uri, path);
        scan?.articles.add(uri);
      }
    }
    return { added, sidecars: fresh };
  }

  private async filesChanged(entry: Entry, { created, changed, deleted }: FileChanges): Promise<void> {
    const isCodebook = (uri: string): boolean => fileNameOf(uri) === CODEBOOK_NAME;
    // Read before anything is taken out: an article that is replaced is known at any moment.
    const files = (await Promise.all(created.map(uri => this.filesAt(entry, uri)))).flat();
    // What went and came again while watchers gathered is told as changed.
    files.push(...changed.flatMap(uri => this.fileAt(entry, uri) ?? []));
    const removed: DocumentUri[] = [];
    const sidecars = new Set<DocumentUri>();
    for (const uri of deleted) {
      // A deleted folder is reported as itself alone.
      const below = `${uri}/`;
      for (const article of [...entry.articles.keys()]) {
        if (article === uri || article.startsWith(below)) {
          entry.articles.delete(article);
          removed.push(article);
        }
      }
      for (const document of [...entry.sidecars]) {
        if (sidecarUriOf(document) === uri || document.startsWith(below)) {
          entry.sidecars.delete(document);
          sidecars.add(document);
        }
      }
    }
    const taken = this.take(entry, files);
    for (const document of taken.sidecars) sidecars.add(document);
    // A file that is replaced (git, an editor that renames) is reported as created again.
    const known = new Set(taken.added);
    const rewritten = files.map(file => file.uri);
    for (const uri of rewritten) {
      const document = documentUriOf(uri);
      if (document !== undefined && entry.sidecars.has(document)) sidecars.add(document);
    }
    this.fire({
      added: taken.added,
      removed: removed.filter(uri => !entry.articles.has(uri)),
      changed: [...new Set(rewritten.filter(uri => entry.articles.has(uri) && !known.has(uri)))],
      sidecars: [...sidecars],
      codebooks: [...created, ...changed, ...deleted].some(isCodebook),
    });
  }

  /** The path of an address within the folder; undefined where it is in none that is listed. */
  private pathOf(entry: Entry, uri: string): string | undefined {
    const root = `${entry.folder.uri}/`;
    if (!uri.startsWith(root)) return undefined;
    const path = decodePath(uri.slice(root.length));
    return isBelowExcluded(path, this.filter) ? undefined : path;
  }

  /** The file at an address, where it is an article or a sidecar. */
  private fileAt(entry: Entry, uri: string): { uri: string; path: string } | undefined {
    const path = this.pathOf(entry, uri);
    const isListed = path !== undefined && (documentUriOf(uri) !== undefined || this.filter.isArticle(path));
    return isListed ? { uri, path } : undefined;
  }

  /** The file at an address, or all files below it where it is a folder. */
  private async filesAt(entry: Entry, uri: string): Promise<readonly { uri: string; path: string }[]> {
    const file = this.fileAt(entry, uri);
    if (file) return [file];
    const path = this.pathOf(entry, uri);
    if (path === undefined || !(await this.files.isFolder(uri))) return [];
    const found: { uri: string; path: string }[] = [];
    const skip = (below: string): boolean => this.filter.isExcludedFolder(`${path}/${below}`);
    try {
      for await (const batch of this.files.walk(uri, skip, new AbortController().signal))
        found.push(...batch.map(file => ({ uri: file.uri, path: `${path}/${file.path}` })));
    } catch {
      // What else is told of is taken in all the same.
    }
    return found;
  }

  private close(entry: Entry): void {
    entry.scan?.abort.abort();
    entry.watcher?.dispose();
    delete entry.scan;
    delete entry.watcher;
  }

  private fire(change: Partial<CorpusChange>): void {
    const whole = { ...NOTHING, ...change };
    const { folders, added, removed, changed, sidecars, codebooks } = whole;
    if (folders || codebooks || added.length || removed.length || changed.length || sidecars.length)
      this.changes.fire(whole);
  }
}

const isBelowExcluded = (path: string, filter: ArticleFilter): boolean => {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (filter.isExcludedFolder(path.slice(0, slash))) return true;
  return false;
};

function documentIn(entry: Entry, uri: DocumentUri): CorpusDocument | undefined {
  const { folder, state } = entry;
  const path = entry.articles.get(uri);
  if (path !== undefined) return { uri, folder, path, missing: false };
  // While the folder is being listed, the article may only not have been reached yet.
  if (!entry.sidecars.has(uri) || state === 'scanning') return undefined;
  return { uri, folder, path: pathBelow(folder.uri, uri), missing: true };
}

function* documentsOf(entry: Entry): Generator<CorpusDocument, void> {
  for (const [uri, path] of entry.articles) yield { uri, folder: entry.folder, path, missing: false };
  for (const uri of entry.sidecars) {
    const alone = entry.articles.has(uri) ? undefined : documentIn(entry, uri);
    if (alone) yield alone;
  }
}
