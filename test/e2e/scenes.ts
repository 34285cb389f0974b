import { type Workbench } from './workbench';

/** A picture to be: what is done in a new workbench on the samples until it shows what it should. */
interface Scene {
  /** The picture's file name, without suffixes. */
  readonly name: string;
  /** Where it needs what pictures else do without. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Also in high contrast. */
  readonly highContrast?: boolean;
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
    name: 'notes',
    highContrast: true,
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
];

/** The interview, beside Pressmark's views, which are wide enough to be read. */
async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /annotations$/);
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.page.mouse.move(240, 740); // over nothing that would show a tooltip
}
