import { env, l10n } from 'vscode';
import { type TeamAgreement } from '../app/teamWork';
import { type Agreement, type PairAgreement } from '../core/agreement/agreement';
import { excerpt } from '../core/annotation/excerpt';
import { type Annotation } from '../core/annotation/model';
import { type Span } from '../core/text/span';
import { type Difference } from '../core/team/differences';
import { annotationsText, documentsText, fieldLabels, fieldValueText, inMarks } from './labels';
import { type AnnotationReference } from './references';

/** A page to read, and what on it leads to a passage. */
export interface AgreementPage {
  readonly text: string;
  readonly links: readonly (Span & {
    readonly kind: 'passage' | 'adjudicate';
    readonly reference: AnnotationReference;
  })[];
}

/** More lines than anybody reads; the view of one document has them all. */
const MAX_DIFFERENCES = 500;

const QUOTE_CHARACTERS = 80;
const NAME_CHARACTERS = 60;

const ROWS = ['passages', 'stance', 'reliability', 'credibility'] as const;

/** How far annotators agree, as Markdown: the figures, then where they differ. Names and quotes are on one line and without markup. */
export function agreementPage(
  title: string,
  { agreement, differences, leftOut }: TeamAgreement,
  titleOf: (uri: string) => string,
): AgreementPage {
  let text = '';
  const links: AgreementPage['links'][number][] = [];
  const line = (content = ''): void => {
    text += `${content}\n`;
  };
  const link = (content: string, kind: 'passage' | 'adjudicate', reference: AnnotationReference): void => {
    links.push({ start: text.length, end: text.length + content.length, kind, reference });
    text += content;
  };
  line(`# ${l10n.t('Agreement: {0}', plain(title))}`);
  line();
  if (agreement.documents === 0) line(l10n.t('Nothing here has been annotated by two people.'));
  else {
    line(
      l10n.t(
        'Annotators: {0}. Documents compared: {1}.',
        agreement.annotators.map(plain).join(', '),
        agreement.documents,
      ),
    );
    line();
    for (const row of tableOf(agreement, agreement.annotators.length === 2 ? agreement.pairs[0] : undefined)) line(row);
    if (agreement.annotators.length > 2)
      for (const pair of agreement.pairs) {
        line();
        line(`## ${l10n.t('{0} and {1}', ...pair.annotators.map(plain))}`);
        line();
        for (const row of tableOf(pair)) line(row);
      }
  }
  for (const note of leftOutTexts(leftOut)) {
    line();
    line(note);
  }
  line();
  line(`## ${l10n.t('Where they differ')}`);
  line();
  if (differences.length === 0) line(l10n.t('Nowhere, or it is settled.'));
  else line(l10n.t('Follow a link (Ctrl+click, or “Open Link” at the cursor) to go to the passage, or to decide.'));
  let listed = 0;
  const total = differences.reduce((sum, found) => sum + found.differences.length, 0);
  for (const { uri, differences: own } of differences) {
    if (listed >= MAX_DIFFERENCES) break;
    line();
    line(`### ${plain(titleOf(uri))}`);
    line();
    for (const difference of own.slice(0, MAX_DIFFERENCES - listed)) {
      listed++;
      const [first] = difference.annotations;
      const reference = { document: uri, id: first!.id };
      text += '- ';
      link(inMarks(plain(excerpt(first!.quote, QUOTE_CHARACTERS))), 'passage', reference);
      text += ` ${differenceText(difference)} `;
      link(`[${l10n.t('Adjudicate')}]`, 'adjudicate', reference);
      line();
    }
  }
  if (listed < total) {
    line();
    line(l10n.t('Differences that are not listed: {0}.', total - listed));
  }
  return { text, links };
}

/** What annotators differ in, on one line: `stance: against (Ann), in favor (Ben)`. */
export function differenceText({ annotations, fields, without }: Difference<Annotation>): string {
  if (fields.length === 0)
    return l10n.t('only {0}, not {1}', plain(annotations[0]!.author ?? ''), without.map(plain).join(', '));
  return fields
    .map(field => {
      const said = annotations.flatMap(annotation =>
        annotation[field] === undefined
          ? []
          : [`${plain(fieldValueText(annotation, field))} (${plain(annotation.author ?? '')})`],
      );
      return `${fieldLabels()[field]}: ${said.join(', ')}`;
    })
    .join('; ');
}

/** A text of somebody's on one line, without what Markdown would take for markup. */
const plain = (text: string): string => excerpt(text, NAME_CHARACTERS * 2).replace(/[\\`*_[\]<>|#]/g, ' ');

interface Figures {
  readonly units: number;
  readonly percent?: number | undefined;
  readonly kappa?: number | undefined;
  readonly weightedKappa?: number | undefined;
  readonly alpha?: number | undefined;
  readonly ordinalAlpha?: number | undefined;
}

/** A table of Markdown whose columns stand under each other. */
function tableOf(figures: Agreement | PairAgreement, more?: PairAgreement): readonly string[] {
  const names: Record<(typeof ROWS)[number], string> = {
    passages: l10n.t('Passages'),
    stance: l10n.t('Stance'),
    reliability: l10n.t('Reliability'),
    credibility: l10n.t('Credibility'),
  };
  const head = [
    '',
    l10n.t('Units'),
    l10n.t('Percent'),
    l10n.t('Kappa'),
    l10n.t('Weighted kappa'),
    l10n.t('Alpha'),
    l10n.t('Ordinal alpha'),
  ];
  const rows = ROWS.map(name => {
    const own: Figures = { ...figures[name], ...more?.[name] };
    const figure = (key: keyof Figures, digits: number): string =>
      key in own
        ? (own[key]?.toLocaleString(env.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }) ??
          '–')
        : '';
    return [
      names[name],
      String(own.units),
      figure('percent', 1),
      figure('kappa', 3),
      figure('weightedKappa', 3),
      figure('alpha', 3),
      figure('ordinalAlpha', 3),
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]!.length)));
  const printed = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(Math.max(3, width)) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [printed(head), rule, ...rows.map(printed)];
}

function leftOutTexts({ withheld, unread, unsigned, unplaced }: TeamAgreement['leftOut']): readonly string[] {
  const parts: readonly (readonly [number, string])[] = [
    [withheld, l10n.t('Double-blind, and left out until your pass is done: {0}.', documentsText(withheld))],
    [unread, l10n.t('Not read yet, and so left out: {0}.', documentsText(unread))],
    [unsigned, l10n.t('Left out (no author): {0}.', annotationsText(unsigned))],
    [unplaced, l10n.t('Left out (passage in doubt): {0}.', annotationsText(unplaced))],
  ];
  return parts.filter(([count]) => count > 0).map(([, text]) => text);
}
