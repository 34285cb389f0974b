import { type Span } from '../core/text/span';
import { excerpt } from '../core/annotation/excerpt';
import { type CorpusArticle } from './indexedCorpus';
import { tell } from './terminal';

const EXCERPT_LENGTH = 160;

/** "a/b.txt:3:14", as editors and terminals take it. */
export function placeIn({ file, lines }: CorpusArticle, { start }: Span): string {
  const { line, character } = lines.positionAt(start);
  return `${file}:${line + 1}:${character + 1}`;
}

export const wordsAt = ({ traced: { text } }: CorpusArticle, { start, end }: Span): string =>
  excerpt(text.slice(start, end), EXCERPT_LENGTH);

/** A passage of a `--json` answer: offsets in the article's canonical text, lines and columns from 1. */
export function passageJson(article: CorpusArticle, { start, end }: Span): Record<string, string | number> {
  const { line, character } = article.lines.positionAt(start);
  const { file, traced } = article;
  return { file, line: line + 1, column: character + 1, start, end, text: traced.text.slice(start, end) };
}

export const percentOf = (share: number): string => `${Math.round(share * 100)} %`;

/** Writes what went wrong on stderr, and remembers that something did: the exit status. */
export function warnOf(): { readonly warn: (message: string) => void; readonly status: () => number } {
  let failed = false;
  return {
    warn: message => {
      failed = true;
      tell(`pressmark: ${message}\n`);
    },
    status: () => (failed ? 1 : 0),
  };
}
