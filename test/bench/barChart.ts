import { element, type PageElement, toMarkup } from '../../src/report/element';
import { label, rectangle, textWidth } from '../../src/report/svg';
import { type Figure, shown } from './figures';

const WIDTH = 720;
const BAR = 18;
const ROW = 24;
const TITLE = 34;

/** Readable on a light page and on a dark one; whose bar it is stands beside it. */
const STYLE =
  'text{font:12px system-ui,sans-serif;fill:#1f2328}.quiet{fill:#59636e}.own{fill:#0969da}.other{fill:#8c959f}' +
  '@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet{fill:#9198a1}.own{fill:#4493f8}.other{fill:#656c76}}';

/** Figures as bars, a group for each. Shares of a hundred are drawn as what is missing of it: that is where they differ. */
export function barChart(figures: readonly Figure[]): string {
  const nodes: PageElement[] = [element('style', {}, STYLE)];
  let y = 0;
  for (const figure of figures) {
    const { what, unit, values, lessIsBetter } = figure;
    const isShare = unit === '%' && !lessIsBetter;
    const heading = isShare ? `${what}: what is missing of 100 %` : `${what}${unit && `, ${unit}`}`;
    const better = isShare || lessIsBetter ? 'less is better' : 'more is better';
    nodes.push(label(0, y + 22, `${heading} (${better})`));
    y += TITLE;
    const drawn = Object.entries(values).map(([who, value]) => ({ who, value: isShare ? 100 - value : value }));
    const left = Math.max(...drawn.map(({ who }) => textWidth(who))) + 12;
    const most = Math.max(...drawn.map(({ value }) => value));
    for (const [i, { who, value }] of drawn.entries()) {
      const length = (value / most) * (WIDTH - left - 60);
      nodes.push(
        label(0, y + 13, who, 'quiet'),
        rectangle(left, y, length, BAR, i === 0 ? 'own' : 'other', 2),
        label(left + length + 8, y + 13, isShare ? value.toFixed(2) : shown(value)),
      );
      y += ROW;
    }
  }
  const height = y + 8;
  const size = { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
  return `${toMarkup(element('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', ...size }, ...nodes))}\n`;
}
