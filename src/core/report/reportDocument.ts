import { excerpt } from '../annotation/excerpt';
import { type Annotation, judgementOf } from '../annotation/model';
import { type QuoteType } from '../detect/model';
import { type Span } from '../text/span';

/** An annotation as the report counts it. */
export interface ReportAnnotation extends Pick<
  Annotation,
  'id' | 'author' | 'stance' | 'target' | 'reliability' | 'credibility' | 'basis' | 'note' | 'tags'
> {
  /** The passage's words on one line, cut where they are long. */
  readonly words: string;
  /** Where it is in the canonical text; absent where that is not sure. */
  readonly span?: Span;
}

/** An annotation as a report counts it; `span` where the passage's place is sure. */
export function reportAnnotation(annotation: Annotation, span: Span | undefined): ReportAnnotation {
  const { id, author, quote } = annotation;
  return {
    id,
    words: excerpt(quote, REPORT_WORDS),
    ...(author === undefined ? {} : { author }),
    ...judgementOf(annotation),
    ...(span ? { span: { start: span.start, end: span.end } } : {}),
  };
}

/** Something that a named speaker is reported to have said. */
export interface ReportQuote extends Span {
  readonly speaker: string;
  readonly type: QuoteType;
  /** The quote on one line, cut where it is long. */
  readonly words: string;
}

/** An article as the report counts it. Plain data, so that it can be sent and compared. */
export interface ReportDocument {
  readonly uri: string;
  /** Below its corpus folder, with slashes. */
  readonly path: string;
  readonly title: string;
  readonly publisher?: string;
  /** As the article or its sidecar gives it. */
  readonly date?: string;
  /** Of the canonical text, UTF-16 code units; absent where it could not be read. */
  readonly length?: number;
  readonly annotations: readonly ReportAnnotation[];
  /** Absent until the article was read for them. */
  readonly quotes?: readonly ReportQuote[];
}

/** Characters of a passage that a report shows. */
export const REPORT_WORDS = 160;

/** What a mark of a chart stands for: an article, an annotation, or a span of an article. */
export type ReportPassage =
  | { readonly kind: 'document'; readonly uri: string }
  | { readonly kind: 'annotation'; readonly uri: string; readonly id: string }
  | { readonly kind: 'quote'; readonly uri: string; readonly start: number; readonly end: number };

/**
 * The outlet of each document, by its address. It is the publisher that is named; else, where all others in the same folder name one and
 * the same, that one; else the folder. Undefined at the root of a corpus.
 */
export function outletsOf(documents: readonly ReportDocument[]): ReadonlyMap<string, string | undefined> {
  const folders = new Map<string, Set<string>>();
  for (const { path, publisher } of documents) {
    if (publisher === undefined) continue;
    const folder = folderOf(path);
    folders.set(folder, (folders.get(folder) ?? new Set()).add(publisher));
  }
  return new Map(
    documents.map(({ uri, path, publisher }) => {
      const folder = folderOf(path);
      const [only, ...others] = folder === '' ? [] : (folders.get(folder) ?? []);
      const ofFolder = only !== undefined && others.length === 0 ? only : folder.split('/').at(-1);
      return [uri, publisher ?? (ofFolder === '' ? undefined : ofFolder)];
    }),
  );
}

/** The day an article is of, `2025-05-12`: of its date, else of its path. Undefined where neither has one. */
export function dayOf({ date, path }: ReportDocument): string | undefined {
  for (const text of [date ?? '', path]) {
    const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0];
    if (day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return day;
  }
  return undefined;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
