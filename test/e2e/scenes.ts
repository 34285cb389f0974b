import { reviewCorpus } from './reviewedCorpus';
import { type Workbench } from './workbench';

/** A picture to be: what is done in a new workbench on the samples until it shows what it should. */
interface Scene {
  /** The picture's file name, without suffixes. */
  readonly name: string;
  /** Where it needs what pictures else do without. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is done with the copy of the samples before it is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Taken in high contrast too, to be looked at: the README does not show it. */
  readonly inHighContrast?: boolean;
  /** The part that is a step's picture in the walkthrough, and that step. */
  readonly step?: {
    readonly name: 'open' | 'tag' | 'review' | 'share';
    readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
  readonly size?: { readonly width: number; readonly height: number };
  readonly play: (workbench: Workbench) => Promise<void>;
}

const INTERVIEW = '2025-05-14-harbour-interview.md';

export const SCENES: readonly Scene[] = [
  {
    name: 'documents',
    play: async workbench => {
      await openArticle(workbench);
      await workbench.toggleView('Annotations');
      await workbench.expandRow('Documents', /^Ferrin: not one stone/);
      await workbench.row('Documents', /when the tide runs backwards/);
    },
  },
  {
    name: 'highlights',
    step: { name: 'open', clip: { x: 48, y: 0, width: 860, height: 560 } },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.selectText('“and I');
      await workbench.page.keyboard.press('ArrowRight'); // the cursor is enough for a hover; a selection would hide colours
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'tagging',
    step: { name: 'tag', clip: { x: 300, y: 0, width: 800, height: 520 } },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.selectText('“and I');
      await workbench.page.keyboard.press('ArrowRight');
      await workbench.runCommand('Pressmark: Tag Passage…');
      const input = await workbench.quickInput();
      await input.asks('stance');
      await input.choose('In favor');
      await input.asks('Toward whom');
      await input.accept();
      await input.asks('How reliable');
    },
  },
  {
    name: 'tagging-mode',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.runCommand('Pressmark: Start Tagging Mode');
      await workbench.statusSays('TAGGING');
      for (const key of ['Tab', 'a', 'Shift+B', '2']) await workbench.page.keyboard.press(key);
      await workbench.row('Annotations', /Harbour Light.*credibility 2/);
      await workbench.page.keyboard.press('Shift+Enter');
      await (await workbench.quickInput()).asks('Enter presses the key');
    },
  },
  {
    name: 'notes',
    inHighContrast: true,
    play: async workbench => {
      await openArticle(workbench);
      await workbench.selectText('“We will not move');
      await workbench.page.keyboard.press('ArrowRight');
      await workbench.runCommand('Pressmark: Open Note');
      await workbench.conversation().says('no answer by Tuesday');
      await workbench.conversation().writeReply('Then we print what the *recording* says.');
    },
  },
  {
    name: 'annotations',
    step: { name: 'review', clip: { x: 0, y: 0, width: 860, height: 560 } },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.toggleView('Documents');
      await workbench.runCommand('Pressmark: Group Annotations By…');
      await (await workbench.quickInput()).choose('Stance');
      await workbench.row('Annotations', /^Against/);
      await workbench.clickRow('Annotations', /when the tide runs backwards/);
      await workbench.shows('when the tide');
    },
  },
  {
    name: 'others',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await differ(workbench);
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'agreement',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Show Agreement');
      await (await workbench.quickInput()).choose('The Open Document');
      await workbench.shows('Where they differ');
    },
  },
  {
    name: 'adjudication',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Adjudicate…');
      await (await workbench.quickInput()).asks('Whose annotation stands');
    },
  },
  {
    name: 'report',
    prepare: reviewCorpus,
    inHighContrast: true,
    step: { name: 'share', clip: { x: 400, y: 0, width: 880, height: 573 } },
    play: openReport,
  },
  {
    name: 'report-whole',
    prepare: reviewCorpus,
    inHighContrast: true,
    size: { width: 1100, height: 2560 },
    play: async workbench => {
      await openReport(workbench);
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      const page = await workbench.webview();
      await page.getByText('Table: Who is quoted').waitFor();
      await page.locator('[data-mark]').nth(3).focus();
    },
  },
  {
    name: 'stories',
    inHighContrast: true,
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.expandRow('Documents', /^(?!Story).*1 copy/);
      await workbench.row('Documents', /copy of “/);
    },
  },
  {
    name: 'trace',
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.marked();
      await workbench.selectText('We will not move');
      await workbench.page.keyboard.press('ArrowRight');
      await workbench.runCommand('Pressmark: Trace Quote');
      await workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'quotes-and-claims',
    inHighContrast: true,
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.openFile('2025-05-20-ferry-live.txt');
      await workbench.marked();
      await workbench.runCommand('Pressmark: Show Quotes & Claims of This Article');
      await workbench.toggleView('Documents');
      await workbench.toggleView('Annotations');
      await workbench.row(SOURCES, /figures differ/);
      await workbench.expandRow(SOURCES, /figures differ/);
    },
  },
  {
    name: 'walkthrough',
    inHighContrast: true,
    size: { width: 1280, height: 800 },
    play: async workbench => {
      await workbench.runCommand('Pressmark: Open Walkthrough');
      await workbench.page.getByRole('button', { name: 'Share the result' }).first().click();
      await workbench.page.locator('.getting-started-media img').waitFor();
    },
  },
];

const SOURCES = 'Quotes & Claims';

/** The documents by story, as soon as these are known. */
async function groupByStory(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /\d annotations/);
  await workbench.widenSidebar(460);
  await workbench.runCommand('Pressmark: Group Documents by Story');
  await workbench.row('Documents', /^Story: /);
}

/** The interview, where Ines says something else than Theo of a passage that he has tagged. */
async function differ(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /^Ferrin: not one stone/);
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.toggleView('Documents');
  await workbench.selectText('at least one third');
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.runCommand('Pressmark: Start Tagging Mode');
  await workbench.statusSays('TAGGING');
  for (const key of ['a', 'Shift+C', 'Escape']) await workbench.page.keyboard.press(key);
  await workbench.row('Annotations', /one third.*, Against.*reliability C/);
  await workbench.row('Annotations', /one third.*by Theo Maddern/);
}

/** The report on the reviewed samples, beside the annotations view. */
async function openReport(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Annotations View');
  await workbench.row('Annotations', /Ferrin/);
  await workbench.runCommand('Pressmark: Open Report');
  const page = await workbench.webview();
  await page.getByRole('heading', { name: 'Stance by target and outlet' }).waitFor();
  await page.getByText(/is quoted most/).waitFor();
  await page.getByText('Still to be read').waitFor({ state: 'hidden' });
}

/** The interview, beside Pressmark's views, which are wide enough to be read. */
async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /\d annotations/);
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.page.mouse.move(240, 740); // over nothing that would show a tooltip
}
