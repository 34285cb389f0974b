import { type Codebook, parseCodebook } from '../core/codebook/parseCodebook';
import { CODEBOOK_NAME } from '../core/sidecar/sidecarName';
import { type Corpus } from './corpus';
import { type Disposable } from './event';
import { type SidecarFiles } from './ports';

/** The codebooks of the corpus' folders, read when they change. */
export class Codebooks implements Disposable {
  private readonly byFolder = new Map<string, Codebook>();
  private readonly subscription: Disposable;

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
    return folder === undefined ? undefined : this.byFolder.get(folder);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async reload(): Promise<void> {
    await Promise.all(
      this.corpus.folders.map(async ({ folder, state }) => {
        const reading = state === 'corpus' ? await this.files.read(`${folder.uri}/${CODEBOOK_NAME}`) : undefined;
        if (reading?.kind === 'source') this.byFolder.set(folder.uri, parseCodebook(reading.source));
        else this.byFolder.delete(folder.uri);
      }),
    );
  }
}
