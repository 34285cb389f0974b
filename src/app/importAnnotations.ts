import { type DocumentFacts } from '../core/annotation/model';
import { deriveFacts } from '../core/corpus/facts';
import { DocumentIndex } from '../core/exchange/documentIndex';
import {
  type ImportedAnnotation,
  importProblem,
  type ImportProblem,
  type ImportReading,
} from '../core/exchange/importedAnnotation';
import { type ImportFormat } from '../core/exchange/formats';
import { type Addition, planImport } from '../core/exchange/planImport';
import { type SidecarProblem } from '../core/sidecar/sidecarProblem';
import { isWebAddress } from '../core/exchange/webAnnotation';
import { type AnnotationStore } from './annotationStore';
import { type ExchangedDocument, type Watching } from './exportAnnotations';
import { type MakeChange } from './history';
import { type ArticleFiles, type DocumentUri } from './ports';

/** A file to be imported, under the name by which the user knows it. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What importing works with. `change`: the one way in which this session's user changes sidecars. */
export interface ImportParts {
  readonly articles: Pick<ArticleFiles, 'read'>;
  readonly store: AnnotationStore;
  readonly change: MakeChange;
}

/** A problem, and the file that it is about. */
export interface FileProblem extends ImportProblem {
  readonly file: string;
}

/** What came of an import. */
export interface Imported {
  readonly added: number;
  /** So many were there already and say the same. */
  readonly known: number;
  /** In the order of the files, then of the documents. */
  readonly problems: readonly FileProblem[];
  /** It was stopped: documents that had not come up yet are as they were. */
  readonly stopped: boolean;
}

/**
 * Imports files into the sidecars of documents: what is new is added, nothing that is there is changed, so that importing again adds
 * nothing. Every annotation is added, known already, or told of as a problem. Never rejects but for a defect.
 */
export async function importAnnotations(
  format: ImportFormat,
  files: readonly ImportFile[],
  documents: readonly ExchangedDocument[],
  parts: ImportParts,
  watching: Watching,
): Promise<Imported> {
  // Few sessions import: see exportAnnotations.
  const { readImport } = await import('../core/exchange/readImport');
  const readings = files.flatMap(({ name, bytes }) => readImport(format, name, bytes));
  const run = new ImportRun(documents, parts);
  for (const reading of readings) await run.take(reading);
  return run.write(watching);
}

interface FileReading extends ImportReading {
  readonly file: string;
}

interface Incoming {
  readonly file: string;
  readonly annotation: ImportedAnnotation;
}

/** True of what refuses an edit for one annotation's sake: the others can be added without it. */
const isOfOne = ({ code }: SidecarProblem): boolean => code === 'duplicate-id' || code === 'cannot-edit-in-place';

/** One import under way. */
class ImportRun {
  private readonly problems: FileProblem[] = [];
  private readonly incoming = new Map<ExchangedDocument, Incoming[]>();
  private readonly byUri: ReadonlyMap<DocumentUri, ExchangedDocument>;
  private index: DocumentIndex<ExchangedDocument & { readonly url?: string }>;
  private addressesRead = false;
  /** The documents that have an annotation of an id. */
  private readonly owners = new Map<string, ExchangedDocument>();

  constructor(
    private readonly documents: readonly ExchangedDocument[],
    private readonly parts: ImportParts,
  ) {
    this.byUri = new Map(documents.map(document => [document.uri, document]));
    this.index = new DocumentIndex(documents.map(document => ({ ...document, ...this.storedAddress(document) })));
  }

  /** Finds the documents of what a file holds. */
  async take({ file, annotations, problems }: FileReading): Promise<void> {
    this.problems.push(...problems.map(problem => ({ ...problem, file })));
    for (const annotation of annotations) {
      const found = await this.find(annotation.documents);
      if (found.length === 1) {
        const document = this.byUri.get(found[0]!.uri)!;
        const list = this.incoming.get(document);
        if (list) list.push({ file, annotation });
        else this.incoming.set(document, [{ file, annotation }]);
      } else {
        const code = found.length === 0 ? 'no-document' : 'several-documents';
        this.report(file, importProblem(code, annotation.place, { document: annotation.documents[0] ?? '' }));
      }
    }
  }

