import { Cleanup } from './cleanup';
import { installBrowser } from './installBrowser';
import { installServer, NEWEST_VSCODE, OLDEST_VSCODE, VSCODE_VARIABLE } from './installServer';
import { repositoryRoot } from './repositoryRoot';
import { tryCommand } from './runCommand';
import { readCounts, type SuiteCounts } from './suiteReporter';

/** A part of `npm test`: a Node script, which ends with 0 when all is well. */
interface Step {
  readonly name: string;
  /** What `npm run test:<group>` runs alone. */
  readonly group: 'unit' | 'lint' | 'host' | 'e2e';
  readonly args: readonly string[];
  /** Reports each of its tests (SuiteReporter); else the step counts as one test. */
  readonly suite?: boolean;
  /** The VS Code that it runs in. */
  readonly vscode?: string;
}

const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'dist/test/run/suiteReporter.js'];
const launcher = ['test/run/run.mjs', '--built'];

/** Ahead of everything else: what fails most often, and soonest, is told first. */
const UNIT: readonly Step[] = [
  // No unit test is timed: the limit is for what hangs, also on a machine with other work.
  { name: 'unit tests', group: 'unit', args: [...mocha, '--timeout', '30000', 'dist/test/unit.js'], suite: true },
];
const CHECKS: readonly Step[] = [
  { name: 'types', group: 'lint', args: ['node_modules/typescript/bin/tsc'] },
  { name: 'lint', group: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'format', group: 'lint', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
];
/** Our own pages before axe-core, our texts, the tour’s second look, what needs no VS Code, and what only files and processes decide: the same in each VS Code. */
const ONCE = [
  'axe-core|in another language',
  'in high contrast and at 200 %|a saved report|the npm package|nothing is lost',
];
const endToEnd = (grep: string): readonly string[] => [
  ...mocha,
  ...['--timeout', '120000', '--grep', grep],
  'dist/test/e2e/suite.js',
];
const inHosts = (vscode: string): readonly Step[] =>
  (['node', 'web'] as const).map((host): Step => ({
    name: `in the ${host === 'web' ? 'web-worker' : 'Node'} extension host of VS Code ${vscode}`,
    group: 'host',
    args: [...launcher, 'hostTests', host],
    suite: true,
    vscode,
  }));
const endToEndIn = (vscode: string): Step => ({
  name: `end to end in VS Code ${vscode}`,
  group: 'e2e',
  args: [...endToEnd(ONCE.join('|')), '--invert'],
  suite: true,
  vscode,
});
const endToEndOnce = ONCE.map((grep, i): Step => ({
  name: `end to end, once (${i + 1} of ${ONCE.length})`,
  group: 'e2e',
  args: endToEnd(grep),
  suite: true,
  vscode: NEWEST_VSCODE,
}));
// Leaves the production build in place, so that what follows runs what ships.
const PACKAGE: readonly Step[] = [{ name: 'package', group: 'e2e', args: [...launcher, 'packageVsix'] }];

/**
 * Everything, or the named groups: the unit tests and the package beside types, lint and format, while each VS Code is installed; then two rows of steps side by side, one for
 * each VS Code, in opposite order, since hosts wait and the workbench works; whoever is done takes what is to be run once. A third row saves less than a minute, and the
 * watchers of loaded machines are late. A last line says how many tests passed and failed. Returns the exit code.
 */
export async function test(groups: readonly string[]): Promise<number> {
  const cleanup = new Cleanup();
  const chosen = (steps: readonly Step[]): readonly Step[] =>
    groups.length === 0 ? steps : steps.filter(step => groups.includes(step.group));
  const rows = [
    [endToEndIn(OLDEST_VSCODE), ...inHosts(OLDEST_VSCODE)],
    [...inHosts(NEWEST_VSCODE), endToEndIn(NEWEST_VSCODE)],
  ].map(chosen);
  const either = [...chosen(endToEndOnce)];
  const isReady = rows.flat().length > 0 ? prepareVSCode(cleanup) : Promise.resolve(true);
  const first = await Promise.all(
    [chosen([...UNIT, ...PACKAGE]), chosen(CHECKS)].map(steps => runSteps(steps, cleanup)),
  );
  const rest = (await isReady)
    ? await Promise.all(rows.map(steps => runSteps(steps, cleanup, either)))
    : [[{ passed: 0, failed: 1, skipped: 0 }]];
  const counts = [...first, ...rest].flat();
  await cleanup.run();
  const sum = (key: keyof SuiteCounts): number => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 ? 0 : 1;
}

/** Once, ahead of the steps that need it, so that none of them waits for it and no two install at once. Returns whether it is there. */
async function prepareVSCode(cleanup: Cleanup): Promise<boolean> {
  try {
    for (const version of [OLDEST_VSCODE, NEWEST_VSCODE]) await installServer(version, cleanup);
    await installBrowser(cleanup);
    return true;
  } catch (error) {
    console.error(`✘ VS Code could not be installed: ${String(error)}`);
    return false;
  }
}

/** One after the other; then what is left of `either`, which several rows take their steps from. */
async function runSteps(
  steps: readonly Step[],
  cleanup: Cleanup,
  either: Step[] = [],
): Promise<readonly SuiteCounts[]> {
  const counts: SuiteCounts[] = [];
  for (const step of steps) counts.push(await runStep(step, cleanup));
  for (let step = either.shift(); step; step = either.shift()) counts.push(await runStep(step, cleanup));
  return counts;
}

async function runStep({ name, args, suite, vscode }: Step, cleanup: Cleanup): Promise<SuiteCounts> {
  const started = Date.now();
  let output = '';
  const code = await tryCommand(process.execPath, args, {
    cwd: repositoryRoot,
    cleanup,
    environment: vscode === undefined ? {} : { [VSCODE_VARIABLE]: vscode },
    onOutput: text => (output += text),
  });
  const counts = countsOf(code, suite ? readCounts(output) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`\n${counts.failed === 0 ? '✔' : '✘'} ${name} (${seconds} s)\n${output.trimEnd()}`.trimEnd());
  return counts;
}

/** A step that fails, or crashes before it could count, has failed in one thing at least. */
function countsOf(code: number, reported: SuiteCounts | undefined): SuiteCounts {
  const counts = reported ?? { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
