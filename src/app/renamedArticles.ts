import { type ArticleLikeness, likenessOfArticle } from '../core/anchor/likenessOfArticle';
import { type AnnotationStore } from './annotationStore';
import { type Corpus } from './corpus';
import { type Disposable, Emitter } from './event';
import { type ArticleFiles, type Clock, type DocumentUri } from './ports';

/** An article that may be the missing one of a sidecar. */
export interface RenamedArticle {
  readonly uri: DocumentUri;
  readonly likeness: Exclude<ArticleLikeness, 'other'>;
}

/** Milliseconds of work after which the host gets its turn. */
const WORK_SLICE_MS = 10;

/**
 * Recognises articles that were renamed outside of the editor: of a sidecar the article is missing, and the annotations agree with
 * an article that has no sidecar. Says so, and does nothing about it.
 */
export class RenamedArticles implements Disposable {
  /** By missing document, what was compared with it and is like it. */
  private readonly found = new Map<DocumentUri, Map<DocumentUri, RenamedArticle['likeness']>>();
  private readonly unread = new Set<DocumentUri>();
  private readonly changes = new Emitter<readonly DocumentUri[]>();
  private readonly subscription: Disposable;
  private looking: Promise<void> = Promise.resolve();

  /** Fires with the missing documents for which an article was found. */
  readonly onDidFind = this.changes.event;

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly files: Pick<ArticleFiles, 'read'>,
    private readonly clock: Pick<Clock, 'now' | 'pause'>,
  ) {
    this.subscription = corpus.onDidChange(({ added, changed }) => {
      // A document that goes missing later is compared with all.
      if (this.found.size > 0) for (const uri of [...added, ...changed]) this.unread.add(uri);
    });
  }

  /** What a missing document may be called now, the likest first; nothing for one that is not missing. */
  of(document: DocumentUri): readonly RenamedArticle[] {
    if (!this.isMissing(document)) return [];
    const found = [...(this.found.get(document) ?? [])].map(([uri, likeness]) => ({ uri, likeness }));
    return found
      .filter(({ uri }) => this.isFree(uri))
      .sort((a, b) => Number(b.likeness === 'same') - Number(a.likeness === 'same') || (a.uri < b.uri ? -1 : 1));
  }

  /** Articles of the corpus without a sidecar, in no order. */
  get freeArticles(): readonly DocumentUri[] {
    return this.corpus.documents.filter(({ uri, missing }) => !missing && this.isFree(uri)).map(({ uri }) => uri);
  }

  /** Documents whose sidecar is there while they are not, in no order. */
  get missing(): readonly DocumentUri[] {
    return this.corpus.documents.filter(({ missing }) => missing).map(({ uri }) => uri);
  }

  /** Compares what has not been compared yet. To be called once the corpus has come to rest; costs nothing where nothing is missing. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.compare());
    return this.looking;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }

  private async compare(): Promise<void> {
    const missing = this.missing.filter(uri => this.store.everyAnnotation(uri).length > 0);
    for (const uri of this.found.keys()) if (!missing.includes(uri)) this.found.delete(uri);
    const fresh = missing.filter(uri => !this.found.has(uri));
    for (const uri of fresh) this.found.set(uri, new Map());
    const unread = new Set(this.unread);
    this.unread.clear();
    if (missing.length === 0) return;
    const news = new Set<DocumentUri>();
    let sliceStart = this.clock.now();
    for (const uri of this.freeArticles) {
      const sought = unread.has(uri) ? missing : fresh;
      if (sought.length === 0) continue;
      const reading = await this.files.read(uri);
      for (const document of sought) {
        const likeness =
          reading.kind === 'text' ? likenessOfArticle(reading.text, this.store.everyAnnotation(document)) : 'other';
        if (likeness === 'other') this.found.get(document)?.delete(uri);
        else if (this.found.get(document)?.set(uri, likeness)) news.add(document);
      }
      if (this.clock.now() - sliceStart < WORK_SLICE_MS) continue;
      await this.clock.pause();
      sliceStart = this.clock.now();
    }
    if (news.size > 0) this.changes.fire([...news]);
  }

  private isMissing(uri: DocumentUri): boolean {
    return this.corpus.document(uri)?.missing === true;
  }

  private isFree(uri: DocumentUri): boolean {
    return this.corpus.has(uri) && this.store.state(uri) === undefined;
  }
}
