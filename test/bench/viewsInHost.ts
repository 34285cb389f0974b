import * as process from 'node:process';
import * as vscode from 'vscode';
import { NO_FILTER, parseFilter } from '../../src/core/annotation/filter';
import { GROUPINGS } from '../../src/core/annotation/grouping';
import { SORTINGS } from '../../src/core/annotation/sorting';
import { type TestAccess } from '../../src/extension';
import { type AnnotationsNode, type AnnotationsView } from '../../src/vscode/views/annotationsView';
import { TEST_LINE } from '../run/suiteReporter';
import { distribution, share } from './distribution';
import { tellFigure } from './figures';

const ANNOTATIONS = 20_000;
const ROUNDS = 2;
const TICKS = 20;
/** Milliseconds in which a tree that asks for rows asks again; VS Code lets 200 go by between two refreshes. */
const REST = 350;

const FILTERS = [
  'stance:against',
  'stance:favor,unclear reliability:A,B target:ferry',
  'tag:none credibility:5,6',
  'outlet:"Norrby Posten" review:unreviewed',
  'said',
  'marsed stance:neutral',
  'speaker:none author:"Editor 1"',
];

/** What the annotations view was asked for since the last reset, and when it had answered last. */
class Watch {
  rows = 0;
  last = 0;
  work = 0;

  constructor(view: AnnotationsView) {
    for (const name of ['getChildren', 'getTreeItem'] as const) {
      const own = view[name].bind(view) as (node: AnnotationsNode) => unknown;
      Object.assign(view, {
        [name]: (node: AnnotationsNode) => {
          const start = performance.now();
          const answer = own(node);
          this.last = performance.now();
          this.work += this.last - start;
          if (name === 'getTreeItem') this.rows++;
          return answer;
        },
      });
    }
  }

  reset(): void {
    [this.rows, this.last, this.work] = [0, performance.now(), 0];
  }

  /** Resolves once nothing was asked for in a while. */
  async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.last;) {
      seen = this.last;
      await pause(REST);
    }
  }
}

/** What VS Code calls in place of a suite of tests. */
export async function run(): Promise<void> {
  const { annotations } = await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  await vscode.commands.executeCommand('pressmark.annotations.focus');
  await annotations.setGrouping('stance');
  const started = performance.now();
  do {
    await pause(1000);
    await annotations.setFilter(parseFilter('anchor:none'));
    const waiting = annotations.count;
    await annotations.setFilter(NO_FILTER);
    if (waiting === 0 && annotations.count >= ANNOTATIONS) break;
  } while (performance.now() - started < 300_000);
  print(`${annotations.count} annotations, listed and found in ${Math.round((performance.now() - started) / 1000)} s`);

  const watch = new Watch(annotations);
  await watch.quiet();
  /** From the call to the last row that the tree asked for; how much of that the view worked; and what the whole host did meanwhile. */
  const measure = async (what: string, works: readonly (() => Promise<unknown>)[]): Promise<void> => {
    const [times, own, processor, rows]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (const work of works) {
      await watch.quiet();
      watch.reset();
      const before = process.cpuUsage();
      const start = performance.now();
      const running = work();
      const called = performance.now() - start;
      await running;
      await watch.quiet();
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
      times.push(watch.last - start);
      own.push(called + watch.work);
      rows.push(watch.rows);
    }
    const tell = (measured: string, values: readonly number[], aim: { readonly aim?: string }): void =>
      tellFigure({
        bench: 'views',
        what: `${what}, of ${ANNOTATIONS.toLocaleString('en')} annotations: ${measured}, median`,
        unit: 'ms',
        values: { Pressmark: share(values, 0.5) },
        ...aim,
        lessIsBetter: true,
      });
    tell('processor time of the host', processor, { aim: 'under 100' });
    tell('until the last row, of which 200 are VS Code’s own wait', times, {});
    print(`${what}, ${works.length} times, ${Math.max(...rows)} rows at most. Milliseconds:`);
    print(`  until the last row is made   ${distribution(times)}`);
    print(`  of which the view works      ${distribution(own)}`);
    print(`  processor time of the host   ${distribution(processor)}`);
  };
  const fired: (readonly AnnotationsNode[] | undefined)[] = [];
  const listener = annotations.onDidChangeTreeData(nodes => fired.push(nodes));
  const ticks = rows(annotations)
    .filter((_, i) => i % 5 === 0)
    .slice(0, TICKS);
  await measure(
    'Tick off one',
    ticks.map(row => () => Promise.resolve(vscode.commands.executeCommand('pressmark.toggleReviewed', row))),
  );
  listener.dispose();
  const whole = fired.filter(nodes => nodes === undefined).length;
  print(`${fired.length} refreshes for ${ticks.length} ticks, ${whole} of them of the whole tree`);
  if (whole > 0 || fired.length === 0) throw new Error('One tick draws the whole tree again.');

  const rounds = Array.from({ length: ROUNDS }, (_, i) => i);
  await measure(
    'Filter',
    rounds.flatMap(() => [...FILTERS, ''].map(text => () => annotations.setFilter(parseFilter(text)))),
  );
  await measure(
    'Group',
    rounds.flatMap(() => GROUPINGS.map(grouping => () => annotations.setGrouping(grouping))),
  );
  await annotations.setGrouping('stance');
  await measure(
    'Sort',
    SORTINGS.map(sorting => () => annotations.setSorting(sorting)),
  );
}

/** The rows that are shown. */
const rows = (view: AnnotationsView): readonly AnnotationsNode[] =>
  view
    .getChildren()
    .flatMap(group => view.getChildren(group))
    .filter(({ kind }) => kind === 'annotation');

const print = (line: string): void => console.log(`${TEST_LINE} ${line}`);

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));
