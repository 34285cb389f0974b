import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Frame } from 'playwright-core';
import { Cleanup } from '../run/cleanup';
import { launchBrowser } from '../run/launchBrowser';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { faultsOf } from './axe';
import { eventually } from './eventually';
import { reviewCorpus } from './reviewedCorpus';
import { Workbench } from './workbench';

const SIDECAR = 'averne-review/2025-05-24-the-sound-in-figures.md.pressmark.yaml';

const WANTED_MARKS = [
  ['stances', 'Skerrow Courier, harbour expansion, Against: 5 passages'],
  ['grades', 'C Fairly reliable, 3 Possibly true: 24 passages'],
  ['coverage', 'Averne Dispatch, May 16: 1 article, 1 annotated'],
  ['speakers', 'Lucan Ferrin: 22 quotes'],
] as const;

describe('the report', () => {
  const cleanup = new Cleanup();
  let parent: string;
  let workbench: Workbench;
  let page: Frame;

  before(async () => {
    parent = await temporaryFolder('report', cleanup);
    const folder = path.join(parent, 'skerrow');
    await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
    await reviewCorpus(folder);
    workbench = await Workbench.open({ folder, settings: { 'files.simpleDialog.enable': true } }, cleanup);
    await workbench.runCommand('Pressmark: Focus on Annotations View');
    await workbench.row('Annotations', /Ferrin/);
    await workbench.runCommand('Pressmark: Open Report');
    page = await workbench.webview();
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  const marks = (section: string): Promise<readonly string[]> =>
    page
      .locator(`#${section} [role=button]`)
      .evaluateAll(nodes => nodes.map(node => node.getAttribute('aria-label') ?? ''));

  it('draws each chart from the corpus, quotes read from every article', async () => {
    // In this order: before any is read, it does not say that some are still to be.
    await page.getByText(/is quoted most/).waitFor();
    await page.getByText('Still to be read').waitFor({ state: 'hidden' });
    // It is drawn while sidecars are still being read, and again with each of them.
    for (const [section, wanted] of WANTED_MARKS)
      await eventually(`“${wanted}”`, async () => (await marks(section)).some(label => label.startsWith(wanted)));
    await eventually('the marks of agreement', async () => (await marks('agreement')).length === 4);
  });

  it('has every number in a table as well', async () => {
    for (const section of ['stances', 'grades', 'coverage', 'speakers', 'agreement'])
      assert.ok((await page.locator(`#${section} table tbody tr`).count()) > 2, section);
  });

  for (const theme of ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`has no fault that axe-core knows: ${theme}`, async () => {
      await workbench.useTheme(theme);
      await page.locator(`body[data-vscode-theme-kind]`).waitFor();
      for (const details of await page.locator('details').all())
        await details.evaluate(node => node.setAttribute('open', ''));
      assert.deepEqual(await faultsOf(page), []);
    });

  it('draws anew only what an annotation changes, and keeps the focus', async () => {
    await page.evaluate(() => {
      for (const section of document.querySelectorAll('section')) section.setAttribute('data-before', '');
    });
    const first = page.locator('#stances [role=button]').first();
    await first.focus();
    const label = await first.getAttribute('aria-label');
    const file = path.join(parent, 'skerrow', SIDECAR);
    await writeFile(file, (await readFile(file, 'utf8')).replace('stance: against', 'stance: favor'));
    await eventually('the new stance in the chart', async () =>
      (await marks('stances')).includes('The Averne Review, harbour expansion, In favor: 1 passage'),
    );
    const kept = await page.locator('section[data-before]').evaluateAll(sections => sections.map(({ id }) => id));
    assert.deepEqual(kept, ['grades', 'coverage', 'speakers', 'agreement']);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), label);
  });

  it('leads from a mark to its passages by keyboard, and on to the article', async () => {
    await page.locator('#stances [role=button]').first().focus();
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    const all = await marks('stances');
    await workbench.page.keyboard.press('ArrowRight');
    await eventually('the second mark', async () => (await focused()) === all[1]);
    await workbench.page.keyboard.press('End');
    await eventually('the last mark', async () => (await focused()) === all.at(-1));
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Enter');
    const input = await workbench.quickInput();
    await eventually('the title to be that of the mark', async () => (await input.title()) === all[0]);
    const [words] = await eventually('passages', async () => {
      const labels = await input.labels();
      return labels.length > 1 && labels;
    });
    await input.accept();
    await workbench.shows(words!.replace(/…$/, '').slice(0, 30));
    // The page of an editor that another one moved may be a new one.
    await workbench.runCommand('Pressmark: Open Report');
    page = await workbench.webview();
    await eventually('the marks', async () => (await marks('stances')).length === all.length);
  });

  it('is one stop of Tab for each chart', async () => {
    const stops = await page.locator('[role=button][tabindex="0"]').count();
    assert.equal(stops, await page.locator('svg').count());
    assert.equal(stops, 5);
  });

  it('is saved as one HTML file that needs nothing else and has no fault either', async () => {
    await page.locator('#save-html').click();
    const input = await workbench.quickInput();
    await eventually('the dialog to name the file', async () => {
      const value = await workbench.page.locator('.quick-input-widget input').first().inputValue();
      return value.endsWith('skerrow-report.html');
    });
    await input.accept();
    const file = path.join(parent, 'skerrow-report.html');
    await eventually(
      'the file',
      () => existsSync(file) && readFile(file, 'utf8').then(text => text.endsWith('</html>\n')),
    );
    const browser = await launchBrowser(cleanup);
    const saved = await browser.newPage({ viewport: { width: 900, height: 900 }, colorScheme: 'light' });
    const asked: string[] = [];
    saved.on('request', request => asked.push(request.url()));
    await saved.goto(pathToFileURL(file).href);
    assert.deepEqual(asked, [pathToFileURL(file).href]);
    assert.equal(await saved.locator('script').count(), 0);
    assert.equal(await saved.locator('svg').count(), 5);
    assert.ok((await saved.locator('#passages tbody tr').count()) > 90);
    for (const colorScheme of ['light', 'dark'] as const) {
      await saved.emulateMedia({ colorScheme });
      for (const details of await saved.locator('details').all())
        await details.evaluate(node => node.setAttribute('open', ''));
      assert.deepEqual(await faultsOf(saved.mainFrame()), []);
    }
    await saved.screenshot({ path: path.join(repositoryRoot, 'out/e2e/saved-report.png'), fullPage: true });
    await browser.close();
  });
});

