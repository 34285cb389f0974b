import { type DocumentFacts } from '../annotation/model';
import { segment } from '../text/segmentation';
import { sentenceAt } from '../text/sentences';
import { mendedText } from './mojibake';

/** Facts stand at the top of an article: no more than this many characters are read. */
export const FACTS_LENGTH = 8192;
/** The longest title made of a sentence; a tree row shows no more. */
const TITLE_LENGTH = 100;
/** A clause shorter than this says too little to be a title. */
const CLAUSE_LENGTH = 40;

/**
 * What the text itself says of its article: front matter, else a leading date, else the first line that reads like a headline, else the
 * first sentence. `title` is absent only where the text has no word.
 */
export function deriveFacts(text: string): DocumentFacts {
  const head = text.slice(0, FACTS_LENGTH);
  const parts = segment(head);
  const front = frontMatter(
    parts.filter(({ kind }) => kind === 'frontMatter').map(({ start, end }) => head.slice(start, end)),
  );
  const lines = parts
    .filter(({ kind }) => kind !== 'frontMatter')
    .map(({ kind, start, end }) => ({ kind, ...withoutDate(head.slice(start, end)) }));
  const date = front.date ?? lines[0]?.date;
  const headline = lines.find(({ kind, line }) => (kind === 'headline' || kind === 'paragraph') && hasWord(line));
  const fallback =
    headline ??
    lines.find(({ line }) => hasWord(line)) ??
    parts.map(({ start, end }) => ({ line: head.slice(start, end) })).find(({ line }) => hasWord(line));
  const title = front.title ?? (fallback && titleOf(fallback.line));
  return {
    ...(title ? { title } : {}),
    ...(front.publisher ? { publisher: front.publisher } : {}),
    ...(date ? { date } : {}),
    ...(front.url ? { url: front.url } : {}),
  };
}

const hasWord = (line: string): boolean => /[\p{L}\p{N}]/u.test(line.slice(0, 400));

/** "date 2023-07-14 …", "2023-07-14 …" before the first words. */
function withoutDate(line: string): { readonly line: string; readonly date?: string } {
  const scrap =
    /^(?:(?:date|published|updated|datum|fecha)\s*:?\s*)?(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?[\s:,–—-]*/i.exec(
      line.slice(0, 80),
    );
  return scrap ? { line: line.slice(scrap[0].length), date: scrap[1]! } : { line };
}

/** A line as a title: whole where it is short, else its first sentence or clause. */
function titleOf(line: string): string {
  const clean = mendedText(line.slice(0, 4 * TITLE_LENGTH)).replace(/^(?:#{1,6}|[-*•>]+)\s+/, '');
  if (clean.length <= TITLE_LENGTH && line.length <= 4 * TITLE_LENGTH) return withoutStop(clean);
  const sentence = clean.slice(0, sentenceAt(clean, 0).end);
  if (sentence.length <= TITLE_LENGTH) return withoutStop(sentence);
  const cut = sentence.slice(0, TITLE_LENGTH + 1);
  const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' – '), cut.lastIndexOf(' — '));
  const word = cut.lastIndexOf(' ');
  const end = clause >= CLAUSE_LENGTH ? clause : word > 0 ? word : TITLE_LENGTH - 1;
  return `${cut.slice(0, end).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** A headline has no full stop; an ellipsis and an abbreviation ("the U.S.") keep theirs. */
const withoutStop = (title: string): string => (/[^.]{3}\.$/.test(title) ? title.slice(0, -1) : title);

const FRONT_KEYS: Readonly<Record<string, keyof DocumentFacts>> = {
  title: 'title',
  headline: 'title',
  publisher: 'publisher',
  outlet: 'publisher',
  source: 'publisher',
  site: 'publisher',
  newspaper: 'publisher',
  date: 'date',
  published: 'date',
  pubdate: 'date',
  url: 'url',
  link: 'url',
  canonical: 'url',
};

/** `key: value` lines; the first of a fact's keys counts. */
function frontMatter(lines: readonly string[]): DocumentFacts {
  const facts: { -readonly [Key in keyof DocumentFacts]: string } = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const fact = colon > 0 ? FRONT_KEYS[line.slice(0, colon).trim().toLowerCase()] : undefined;
    if (!fact || facts[fact] !== undefined) continue;
    const value = unquoted(line.slice(colon + 1).trim());
    if (value === '') continue;
    facts[fact] =
      fact === 'title' || fact === 'publisher' ? mendedText(value) : fact === 'date' ? isoDate(value) : value;
  }
  return facts;
}

function unquoted(value: string): string {
  const quote = value[0];
  if ((quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)) {
    const inner = value.slice(1, -1);
    return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'");
  }
  return value.replace(/\s+#.*$/, '');
}

/** The day of an ISO date or time; anything else as it is. */
const isoDate = (value: string): string => /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value)?.[0] ?? value;
