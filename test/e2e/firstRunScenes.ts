import { readdir, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { type Scene } from './scene';
import { openArticle, typeFilter } from './sceneSteps';

/** What a user sees who has nothing yet: the views' words for each state, the walkthrough, a new codebook. */
export const FIRST_RUN_SCENES: readonly Scene[] = [
  {
    name: 'welcome-no-folder',
    withoutFolder: true,
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Documents View');
      await workbench.saysWhenEmpty('Open Sample Corpus');
      await workbench.saysWhenEmpty('Annotations are listed here');
      await workbench.page.mouse.move(700, 700);
    },
  },
  {
    name: 'welcome-not-corpus',
    prepare: folder => removeFiles(folder, file => file.endsWith('.yaml')),
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Documents View');
      await workbench.saysWhenEmpty('Use This Folder as a Corpus');
      await workbench.toggleView('Quotes & Claims');
      await workbench.saysWhenEmpty('Quotes and figures of articles');
      await workbench.page.mouse.move(700, 700);
    },
  },
  {
    name: 'welcome-empty',
    prepare: folder => removeFiles(folder, file => file !== 'pressmark.yaml'),
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Documents View');
      await workbench.saysWhenEmpty('Look Again');
      await workbench.page.mouse.move(700, 700);
    },
  },
  {
    name: 'welcome-nothing-tagged',
    settings: { 'pressmark.compareSources': false },
    prepare: folder => removeFiles(folder, file => file.endsWith('.pressmark.yaml')),
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Documents View');
      await workbench.row('Documents', /not annotated yet, \d+ quotes/);
      await workbench.toggleView('Quotes & Claims');
      await workbench.saysWhenEmpty('Nothing is tagged yet');
      await workbench.saysWhenEmpty('Change the Setting');
      await workbench.page.mouse.move(700, 700);
    },
  },
  {
    name: 'welcome-filtered',
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Annotations View');
      await workbench.row('Annotations', /extension of the port/);
      await workbench.runCommand('Pressmark: Filter Annotations…');
      await typeFilter(workbench, 'stance:against reliability:F', 'Stance: Against');
      await workbench.saysWhenEmpty('No annotation passes');
      await workbench.runCommand('Pressmark: Filter Documents…');
      const input = await workbench.quickInput();
      await input.type('lighthouse');
      await input.accept();
      await workbench.saysWhenEmpty('No document matches');
      await workbench.toggleView('Quotes & Claims');
      await workbench.saysWhenEmpty('Open an article');
      await workbench.page.mouse.move(700, 700);
    },
  },
  ...(['Open a corpus', 'Tag a passage', 'Review what was tagged', 'Share the result'] as const).map(
    (title, at): Scene => ({
      name: `walkthrough-${['open', 'tag', 'review', 'share'][at]!}`,
      size: { width: 1280, height: 800 },
      play: async workbench => {
        await workbench.runCommand('Pressmark: Open Walkthrough');
        const step = workbench.page.locator('.getting-started-step').nth(at);
        await step.getByText(title).first().waitFor();
        if ((await step.getAttribute('aria-expanded')) !== 'true') await step.click();
        await workbench.page.locator('.getting-started-media img').waitFor();
        await workbench.page.mouse.move(700, 780);
      },
    }),
  ),
  {
    name: 'codebook-new',
    prepare: folder => removeFiles(folder, file => file === 'pressmark.yaml'),
    play: async workbench => {
      await openArticle(workbench);
      await workbench.runCommand('Pressmark: Create Codebook');
      await workbench.hasKeyboard('pressmark.yaml');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    },
  },
];

/** Removes those files of a folder whose names are meant. */
async function removeFiles(folder: string, isMeant: (name: string) => boolean): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && isMeant(entry.name)) await rm(path.join(entry.parentPath, entry.name));
}