  /** Writes document by document. */
  async write({ signal, advance }: Watching): Promise<Imported> {
    for (const document of this.documents)
      for (const { id } of this.parts.store.everyAnnotation(document.uri)) this.owners.set(id, document);
    let added = 0;
    let known = 0;
    let stopped = false;
    for (const [document, incoming] of this.incoming) {
      stopped = signal.aborted;
      if (stopped) break;
      const result = await this.writeTo(document, incoming, signal);
      added += result.added;
      known += result.known;
      stopped = result.stopped;
      advance();
    }
    return { added, known, problems: this.problems, stopped };
  }

  private async writeTo(
    document: ExchangedDocument,
    incoming: readonly Incoming[],
    signal: AbortSignal,
  ): Promise<{ readonly added: number; readonly known: number; readonly stopped: boolean }> {
    const { articles, store } = this.parts;
    const { uri, path } = document;
    const own = incoming.filter(({ file, annotation: { id, place } }) => {
      const owner = this.owners.get(id) ?? document;
      if (owner !== document) this.report(file, importProblem('id-elsewhere', place, { id, document: owner.path }));
      return owner === document;
    });
    const reading = await articles.read(uri);
    if (reading.kind !== 'text') {
      for (const { file, annotation } of own)
        this.report(file, importProblem('unreadable-article', annotation.place, { document: path }));
      return { added: 0, known: 0, stopped: false };
    }
    await store.reload(uri);
    const facts = deriveFacts(reading.text);
    // Places are told apart by their file: those of several files can be the same.
    const fileOf = new Map(own.map(({ file, annotation }) => [annotation, file]));
    const plan = planImport(
      reading.text,
      store.everyAnnotation(uri),
      own.map(({ annotation }) => annotation),
    );
    for (const { problem, imported } of plan.problems) this.report(fileOf.get(imported)!, problem);
    if (signal.aborted) return { added: 0, known: plan.known, stopped: true };
    const added = await this.add(document, plan.additions, imported => fileOf.get(imported)!, facts);
    return { added, known: plan.known, stopped: false };
  }

  /** All at once: a sidecar that is read and written for each of them takes time by their square. Resolves with how many were added. */
  private async add(
    document: ExchangedDocument,
    additions: readonly Addition[],
    fileOf: (imported: ImportedAnnotation) => string,
    facts: DocumentFacts,
  ): Promise<number> {
    if (additions.length === 0) return 0;
    const { uri, path } = document;
    const edits = additions.map(({ annotation }) => ({ kind: 'add', annotation }) as const);
    const outcome = await this.parts.change(uri, { kind: 'group', edits }, facts);
    if (outcome.kind === 'done') {
      for (const { annotation } of additions) this.owners.set(annotation.id, document);
      return additions.length;
    }
    if (outcome.kind === 'refused' && additions.length > 1 && outcome.problems.some(isOfOne)) {
      const half = additions.length >> 1;
      const added = await this.add(document, additions.slice(0, half), fileOf, facts);
      return added + (await this.add(document, additions.slice(half), fileOf, facts));
    }
    const reason = outcome.kind === 'failed' ? outcome.reason : '';
    for (const { imported } of additions)
      this.report(
        fileOf(imported),
        outcome.kind === 'refused'
          ? importProblem('refused', imported.place, { document: path })
          : importProblem('not-written', imported.place, { document: path, reason }),
      );
    return 0;
  }

  /** The documents that names may mean. What addresses the articles themselves tell is read once it matters. */
  private async find(names: readonly string[]): Promise<readonly ExchangedDocument[]> {
    const found = this.index.find(names);
    if (found.length > 0 || this.addressesRead || !names.some(isWebAddress)) return found;
    this.addressesRead = true;
    const addressed: (ExchangedDocument & { readonly url?: string })[] = [];
    for (const document of this.documents) {
      const stored = this.storedAddress(document);
      const reading = stored.url === undefined ? await this.parts.articles.read(document.uri) : undefined;
      const url = reading?.kind === 'text' ? deriveFacts(reading.text).url : undefined;
      addressed.push({ ...document, ...stored, ...(url === undefined ? {} : { url }) });
    }
    this.index = new DocumentIndex(addressed);
    return this.index.find(names);
  }

  private storedAddress({ uri }: ExchangedDocument): { readonly url?: string } {
    const url = this.parts.store.state(uri)?.parsed?.facts.url;
    return url === undefined ? {} : { url };
  }

  private report(file: string, problem: ImportProblem): void {
    this.problems.push({ ...problem, file });
  }
}
