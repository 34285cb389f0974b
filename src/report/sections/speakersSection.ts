import * as l10n from '@vscode/l10n';
import { scaleLinear } from 'd3-scale';
import { quotesOf, type ReportSeries, type SpeakerCount } from '../../core/report/series';
import { type Drawing, type Section } from '../section';
import { area, Chart, fittedLabel, label, rectangle, textWidth } from '../svg';
import { articlesText, outletsText, quotesText } from '../words';

/** More speakers than this are left to the table, and those in the table end where nobody reads on. */
const MOST_SPEAKERS = 15;
const MOST_ROWS = 200;
const ROW = 26;
const BAR = 18;

/** Who is quoted, how often, and in how many outlets; in their words or in the reporter's. */
export function speakersSection({ speakers, unread }: ReportSeries, { width }: Drawing): Section {
  const id = 'speakers';
  const title = l10n.t('Who is quoted');
  const notes = unread === 0 ? [] : [l10n.t('Still to be read for quotes: {0}.', articlesText(unread))];
  const [first] = speakers;
  if (!first)
    return { id, title, summary: l10n.t('No quote has a speaker that is named.'), key: [], marks: new Map(), notes };
  const shown = speakers.slice(0, MOST_SPEAKERS);
  const chart = new Chart(width);
  const names = Math.min(width * 0.34, Math.max(90, ...shown.map(({ speaker }) => textWidth(speaker) + 14)));
  const tail = (count: SpeakerCount): string =>
    count.outlets.length > 1 ? `${quotesOf(count)} · ${outletsText(count.outlets.length)}` : String(quotesOf(count));
  const tailWidth = Math.max(...shown.map(count => textWidth(tail(count)))) + 8;
  const x = scaleLinear([0, quotesOf(first)], [0, Math.max(40, width - names - tailWidth)]);
  for (const [at, count] of shown.entries()) {
    const { speaker, quoted, reported } = count;
    const y = at * ROW + 2;
    const whole = x(quotesOf(count));
    const own = x(quoted.length);
    chart.add(fittedLabel(0, y + BAR / 2 + 4, speaker, names - 10));
    chart.mark(
      speaker,
      {
        title: l10n.t(
          '{0}: {1}, {2} in reported speech; {3}',
          speaker,
          quotesText(quotesOf(count)),
          reported.length,
          count.outlets.join(', '),
        ),
        passages: [...quoted, ...reported],
      },
      area(names, y, whole, BAR),
      ...(own > 0 ? [rectangle(names, y, own - 1, BAR, 'bar accent', 1.5)] : []),
      ...(whole > own ? [rectangle(names + own + 0.5, y + 0.5, whole - own - 1, BAR - 1, 'hollow', 1.5)] : []),
      label(names + whole + 6, y + BAR / 2 + 4, tail(count), 'muted'),
    );
  }
  const more = speakers.length - shown.length;
  if (more > 0) notes.unshift(l10n.t('Speakers that are left to the table: {0}.', more));
  if (speakers.length > MOST_ROWS) notes.unshift(l10n.t('The table ends with the {0} who are quoted most.', MOST_ROWS));
  const all = speakers.reduce((sum, count) => sum + quotesOf(count), 0);
  return {
    id,
    title,
    summary: l10n.t(
      '{0} with a named speaker. {1} is quoted most: {2} in {3}.',
      quotesText(all),
      first.speaker,
      quotesOf(first),
      outletsText(first.outlets.length),
    ),
    key: [
      { look: 'accent', sign: '', text: l10n.t('in their own words') },
      { look: 'hollow', sign: '', text: l10n.t('in reported speech') },
    ],
    chart: chart.svg(shown.length * ROW + 2, title),
    marks: chart.marks,
    table: {
      columns: [
        { heading: l10n.t('Speaker') },
        { heading: l10n.t('in their own words'), isNumber: true },
        { heading: l10n.t('in reported speech'), isNumber: true },
        { heading: l10n.t('Outlets') },
      ],
      rows: speakers
        .slice(0, MOST_ROWS)
        .map(({ speaker, quoted, reported, outlets }) => [
          speaker,
          String(quoted.length),
          String(reported.length),
          outlets.join(', '),
        ]),
    },
    notes,
  };
}
