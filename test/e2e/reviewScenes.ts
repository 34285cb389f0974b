import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from './eventually';
import { reviewCorpus } from './reviewedCorpus';
import { type Scene } from './scene';
import { differ, INTERVIEW, openArticle, openList, openNote, openReport, typeFilter } from './sceneSteps';

const INTERVIEW_PATH = `skerrow-courier/${INTERVIEW}`;
const DISPATCH_PATH = 'averne-dispatch/2025-05-16-minister-to-fishermen.txt';
const SURVEY_PATH = 'lorrin-press-agency/2025-05-12-seabed-survey.txt';

/** What is seen while a corpus is reviewed, alone and in a team. */
export const REVIEW_SCENES: readonly Scene[] = [
  {
    // Every state that a document can have.
    name: 'documents-states',
    prepare: async folder => {
      await reviewCorpus(folder);
      await review(folder, SURVEY_PATH, Infinity);
      await review(folder, 'fanal-averne/2025-05-21-collision-ferry.txt', Infinity);
      await review(folder, 'tolm-online/2025-05-20-ferry-live.txt', 3);
      await loseTwo(folder);
      await writeFile(path.join(folder, 'averne-review/2025-05-25-letters.txt'), '');
      await writeFile(
        path.join(folder, 'averne-review/2025-05-26-editorial.txt'),
        Buffer.from('“Eine gr\xfcne Bucht”, sagte sie.\n', 'latin1'),
      );
      const broken = path.join(folder, 'tolm-online/2025-05-17-fishers-march.txt.pressmark.yaml');
      await writeFile(broken, `${await readFile(broken, 'utf8')}  - id: [oh\n`);
    },
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Documents View');
      await workbench.row('Documents', /sidecar has errors/);
      await workbench.row('Documents', /3 to check/);
      await workbench.widenSidebar(760);
      await workbench.toggleView('Annotations');
      await workbench.page.mouse.move(1000, 700);
    },
  },
  {
    name: 'explorer',
    prepare: async folder => {
      await reviewCorpus(folder);
      await review(folder, SURVEY_PATH, Infinity);
      await loseTwo(folder);
    },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.runCommand('View: Show Explorer');
      for (const name of ['averne-dispatch', 'lorrin-press-agency', 'tolm-online']) {
        await workbench.page.getByRole('treeitem', { name }).first().click();
        await workbench.page.locator(`.explorer-folders-view [aria-label^="${name}"][aria-expanded=true]`).waitFor();
      }
      await workbench.page.mouse.move(900, 740);
    },
  },
  {
    name: 'attention',
    prepare: loseTwo,
    play: async workbench => {
      await openArticle(workbench);
      await workbench.toggleView('Documents');
      await workbench.row('Annotations', /^Needs attention/);
      await workbench.clickRow('Annotations', /There is no ship/);
      await workbench.runCommand('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
      await workbench.page.mouse.move(900, 300);
    },
  },
  {
    name: 'bulk-edit',
    prepare: reviewCorpus,
    play: async workbench => {
      await openList(workbench);
      for (let i = 0; i < 4; i++) await workbench.page.keyboard.press('Shift+ArrowDown');
      await workbench.marked(); // the article of the first one is shown
      await workbench.page.keyboard.press('F2');
      await (await workbench.quickInput()).asks('Edit');
    },
  },
  {
    name: 'saved-filters',
    prepare: reviewCorpus,
    play: async workbench => {
      await openList(workbench);
      for (const [filter, words, name] of [
        ['stance:against reliability:D,E', 'Stance: Against', 'To ask the sources of'],
        ['target:TolmLine', 'Target: TolmLine', 'Ferry collision'],
      ] as const) {
        await workbench.runCommand('Pressmark: Filter Annotations…');
        await typeFilter(workbench, filter, words);
        await workbench.runCommand('Pressmark: Save Annotation Filter…');
        const question = await workbench.quickInput();
        await question.asks('Save Filter');
        await question.type(name);
        await question.accept();
        await question.closed();
        await workbench.runCommand('Pressmark: Clear Annotation Filter');
      }
      await workbench.runCommand('Pressmark: Saved Annotation Filters…');
      await (await workbench.quickInput()).asks('Delete Saved Filters');
    },
  },
  {
    name: 'rename-code',
    prepare: async folder => {
      const codebook = path.join(folder, 'pressmark.yaml');
      const source = await readFile(codebook, 'utf8');
      await writeFile(
        codebook,
        source.replace('- name: favor', '- name: endorses').replace('- name: altered', '- name: misquoted'),
      );
    },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.openFile(`${path.basename(DISPATCH_PATH)}.pressmark.yaml`);
      await workbench.runCommand('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel').getByText('is no stance of the codebook').first().waitFor();
      await workbench.focusEditor(`${path.basename(DISPATCH_PATH)}.pressmark.yaml`);
      await workbench.runCommand('Pressmark: Rename Code…');
      const input = await workbench.quickInput();
      await input.asks('not in the codebook');
    },
  },
  {
    name: 'adjust-passage',
    play: async workbench => {
      await openArticle(workbench);
      await workbench.cursorBehind('There is no ship');
      await workbench.runCommand('Pressmark: Adjust Passage…');
      await (await workbench.quickInput()).asks('Enter adjusts');
    },
  },
  {
    name: 'dismissed',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await openArticle(workbench);
      for (const words of ['I grew up', 'three weeks']) {
        await workbench.cursorBehind(words);
        await workbench.runCommand('Pressmark: Dismiss Highlight');
        await workbench.statusSays('Dismissed');
      }
      await workbench.runCommand('Pressmark: Restore Dismissed Highlights…');
      await (await workbench.quickInput()).asks('suggested again');
    },
  },
  {
    name: 'notes-resolved',
    play: async workbench => {
      await openNote(workbench);
      await workbench.runCommand('Pressmark: Resolve Note'); // which folds it up
      await workbench.page.locator('.review-widget').first().waitFor({ state: 'hidden' });
      await workbench.runCommand('Pressmark: Open Note');
      await workbench.page.locator('.review-widget:visible').getByText('resolved').first().waitFor();
      await workbench.runCommand('Comments: Focus on Comments View');
      await workbench.page.locator('.comments-panel .monaco-list-row').nth(1).waitFor();
      await workbench.page.mouse.move(900, 40);
    },
  },
  {
    name: 'double-blind',
    settings: { 'pressmark.doubleBlind': true, 'workbench.statusBar.visible': true },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.statusSays('Double-blind');
      await workbench.row('Annotations', /There is no ship/);
    },
  },
  {
    name: 'agreement-corpus',
    prepare: reviewCorpus,
    play: async workbench => {
      await openList(workbench);
      await workbench.runCommand('Pressmark: Show Agreement');
      await (await workbench.quickInput()).choose('All Documents');
      await workbench.shows('Where they differ');
      await workbench.page.locator('.notification-toast').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'only-others',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Show Only Others’ Annotations');
      await workbench.statusSays('Only others’');
      await eventually('only others’ in the list and in the article', async () => {
        const rows = await workbench.rows('Annotations');
        const hints = await workbench.hints();
        return !rows.some(({ label }) => label.includes('no ship')) && !hints.some(hint => hint.endsWith('C3'));
      });
    },
  },
  {
    name: 'report-passages',
    prepare: reviewCorpus,
    size: { width: 1280, height: 1000 },
    play: async workbench => {
      await openReport(workbench);
      const page = await workbench.webview();
      await page.getByText('Table: Stance by target and outlet').click();
      await page.locator('[data-mark]').nth(1).focus();
      await workbench.page.keyboard.press('Enter');
      await (await workbench.quickInput()).opened();
      await workbench.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    },
  },
  {
    name: 'import',
    prepare: async folder => {
      const annotation = (exact: string, text: string): unknown => ({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        body: [{ type: 'TextualBody', purpose: 'commenting', value: text }],
        target: { source: INTERVIEW_PATH, selector: [{ type: 'TextQuoteSelector', exact }] },
      });
      const all = [annotation('€340 million', 'Ask for the budget.'), annotation('ten thousand gulls', 'Who counted?')];
      await writeFile(path.join(folder, 'skerrow-courier/hypothesis.json'), JSON.stringify(all));
    },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.runCommand('Pressmark: Import Annotations…');
      const format = await workbench.quickInput();
      await format.asks('brat');
      await format.choose('W3C Web Annotation, Hypothesis');
      const dialog = await workbench.quickInput();
      await dialog.asks('hypothesis.json');
      await workbench.page.keyboard.press('End');
      await dialog.type('hypothesis.json');
      await dialog.accept();
      await workbench.page.getByRole('button', { name: 'Show Details' }).waitFor();
      await workbench.page.mouse.move(24, 456);
    },
  },
];

/** Has the first annotations of an article reviewed, as many as `count`. */
async function review(folder: string, article: string, count: number): Promise<void> {
  const sidecar = path.join(folder, `${article}.pressmark.yaml`);
  const source = await readFile(sidecar, 'utf8');
  let done = 0;
  const reviewed = source.replaceAll(/^ {4}updated: .*\n/gm, line =>
    done++ < count ? `${line}    reviewed: 2025-05-27T10:00:00Z\n    reviewedBy: Ines Holm\n` : line,
  );
  await writeFile(sidecar, reviewed);
}

/** Takes words from the interview, so that one of its passages is gone and of another one it is not certain where it is. */
async function loseTwo(folder: string): Promise<void> {
  const article = path.join(folder, INTERVIEW_PATH);
  const text = await readFile(article, 'utf8');
  await writeFile(
    article,
    text
      .replace(' “There is no ship, and there are no cranes.”', '')
      .replace('at least one third would lose their present berths', 'a third or so may have to leave their berths'),
  );
}
