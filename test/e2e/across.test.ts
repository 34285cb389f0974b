import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { readSidecar } from './corpusCopy';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const VIEW = 'Quotes & Claims';
const INTERVIEW = '2025-05-14-harbour-interview.md';
const FERRY = '2025-05-20-ferry-live.txt';
const SURVEY = '2025-05-12-seabed-survey.txt';

/** So many looks at a row that keeps the focus, 40 ms each: the key was lost. */
const LOST_AFTER = 25;

describe('a fact-checker follows a story across its articles', () => {
  const cleanup = new Cleanup();
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = path.join(await temporaryFolder('across', cleanup), 'skerrow');
    await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
    workbench = await Workbench.open({ folder }, cleanup);
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  /** Presses Down until a row has the focus, each time once the press before has shown. */
  const goDownTo = async (label: RegExp): Promise<void> => {
    const focused = workbench.page.getByRole('tree', { name: VIEW, exact: true }).locator('.monaco-list-row.focused');
    let before: string | null = null;
    let asked = 0;
    await eventually(`the row ${String(label)} to have the focus`, async () => {
      const now = await focused.getAttribute('aria-label', { timeout: 2000 });
      if (now !== null && label.test(now)) return true;
      // A key that is pressed while the tree is drawn anew is lost.
      if (now !== before || ++asked % LOST_AFTER === 0) await press('ArrowDown');
      before = now;
      return false;
    });
  };
  const selectedRow = (label: RegExp): Promise<unknown> =>
    eventually(`the row ${String(label)} to be selected`, async () =>
      (await workbench.rows(VIEW)).some(row => row.selected && label.test(row.label)),
    );
  const activeTab = (name: string): Promise<void> =>
    workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();

  it('groups the documents by story, with copies below their originals', async () => {
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.row('Documents', /\d annotations/);
    await workbench.runCommand('Pressmark: Group Documents by Story');
    await workbench.row('Documents', /^Story: Collision du .*, 3 documents/);
    await workbench.row('Documents', /^Story: Harbour would cost .*, 2 documents/);
    await workbench.expandRow('Documents', /^Seagrass at Risk.*, 1 copy/);
    await workbench.row('Documents', /^Harbour would cost .*, copy of “Seagrass at Risk: .*” \(100%\)/);
  });

  it('reads in the hover in how many articles a quote stands, and how', async () => {
    await workbench.clickRow('Documents', /^Ferrin: not one stone/);
    await activeTab(INTERVIEW);
    await workbench.marked();
    await workbench.selectText('We will not move');
    await press('ArrowRight');
    await workbench.hoverAtCursor();
    await workbench.page
      .locator('.monaco-hover', { hasText: /also in \d documents: 1 trimmed, 2 altered, \d paraphrases/ })
      .first()
      .waitFor();
    await press('Escape');
  });

  it('finds all references of a quote, and steps through them in the peek', async () => {
    await press('Shift+F12');
    const peek = workbench.page.locator('.reference-zone-widget');
    const rows = peek.locator('.ref-tree .monaco-list-row');
    await rows.first().waitFor();
    const shown = (): Promise<string> => peek.locator('.peekview-title .filename').innerText();
    const seen = new Set<string>();
    await eventually('the march and the column in the peek, one after the other', async () => {
      await press('F4');
      seen.add(await shown());
      return ['2025-05-17-fishers-march.txt', '2025-05-18-progress-they-call-it.md'].every(name => seen.has(name));
    });
    await press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('opens the comparison of two copies in the editor’s own diff', async () => {
    await workbench.clickRow('Documents', /^Harbour would cost .*, copy of/);
    await activeTab(SURVEY);
    await workbench.marked();
    await workbench.runCommand('Pressmark: Compare with…');
    const input = await workbench.quickInput();
    await input.asks('An article of the corpus');
    await press('Enter');
    await workbench.page.locator('.tab.active', { hasText: '↔' }).waitFor();
    await workbench.page.locator('.monaco-diff-editor .editor.modified .view-line').first().waitFor();
    await workbench.page
      .locator('.monaco-diff-editor .line-delete, .monaco-diff-editor .char-delete')
      .first()
      .waitFor();
  });

  it('follows a figure that differs to both passages', async () => {
    await workbench.clickRow('Documents', /^LIVE: Ferry/);
    await activeTab(FERRY);
    await workbench.marked();
    await workbench.runCommand('Pressmark: Show Quotes & Claims of This Article');
    await workbench.row(
      VIEW,
      /^figures differ: At least 34 people, LIVE: .*; 28 people, The Averne Review, 2025-05-22/,
    );
    await workbench.runCommand('Pressmark: Focus on Quotes & Claims View'); // while it was empty, nothing in it could be focused
    await press('Home');
    await goDownTo(/^figures differ: At least 34 people/);
    await press('Enter');
    await selectedRow(/^figures differ: At least 34 people/);
    await press('ArrowRight');
    await workbench.row(VIEW, /^At least 34 people were injured/);
    await goDownTo(/^At least 34 people were injured/);
    await press('Enter');
    await selectedRow(/^At least 34 people were injured/);
    await activeTab(FERRY);
    await goDownTo(/28 people|Twenty-eight/);
    await press('Enter');
    await activeTab('2025-05-22-grey-heron.md');
    await workbench.statusSays('(9 selected)'); // 28 people
  });

  it('links a quote to where else it stands, and goes along the link and back, by keyboard alone', async () => {
    await workbench.openFile(INTERVIEW);
    await workbench.marked();
    await workbench.selectText('We will not move');
    await press('ArrowRight', 'Alt+l');
    const input = await workbench.quickInput();
    await input.choose('Same claim');
    await input.chooseBelow('same quote or figure');
    await input.asks('Your Name');
    await input.type('Ada Lind');
    await input.accept();
    await input.closed();
    const links = async (): Promise<readonly Record<string, unknown>[]> =>
      (await readSidecar(folder, `skerrow-courier/${INTERVIEW}`)).flatMap(
        ({ links: own = [] }) => own as readonly Record<string, unknown>[],
      );
    const [link] = await eventually('the link in the sidecar', async () => {
      const found = await links();
      return found.length === 1 && found;
    });
    assert.equal(link!.relation, 'same-claim');
    await press('Alt+k');
    await activeTab(path.basename(link!.document as string));
    await workbench.statusSays(' selected)');
    await workbench.hoverAtCursor();
    await workbench.page
      .locator('.monaco-hover', { hasText: /same claim as “Ferrin: not one stone/ })
      .first()
      .waitFor();
    await press('Escape', 'Alt+k');
    await activeTab(INTERVIEW);
    await workbench.runCommand('Pressmark: Undo Last Annotation Change');
    await eventually('the link to be gone', async () => (await links()).length === 0);
  });
});
