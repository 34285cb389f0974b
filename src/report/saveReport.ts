import * as l10n from '@vscode/l10n';
import { element, toMarkup } from './element';
import { passagesTable } from './passageRows';
import { type ReportFormat } from './formats';
import { drawReport, type Report, type ReportSubject } from './report';
import css from './report.css';
import { reportHead, reportSection } from './reportPage';
import { type Section, type Table } from './section';

/** The width of charts in a file, in pixels: a page of A4 has room for it. */
const FILE_WIDTH = 720;

/** A report with the table of all passages, as it is saved. */
function wholeReport(subject: ReportSubject, language: string): Report {
  const report = drawReport(subject, { width: FILE_WIDTH, language });
  const passages: Section = {
    id: 'passages',
    title: l10n.t('All passages'),
    summary: l10n.t('Every tagged passage with what was said of it.'),
    key: [],
    marks: new Map(),
    table: passagesTable(subject.documents),
    notes: [],
  };
  return { ...report, sections: [...report.sections, passages] };
}

/** The numbers of a report, for programs: its totals and the table of each section. In columns of numbers, what is a number is one. */
export function reportData(subject: ReportSubject, language: string): object {
  const { title, totals, sections } = wholeReport(subject, language);
  return {
    title,
    totals: totals.map(({ count, text }) => ({ count, of: text })),
    sections: sections.map(({ id, title: heading, summary, table, notes }) => ({
      id,
      title: heading,
      summary,
      columns: table?.columns.map(column => column.heading) ?? [],
      rows: table?.rows.map(row => row.map((cell, i) => (table.columns[i]!.isNumber ? numberIn(cell) : cell))) ?? [],
      notes,
    })),
  };
}

const numberIn = (cell: string): number | string => (/^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell);

/** A report as the text of a file that needs nothing else. `day`: when it is made, `2025-05-12`. */
export function saveReport(subject: ReportSubject, format: ReportFormat, language: string, day: string): string {
  const report = wholeReport(subject, language);
  const { sections } = report;
  const made = l10n.t('Made with Pressmark on {0}.', day);
  if (format === 'markdown') {
    const totals = report.totals.map(({ count, text }) => `${count} ${text}`).join(' · ');
    const head = [`# ${plain(report.title)}`, ...(report.filter === undefined ? [] : [plain(report.filter)]), totals];
    return `${[...head, ...sections.map(markdownOf), made].join('\n\n')}\n`;
  }
  const page = element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      // Nothing is to run or be fetched, wherever the file is opened.
      element('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      element('title', {}, report.title),
    ),
    element(
      'body',
      { class: 'file' },
      element(
        'main',
        {},
        reportHead(report),
        ...sections.map(reportSection),
        element('footer', {}, element('p', { class: 'note' }, made)),
      ),
    ),
  );
  // The style sheet is ours and is not to be escaped.
  return `<!DOCTYPE html>\n${toMarkup(page).replace('</head>', () => `<style>${css}</style></head>`)}\n`;
}

const markdownOf = ({ title, summary, table, notes }: Section): string =>
  [
    `## ${plain(title)}`,
    plain(summary),
    ...notes.map(plain),
    ...(table?.rows.length ? [markdownTable(table)] : []),
  ].join('\n\n');

function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const rule = `| ${columns.map(({ isNumber }) => (isNumber ? '---:' : '---')).join(' | ')} |`;
  return [line(columns.map(({ heading }) => heading)), rule, ...rows.map(line)].join('\n');
}

/** Text of articles and sidecars as Markdown that says just that: nothing in it is a mark, a link or a tag. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~&$]/g, letter => `\\${letter}`);
