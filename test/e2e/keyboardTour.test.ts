import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { readSidecar, type StoredAnnotation } from './corpusCopy';
import { eventually } from './eventually';
import { Keystrokes } from './keystrokes';
import { Workbench, type WorkbenchOptions } from './workbench';

const COLUMN = 'skerrow-courier/2025-05-18-progress-they-call-it.md';
const DISPATCH = 'averne-dispatch/2025-05-16-minister-to-fishermen.txt';
const ARTICLES = [
  COLUMN,
  DISPATCH,
  'lorrin-press-agency/2025-05-12-seabed-survey.txt',
  'skerrow-courier/2025-05-14-harbour-interview.md',
];

/** What is pressed for each of ten highlights, after Tab: stance, reliability, credibility. The first one names the target, too. */
const TAGS = ['haC3', 'nB2', 'nB2', 'aC3', 'aC3', 'nB2', 'nB2', 'aB2', 'aC4', 'aC3'];
const AGAINST = TAGS.filter(keys => keys.includes('a')).length;
/** What was tagged before, by others. */
const ANNOTATED = 9;
const ANNOTATED_AGAINST = 3;

/** How VS Code is looked at. Browsers zoom by giving the page fewer, larger pixels; motion is reduced in all of these tests. */
const LOOKS: readonly (readonly [name: string, look: Pick<WorkbenchOptions, 'settings' | 'size' | 'scale'>])[] = [
  ['', {}],
  [
    ', in high contrast and at 200 %',
    {
      settings: { 'workbench.colorTheme': 'Default High Contrast', 'workbench.reduceMotion': 'on' },
      size: { width: 700, height: 450 },
      scale: 2,
    },
  ],
];