/**
 * What Pressmark gives to a walkthrough's page: texts with links and buttons, and pictures. The step around them is a button of VS Code's
 * own that holds buttons, which axe-core finds fault with in every walkthrough.
 */
const WALKTHROUGH_PARTS = ['.getting-started-step.expanded .step-description-container', '.getting-started-media'];

describe('the walkthrough', () => {
  const cleanup = new Cleanup();
  after(() => cleanup.run());

  for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast'])
    it(`opens, shows each step with its picture, and has no fault that axe-core knows: ${theme}`, async () => {
      const workbench = await Workbench.open({ settings: { 'workbench.colorTheme': theme } }, cleanup);
      await workbench.runCommand('Pressmark: Open Walkthrough');
      const steps = workbench.page.locator('.getting-started-step');
      await eventually('four steps', async () => (await steps.count()) === 4);
      for (const step of await steps.all()) {
        // In the middle of the open one stand its buttons.
        if ((await step.getAttribute('aria-expanded')) !== 'true') await step.click();
        await eventually('its picture', () =>
          workbench.page
            .locator('.getting-started-media img')
            .evaluate(image => (image as HTMLImageElement).naturalWidth > 0),
        );
        for (const part of WALKTHROUGH_PARTS) assert.deepEqual(await faultsOf(workbench.page, part), []);
      }
      await workbench.close();
    });
});
