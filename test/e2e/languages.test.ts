import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type Frame, type Locator } from 'playwright-core';
import { Cleanup } from '../run/cleanup';
import { installExtension } from '../run/installExtension';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { vsixFile } from '../run/packageVsix';
import { temporaryFolder } from '../run/temporaryFolder';
import { eventually } from './eventually';
import { Workbench } from './workbench';

/** Microsoft's tag for a language that nobody speaks. */
const PSEUDO = 'qps-ploc';

/** No word of it is English, so that an English word on the screen is one that was not translated. */
const TEXT = [
  'Wehr bei Oxdorf wird neu gebaut',
  '„Es wird halten“, sagte Maud Pfeiffer. Dabei lachten 28 Zuschauer. Das alte Wehr nannte sie „ein Sieb“.',
  '',
].join('\n\n');
const CODEBOOK = 'targets:\n  - name: Wehr\n';

describe('the interface in another language', () => {
  const cleanup = new Cleanup();
  let workbench: Workbench;

  before(async () => {
    const server = await installServer(VSCODE_VERSION, cleanup);
    const extensionsFolder = await installExtension(server, await vsixFile(), cleanup);
    await translateIntoPseudo(extensionsFolder);
    const folder = path.join(await temporaryFolder('language', cleanup), 'korpus');
    await mkdir(folder);
    await writeFile(path.join(folder, 'pressmark.yaml'), CODEBOOK);
    await writeFile(path.join(folder, 'wehr.txt'), TEXT);
    const settings = { 'pressmark.author': 'Gil Pfeiffer' };
    workbench = await Workbench.open({ folder, extensionsFolder, language: PSEUDO, settings }, cleanup);
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  /** Asserts that what these elements say, and what they say to a screen reader, is translated or the corpus'. */
  const isTranslated = async (what: string, where: Locator): Promise<void> => {
    const texts = await textsOf(where);
    assert.ok(
      texts.some(text => text.includes('⟦')),
      `${what} says something: ${texts.join(' | ')}`,
    );
    assert.deepEqual(
      texts.flatMap(text => untranslated(text).map(word => `${word}: ${text}`)),
      [],
      what,
    );
  };

  it('is spoken by the views', async () => {
    await workbench.runCommand('Pressmark: Focus on ⟦Documents⟧ View');
    await workbench.row('⟦Documents⟧', /Wehr bei Oxdorf.*2/);
    const { page } = workbench;
    await isTranslated('the documents view', page.getByRole('tree', { name: '⟦Documents⟧', exact: true }));
    await isTranslated('the views’ headers', page.locator('.part.sidebar .pane-header .title'));
    // What they are called to a screen reader is VS Code's own.
    await isTranslated('empty views', page.locator('.welcome-view-content p'));
  });

  it('is spoken in the editor: hints, hovers, the status bar', async () => {
    await workbench.openFile('wehr.txt');
    await workbench.marked();
    await workbench.selectText('Es wird halten');
    const hover = await workbench.hoverAtCursor();
    assert.deepEqual(untranslated(hover), [], hover);
    assert.match(hover, /⟦/);
    await isTranslated('the status bar', workbench.page.locator('.statusbar-item[id^="pressmark."]'));
  });

  it('is spoken by the questions of tagging', async () => {
    await workbench.runCommand('Pressmark: ⟦Tag Passage…⟧');
    const input = await workbench.quickInput();
    // The rest is VS Code's own: names of icons and keys, how many there are.
    const parts = ['.quick-input-title', 'input.input', '.label-name', '.label-description', '.label-detail'];
    const widget = workbench.page.locator(parts.map(part => `.quick-input-widget ${part}`).join(', '));
    const next = async (answer: string): Promise<void> => {
      const before = await input.placeholder();
      await isTranslated(`“${before}”`, widget);
      await workbench.page.keyboard.type(answer);
      await workbench.page.keyboard.press('Enter');
      await eventually('the next question', async () => (await input.placeholder()) !== before);
    };
    await input.asks('⟦');
    await next('against');
    await next('Wehr');
    await next('B');
    await next('2');
    await isTranslated('the next question', widget);
    await input.escape();
    await input.closed();
  });

  it('is spoken by the report', async () => {
    await workbench.runCommand('Pressmark: ⟦Open Report⟧');
    const page = await workbench.webview();
    await page
      .getByText(/Wehr|⟦/)
      .first()
      .waitFor();
    await isTranslated('the report', bodyOf(page));
  });
});

const bodyOf = (page: Frame): Locator => page.locator('body');

/** Gives the installed Pressmark a translation in which each line of each text stands in brackets. */
async function translateIntoPseudo(extensionsFolder: string): Promise<void> {
  const name = (await readdir(extensionsFolder)).find(entry => entry.startsWith('pressmark.pressmark-'));
  const installed = path.join(extensionsFolder, name ?? assert.fail('not installed'));
  for (const file of ['package.nls', 'l10n/bundle.l10n']) {
    const texts = JSON.parse(await readFile(path.join(installed, `${file}.json`), 'utf8')) as Record<string, string>;
    const marked = Object.entries(texts).map(([key, text]) => [key, text.replace(/[^\n]+/g, line => `⟦${line}⟧`)]);
    await writeFile(path.join(installed, `${file}.${PSEUDO}.json`), JSON.stringify(Object.fromEntries(marked)));
  }
}

/** What elements that are shown and those in them say, also to a screen reader, each once. */
async function textsOf(where: Locator): Promise<readonly string[]> {
  await where.first().waitFor();
  const texts = await where.evaluateAll(elements =>
    elements
      .filter(element => element.getClientRects().length > 0)
      .flatMap(element => [
        ...(element instanceof HTMLElement ? element.innerText.split('\n') : []),
        ...[element, ...element.querySelectorAll('*')].flatMap(each =>
          ['aria-label', 'placeholder', 'title', 'aria-description'].map(name => each.getAttribute(name) ?? ''),
        ),
      ]),
  );
  return [...new Set(texts.map(text => text.trim()).filter(text => text !== ''))];
}

const words = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** Words that the corpus has, or that are names: Pressmark's, files', people's. */
const OWN_WORDS = new Set(words(`${TEXT} ${CODEBOOK} Pressmark korpus wehr txt Gil`));

/** Words outside of all brackets that are not the corpus'. */
function untranslated(text: string): readonly string[] {
  let outside = '';
  let depth = 0;
  for (const letter of text) {
    if (letter === '⟦') depth++;
    else if (letter === '⟧') depth--;
    else if (depth === 0) outside += letter;
  }
  return words(outside).filter(word => !OWN_WORDS.has(word));
}
