import { type Workbench } from './workbench';

/** A picture to be: what is done in a new workbench on the samples until it shows what it should. */
interface Scene {
  /** The picture's file name, without suffixes. */
  readonly name: string;
  /** Where it needs what pictures else do without. */
  readonly settings?: Readonly<Record<string, unknown>>;
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
    play: async workbench => {
      await openArticle(workbench);
      await workbench.selectText('“and I');
      await workbench.page.keyboard.press('ArrowRight'); // the cursor is enough for a hover; a selection would hide colours
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'tagging',
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
    name: 'annotations',
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
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Show Agreement');
      await (await workbench.quickInput()).choose('The Open Document');
      await workbench.shows('Where they differ');
    },
  },
  {
    name: 'adjudication',
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Adjudicate…');
      await (await workbench.quickInput()).asks('Whose annotation stands');
    },
  },
];

/** The interview, where Ines says something else than Theo of a passage that he has tagged. */
async function differ(workbench: Workbench): Promise<void> {
  await openArticle(workbench);
  await workbench.toggleView('Documents');
  await workbench.selectText('at least one third');
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.runCommand('Pressmark: Start Tagging Mode');
  for (const key of ['a', 'Shift+C', 'Escape']) await workbench.page.keyboard.press(key);
  await workbench.row('Annotations', /one third.*, Against.*reliability C/);
  await workbench.row('Annotations', /one third.*by Theo Maddern/);
}

/** The interview, beside Pressmark's views, which are wide enough to be read. */
async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /annotations$/);
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.page.mouse.move(240, 740); // over nothing that would show a tooltip
}
