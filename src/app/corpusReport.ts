import { isSure } from '../core/anchor/resolution';
import { quotedSpeakers } from '../core/report/quotedSpeakers';
import { reportAnnotation, type ReportDocument, type ReportQuote } from '../core/report/reportDocument';
import { type Analysis } from './analysis';
import { type AnnotationOverview, type CorpusView, type DocumentOverview } from './corpusView';
import { WORK_SLICE_MS } from './inSlices';
import { type Clock, type DocumentUri } from './ports';

/** Which annotations a report is about. */
export interface ReportFilter {
  readonly isWanted: (overview: AnnotationOverview) => boolean;
  /** In words; undefined where every annotation is wanted. */
  readonly words: string | undefined;
}

/** What changed since a report was told last. */
export interface ReportChange {
  readonly changed: readonly ReportDocument[];
  readonly removed: readonly DocumentUri[];
}

interface Reading {
  readonly length: number | undefined;
  readonly quotes: readonly ReportQuote[];
}

/**
 * What a report is told of the corpus: each document once, and again when it says something else. One of these for each report that
 * is shown; it remembers what it told.
 */
export class CorpusReport {
  private readonly told = new Map<DocumentUri, string>();
  private readonly readings = new Map<DocumentUri, Reading>();
  /** Read before the article changed: good enough until it is read again. */
  private readonly outdated = new Set<DocumentUri>();

  constructor(
    private readonly view: CorpusView,
    private readonly analysis: Analysis,
    private readonly clock: Pick<Clock, 'now' | 'pause'>,
    private readonly filter: () => ReportFilter,
  ) {}

  /** Forgets what it told: whoever was told has forgotten it too. */
  restart(): void {
    this.told.clear();
  }

  /** What was read of these articles is not so any more. */
  articlesChanged(uris: Iterable<DocumentUri>): void {
    for (const uri of uris) this.outdated.add(uri);
  }

  /** Tells of those among `uris` that say something else than when last told, in pieces of 10 ms' work, until `isWanted` says no. */
  async tell(
    uris: Iterable<DocumentUri>,
    post: (change: ReportChange) => void,
    isWanted: () => boolean,
  ): Promise<void> {
    await this.each(uris, isWanted, post, uri => this.changeOf(uri));
  }

  /** Reads those among `uris` for quotes that have not been read yet, and tells of them likewise. */
  async readQuotes(
    uris: Iterable<DocumentUri>,
    post: (change: ReportChange) => void,
    isWanted: () => boolean,
  ): Promise<void> {
    await this.each(uris, isWanted, post, async uri => {
      if (this.readings.has(uri) && !this.outdated.has(uri)) return undefined;
      this.outdated.delete(uri);
      const found = await this.analysis.detectionOf(uri);
      const reading = {
        length: found?.text.length,
        quotes: found ? quotedSpeakers(found.text, found.detection.quotes) : [],
      };
      this.readings.set(uri, reading);
      return this.changeOf(uri);
    });
  }

  /** The quote that starts at an offset of an article, where it was read. */
  quoteAt(uri: DocumentUri, start: number): ReportQuote | undefined {
    return this.readings.get(uri)?.quotes.find(quote => quote.start === start);
  }

  private async each(
    uris: Iterable<DocumentUri>,
    isWanted: () => boolean,
    post: (change: ReportChange) => void,
    changeOf: (
      uri: DocumentUri,
    ) => ReportDocument | 'removed' | undefined | Promise<ReportDocument | 'removed' | undefined>,
  ): Promise<void> {
    let changed: ReportDocument[] = [];
    let removed: DocumentUri[] = [];
    const flush = (): void => {
      if (changed.length || removed.length) post({ changed, removed });
      [changed, removed] = [[], []];
    };
    let sliceStart = this.clock.now();
    for (const uri of uris) {
      const change = await changeOf(uri);
      if (!isWanted()) return;
      if (change === 'removed') removed.push(uri);
      else if (change) changed.push(change);
      if (this.clock.now() - sliceStart < WORK_SLICE_MS) continue;
      flush();
      await this.clock.pause();
      if (!isWanted()) return;
      sliceStart = this.clock.now();
    }
    flush();
  }

  /** Undefined where it says the same as when last told. */
  private changeOf(uri: DocumentUri): ReportDocument | 'removed' | undefined {
    const overview = this.view.overview(uri);
    if (!overview) {
      this.readings.delete(uri);
      this.outdated.delete(uri);
      return this.told.delete(uri) ? 'removed' : undefined;
    }
    const document = reportDocument(overview, this.readings.get(uri), this.filter());
    const says = JSON.stringify(document);
    if (this.told.get(uri) === says) return undefined;
    this.told.set(uri, says);
    return document;
  }
}

/** A document as a report counts it. */
function reportDocument(
  { document, title, facts, annotations }: DocumentOverview,
  reading: Reading | undefined,
  { isWanted }: ReportFilter,
): ReportDocument {
  return {
    uri: document.uri,
    path: document.path,
    title,
    ...(facts.publisher === undefined ? {} : { publisher: facts.publisher }),
    ...(facts.date === undefined ? {} : { date: facts.date }),
    ...(reading?.length === undefined ? {} : { length: reading.length }),
    annotations: annotations
      .filter(isWanted)
      .map(({ annotation, passage }) =>
        reportAnnotation(annotation, passage && isSure(passage) ? passage.span : undefined),
      ),
    ...(reading ? { quotes: reading.quotes } : {}),
  };
}