for (const [name, look] of LOOKS)
  describe(`the README’s tour, by keyboard alone${name}`, () => {
    const cleanup = new Cleanup();
    let folder: string;
    let workbench: Workbench;
    let keystrokes: Keystrokes;
    let steps: readonly string[];

    before(async () => {
      steps = await stepsOfTheTour();
      folder = path.join(await temporaryFolder('tour', cleanup), 'skerrow');
      await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
      workbench = await Workbench.open(
        { ...look, folder, settings: { ...look.settings, 'pressmark.author': 'Ada Brook' } },
        cleanup,
      );
      keystrokes = await Keystrokes.count(workbench.page);
    });
    afterEach(function () {
      return workbench.keepPicture(this.currentTest);
    });
    after(() => cleanup.run());

    /** A test for a step, which is called as the README calls it. */
    let count = 0;
    let done = 0;
    const step = (title: string, run: () => Promise<void>): void => {
      const at = count++;
      it(title, async () => {
        assert.equal(steps[at], title);
        assert.equal(done, at, 'the step before failed');
        await run();
        done++;
      });
    };
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await workbench.page.keyboard.press(key);
    };
    const written = (article: string): Promise<readonly StoredAnnotation[]> => readSidecar(folder, article);

    step('Open an article', async () => {
      await workbench.focusView('Documents');
      await workbench.goToRow('Documents', /^Progress, they call it, not annotated yet/);
      await press('Enter');
      await workbench.hasKeyboard(path.basename(COLUMN));
      await workbench.marked();
    });

    step('Tag ten highlights', async () => {
      await press('Alt+Shift+M');
      await workbench.statusSays('TAGGING');
      for (const [at, keys] of TAGS.entries()) {
        const before = await keystrokes.sum();
        await press('Tab');
        for (const key of keys) await press(/[A-Z]/.test(key) ? `Shift+${key}` : key);
        const took = (await keystrokes.sum()) - before;
        assert.ok(took <= (keys.startsWith('h') ? 5 : 4), `${took} keystrokes`);
        const grade = { reliability: keys.at(-2), credibility: Number(keys.at(-1)) };
        const stance = keys.at(-3) === 'a' ? 'against' : 'neutral';
        await eventually(`annotation ${at + 1} on disk`, async () => {
          const tagged = await written(COLUMN);
          const last = tagged.at(-1);
          return (
            tagged.length === at + 1 &&
            last?.stance === stance &&
            last.target === 'harbour expansion' &&
            last.reliability === grade.reliability &&
            last.credibility === grade.credibility
          );
        });
      }
      await press('Escape');
      await workbench.statusSays('Tag by keys');
      assert.equal(await workbench.unsaved(), 0);
    });

    step('Show what speaks against', async () => {
      await workbench.focusView('Annotations');
      // VS Code gives a view the keyboard once more where it is drawn anew, which closes the list: hence the second try.
      const input = await eventually('the filter by stance', async () => {
        await press('/');
        const facets = await workbench.quickInput();
        await facets.asks('Filter by what?');
        return (await facets.chooses('Stance')) && facets;
      });
      await input.asks('Check values');
      await input.type('Against');
      await press('ArrowDown', 'Space', 'Enter');
      await input.asks('Stance: Against');
      await input.escape();
      await input.closed();
      await workbench.viewSays(
        `${AGAINST + ANNOTATED_AGAINST} of ${TAGS.length + ANNOTATED} annotations: Stance: Against`,
      );
    });

    step('Review', async () => {
      const all = ANNOTATED_AGAINST + AGAINST;
      const reviewed = async (): Promise<readonly StoredAnnotation[]> =>
        (await Promise.all(ARTICLES.map(written))).flat().filter(({ reviewedBy }) => reviewedBy === 'Ada Brook');
      for (let done = 0; done < all; done++) {
        await press('n');
        await workbench.selectedRow('Annotations', /^Annotation: .*, Against: .*, not reviewed/);
        await press('Space');
        await workbench.selectedRow('Annotations', /, reviewed/);
        await eventually(`${done + 1} reviewed on disk`, async () => (await reviewed()).length === done + 1);
      }
      assert.ok((await reviewed()).every(({ stance }) => stance === 'against'));
      await workbench.row('Annotations', new RegExp(`^Progress, they call it, .*${AGAINST} of ${AGAINST} reviewed`));
      await workbench.runCommand('Pressmark: Clear Annotation Filter');
      await workbench.row('Annotations', /Neutral.*, not reviewed/);
    });

    step('Mend a passage that was lost', async () => {
      await workbench.openFile(DISPATCH);
      await workbench.selectText('Whoever claims the opposite should kindly name me the ship.');
      await workbench.page.keyboard.type('Nobody has named one yet.');
      await press('Control+S');
      await eventually('the article to be saved', async () => (await workbench.unsaved()) === 0);
      await workbench.focusView('Annotations');
      await workbench.goToRow('Annotations', /^Needs attention, 1 annotation/);
      await press('Control+1');
      await workbench.hasKeyboard(path.basename(DISPATCH));
      await workbench.selectText('Nobody has named one yet.');
      await workbench.runCommand('Pressmark: Re-attach Annotation to Selection');
      const input = await workbench.quickInput();
      await input.asks('Which annotation?');
      await input.chooseFirst('Whoever claims');
      await input.closed();
      await eventually('the passage on disk', async () =>
        (await written(DISPATCH)).some(({ quote }) => quote === 'Nobody has named one yet.'),
      );
      await eventually('nothing to need attention', async () =>
        (await workbench.rows('Annotations')).every(({ label }) => !label.startsWith('Needs attention')),
      );
    });

    step('Export a table', async () => {
      await workbench.runCommand('Pressmark: Export Annotations…');
      const formats = await workbench.quickInput();
      await formats.choose('CSV');
      const file = path.join(folder, 'skerrow.csv');
      await formats.asks('Export Annotations');
      await eventually('the file’s name', async () => (await formats.value()) === file);
      await formats.accept();
      await eventually('the table on disk', () => existsSync(file));
      const table = await eventually('all rows', async () => {
        const text = await readFile(file, 'utf8');
        return text.split('\r\n').length > TAGS.length + ANNOTATED && text;
      });
      assert.match(table, /Nobody has named one yet\./);
      assert.equal(table.match(/Ada Brook/g)?.length, TAGS.length + AGAINST + ANNOTATED_AGAINST);
    });

    it('has no further step, and takes no mouse', async () => {
      assert.equal(count, steps.length);
      assert.equal(await keystrokes.pointed(), 0);
    });
  });

/** What the steps are called in the README. */
async function stepsOfTheTour(): Promise<readonly string[]> {
  const readme = await readFile(path.join(repositoryRoot, 'README.md'), 'utf8');
  const tour = readme.split('\n## ').find(part => part.startsWith('A tour, by keyboard\n')) ?? '';
  return [...tour.matchAll(/^\d+\. \*\*(.+?)\.\*\*/gm)].map(([, title]) => title!);
}
