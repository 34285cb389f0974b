import * as path from 'node:path';
import { type Frame, type Locator, type Page } from 'playwright-core';
import { type Cleanup } from '../run/cleanup';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { launchBrowser } from '../run/launchBrowser';
import { repositoryRoot } from '../run/repositoryRoot';
import { startServer } from '../run/startServer';
import { temporaryFolder } from '../run/temporaryFolder';
import { workbenchAddress } from '../run/workbenchAddress';
import { Conversation } from './conversation';
import { type EditorDecoration, readDecorations, readHints } from './editorDecorations';
import { eventually } from './eventually';
import { installLanguagePack } from './languagePack';
import { QuickInput } from './quickInput';

export interface WorkbenchOptions {
  /** The workspace folder, if any; it is opened where it is, so give it a copy. */
  readonly folder?: string;
  /** An extensions folder where Pressmark is installed; by default it runs from this repository, as under development. */
  readonly extensionsFolder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for a pixel of the page; 2 makes sharp pictures. */
  readonly scale?: number;
  /** The language of the interface, as a BCP 47 tag; English by default. Only extensions are translated. */
  readonly language?: string;
}

/** A row of a tree, as a screen reader would say it. */
export interface TreeRow {
  readonly label: string;
  /** 1 for the top. */
  readonly level: number;
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
}

