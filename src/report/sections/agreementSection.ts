import * as l10n from '@vscode/l10n';
import { scaleLinear } from 'd3-scale';
import { type AgreementMeasure, type ReportSeries } from '../../core/report/series';
import { element } from '../element';
import { type Drawing, type Section } from '../section';
import { area, Chart, label, line, rectangle, textWidth } from '../svg';
import { decimalText, passagesText } from '../words';

/** Krippendorff's own bounds: from 0.667 on for tentative conclusions, from 0.8 on for firm ones (Content Analysis, 4th ed., 12.5). */
const TENTATIVE = 0.667;
const FIRM = 0.8;
const ROW = 34;
const HEAD = 24;
/** Between the scale's end and the figures. */
const FIGURE_GAP = 14;
/** As report.css has it. */
const SMALL = 11;

/** How far those who annotated the same articles agree: Krippendorff's alpha of each thing they can agree on. */
export function agreementSection({ agreement, totals }: ReportSeries, drawing: Drawing): Section {
  const { width } = drawing;
  const figure = (value: number | undefined, digits: number): string =>
    value === undefined ? '–' : decimalText(value, digits, drawing);
  const id = 'agreement';
  const title = l10n.t('Agreement between annotators');
  if (!agreement) {
    const summary =
      totals.authors > 1
        ? l10n.t('No two annotators have annotated the same article yet.')
        : l10n.t('Agreement can be told once two people have annotated the same article.');
    return { id, title, summary, key: [], marks: new Map(), notes: [] };
  }
  const { all, measures } = agreement;
  const chart = new Chart(width);
  const names = Math.max(...measures.map(({ measure }) => textWidth(measureText(measure)))) + 14;
  const known = measures.flatMap(({ alpha }) => alpha ?? []);
  const least = Math.min(0, ...known.map(alpha => Math.floor(alpha * 5) / 5));
  // The figure stands at its left, what it is of at its right.
  const counts = Math.max(...measures.map(({ units }) => textWidth(passagesText(units), SMALL)));
  const tailWidth = FIGURE_GAP + textWidth(figure(-0.88, 2)) + 12 + counts;
  const x = scaleLinear([least, 1], [names + 6, width - tailWidth]);
  const bottom = HEAD + measures.length * ROW;
  chart.add(
    rectangle(x(TENTATIVE), HEAD - 4, x(FIRM) - x(TENTATIVE), bottom - HEAD + 4, 'band'),
    rectangle(x(FIRM), HEAD - 4, x(1) - x(FIRM), bottom - HEAD + 4, 'band firm'),
    label(x(TENTATIVE) + 4, 12, l10n.t('tentative'), 'muted small'),
    label(x(FIRM) + 4, 12, l10n.t('reliable'), 'muted small'),
  );
  for (const tick of x.ticks(5))
    chart.add(
      line(x(tick), HEAD - 4, x(tick), bottom, tick === 0 ? 'axis' : 'grid'),
      label(x(tick), bottom + 16, figure(tick, 1), 'muted', 'middle'),
    );
  for (const [at, { measure, alpha, units, differing }] of measures.entries()) {
    const y = HEAD + at * ROW + ROW / 2;
    chart.add(label(0, y + 4, measureText(measure), alpha === undefined ? 'muted' : ''));
    if (alpha === undefined) {
      chart.add(label(x(Math.max(0, least)) + 6, y + 4, l10n.t('cannot be told'), 'muted'));
      continue;
    }
    chart.mark(
      measure,
      {
        title: l10n.t(
          '{0}: alpha {1}, {2} judged by two or more; {3} to look at',
          measureText(measure),
          figure(alpha, 2),
          passagesText(units),
          passagesText(differing.length),
        ),
        passages: differing,
      },
      area(names, y - ROW / 2 + 3, width - names, ROW - 6),
      line(x(0), y, x(alpha), y, 'stem'),
      element('circle', { cx: x(alpha), cy: y, r: 6, class: 'bar accent' }),
      label(width - tailWidth + FIGURE_GAP, y + 4, figure(alpha, 2), 'strong'),
      label(width, y + 4, passagesText(units), 'muted small', 'end'),
    );
  }
  return {
    id,
    title,
    summary: l10n.t(
      'Annotators: {0}; documents that they share: {1}. Krippendorff’s alpha is 1 where they agree always, and 0 where chance would do as well.',
      all.annotators.length,
      all.documents,
    ),
    key: [],
    chart: chart.svg(bottom + 22, title),
    marks: chart.marks,
    table: {
      columns: [
        { heading: l10n.t('Measure') },
        { heading: l10n.t('Annotators') },
        { heading: l10n.t('Passages'), isNumber: true },
        { heading: l10n.t('Alpha'), isNumber: true },
        { heading: l10n.t('Percent'), isNumber: true },
        { heading: l10n.t('Kappa'), isNumber: true },
      ],
      rows: [
        ...measures.map(({ measure, units, alpha, percent }) => [
          measureText(measure),
          l10n.t('all'),
          String(units),
          figure(alpha, 2),
          figure(percent, 0),
          '',
        ]),
        ...all.pairs.flatMap(pair =>
          (['stance', 'reliability', 'credibility'] as const).map(measure => {
            const values = pair[measure];
            const kappa = 'weightedKappa' in values ? values.weightedKappa : values.kappa;
            return [
              measureText(measure),
              pair.annotators.join(', '),
              String(values.units),
              '',
              figure(values.percent, 0),
              figure(kappa, 2),
            ];
          }),
        ),
      ],
    },
    notes: [
      l10n.t(
        'Alpha is nominal for stances, ordinal for grades, and Krippendorff’s alpha for unitizing for the choice of passages; kappa is Cohen’s, with linear weights for grades.',
      ),
    ],
  };
}

function measureText(measure: AgreementMeasure): string {
  switch (measure) {
    case 'passages':
      return l10n.t('Choice of passages');
    case 'stance':
      return l10n.t('Stance');
    case 'reliability':
      return l10n.t('Reliability');
    case 'credibility':
      return l10n.t('Credibility');
  }
}
