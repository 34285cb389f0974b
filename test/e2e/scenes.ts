import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from './eventually';
import { FIRST_RUN_SCENES } from './firstRunScenes';
import { reviewCorpus } from './reviewedCorpus';
import { REVIEW_SCENES } from './reviewScenes';
import { type Scene } from './scene';
import {
  differ,
  groupByStory,
  INTERVIEW,
  openArticle,
  openFilter,
  openList,
  openNote,
  openReport,
  SOURCES,
  typeFilter,
} from './sceneSteps';

const FAULTY_CODEBOOK = `version: 1
title: Skerrow harbour, May 2025
stances:
  - name: favor
    definition: The passage speaks for the target.
    colour: green
    key: f
  - name: against
    colour: crimson
    key: a
  - name: neutral
  - name: unclear
targets: [harbour expansion, Lucan Ferrin, seabed survey]
tags:
  - name: promise
    definition: The speaker commits to an act.
    key: f
required: [target]
sources:
  - name: Edda Korvath
    aliases: [Korvath]
    reliability: B
scheme:
  credibility: 
`;

export const SCENES: readonly Scene[] = [
  {
    name: 'documents',
    inReadme: true,
    play: async workbench => {
      await openArticle(workbench);
      await workbench.toggleView('Annotations');
      await workbench.expandRow('Documents', /^Ferrin: not one stone/);
      await workbench.row('Documents', /when the tide runs backwards/);
      await workbench.page.mouse.move(24, 456);
    },
  },
  {
    name: 'highlights',
    inReadme: true,
    step: { name: 'open', clip: { x: 48, y: 0, width: 1232, height: 712 } },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.cursorBehind('“and I'); // the cursor is enough for a hover; a selection would hide colours
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'tagging',
    inReadme: true,
    step: { name: 'tag', clip: { x: 48, y: 0, width: 952, height: 619 } },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.cursorBehind('“and I');
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
    inReadme: true,
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.runCommand('Pressmark: Start Tagging Mode');
      await workbench.statusSays('TAGGING');
      for (const key of ['Tab', 'h', 'a', 'Shift+B', '2']) await workbench.page.keyboard.press(key);
      await workbench.row('Annotations', /Harbour Light.*credibility 2/);
      await eventually('what was tagged in the line', async () =>
        (await workbench.hints()).some(hint => hint.startsWith('Against: harbour expansion · B2')),
      );
      await workbench.page.keyboard.press('Shift+Enter');
      await (await workbench.quickInput()).asks('Enter presses the key');
    },
  },
  {
    name: 'notes',
    inReadme: true,
    play: async workbench => {
      await openNote(workbench);
      await workbench.conversation().writeReply('Then we print what the *recording* says.');
    },
  },
  {
    name: 'links',
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.marked();
      await workbench.toggleView('Documents');
      await workbench.cursorBehind('“We will not move');
      await workbench.runCommand('Pressmark: Link to Passage…');
      await (await workbench.quickInput()).choose('Same claim');
      await (await workbench.quickInput()).chooseBelow('same quote or figure');
      await workbench.expandRow('Annotations', /We will not move/);
      await workbench.row('Annotations', /same claim as/i);
      await workbench.page.keyboard.press('Control+1');
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'broken-links',
    prepare: async folder => {
      const sidecar = path.join(folder, 'skerrow-courier', `${INTERVIEW}.pressmark.yaml`);
      const links = [
        'links:',
        '  - {relation: contradicts, document: ../tolm-online/2025-05-17-march.txt, quote: not one stone}',
        '  - {relation: copied-from, document: ../kesslaender-bote/2025-05-15-hafenausbau-skerrow.txt, quote: ten thousand gulls}',
      ];
      const source = await readFile(sidecar, 'utf8');
      const tags = '    tags: [promise, official]\n';
      await writeFile(sidecar, source.replace(tags, `${links.map(line => `    ${line}\n`).join('')}${tags}`));
    },
    play: async workbench => {
      await workbench.runCommand('Pressmark: Focus on Annotations View');
      await workbench.row('Annotations', /We will not move.*document is missing/);
      await workbench.toggleView('Documents');
      await workbench.openFile(`${INTERVIEW}.pressmark.yaml`);
      await workbench.expandRow('Annotations', /We will not move/);
      await workbench.row('Annotations', /passage not found/);
      await workbench.page.mouse.move(640, 300); // over nothing that would show a tooltip
      await workbench.runCommand('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel').getByText('which is not there').first().waitFor();
      await workbench.focusEditor(`${INTERVIEW}.pressmark.yaml`);
      await workbench.cursorBehind('2025-05-17-march');
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget').getByText('Remove Link').first().waitFor();
    },
  },
  {
    name: 'annotations',
    inReadme: true,
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
    inReadme: true,
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await differ(workbench);
      await workbench.runCommand('Pressmark: Adjudicate…');
      await (await workbench.quickInput()).asks('Whose annotation stands');
    },
  },
  {
    name: 'codebook',
    prepare: folder => writeFile(path.join(folder, 'pressmark.yaml'), FAULTY_CODEBOOK),
    play: async workbench => {
      await workbench.openFile('pressmark.yaml');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.page.mouse.move(640, 300); // over nothing that would show a tooltip
      await workbench.runCommand('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel').getByText('belongs to').first().waitFor();
      await workbench.focusEditor('pressmark.yaml'); // in Problems, Ctrl+F is for Problems
      await workbench.cursorBehind('credibility: ');
      await workbench.runCommand('Trigger Suggest');
      await workbench.page.locator('.suggest-widget.visible').getByText('claimreview').waitFor();
    },
  },
  {
    name: 'suggestions',
    settings: { 'workbench.statusBar.visible': true },
    play: async workbench => {
      await openArticle(workbench);
      await workbench.cursorBehind('“I grew up'); // a selection has actions of VS Code's own
      const menu = workbench.page.locator('.action-widget').getByText('Dismiss').first();
      // Asked before the editor knows of any, it has none to offer: ask again.
      await eventually('the actions', async () => {
        await workbench.runCommand('Quick Fix...');
        return menu.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
      });
    },
  },
  {
    name: 'speaker',
    play: async workbench => {
      await openArticle(workbench);
      await workbench.cursorBehind('“and I');
      await workbench.runCommand('Pressmark: Tag All Quotes of This Speaker…');
      await workbench.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    },
  },
  {
    name: 'filter',
    prepare: reviewCorpus,
    play: async workbench => {
      const input = await openFilter(workbench);
      await input.choose('Source Reliability');
      await input.asks('Check values');
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('Space');
      await input.asks('Shows');
    },
  },
  {
    name: 'review',
    prepare: reviewCorpus,
    play: async workbench => {
      await openFilter(workbench);
      await typeFilter(workbench, 'stance:against,neutral reliability:B', 'Stance: Against or Neutral');
      await workbench.runCommand('Pressmark: Group Annotations By…');
      await (await workbench.quickInput()).choose('Target');
      await workbench.row('Annotations', /^harbour expansion/);
      await workbench.focusView('Annotations');
      for (let done = 1; done <= 3; done++) {
        await workbench.page.keyboard.press('n');
        await workbench.selectedRow('Annotations', /, not reviewed/);
        await workbench.page.keyboard.press('Space');
        await workbench.selectedRow('Annotations', /, reviewed/);
      }
      await workbench.page.keyboard.press('Shift+ArrowDown');
      await workbench.page.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'export',
    prepare: reviewCorpus,
    play: async workbench => {
      await openList(workbench);
      await workbench.runCommand('Pressmark: Export Annotations…');
      await (await workbench.quickInput()).asks('W3C Web Annotation');
    },
  },
  {
    name: 'report-saved',
    prepare: reviewCorpus,
    size: { width: 1100, height: 1400 },
    play: async (workbench, { scheme, contrast }) => {
      await openReport(workbench);
      await workbench.runCommand('Pressmark: Save Report…');
      const format = await workbench.quickInput();
      await format.choose('HTML');
      const name = await workbench.quickInput();
      const file = await eventually('the name of the report’s file', async () => {
        const value = await name.value();
        return value.endsWith('.html') && value;
      });
      await name.accept();
      await eventually('the saved report', () => existsSync(file));
      await workbench.page.emulateMedia({ colorScheme: scheme, contrast: contrast ?? null });
      await workbench.page.goto(pathToFileURL(file).href);
    },
  },
  {
    name: 'report',
    inReadme: true,
    prepare: reviewCorpus,
    step: { name: 'share', clip: { x: 348, y: 0, width: 932, height: 607 } },
    play: openReport,
  },
  {
    name: 'report-whole',
    prepare: reviewCorpus,
    size: { width: 1100, height: 2960 },
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
    inReadme: true,
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.expandRow('Documents', /^(?!Story).*1 copy/);
      await workbench.row('Documents', /copy of “/);
    },
  },
  {
    name: 'trace',
    inReadme: true,
    play: async workbench => {
      await groupByStory(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.marked();
      await workbench.cursorBehind('We will not move');
      await workbench.runCommand('Pressmark: Trace Quote');
      await workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'quotes-and-claims',
    inReadme: true,
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
  ...REVIEW_SCENES,
  ...FIRST_RUN_SCENES,
];
