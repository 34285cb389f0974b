import * as l10n from '@vscode/l10n';
import { scaleLinear } from 'd3-scale';
import { type OutletStances, type ReportSeries, type TargetStances } from '../../core/report/series';
import { type Drawing, type KeyEntry, type Section } from '../section';
import { area, Chart, fittedLabel, label, line, rectangle, textWidth } from '../svg';
import { outletText, passagesText, stanceKey, targetText } from '../words';

/** More targets than this are left to the table. */
const MOST_TARGETS = 8;
const ROW = 26;
const BAR = 20;
const HEAD = 34;
/** Between the bars that take a side and those that do not. */
const GAP = 28;
/** A single passage is not drawn wider than this, whatever the room. */
const WIDEST_PASSAGE = 40;

/** Which stances outlets' passages take toward each target: for and against from one line, what takes no side apart. */
export function stanceSection(series: ReportSeries, drawing: Drawing): Section {
  const { stances, withoutStance } = series;
  const id = 'stances';
  const title = l10n.t('Stance by target and outlet');
  const notes =
    withoutStance === 0
      ? []
      : [
          withoutStance === 1
            ? l10n.t('1 passage has no stance and is not counted here.')
            : l10n.t('{0} passages have no stance and are not counted here.', withoutStance),
        ];
  if (stances.length === 0)
    return { id, title, summary: l10n.t('No passage has a stance yet.'), key: [], marks: new Map(), notes };
  const shown = stances.slice(0, MOST_TARGETS);
  const more = stances.length - shown.length;
  const key = keyOf(stances);
  const { marks, chart } = draw(shown, title, drawing);
  return {
    id,
    title,
    summary: summaryOf(stances),
    key,
    chart,
    marks,
    table: {
      columns: [
        { heading: l10n.t('Target') },
        { heading: l10n.t('Outlet') },
        ...key.map(({ text }) => ({ heading: text, isNumber: true })),
      ],
      rows: stances.flatMap(({ target, outlets }) =>
        outlets.map(row => [
          targetText(target),
          outletText(row.outlet),
          ...key.map(entry => String(countOf(row, ({ stance }) => stanceKey(stance).text === entry.text))),
        ]),
      ),
    },
    notes: more > 0 ? [l10n.t('Targets that are left to the table: {0}.', more), ...notes] : notes,
  };
}

function summaryOf(stances: readonly TargetStances[]): string {
  const first = stances.find(({ target }) => target !== undefined);
  const total = stances.reduce((sum, target) => sum + target.total, 0);
  if (!first) return l10n.t('Passages with a stance: {0}. None names its target.', total);
  const count = (stance: string): number =>
    first.outlets.reduce((sum, row) => sum + countOf(row, entry => entry.stance === stance), 0);
  return l10n.t(
    'Of {0} with a stance, {1} toward {2}: {3} in favor, {4} against, {5} on neither side.',
    passagesText(total),
    first.total,
    first.target ?? '',
    count('favor'),
    count('against'),
    first.total - count('favor') - count('against'),
  );
}

/** Against first, as it is drawn on the left. */
function keyOf(stances: readonly TargetStances[]): readonly KeyEntry[] {
  const used = new Set(stances.flatMap(({ outlets }) => outlets.flatMap(({ counts }) => counts.map(c => c.stance))));
  const sides = ['against', 'favor', 'neutral', 'unclear'];
  return [...sides.filter(stance => used.has(stance)), ...[...used].filter(stance => !sides.includes(stance))].map(
    stanceKey,
  );
}

const countOf = ({ counts }: OutletStances, isMeant: (count: { readonly stance: string }) => boolean): number =>
  counts.filter(isMeant).reduce((sum, { passages }) => sum + passages.length, 0);

const isSide = ({ stance }: { readonly stance: string }): boolean => stance === 'favor' || stance === 'against';

function draw(
  targets: readonly TargetStances[],
  title: string,
  { width }: Drawing,
): { readonly marks: Section['marks']; readonly chart: NonNullable<Section['chart']> } {
  const chart = new Chart(width);
  const rows = targets.flatMap(({ outlets }) => outlets);
  const most = (isMeant: (count: { readonly stance: string }) => boolean): number =>
    Math.max(0, ...rows.map(row => countOf(row, isMeant)));
  const against = most(({ stance }) => stance === 'against');
  const favor = most(({ stance }) => stance === 'favor');
  const apart = most(count => !isSide(count));
  const names = Math.min(width * 0.3, Math.max(90, ...rows.map(({ outlet }) => textWidth(outletText(outlet)) + 12)));
  const heads = [l10n.t('← Against'), l10n.t('In favor →'), l10n.t('No side taken')];
  // Each part is as wide as its head at least; what is left is shared out by passages.
  const least = [
    against > 0 ? textWidth(heads[0]!) + 8 : 8,
    favor > 0 ? textWidth(heads[1]!) + 8 : 8,
    apart > 0 ? textWidth(heads[2]!) : 0,
  ];
  const room = width - names - (apart > 0 ? GAP : 0);
  let unit = Math.min(WIDEST_PASSAGE, room / Math.max(1, against + favor + apart));
  const widths = (): readonly number[] => [against, favor, apart].map((n, at) => Math.max(least[at]!, n * unit));
  while (unit > 1 && widths().reduce((sum, part) => sum + part, 0) > room) unit *= 0.97;
  const [left = 0, right = 0] = widths();
  const zero = names + left;
  const x = scaleLinear([0, 1], [0, unit]);
  let y = 12;
  if (against > 0) chart.add(label(zero - 6, y, heads[0]!, 'muted', 'end'));
  if (favor > 0) chart.add(label(zero + 6, y, heads[1]!, 'muted'));
  if (apart > 0) chart.add(label(zero + right + GAP, y, heads[2]!, 'muted'));
  for (const [at, { target, total, outlets }] of targets.entries()) {
    y += at === 0 ? 26 : HEAD;
    chart.add(
      fittedLabel(0, y, targetText(target), width - 120, target === undefined ? 'strong muted' : 'strong'),
      label(width, y, passagesText(total), 'muted', 'end'),
      line(0, y + 7, width, y + 7, 'rule'),
    );
    y += 14;
    const top = y;
    for (const { outlet, counts } of outlets) {
      chart.add(fittedLabel(0, y + BAR / 2 + 4, outletText(outlet), names - 10));
      let [plus, minus, beside] = [zero, zero, zero + right + GAP];
      for (const { stance, passages } of counts) {
        const size = x(passages.length);
        let start: number;
        if (stance === 'against') start = minus -= size;
        else if (stance === 'favor') [start, plus] = [plus, plus + size];
        else [start, beside] = [beside, beside + size];
        const { look, sign, text } = stanceKey(stance);
        const number = size >= 34 ? `${sign} ${passages.length}` : size >= 15 ? sign : '';
        chart.mark(
          `${targetText(target)}\n${outletText(outlet)}\n${stance}`,
          {
            title: l10n.t(
              '{0}, {1}, {2}: {3}',
              outletText(outlet),
              targetText(target),
              text,
              passagesText(passages.length),
            ),
            passages,
          },
          area(start, y, size, BAR),
          rectangle(start + 0.5, y, size - 1, BAR, `bar ${look}`, 1.5),
          ...(number === '' ? [] : [label(start + size / 2, y + BAR / 2 + 4, number, 'on-bar', 'middle')]),
        );
      }
      y += ROW;
    }
    chart.add(line(zero, top - 4, zero, y - 2, 'axis'));
    y -= ROW - BAR;
  }
  return { marks: chart.marks, chart: chart.svg(y + 8, title) };
}