/** Drives a real VS Code workbench, in a browser, with a new profile. Every method waits for its effect to show. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly stop: () => Promise<void>,
  ) {}

  /** Starts a server and a browser of its own, which end with `cleanup`. */
  static async open(options: WorkbenchOptions, cleanup: Cleanup): Promise<Workbench> {
    const { folder, extensionsFolder, settings, size = { width: 1400, height: 900 }, scale = 1, language } = options;
    const dataFolder = await temporaryFolder('profile', cleanup);
    if (language !== undefined) await installLanguagePack(dataFolder, language);
    const server = await startServer(
      await installServer(VSCODE_VERSION, cleanup),
      {
        dataFolder,
        language,
        extensionsFolder,
        settings: { ...FIXED_LOOK, ...settings },
      },
      cleanup,
    );
    const browser = await launchBrowser(cleanup);
    const stop = async (): Promise<void> => {
      await browser.close();
      await server.stop();
    };
    const page = await browser.newPage({
      viewport: size,
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
      ...(language === undefined ? {} : { locale: language }),
    });
    page.setDefaultTimeout(20_000);
    const development = extensionsFolder === undefined ? { extensionDevelopmentPath: repositoryRoot } : {};
    await page.goto(workbenchAddress(server.authority, { folder, ...development }));
    const workbench = new Workbench(page, stop);
    await workbench.#restored();
    return workbench;
  }

  /** Runs a command through the palette, by keyboard. `title` is as the palette shows it: `Pressmark: Tag Passage…`. */
  async runCommand(title: string): Promise<void> {
    // The palette does not take in commands that are contributed while it is open, hence the second try.
    await eventually(`the command “${title}” in the palette`, async () => {
      await this.page.keyboard.press('F1');
      const palette = await this.quickInput();
      await palette.type(title);
      if ((await palette.offers(title)) && (await palette.chooses(title))) return true;
      await palette.escape();
      await palette.closed();
      return false;
    });
  }

  /** The quick input that is open, or opens now. */
  async quickInput(): Promise<QuickInput> {
    const input = new QuickInput(this.page);
    await input.opened();
    return input;
  }

  /** Opens a file of the folder by its path, as Ctrl+P does, and waits for its editor. */
  async openFile(file: string): Promise<void> {
    // What takes the keyboard meanwhile, as a view that is drawn anew, closes the list: hence the second try.
    await eventually(`“${file}” in the list of files`, async () => {
      await this.page.keyboard.press('Control+P');
      const input = await this.quickInput();
      await input.type(file);
      if (await input.chooses(path.basename(file))) return true;
      await input.escape();
      await input.closed();
      return false;
    });
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Waits until a file's editor is in front and has the keyboard. */
  async hasKeyboard(file: string, milliseconds?: number): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await eventually(
      'the keyboard in the editor',
      () => this.page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null),
      milliseconds,
    );
  }

  /** Gives the editor in front, a file's, the keyboard. A view that is being shown may take it yet, hence the second try. */
  async focusEditor(file: string): Promise<void> {
    await eventually(`the keyboard in ${file}`, async () => {
      await this.runCommand('View: Focus Active Editor Group');
      return this.hasKeyboard(file, 2_000).then(
        () => true,
        () => false,
      );
    });
  }

  /** Waits until an empty view says something, as a button or in its text. */
  async saysWhenEmpty(words: string): Promise<void> {
    await this.page.locator('.welcome-view-content').getByText(words).first().waitFor();
  }

  /** The rows of a view that are on the screen; the view must be visible. `view` is its title. */
  rows(view: string): Promise<readonly TreeRow[]> {
    // All at one moment: a row that is read by itself may be gone by then.
    return this.#tree(view)
      .getByRole('treeitem')
      .evaluateAll(rows =>
        rows.map(row => {
          const expanded = row.getAttribute('aria-expanded');
          return {
            label: row.getAttribute('aria-label') ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: expanded === null ? undefined : expanded === 'true',
            selected: row.getAttribute('aria-selected') === 'true',
          };
        }),
      );
  }

  /** Waits for a row whose label matches. */
  row(view: string, label: RegExp): Promise<TreeRow> {
    return eventually(`a row ${String(label)} in ${view}`, async () =>
      (await this.rows(view)).find(row => label.test(row.label)),
    );
  }

  /** Gives a view of Pressmark's the keyboard. While it is empty nothing in it could have that, hence the second try. */
  async focusView(view: string): Promise<void> {
    const hasKeyboard = () => this.#tree(view).evaluate(tree => tree.contains(document.activeElement));
    await eventually(`the keyboard in ${view}`, async () => {
      await this.runCommand(`Pressmark: Focus on ${view} View`);
      await this.#tree(view).getByRole('treeitem').first().waitFor();
      // Given some time: asked for twice, it would come once more, and take the keyboard from what the test does next.
      return eventually('it to come', hasKeyboard, 3_000).catch(() => false);
    });
  }

  /** Presses Down from the top of a view that has the keyboard until the focused row matches; again where it has not come yet. */
  async goToRow(view: string, label: RegExp): Promise<void> {
    // Not what sticks to the top.
    const rows = this.#tree(view).locator('.monaco-list-rows .monaco-list-row.focused');
    const read = () =>
      rows.evaluateAll(([row]) => ({
        at: Number(row?.getAttribute('data-index') ?? -1),
        label: row?.getAttribute('aria-label') ?? '',
        isLast: row?.getAttribute('data-last-element') === 'true',
      }));
    await eventually(`the row ${String(label)} in ${view}`, async () => {
      await this.page.keyboard.press('Home');
      // What comes in above the first row meanwhile moves it down: then up again.
      let row = await eventually(
        `the first row of ${view} to be focused`,
        async () => {
          const now = await read();
          return now.at === 0 && now;
        },
        2_000,
      );
      while (!label.test(row.label) && !row.isLast) {
        await this.page.keyboard.press('ArrowDown');
        const before = row.at;
        // A key is lost when the tree is drawn anew: then it goes down from the top again.
        row = await eventually(
          `the row after ${before}`,
          async () => {
            const now = await read();
            return now.at > before && now;
          },
          2_000,
        );
      }
      return label.test(row.label);
    });
  }

  /** Waits until the row that is selected matches. */
  selectedRow(view: string, label: RegExp): Promise<TreeRow> {
    return eventually(`a selected row ${String(label)} in ${view}`, async () =>
      (await this.rows(view)).find(row => row.selected && label.test(row.label)),
    );
  }

  /** Waits until words stand above a view's rows. */
  viewSays(words: string): Promise<void> {
    return this.page.locator('.pane-body .message', { hasText: words }).first().waitFor();
  }

  /** Clicks a row, which opens what it stands for. */
  async clickRow(view: string, label: RegExp): Promise<void> {
    await this.#rowElement(view, label).click();
  }

  /** Opens a row's children, by keyboard. */
  async expandRow(view: string, label: RegExp): Promise<void> {
    const expanded = this.#rowElement(view, label).and(this.page.locator('[aria-expanded=true]'));
    // A click is lost when the tree is drawn anew under it, hence the second try.
    await eventually(`${String(label)} in ${view} to expand`, async () => {
      if ((await this.row(view, label)).expanded === true) return true;
      await this.#rowElement(view, label).locator('.monaco-tl-twistie').click();
      return expanded.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Opens or closes a view of the sidebar by its header. */
  async toggleView(view: string): Promise<void> {
    const header = this.page.locator(`.pane-header[aria-label^="${view}"]`);
    const wanted = (await header.getAttribute('aria-expanded')) === 'true' ? 'false' : 'true';
    await header.click();
    await eventually(`${view} to be toggled`, async () => (await header.getAttribute('aria-expanded')) === wanted);
  }

  /** Drags the sidebar's edge. */
  async widenSidebar(width: number): Promise<void> {
    const sidebar = await this.page.locator('.part.sidebar').boundingBox();
    if (!sidebar) throw new Error('The sidebar is hidden.');
    const middle = sidebar.y + sidebar.height / 2;
    await this.page.mouse.move(sidebar.x + sidebar.width, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(sidebar.x + width, middle, { steps: 5 });
    await this.page.mouse.up();
    // Off the edge, which is lit while the mouse is on it, and to where nothing is.
    await this.page.mouse.move(24, sidebar.y + sidebar.height * 0.6);
  }

  /** What the active editor shows; lines that are scrolled away are not in it. */
  async editorText(): Promise<string> {
    // In one go: lines come and go while the editor is drawn.
    const lines = await this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.editor-group-container.active .view-line')].map(line => ({
        top: line.getBoundingClientRect().top,
        text: line.innerText,
      })),
    );
    return lines
      .sort((a, b) => a.top - b.top)
      .map(line => line.text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** Waits until the documents view does not say any more that articles are being compared. */
  async isIdle(): Promise<void> {
    await this.page.locator('.pane-body .message', { hasText: 'Comparing articles' }).waitFor({ state: 'hidden' });
  }

  /** Waits until words are on the screen, in the active editor. */
  async shows(words: string): Promise<void> {
    await eventually(`“${words}” in the editor`, async () => (await this.editorText()).includes(words));
  }

  /** The page of the webview in the active editor, which must be there or come. */
  async webview(): Promise<Frame> {
    return eventually('the page of a webview', async () => {
      const outer = await this.page.locator('iframe.webview.ready').elementHandle();
      const inner = await (await outer?.contentFrame())?.waitForSelector('#active-frame');
      return inner?.contentFrame();
    });
  }

  /** Changes the colour theme, by its name in the picker. */
  async useTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const input = await this.quickInput();
    await input.type(name);
    await input.choose(name);
    await input.closed();
  }

  /** Waits until words are in the status bar. */
  async statusSays(words: string): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: words }).first().waitFor();
  }

  /** How many editors have changes that are not saved. */
  unsaved(): Promise<number> {
    return this.page.locator('.tab.dirty').count();
  }

  /** What extensions have drawn into the active editor, as far as it is on the screen. */
  decorations(): Promise<readonly EditorDecoration[]> {
    return this.page.evaluate(readDecorations);
  }

  /** Waits until quotes and claims are marked in the active editor, and returns the marks. */
  marked(): Promise<readonly EditorDecoration[]> {
    return eventually('marks in the editor', async () => {
      const found = await this.decorations();
      return (
        found.some(({ line }) => line.endsWith('box')) && found.some(({ line }) => line.endsWith('below')) && found
      );
    });
  }

  /** The inlay hints in the active editor that are on the screen. */
  hints(): Promise<readonly string[]> {
    return this.page.evaluate(readHints);
  }

  /** Puts the cursor on words that are on the screen, by Find and Escape, which leaves them selected. */
  async selectText(words: string): Promise<void> {
    await this.page.keyboard.press('Control+F');
    const find = this.page.locator('.find-widget.visible textarea').first();
    await eventually('the keyboard in Find', () => find.evaluate(box => box === document.activeElement));
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(words);
    await this.page.locator('.find-widget.visible .matchesCount', { hasText: /^1 of/ }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await this.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor of the active editor behind words. */
  async cursorBehind(words: string): Promise<void> {
    await this.selectText(words);
    await this.page.keyboard.press('ArrowRight');
  }

  /** The conversations that are open in the active editor. */
  conversation(): Conversation {
    return new Conversation(this.page);
  }

  /** Shows the hover of the words at the cursor and returns its text. */
  async hoverAtCursor(): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    // Asked while the providers are still being called for the cursor's last place, it stays away: ask again.
    await eventually('a hover', async () => {
      await this.runCommand('Show or Focus Hover');
      return hover.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    return hover.innerText();
  }

  /** The texts of the notifications that are shown. Under a test's driver, VS Code 1.139 lists them and pops up none. */
  async notifications(): Promise<readonly string[]> {
    const shown = this.page.locator('.notification-list-item-message');
    const unseen = this.page.locator('[id="status.notifications"] .codicon-bell-dot');
    if ((await shown.count()) === 0 && (await unseen.count()) > 0)
      await this.runCommand('Notifications: Show Notifications');
    return shown.allInnerTexts();
  }

  /** Loads the window anew, with the same profile. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#restored();
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  /** After a test that failed: keeps a picture of what it saw in `out/e2e/`. */
  async keepPicture(test: Mocha.Test | undefined): Promise<void> {
    if (test?.state !== 'failed') return;
    await this.screenshot(path.join(repositoryRoot, 'out/e2e', `${test.fullTitle().replaceAll(/\W+/g, '-')}.png`));
  }

  /** Ends the browser and the server now, rather than with the cleanup. */
  close(): Promise<void> {
    return this.stop();
  }

  async #restored(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.activitybar .action-item').first().waitFor();
    await this.page.waitForFunction(() => {
      const { driver } = globalThis as { driver?: { whenWorkbenchRestored(): Promise<void> } };
      return driver?.whenWorkbenchRestored().then(() => true);
    });
  }

  #tree(view: string): Locator {
    return this.page.getByRole('tree', { name: view, exact: true });
  }

  #rowElement(view: string, label: RegExp): Locator {
    return this.#tree(view).getByRole('treeitem', { name: label }).first();
  }
}

/** What would differ from run to run, or is in the way. */
const FIXED_LOOK = {
  'workbench.colorTheme': 'Default Dark Modern',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'JetBrains Mono',
  'editor.accessibilitySupport': 'off',
  'workbench.list.smoothScrolling': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'comments.openView': 'never',
};
