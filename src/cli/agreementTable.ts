import { alignedRows } from './alignedRows';
import { type FolderAgreement } from './folderAgreement';

/** What a row may hold. A figure that cannot be told from the data is undefined; one that there is not of its kind is absent. */
interface Figures {
  readonly units: number;
  readonly percent?: number | undefined;
  readonly kappa?: number | undefined;
  readonly weightedKappa?: number | undefined;
  readonly alpha?: number | undefined;
  readonly ordinalAlpha?: number | undefined;
}

const ROWS = ['passages', 'stance', 'reliability', 'credibility'] as const;
type Rows = Readonly<Record<(typeof ROWS)[number], Figures>>;

const HEAD = ['', 'units', 'percent', 'kappa', 'weighted', 'alpha', 'ordinal'];

/**
 * Agreement on each document and on all of them as tables, then between any two annotators, and what was left out. Kappa is of two
 * annotators: where there are more, it stands with each two.
 */
export function agreementTable({ documents, corpus, leftOut }: FolderAgreement): string {
  const titled = [
    ...documents.map(document => ({ title: document.file, agreement: document })),
    ...(documents.length > 0 ? [{ title: counted(documents.length, 'document'), agreement: corpus }] : []),
  ];
  const blocks = titled.map(({ title, agreement }) => {
    const { annotators, pairs } = agreement;
    const names = `${counted(annotators.length, 'annotator')} (${annotators.join(', ')})`;
    return block(`${title}: ${names}`, agreement, annotators.length === 2 ? pairs[0] : undefined);
  });
  if (corpus.annotators.length > 2)
    blocks.push(...corpus.pairs.map(pair => block(pair.annotators.join(' and '), pair)));
  if (blocks.length === 0) blocks.push('No document has annotations of two authors.\n');
  const missing = [
    counted(leftOut.documents, 'document of one annotator', 'documents of one annotator'),
    counted(leftOut.unsigned, 'annotation without author', 'annotations without author'),
    counted(leftOut.unplaced, 'annotation whose passage is in doubt', 'annotations whose passages are in doubt'),
  ].filter(part => !part.startsWith('0 '));
  if (missing.length > 0) blocks.push(`Left out: ${missing.join(', ')}\n`);
  return blocks.join('\n');
}

const block = (title: string, figures: Rows, more?: Rows): string =>
  `${title}\n${alignedRows([HEAD, ...ROWS.map(name => [name, ...cellsOf({ ...figures[name], ...more?.[name] })])])}`;

const cellsOf = (figures: Figures): readonly string[] => [
  `${figures.units}`,
  cellOf(figures, 'percent', 1),
  ...(['kappa', 'weightedKappa', 'alpha', 'ordinalAlpha'] as const).map(name => cellOf(figures, name, 3)),
];

const cellOf = (figures: Figures, name: keyof Figures, digits: number): string =>
  name in figures ? (figures[name]?.toFixed(digits) ?? '–') : '';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
