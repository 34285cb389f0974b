import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type Page } from 'playwright-core';
import { Cleanup } from '../run/cleanup';
import { launchBrowser } from '../run/launchBrowser';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { faultsOf } from './axe';
import { reviewCorpus } from './reviewedCorpus';

/** What stands on the page: its letters with what they stand on, and its marks with the page. As WCAG's contrasts. */
interface Contrasts {
  readonly text: Readonly<Record<string, number>>;
  readonly marks: Readonly<Record<string, number>>;
}

const LETTERS = [
  'h1',
  '.summary',
  '.totals span',
  'svg text',
  'svg .muted',
  'svg .on-bar',
  '.swatch.against',
  'th',
  'summary',
];
const MARKS = ['rect.favor', 'rect.against', 'rect.neutral', 'rect.unclear', 'circle.accent', '.stem'];

describe('a saved report looks as its reader’s system asks', () => {
  const cleanup = new Cleanup();
  let browser: Browser;
  let page: Page;

  before(async () => {
    const parent = await temporaryFolder('saved-report', cleanup);
    const folder = path.join(parent, 'skerrow');
    await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
    await reviewCorpus(folder);
    const file = path.join(parent, 'report.html');
    await promisify(execFile)(process.execPath, [
      path.join(repositoryRoot, 'dist/cli.js'),
      'report',
      '--html',
      '-o',
      file,
      folder,
    ]);
    browser = await launchBrowser(cleanup);
    page = await browser.newPage({ viewport: { width: 900, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    for (const details of await page.locator('details').all())
      await details.evaluate(node => node.setAttribute('open', ''));
  });
  after(() => cleanup.run());

  const styleOf = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  const paper = (): Promise<string> => styleOf('body', 'background-color');

  for (const [colorScheme, background] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(31, 31, 31)'],
  ] as const)
    it(`${colorScheme}: text has 4.5:1, marks have 3:1`, async () => {
      await page.emulateMedia({ colorScheme });
      assert.equal(await paper(), background);
      await expectContrasts(page, 4.5, 3);
      assert.deepEqual(await faultsOf(page), []);
    });

  for (const [colorScheme, background] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(0, 0, 0)'],
  ] as const)
    it(`${colorScheme} with more contrast: text has 7:1, marks have 4.5:1 and an edge`, async () => {
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      assert.equal(await paper(), background);
      await expectContrasts(page, 7, 4.5);
      assert.notEqual(await styleOf('rect.favor', 'stroke'), 'rgba(0, 0, 0, 0)');
      assert.deepEqual(await faultsOf(page), []);
    });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`${colorScheme} with colors forced: no color but the reader’s, and all can be told apart`, async () => {
      await page.emulateMedia({ colorScheme, forcedColors: 'active', contrast: null });
      const [used, system] = await page.evaluate(() => {
        const swatch = document.body.appendChild(document.createElement('i'));
        const allowed = ['Canvas', 'CanvasText', 'LinkText'].map(name => {
          swatch.style.color = name;
          return getComputedStyle(swatch).color;
        });
        swatch.remove();
        const found = [...document.querySelectorAll('body, body *')].flatMap(node => {
          const { color, backgroundColor, fill, stroke, borderTopColor, borderTopWidth } = getComputedStyle(node);
          const isDrawn = node instanceof SVGElement;
          const border = borderTopWidth === '0px' ? [] : [borderTopColor];
          return [color, backgroundColor, ...border, ...(isDrawn ? [fill, stroke] : [])];
        });
        return [[...new Set(found)], allowed];
      });
      // What is see-through is mixed from a color of the reader's.
      const isSeeThrough = (color: string): boolean =>
        color === 'none' || /^(rgba|color)\(.*[ ,/] ?0(\.\d+)?\)$/.test(color);
      assert.deepEqual(
        used.filter(color => !system.includes(color) && !isSeeThrough(color)),
        [],
      );
      await expectContrasts(page, 7, 7);
    });

  it('is printed dark on white, and keeps its key', async () => {
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: null, media: 'print' });
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    await expectContrasts(page, 4.5, 3);
    assert.equal(await styleOf('.swatch', 'print-color-adjust'), 'exact');
  });

  it('moves nothing, whether less motion is asked for or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ media: 'screen', reducedMotion });
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(node => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(node);
            return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
      assert.deepEqual(moving, []);
    }
  });
});

async function expectContrasts(page: Page, ofText: number, ofMarks: number): Promise<void> {
  const { text, marks } = await page.evaluate(contrastsOf, { letters: LETTERS, shapes: MARKS });
  const tooLow = (found: Readonly<Record<string, number>>, least: number): readonly string[] =>
    Object.entries(found).flatMap(([name, ratio]) => (ratio < least ? [`${name} ${ratio.toFixed(2)}`] : []));
  assert.deepEqual([...tooLow(text, ofText), ...tooLow(marks, ofMarks)], []);
}

/** Runs in the page. Throws where one of these is not on it. */
function contrastsOf({ letters, shapes }: { letters: readonly string[]; shapes: readonly string[] }): Contrasts {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const luminance = (color: string): number => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high! + 0.05) / (low! + 0.05);
  };
  const find = (selector: string): Element => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`Nothing is ${selector}.`);
    return found;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  /** What letters stand on: a bar, or the nearest ground that is not see-through. */
  const groundOf = (node: Element): string => {
    if (node.matches('.on-bar')) return getComputedStyle(find('rect.against')).fill;
    for (let at: Element | null = node; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return paper;
  };
  const ratios = (selectors: readonly string[], of: (node: Element) => readonly [string, string]) =>
    Object.fromEntries(selectors.map(selector => [selector, contrast(...of(find(selector)))]));
  return {
    text: ratios(letters, node => {
      const { fill, color } = getComputedStyle(node);
      return [node instanceof SVGElement ? fill : color, groundOf(node)];
    }),
    marks: ratios(shapes, node => {
      const { fill, stroke } = getComputedStyle(node);
      return [node.matches('.stem') ? stroke : fill, paper];
    }),
  };
}
