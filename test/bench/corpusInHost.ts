import * as process from 'node:process';
import * as vscode from 'vscode';
import { type TestAccess } from '../../src/extension';
import { type DocumentsNode } from '../../src/vscode/views/documentsView';
import { TEST_LINE } from '../run/suiteReporter';
import { tellFigure } from './figures';
import { profileWhereAsked } from './hostProfile';
import { threadTime } from './threadTime';

/** Milliseconds between two ticks that a stall is told by. */
const TICK = 5;
const MOST_WAIT = 900_000;
/** The second window on the corpus: there is a stored index. */
const isReopened = process.env.BENCH_REOPENED === '1';

/** How long the host was held up at the longest, since it was made or reset, and how long of that it worked at the longest: in the rest it waits for a processor. */
class HostWatch {
  private last = performance.now();
  private worked = threadTime();
  private readonly timer = setInterval(() => {
    const now = performance.now();
    const worked = threadTime();
    this.longest = Math.max(this.longest, now - this.last - TICK);
    this.longestWork = Math.max(this.longestWork, worked - this.worked);
    this.last = now;
    this.worked = worked;
  }, TICK);
  longest = 0;
  longestWork = 0;

  reset(): void {
    this.longest = 0;
    this.longestWork = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** What VS Code calls in place of a suite of tests. Each figure is printed when it is known: the largest corpora take long. */
export async function run(): Promise<void> {
  const endProfile = await profileWhereAsked();
  const watch = new HostWatch();
  const processor = process.cpuUsage();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const { documents, analysis, sourceIndex } = await vscode.extensions
    .getExtension<TestAccess>('pressmark.pressmark')!
    .activate();
  // By folder they are there at once.
  await until('the first row', () => (documents.getChildren() as readonly DocumentsNode[]).length > 0);
  const firstRow = performance.now() - start;
  const isKnown = (): boolean => sourceIndex.isSettled && sourceIndex.size > 0 && sourceIndex.stories.length > 0;
  await until('the index', () => isKnown() && (isReopened || sourceIndex.state.kind === 'ready'));
  const known = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  const { size } = sourceIndex;
  const articles = `${size.toLocaleString('en')} articles${isReopened ? ', opened again' : ''}`;
  const tell = (what: string, unit: string, value: number): void => {
    console.log(`${TEST_LINE}   ${what.padEnd(62)} ${Math.round(value).toLocaleString('en').padStart(8)} ${unit}`);
    const values = { Pressmark: value };
    tellFigure({ bench: 'corpus', what: `${articles}: ${what}`, unit, values, lessIsBetter: true });
  };
  const tellStall = (): void => {
    tell('longest stall of the host meanwhile', 'ms', watch.longest);
    tell('longest stall of the host, without its waits for a processor', 'ms', watch.longestWork);
  };
  console.log(`${TEST_LINE} ${articles}`);
  tell('time to the first row', 'ms', firstRow);
  tell(isReopened ? 'time until the stored index is shown' : 'time to the whole index, with its stories', 'ms', known);
  tell('processor time of the host for that, all threads', 'ms', (user + system) / 1000);
  tellStall();
  await endProfile();

  watch.reset();
  await until(
    'the index to be stored and every article to be looked at',
    () => sourceIndex.isAtRest && analysis.backlog === 0,
  );
  tell(
    isReopened ? 'time until every article is looked at' : 'time until it is stored, too',
    'ms',
    performance.now() - start,
  );
  tellStall();
  tell(
    'memory of the host that was added, at most',
    'MB',
    (process.resourceUsage().maxRSS * 1024 - before) / 1024 ** 2,
  );
  tell('memory of the host that was added, in the end', 'MB', (process.memoryUsage().rss - before) / 1024 ** 2);

  if (isReopened) {
    await documents.setGrouping('story');
    watch.reset();
    const grouping = performance.now();
    const roots = (await documents.getChildren()).length;
    tell(
      `grouping by story, ${roots} rows of ${sourceIndex.stories.length} stories`,
      'ms',
      performance.now() - grouping,
    );
    tellStall();
    await documents.setGrouping('folder');
    watch.reset();
    const filtering = performance.now();
    await documents.setFilter('harbour');
    const found = (await documents.getChildren()).length;
    tell(`filtering by a word, ${found} rows`, 'ms', performance.now() - filtering);
    tellStall();
    await documents.setFilter('');
  }
  watch.stop();
}

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

async function until(what: string, condition: () => boolean): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > MOST_WAIT) throw new Error(`Waited too long for ${what}.`);
    await pause(TICK * 4);
  }
}
