import { type Analysis } from './analysis';
import { type AnnotationStore } from './annotationStore';
import { type Corpus, type CorpusChange } from './corpus';
import { type Disposable } from './event';

/** Carries news of the corpus to those who depend on it: sidecars are read, articles analysed, what is gone is forgotten. */
export class CorpusSession implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
  ) {
    this.subscription = corpus.onDidChange(change => this.carry(corpus, change));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private carry(corpus: Corpus, { added, removed, changed, sidecars }: CorpusChange): void {
    for (const uri of removed) {
      this.analysis.forget(uri);
      if (!corpus.document(uri)) this.store.forget(uri);
    }
    for (const uri of added) this.store.settled(uri);
    for (const uri of sidecars) void this.store.reload(uri);
    this.analysis.analyse([...added, ...changed]);
  }
}
