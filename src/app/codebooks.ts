import { type Codebook, parseCodebook } from '../core/codebook/parseCodebook';
import { CODEBOOK_NAME } from '../core/sidecar/sidecarName';
import { type Corpus } from './corpus';
import { type Disposable, Emitter } from './event';
import { type SidecarFiles } from './ports';

/** A codebook as it was read. */
export interface FolderCodebook {
  readonly uri: string;
  readonly source: string;
  readonly codebook: Codebook;
}

/** The codebooks of the corpus' folders, read when they change. */
export class Codebooks implements Disposable {
  private byFolder = new Map<string, FolderCodebook>();
  private read: ReadonlySet<string> = new Set();
  private readonly subscription: Disposable;
  private readonly changes = new Emitter<void>();

  /** Fires when they say something else than before. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly corpus: Corpus,
    private readonly files: Pick<SidecarFiles, 'read'>,
  ) {
    this.subscription = corpus.onDidChange(({ folders, codebooks }) => {
      if (folders || codebooks) void this.reload();
    });
  }

  /** The codebook of a document's folder; undefined where it has none. */
  of(document: string): Codebook | undefined {
    const folder = this.corpus.document(document)?.folder.uri;
    return folder === undefined ? undefined : this.byFolder.get(folder)?.codebook;
  }

  /**
   * True where the folder's annotators are not to see each other's annotations. Before its codebook was read that is not known, and
   * true.
   */
  isBlind(document: string): boolean {
    const folder = this.corpus.document(document)?.folder.uri;
    return folder !== undefined && (!this.read.has(folder) || this.byFolder.get(folder)?.codebook.blind === true);
  }

  /** Which folders are blind, as a text that is another where these are others. */
  get blindness(): string {
    return JSON.stringify(
      [...this.read].filter(folder => this.byFolder.get(folder)?.codebook.blind !== true).toSorted(),
    );
  }

  /** The only one there is; undefined where folders have different ones: what goes for all documents has none then. */
  get only(): Codebook | undefined {
    return this.byFolder.size === 1 ? [...this.byFolder.values()][0]!.codebook : undefined;
  }

  get all(): Iterable<FolderCodebook> {
    return this.byFolder.values();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }

  private async reload(): Promise<void> {
    const sources = new Map<string, string | undefined>();
    const read = async (folder: string): Promise<void> => {
      const reading = await this.files.read(uriIn(folder));
      sources.set(folder, reading.kind === 'source' ? reading.source : undefined);
    };
    await Promise.all(this.corpus.folders.flatMap(({ folder, state }) => (state === 'corpus' ? read(folder.uri) : [])));
    const isKnown = ([folder, source]: readonly [string, string | undefined]): boolean =>
      this.read.has(folder) && this.byFolder.get(folder)?.source === source;
    if (sources.size === this.read.size && [...sources].every(isKnown)) return;
    const before = this.byFolder;
    this.byFolder = new Map();
    for (const [folder, source] of sources) {
      if (source === undefined) continue;
      const known = before.get(folder);
      const codebook = known?.source === source ? known.codebook : parseCodebook(source);
      this.byFolder.set(folder, { uri: uriIn(folder), source, codebook });
    }
    this.read = new Set(sources.keys());
    this.changes.fire();
  }
}

const uriIn = (folder: string): string => `${folder}/${CODEBOOK_NAME}`;
