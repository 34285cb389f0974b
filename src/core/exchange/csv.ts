import { type Link, type Reply } from '../annotation/model';
import { resolvedPath } from '../corpus/relativePath';
import { type ExportedAnnotation, type ExportedCorpus, type ExportedDocument } from './exportedCorpus';

/** What a spreadsheet takes for a formula at the start of a cell: also after blanks, and in the full width of East Asian keyboards. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

type Cell = string | number | undefined;
type Row = ExportedAnnotation & { readonly document: ExportedDocument };

/** The columns, in order. */
const COLUMNS: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ['id', ({ annotation }) => annotation.id],
  ['document', ({ document }) => document.path],
  ['title', ({ document }) => document.facts.title],
  ['publisher', ({ document }) => document.facts.publisher],
  ['date', ({ document }) => document.facts.date],
  ['url', ({ document }) => document.facts.url],
  ['quote', ({ annotation }) => annotation.quote],
  ['state', ({ state }) => state],
  ['start', ({ span }) => span?.start],
  ['end', ({ span }) => span?.end],
  ['stance', ({ annotation }) => annotation.stance],
  ['target', ({ annotation }) => annotation.target],
  ['reliability', ({ annotation }) => annotation.reliability],
  ['credibility', ({ annotation }) => annotation.credibility],
  ['basis', ({ annotation }) => annotation.basis],
  ['note', ({ annotation }) => annotation.note],
  ['replies', ({ annotation }) => annotation.replies?.map(replyText).join('\n\n')],
  ['resolved', ({ annotation }) => annotation.resolved],
  ['resolvedBy', ({ annotation }) => annotation.resolvedBy],
  ['links', ({ annotation, document }) => annotation.links?.map(link => linkText(document.path, link)).join('\n\n')],
  ['tags', ({ annotation }) => annotation.tags?.join('; ')],
  ['author', ({ annotation }) => annotation.author],
  ['created', ({ annotation }) => annotation.created],
  ['updated', ({ annotation }) => annotation.updated],
  ['reviewed', ({ annotation }) => annotation.reviewed],
  ['reviewedBy', ({ annotation }) => annotation.reviewedBy],
  ['adjudicates', ({ annotation }) => annotation.adjudicates?.join('; ')],
];

/** “Ines Holm, 2026-11-22T10:30:00Z: It has it too.” */
function replyText({ author, created, text }: Reply): string {
  const from = [author, created].filter(Boolean).join(', ');
  return from === '' ? text : `${from}: ${text}`;
}

/** “contradicts may/wire.txt: Ten boats left (The figures differ)”; the path from the corpus' folder, as in the column `document`. */
function linkText(from: string, { relation, document, quote, note }: Link): string {
  const why = note === undefined ? '' : ` (${note})`;
  return `${relation} ${resolvedPath(from, document) ?? document}: ${quote}${why}`;
}

/**
 * A table with a row for each annotation, as RFC 4180 has it: commas, CR LF, doubled quotation marks. A byte order mark stands in
 * front, without which Excel takes UTF-8 for the system's old encoding. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front; so does one that begins with an apostrophe before such a text, so that taking one off gives the text back.
 */
export function toCsv({ documents }: ExportedCorpus): string {
  const rows = documents.flatMap(document => document.annotations.map((placed): Row => ({ ...placed, document })));
  const lines = [COLUMNS.map(([name]) => name), ...rows.map(row => COLUMNS.map(([, cell]) => printed(cell(row))))];
  return `\ufeff${lines.map(cells => `${cells.join(',')}\r\n`).join('')}`;
}

function printed(cell: Cell): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
