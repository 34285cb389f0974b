import { type ClaimComparison, comparableClaims, type ComparableClaim } from '../core/across/compareClaims';
import { comparedFigures, type Finding, findingsBetween } from '../core/across/findings';
import { gramsOf, isSpoken } from '../core/across/quoteGrams';
import { speakerNameOf } from '../core/across/speakerNames';
import { type Trace, traceQuote } from '../core/across/traceQuote';
import { type SpokenPassage, TracedDocument } from '../core/across/tracedDocument';
import { WordReader } from '../core/across/words';
import { type NumericClaim, type Quote, withNested } from '../core/detect/model';
import { LineIndex } from '../core/text/lineIndex';
import { type Span } from '../core/text/span';
import { type Analysis } from './analysis';
import { type Disposable } from './event';
import { WORK_SLICE_MS } from './inSlices';
import { type Clock, type DocumentUri } from './ports';
import { type SourceIndex } from './sourceIndex';

/** An article as it is compared with others: as its editor has it where it is open, else as its file reads. */
export interface SourceArticle {
  readonly uri: DocumentUri;
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
  readonly traced: TracedDocument;
  readonly comparable: readonly ComparableClaim[];
  readonly lines: LineIndex;
}

/** A place where a quote stands in another document. */
export interface SourceTrace {
  readonly article: SourceArticle;
  readonly trace: Trace;
}

/** A quote and where else it stands, in time order. */
export interface QuoteTraces {
  readonly article: SourceArticle;
  readonly passage: SpokenPassage;
  readonly traces: readonly SourceTrace[];
}

/** A figure of another document that is of the same thing; `a` is the one that was asked for. */
export interface SourceComparison {
  readonly article: SourceArticle;
  readonly comparison: ClaimComparison;
}

export interface ClaimComparisons {
  readonly article: SourceArticle;
  readonly claim: NumericClaim;
  readonly others: readonly SourceComparison[];
}

/** A finding and the two articles that it is between. */
export interface SourceFinding {
  readonly here: SourceArticle;
  readonly there: SourceArticle;
  readonly finding: Finding;
}

/** Asked between steps: false once nobody waits for the answer any more. */
export type IsWanted = () => boolean;

/** So many articles are held: a story, and what is near it. */
const MOST_HELD = 256;
/** In so many documents a quote is looked for at most, likeliest first. */
const MOST_SEARCHED = 200;

const ALWAYS: IsWanted = () => true;

/** Answers what the index cannot by itself: where a quote stands, which figures are of one thing. Reads the articles in question, and keeps those it read last. */
export class AcrossSources implements Disposable {
  private readonly held = new Map<DocumentUri, Promise<SourceArticle | undefined>>();
  private readonly subscriptions: readonly Disposable[];
  private readonly words = new WordReader();

  constructor(
    private readonly index: SourceIndex,
    private readonly analysis: Analysis,
    private readonly clock: Clock,
  ) {
    this.subscriptions = [
      analysis.onDidChange(uris => {
        for (const uri of uris) this.held.delete(uri);
      }),
      analysis.onDidEdit(({ uri }) => this.held.delete(uri)),
    ];
  }

  /** Undefined where it cannot be read. */
  article(uri: DocumentUri): Promise<SourceArticle | undefined> {
    const known = this.held.get(uri);
    if (known) {
      // The one asked for last is dropped last.
      this.held.delete(uri);
      this.held.set(uri, known);
      return known;
    }
    const reading = this.read(uri);
    this.held.set(uri, reading);
    if (this.held.size > MOST_HELD) this.held.delete(this.held.keys().next().value!);
    return reading;
  }

  /** Where else the innermost quote at an offset stands; undefined where no words of somebody's are there, or nobody waits any more. */
  async traceAt(uri: DocumentUri, offset: number, isWanted = ALWAYS): Promise<QuoteTraces | undefined> {
    const article = await this.article(uri);
    const passage = article?.traced.passages.findLast(
      ({ quote, isVerbatim }) => isVerbatim && quote.start <= offset && offset <= quote.end,
    );
    return article && passage && this.trace(article, passage, isWanted);
  }

  /** Where else a quote stands. */
  async traceQuote(uri: DocumentUri, span: Span, isWanted = ALWAYS): Promise<QuoteTraces | undefined> {
    const article = await this.article(uri);
    const passage = article?.traced.passages.find(
      ({ quote, isVerbatim }) => isVerbatim && quote.start === span.start && quote.end === span.end,
    );
    return article && passage && this.trace(article, passage, isWanted);
  }

