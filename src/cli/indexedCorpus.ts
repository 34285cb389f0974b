import { join, relative, sep } from 'node:path';
import { comparableClaims, type ComparableClaim } from '../core/across/compareClaims';
import { CorpusIndex, type Story } from '../core/across/corpusIndex';
import { FeatureReader } from '../core/across/features';
import { dayOfDate } from '../core/across/mentionedDates';
import { TracedDocument } from '../core/across/tracedDocument';
import { type DocumentFacts } from '../core/annotation/model';
import { articleFilter, DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/corpus/articleFilter';
import { deriveFacts } from '../core/corpus/facts';
import { Detector } from '../core/detect/detect';
import { type NumericClaim } from '../core/detect/model';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { sidecarNameOf } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { LineIndex } from '../core/text/lineIndex';
import { drained } from '../core/drained';
import { filesBelow } from './filesBelow';
import { readText } from './readText';

/** An article that is compared with others. */
export interface CorpusArticle {
  /** Its path below the corpus' folder, with slashes. */
  readonly file: string;
  readonly traced: TracedDocument;
  readonly claims: readonly NumericClaim[];
  readonly comparable: readonly ComparableClaim[];
  readonly lines: LineIndex;
}

/** So many articles are held at once: a story and those near it. */
const MOST_HELD = 256;

/** A folder's articles and what is known across them. Holds what the index keeps and the articles that were read last. */
export class IndexedCorpus {
  private readonly held = new Map<string, CorpusArticle>();
  private readonly detector = new Detector();
  private readonly facts = new Map<string, DocumentFacts>();
  private known: readonly Story[] | undefined;

  private constructor(
    private readonly folder: string,
    readonly index: CorpusIndex,
  ) {}

  /** Reads the articles below a folder one after the other. `warn` is told which could not be read, and why; those are left out. */
  static async read(folder: string, warn: (message: string) => void): Promise<IndexedCorpus> {
    const corpus = new IndexedCorpus(folder, new CorpusIndex());
    const filter = articleFilter(DEFAULT_INCLUDE, DEFAULT_EXCLUDE);
    const reader = new FeatureReader();
    for (const path of await filesBelow(folder, path => filter.isArticle(path))) {
      const file = relative(folder, path).split(sep).join('/');
      try {
        const text = canonicalText(await readText(path));
        const facts = { ...deriveFacts(text), ...(await sidecarFacts(path)) };
        corpus.facts.set(file, facts);
        corpus.index.set(file, reader.read(text, corpus.detector.detect(text), facts));
      } catch (error) {
        warn(`${file}: ${(error as Error).message}`);
      }
    }
    return corpus;
  }

  factsOf(file: string): DocumentFacts {
    return this.facts.get(file) ?? {};
  }

  dayOf(file: string): number | undefined {
    return dayOfDate(this.factsOf(file).date);
  }

  get stories(): readonly Story[] {
    return (this.known ??= drained(this.index.stories()));
  }

  /** The story of each file. */
  storyOf(file: string): Story | undefined {
    return this.stories.find(({ documents }) => documents.includes(file));
  }

  /** Files in time order, those of unknown date last. */
  inTime(files: readonly string[]): readonly string[] {
    const day = (file: string): number => this.dayOf(file) ?? Number.MAX_SAFE_INTEGER;
    return [...files].sort((a, b) => day(a) - day(b) || (a < b ? -1 : 1));
  }

  /** Rejects where the file cannot be read any more. */
  async article(file: string): Promise<CorpusArticle> {
    const known = this.held.get(file);
    if (known) return known;
    const text = canonicalText(await readText(join(this.folder, file)));
    const { quotes, claims } = this.detector.detect(text);
    const traced = new TracedDocument(file, text, quotes);
    const comparable = comparableClaims(traced, claims, this.index.weightOf);
    const article = { file, traced, claims, comparable, lines: new LineIndex(text) };
    if (this.held.size >= MOST_HELD) this.held.delete(this.held.keys().next().value!);
    this.held.set(file, article);
    return article;
  }

  articles(files: readonly string[]): Promise<readonly CorpusArticle[]> {
    return Promise.all(files.map(file => this.article(file)));
  }
}

/** What the sidecar beside an article says of it; nothing where there is none, or it cannot be read. */
async function sidecarFacts(path: string): Promise<DocumentFacts> {
  try {
    return parseSidecar(await readText(sidecarNameOf(path))).facts;
  } catch {
    return {};
  }
}
