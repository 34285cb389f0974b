import * as l10n from '@vscode/l10n';
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Coverage, type CoverageBin, type ReportSeries } from '../../core/report/series';
import { type Drawing, type Section } from '../section';
import { area, Chart, fittedLabel, label, line, rectangle, textWidth } from '../svg';
import { articlesText, dayText, monthText, outletText, outletsText } from '../words';

/** More outlets than this are left to the table. */
const MOST_OUTLETS = 14;
const COLUMN_HEIGHT = 36;
/** Above a row's highest column. */
const AIR = 14;
/** An article is not drawn higher than this, nor a column wider. */
const HIGHEST_ARTICLE = 16;
const WIDEST_COLUMN = 26;

/** When which outlet published: columns over time, a row for each outlet; filled for what is annotated. */
export function coverageSection({ coverage, totals }: ReportSeries, drawing: Drawing): Section {
  const id = 'coverage';
  const title = l10n.t('Coverage over time');
  const { bins, outlets, undated } = coverage;
  const notes = undated === 0 ? [] : [l10n.t('Without a date, and so not counted here: {0}.', articlesText(undated))];
  if (bins.length === 0)
    return { id, title, summary: l10n.t('No article has a date.'), key: [], marks: new Map(), notes };
  const shown = outlets.slice(0, MOST_OUTLETS);
  if (outlets.length > shown.length)
    notes.unshift(l10n.t('Outlets that are left to the table: {0}.', outlets.length - shown.length));
  const { chart, marks } = draw({ ...coverage, outlets: shown }, title, drawing);
  const dated = totals.documents - undated;
  const untouched = dated - outlets.reduce((sum, { bins: own }) => sum + annotatedIn(own), 0);
  return {
    id,
    title,
    summary: l10n.t(
      '{0} of {1} between {2} and {3}; annotated: {4}.',
      articlesText(dated),
      outletsText(outlets.length),
      dayText(bins[0]!, drawing, true),
      dayText(bins.at(-1)!, drawing, true),
      dated - untouched,
    ),
    key: [
      { look: 'accent', sign: '', text: l10n.t('annotated') },
      { look: 'hollow', sign: '', text: l10n.t('not annotated yet') },
    ],
    chart,
    marks,
    table: {
      columns: [
        { heading: headingOf(coverage) },
        { heading: l10n.t('Outlet') },
        { heading: l10n.t('Articles'), isNumber: true },
        { heading: l10n.t('annotated'), isNumber: true },
      ],
      rows: outlets
        .flatMap(({ outlet, bins: own }) => own.map(bin => ({ outlet, bin })))
        .sort((a, b) => a.bin.bin - b.bin.bin)
        .map(({ outlet, bin }) => [
          bins[bin.bin]!,
          outletText(outlet),
          String(sizeOf(bin)),
          String(bin.annotated.length),
        ]),
    },
    notes,
  };
}

const sizeOf = ({ annotated, untouched }: CoverageBin): number => annotated.length + untouched.length;
const annotatedIn = (bins: readonly CoverageBin[]): number => bins.reduce((sum, bin) => sum + bin.annotated.length, 0);

function headingOf({ interval }: Coverage): string {
  switch (interval) {
    case 'day':
      return l10n.t('Day');
    case 'week':
      return l10n.t('Week from');
    case 'month':
      return l10n.t('Month from');
    case 'year':
      return l10n.t('Year from');
  }
}

function draw(
  coverage: Coverage,
  title: string,
  drawing: Drawing,
): { readonly marks: Section['marks']; readonly chart: NonNullable<Section['chart']> } {
  const { bins, outlets, interval } = coverage;
  const { width } = drawing;
  const chart = new Chart(width);
  const names = Math.min(width * 0.3, Math.max(90, ...outlets.map(({ outlet }) => textWidth(outletText(outlet)) + 16)));
  const totals = 34;
  const x = scaleBand<number>([...bins.keys()], [names, width - totals]).paddingInner(0.12);
  const column = Math.min(WIDEST_COLUMN, x.bandwidth());
  const centre = (bin: number): number => x(bin)! + x.bandwidth() / 2;
  const most = Math.max(...outlets.flatMap(outlet => outlet.bins.map(sizeOf)));
  const y = scaleLinear([0, most], [0, Math.min(COLUMN_HEIGHT, most * HIGHEST_ARTICLE)]);
  const row = Math.max(26, y(most) + AIR);
  const bottom = outlets.length * row + 4;
  const text = (bin: string): string =>
    interval === 'year' ? bin.slice(0, 4) : interval === 'month' ? monthText(bin, drawing) : dayText(bin, drawing);
  // As many dates as have room, from the first on.
  const step = Math.max(1, Math.ceil((textWidth(text(bins[0]!)) + 18) / x.step()));
  for (let bin = 0; bin < bins.length; bin += step)
    chart.add(
      line(centre(bin), 2, centre(bin), bottom, 'grid'),
      label(centre(bin), bottom + 17, text(bins[bin]!), 'muted', 'middle'),
    );
  for (const [at, { outlet, total, bins: own }] of outlets.entries()) {
    const base = (at + 1) * row;
    chart.add(
      fittedLabel(0, base - 6, outletText(outlet), names - 14),
      line(names, base, width - totals, base, 'rule'),
      label(width, base - 6, String(total), '', 'end'),
    );
    for (const bin of own) {
      const left = centre(bin.bin) - column / 2;
      const filled = y(bin.annotated.length);
      const whole = y(sizeOf(bin));
      const touch = Math.max(whole + 6, 20);
      chart.mark(
        `${outletText(outlet)}\n${bins[bin.bin]!}`,
        {
          title: l10n.t(
            '{0}, {1}: {2}, {3} annotated',
            outletText(outlet),
            text(bins[bin.bin]!),
            articlesText(sizeOf(bin)),
            bin.annotated.length,
          ),
          passages: [...bin.annotated, ...bin.untouched],
        },
        area(left - 2, base - touch, column + 4, touch),
        ...(filled > 0 ? [rectangle(left, base - filled, column, filled - 1, 'bar accent', 1)] : []),
        ...(whole > filled
          ? [rectangle(left + 0.5, base - whole + 0.5, column - 1, whole - filled - 2, 'hollow', 1)]
          : []),
      );
    }
  }
  return { marks: chart.marks, chart: chart.svg(bottom + 24, title) };
}