  /** Figures of other documents that are of the same thing as the one at an offset; undefined where there is none. */
  async compareAt(uri: DocumentUri, offset: number, isWanted = ALWAYS): Promise<ClaimComparisons | undefined> {
    const article = await this.article(uri);
    const claim = article?.claims.find(({ start, end }) => start <= offset && offset <= end);
    if (!article || !claim) return undefined;
    const others: SourceComparison[] = [];
    const pause = this.pauses(isWanted);
    for (const other of this.index.neighboursOf(uri)) {
      const there = await this.article(other);
      if (!there) continue;
      const own = comparedFigures(article, there).filter(({ a }) => a.claim === claim || a.whole === claim);
      others.push(...own.map(comparison => ({ article: there, comparison })));
      if (!(await pause())) return undefined;
    }
    return { article, claim, others: this.sorted(others, ({ article: there }) => there.uri) };
  }

  /** The findings between a document and all that is near it, the document's own passage first. As far as it got where nobody waits any more. */
  async *findingsOf(uri: DocumentUri, isWanted = ALWAYS): AsyncGenerator<readonly SourceFinding[], void> {
    const here = await this.article(uri);
    if (!here) return;
    const pause = this.pauses(isWanted);
    for (const other of this.index.inTime(this.index.neighboursOf(uri).filter(near => this.isTold(uri, near)))) {
      const there = await this.article(other);
      if (!there) continue;
      const findings = findingsBetween(here, there, this.index.weightOf);
      if (findings.length) yield findings.map(finding => ({ here, there, finding }));
      if (!(await pause())) return;
    }
  }

  /** The findings of the whole corpus, story by story, each pair of documents once; the earlier document comes first. */
  async *allFindings(isWanted = ALWAYS): AsyncGenerator<readonly SourceFinding[], void> {
    const done = new Set<string>();
    for (const { documents } of [...this.index.stories].sort((a, b) => b.documents.length - a.documents.length))
      for (const uri of this.index.inTime(documents)) {
        const isOther = (other: DocumentUri): boolean =>
          this.isTold(uri, other) && this.isTold(other, uri) && !done.has(`${other}\n${uri}`);
        const others = this.index.neighboursOf(uri).filter(isOther);
        if (!others.length) continue;
        const here = await this.article(uri);
        if (!here) continue;
        const pause = this.pauses(isWanted);
        for (const other of this.index.inTime(others)) {
          done.add(`${uri}\n${other}`);
          const there = await this.article(other);
          if (!there) continue;
          const findings = findingsBetween(here, there, this.index.weightOf);
          if (findings.length) yield findings.map(finding => ({ here, there, finding }));
          if (!(await pause())) return;
        }
      }
  }

  /** A document's quotes in somebody's own words, in text order. */
  quotesOf({ quotes }: SourceArticle): readonly Quote[] {
    return withNested(quotes).filter(isSpoken);
  }

  /** Who says a quote, by the name that the article gives; undefined where it gives none. */
  readonly speakerOf = speakerNameOf;

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.held.clear();
  }

  private async read(uri: DocumentUri): Promise<SourceArticle | undefined> {
    const found = await this.analysis.detectionOf(uri);
    if (!found) return undefined;
    const text = found.text.slice(0, found.text.length);
    const { quotes, claims } = found.detection;
    const traced = new TracedDocument(uri, text, quotes);
    const comparable = comparableClaims(traced, claims, this.index.weightOf);
    return { uri, text, quotes, claims, traced, comparable, lines: new LineIndex(text) };
  }

  private async trace(
    article: SourceArticle,
    passage: SpokenPassage,
    isWanted: IsWanted,
  ): Promise<QuoteTraces | undefined> {
    const { uri, text } = article;
    const grams = gramsOf(this.words.read(text, passage.quote.start, passage.quote.end));
    const others = new Set([...this.index.sharingGrams(grams), ...this.index.neighboursOf(uri)]);
    others.delete(uri);
    const traces: SourceTrace[] = [];
    const pause = this.pauses(isWanted);
    for (const other of [...others].slice(0, MOST_SEARCHED)) {
      const there = await this.article(other);
      if (there)
        for (const trace of traceQuote(article.traced, passage, there.traced, this.index.weightOf))
          traces.push({ article: there, trace });
      if (!(await pause())) return undefined;
    }
    return { article, passage, traces: this.sorted(traces, ({ article: there }) => there.uri) };
  }

  /** Pauses where a slice of work is over; resolves to false where nobody waits any more. */
  private pauses(isWanted: IsWanted): () => Promise<boolean> {
    let sliceStart = this.clock.now();
    return async () => {
      if (this.clock.now() - sliceStart >= WORK_SLICE_MS) {
        await this.clock.pause();
        sliceStart = this.clock.now();
      }
      return isWanted();
    };
  }

  private sorted<T>(found: readonly T[], uriOf: (item: T) => DocumentUri): readonly T[] {
    const places = new Map(this.index.inTime(new Set(found.map(uriOf))).map((uri, place) => [uri, place]));
    return [...found].sort((a, b) => places.get(uriOf(a))! - places.get(uriOf(b))!);
  }

  /** What copies repeat is told of their original; a copy is compared with that alone. */
  private isTold(uri: DocumentUri, other: DocumentUri): boolean {
    const original = this.index.originalOf(other);
    return original === undefined || original === uri;
  }
}
