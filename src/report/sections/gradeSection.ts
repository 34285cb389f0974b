import * as l10n from '@vscode/l10n';
import { scaleSqrt } from 'd3-scale';
import { CREDIBILITIES, type Credibility, RELIABILITIES, type Reliability } from '../../core/annotation/model';
import { type GradeCount, type ReportSeries } from '../../core/report/series';
import { element } from '../element';
import { type Drawing, type Section } from '../section';
import { area, Chart, label, rectangle, textWidth, wrapped } from '../svg';
import { credibilityText, passagesText, reliabilityText } from '../words';

/** Before F and 6, which are no places on the scale, and before what is not rated. */
const GAP = 10;
const LARGEST_CELL = 64;
/** The height of the columns' heads: a number and two lines. */
const HEAD = 62;

/** How reliable the sources are and how credible what they say, as the Admiralty system rates both: a field for each grade. */
export function gradeSection({ grades, ungraded }: ReportSeries, { width }: Drawing): Section {
  const id = 'grades';
  const title = l10n.t('Reliability and credibility');
  const notes =
    ungraded === 0
      ? []
      : [
          ungraded === 1
            ? l10n.t('1 passage is not graded and is not counted here.')
            : l10n.t('{0} passages are not graded and are not counted here.', ungraded),
        ];
  if (grades.length === 0)
    return { id, title, summary: l10n.t('No passage is graded yet.'), key: [], marks: new Map(), notes };
  const rows = withUnrated(RELIABILITIES, grades, ({ reliability }) => reliability);
  const columns = withUnrated(CREDIBILITIES, grades, ({ credibility }) => credibility);
  const chart = new Chart(width);
  const names = Math.min(width * 0.34, textWidth(l10n.t('Not usually reliable')) + 44);
  const cell = Math.min(LARGEST_CELL, (width - names - 2 * GAP) / columns.length);
  const height = Math.min(cell, 46);
  const left = (at: number): number => names + at * cell + GAP * (Number(at >= 5) + Number(at >= 6));
  const top = (at: number): number => HEAD + at * height + GAP * (Number(at >= 5) + Number(at >= 6));
  const most = Math.max(...grades.map(({ passages }) => passages.length));
  const radius = scaleSqrt([0, most], [0, height / 2 - 3]);
  chart.add(label(0, 13, l10n.t('Source ↓ Information →'), 'muted'));
  for (const [at, credibility] of columns.entries()) {
    const middle = left(at) + cell / 2 - 1;
    chart.add(label(middle, 13, credibility === undefined ? '–' : String(credibility), 'strong', 'middle'));
    const text = credibility === undefined ? l10n.t('Not rated') : credibilityText(credibility);
    for (const [index, part] of wrapped(text, cell + 4, 11)
      .slice(0, 3)
      .entries())
      chart.add(label(middle, 29 + 13 * index, part, 'muted small', 'middle'));
  }
  for (const [at, reliability] of rows.entries()) {
    const middle = top(at) + height / 2 + 3;
    chart.add(
      label(0, middle, reliability ?? '–', 'strong'),
      label(18, middle, reliability === undefined ? l10n.t('Not rated') : reliabilityText(reliability), 'muted'),
    );
    for (const column of columns.keys()) chart.add(rectangle(left(column), top(at), cell - 2, height - 2, 'cell', 2));
  }
  for (const { reliability, credibility, passages } of grades) {
    const [x, y] = [left(columns.indexOf(credibility)), top(rows.indexOf(reliability))];
    const [cx, cy, r] = [x + cell / 2 - 1, y + height / 2 - 1, radius(passages.length)];
    const number = String(passages.length);
    const isInside = textWidth(number) < 2 * r - 9;
    chart.mark(
      `${reliability ?? '–'}${credibility ?? '–'}`,
      { title: gradeTitle(reliability, credibility, passages.length), passages },
      area(x, y, cell - 2, height - 2),
      element('circle', { cx, cy, r, class: 'bar accent' }),
      isInside ? label(cx, cy + 4, number, 'on-bar', 'middle') : label(cx + r + 3, cy + 4, number, ''),
    );
  }
  const graded = grades.reduce((sum, { passages }) => sum + passages.length, 0);
  const trusted = grades
    .filter(({ reliability = 'F', credibility = 6 }) => reliability <= 'B' && credibility <= 2)
    .reduce((sum, { passages }) => sum + passages.length, 0);
  return {
    id,
    title,
    summary: l10n.t(
      'Of {0} graded, {1} with a source that is usually reliable or better and probably true or confirmed.',
      passagesText(graded),
      trusted,
    ),
    key: [],
    chart: chart.svg(top(rows.length - 1) + height + 2, title),
    marks: chart.marks,
    table: {
      columns: [
        { heading: l10n.t('Reliability') },
        ...columns.map(credibility => ({
          heading: credibility === undefined ? l10n.t('Not rated') : `${credibility} ${credibilityText(credibility)}`,
          isNumber: true,
        })),
      ],
      rows: rows.map(reliability => [
        reliability === undefined ? l10n.t('Not rated') : `${reliability} ${reliabilityText(reliability)}`,
        ...columns.map(credibility => {
          const field = grades.find(grade => grade.reliability === reliability && grade.credibility === credibility);
          return String(field?.passages.length ?? 0);
        }),
      ]),
    },
    notes,
  };
}

/** A scale, with a place for what is not rated where there is such. */
function withUnrated<T>(
  scale: readonly T[],
  grades: readonly GradeCount[],
  partOf: (grade: GradeCount) => T | undefined,
): readonly (T | undefined)[] {
  return grades.some(grade => partOf(grade) === undefined) ? [...scale, undefined] : scale;
}

const gradeTitle = (
  reliability: Reliability | undefined,
  credibility: Credibility | undefined,
  count: number,
): string =>
  l10n.t(
    '{0}, {1}: {2}',
    reliability === undefined ? l10n.t('Source not rated') : `${reliability} ${reliabilityText(reliability)}`,
    credibility === undefined ? l10n.t('Information not rated') : `${credibility} ${credibilityText(credibility)}`,
    passagesText(count),
  );
