import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { readSidecar, type StoredAnnotation } from './corpusCopy';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const ARTICLES = [
  'averne-dispatch/2025-05-16-minister-to-fishermen.txt',
  'lorrin-press-agency/2025-05-12-seabed-survey.txt',
  'skerrow-courier/2025-05-14-harbour-interview.md',
];

describe('an editor reviews a corpus, by keyboard alone', () => {
  const cleanup = new Cleanup();
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = path.join(await temporaryFolder('review', cleanup), 'skerrow');
    await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
    workbench = await Workbench.open({ folder, settings: { 'pressmark.author': 'Ada Brook' } }, cleanup);
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const stored = async (): Promise<readonly StoredAnnotation[]> =>
    (await Promise.all(ARTICLES.map(article => readSidecar(folder, article)))).flat();
  const reviewed = (count: number): Promise<readonly StoredAnnotation[]> =>
    eventually(`${count} reviewed on disk`, async () => {
      const found = (await stored()).filter(annotation => annotation.reviewedBy === 'Ada Brook');
      return found.length === count && found;
    });

  it('combines a filter, and reads in words what is shown', async () => {
    await workbench.runCommand('Pressmark: Focus on Annotations View');
    await workbench.row('Annotations', /^Annotation: “when the tide runs backwards”, Against: .*, not reviewed/);
    await workbench.runCommand('Pressmark: Focus on Annotations View'); // while it was empty, nothing in it could be focused
    await press('Home', '/');
    const input = await workbench.quickInput();
    await input.asks('Filter by what?');
    await input.choose('Stance');
    await input.asks('Check values');
    await input.type('Against');
    await press('ArrowDown', 'Space');
    await input.asks('Shows 3 annotations');
    await input.accept();
    await input.asks('Stance: Against');
    await input.choose('Target');
    await input.asks('Check values');
    await input.type('harbour');
    await press('ArrowDown', 'Space', 'Enter');
    await input.asks('Target: harbour expansion');
    await input.escape();
    await input.closed();
    await workbench.viewSays('2 of 9 annotations: Target: harbour expansion; Stance: Against');
  });

  it('steps to what is not reviewed, sees its passage, and checks it', async () => {
    await press('n');
    await workbench.shows('20% of the seagrass');
    await press('Space');
    const [first] = await reviewed(1);
    assert.match(first!.quote, /seagrass/);
    await workbench.row('Annotations', /^Annotation: Nearly 20% .*, reviewed/);
    await press('n');
    await workbench.shows('most expensive place');
    await press('Space');
    await reviewed(2);
    await workbench.row('Documents', /, reviewed, .*2 of 2 reviewed, 2 against, reliability A$/);
  });

  it('clears the filter, changes several at once, and takes it back in one step', async () => {
    await workbench.runCommand('Pressmark: Clear Annotation Filter');
    await workbench.runCommand('Pressmark: Focus on Annotations View');
    await workbench.row('Annotations', /^Annotation: “when the tide runs backwards”/);
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'F2'); // over the next group's heading
    const input = await workbench.quickInput();
    await input.asks('Edit 3 annotations');
    await input.choose('Mark as Reviewed');
    await reviewed(4);
    await workbench.runCommand('Pressmark: Undo Last Annotation Change');
    await reviewed(2);
  });
});
