import { type Analysis } from './analysis';
import { type AnnotationStore } from './annotationStore';
import { type Corpus, type CorpusChange } from './corpus';
import { type Disposable } from './event';
import { type DocumentUri } from './ports';

/** Carries news of the corpus to those who depend on it: sidecars are read, articles analysed, what is gone is forgotten. */
export class CorpusSession implements Disposable {
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
  ) {
    this.subscriptions = [
      corpus.onDidChange(change => this.carry(change)),
      analysis.onDidChange(uris => {
        for (const uri of uris) if (analysis.record(uri)?.problem?.kind === 'missing') void this.dropMissing(uri);
      }),
    ];
  }

  /** Looks at every folder, article and sidecar again: some file systems tell nothing of what changes. Resolves once folders and sidecars are read. */
  async refresh(): Promise<void> {
    await this.corpus.rescan();
    this.analysis.verify([...this.corpus.eachDocument()].flatMap(({ uri, missing }) => (missing ? [] : uri)));
    await Promise.all(this.store.documents.map(uri => this.reload(uri)));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private carry({ added, removed, changed, sidecars }: CorpusChange): void {
    for (const uri of removed) {
      this.analysis.forget(uri);
      if (!this.corpus.document(uri)) this.store.forget(uri);
    }
    for (const uri of added) this.store.settled(uri);
    for (const uri of sidecars) void this.reload(uri);
    this.analysis.verify(added);
    this.analysis.analyse(changed);
  }

  /** Of a file that is made and deleted in one moment, watchers may tell the first alone. */
  private async reload(uri: DocumentUri): Promise<void> {
    await this.store.reload(uri);
    if (!this.store.state(uri)) this.corpus.sidecarVanished(uri);
  }

  private async dropMissing(uri: DocumentUri): Promise<void> {
    if (!(await this.corpus.articleVanished(uri))) this.analysis.analyse([uri]);
  }
}
