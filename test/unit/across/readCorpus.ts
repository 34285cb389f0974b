import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparableClaims, type ComparableClaim } from '../../../src/core/across/compareClaims';
import { CorpusIndex } from '../../../src/core/across/corpusIndex';
import { FeatureReader } from '../../../src/core/across/features';
import { type Trace, traceQuote } from '../../../src/core/across/traceQuote';
import { type SpokenPassage, TracedDocument } from '../../../src/core/across/tracedDocument';
import { deriveFacts } from '../../../src/core/corpus/facts';
import { detect } from '../../../src/core/detect/detect';
import { drained } from '../../../src/core/drained';

/** A corpus in memory, indexed, with what tests ask of it in words. */
export class TestCorpus {
  readonly index = new CorpusIndex();
  private readonly documents = new Map<string, TracedDocument>();
  private readonly texts = new Map<string, string>();

  constructor(texts: Readonly<Record<string, string>>) {
    const reader = new FeatureReader();
    for (const [id, text] of Object.entries(texts)) {
      const { quotes } = detect(text);
      this.index.set(id, reader.read(text, { quotes }, deriveFacts(text)));
      this.documents.set(id, new TracedDocument(id, text, quotes));
      this.texts.set(id, text);
    }
  }

  /** Stories of more than one document, as lists of ids. */
  get stories(): readonly (readonly string[])[] {
    return drained(this.index.stories())
      .map(({ documents }) => documents)
      .filter(({ length }) => length > 1);
  }

  /** The quote in `from` that holds these words, traced in `to`: kind, words there. */
  trace(from: string, words: string, to: string): readonly (readonly [kind: string, words: string])[] {
    return this.traces(from, words, to).map(({ kind, span }) => [
      kind,
      this.texts.get(to)!.slice(span.start, span.end),
    ]);
  }

  traces(from: string, words: string, to: string): readonly Trace[] {
    return traceQuote(
      this.documents.get(from)!,
      this.passage(from, words),
      this.documents.get(to)!,
      this.index.weightOf,
    );
  }

  passage(id: string, words: string): SpokenPassage {
    const at = this.texts.get(id)!.indexOf(words);
    const found = this.documents
      .get(id)!
      .passages.find(({ isVerbatim, quote }) => isVerbatim && quote.start <= at && at + words.length <= quote.end);
    if (at < 0 || !found) throw new Error(`${id} has no quote “${words}”`);
    return found;
  }

  claims(id: string): readonly ComparableClaim[] {
    const text = this.texts.get(id)!;
    return comparableClaims(this.documents.get(id)!, detect(text).claims, this.index.weightOf);
  }

  textOf(id: string): string {
    return this.texts.get(id)!;
  }
}

/** The articles below a folder, by their path in it. */
export function articlesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:txt|md)$/.test(file));
  return Object.fromEntries(files.sort().map(file => [file, readFileSync(join(folder, file), 'utf8')]));
}
