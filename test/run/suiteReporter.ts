import { type Runner, type Suite, type Test } from 'mocha';

/** Begins every line that a suite reports, so that it is found among what else is logged. */
export const TEST_LINE = '[test]';

/** How a suite ended. */
export interface SuiteCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Reports a suite's tests, and in the end its counts, through `console.log`; runs in every host. */
export class SuiteReporter {
  constructor(runner: Runner) {
    const failures: string[] = [];
    let passed = 0;
    let skipped = 0;
    let depth = 0;
    const print = (line: string): void => {
      // One call a line: VS Code's log keeps no line breaks apart.
      for (const part of line.split('\n')) console.log(`${TEST_LINE} ${'  '.repeat(depth)}${part}`);
    };

    runner.on('suite', (suite: Suite) => {
      if (suite.root) return;
      print(suite.title);
      depth++;
    });
    runner.on('suite end', (suite: Suite) => {
      if (!suite.root) depth--;
    });
    runner.on('pass', (test: Test) => {
      passed++;
      print(`✔ ${test.title} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test: Test) => {
      skipped++;
      print(`- ${test.title}`);
    });
    runner.on('fail', (test: Test, error: Error) => {
      failures.push(`${test.titlePath().join(' › ')}\n${error.stack ?? String(error)}`);
      print(`✘ ${test.title}`);
    });
    runner.once('end', () => {
      depth = 0;
      if (passed + failures.length === 0) failures.push('The suite has no tests.');
      failures.forEach((failure, index) => print(`${index + 1}) ${failure}`));
      print(`${passed} passed, ${failures.length} failed, ${skipped} skipped`);
    });
  }
}

/** The counts that a suite's output ends in; undefined when it did not come to its end. */
export function readCounts(output: string): SuiteCounts | undefined {
  const found = /^\[test\] (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (!found) return undefined;
  const [passed, failed, skipped] = found.slice(1).map(Number);
  return { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
}
