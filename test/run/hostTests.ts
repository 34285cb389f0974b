import { runTests } from '@vscode/test-electron';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from './cleanup';
import { repositoryRoot } from './repositoryRoot';
import { temporaryFolder } from './temporaryFolder';

/**
 * Runs the host tests in a VS Code, in its Node or its web-worker extension host (`web`), on a fresh copy of their
 * corpus. That VS Code is our server (code.ts), or with `--desktop` one that is downloaded. Returns the exit code.
 */
export async function hostTests(args: readonly string[]): Promise<number> {
  let isTold = false;
  process.on('SIGINT', () => (isTold = true));
  const cleanup = new Cleanup();
  const host = args.includes('web') ? 'web' : 'node';
  const corpus = path.join(await temporaryFolder('host', cleanup), 'corpus');
  await cp(path.join(repositoryRoot, 'test/fixtures/host-corpus'), corpus, { recursive: true });
  const desktop = args.includes('--desktop');
  let isRunning = true;
  try {
    const run = runTests({
      ...(desktop ? {} : { vscodeExecutablePath: path.join(repositoryRoot, 'dist/test/run/code.js') }),
      reuseMachineInstall: !desktop, // ours makes a profile of its own, and removes it
      extensionDevelopmentPath: repositoryRoot,
      extensionTestsPath: path.join(repositoryRoot, `dist/test/host/${host}.js`),
      launchArgs: [
        corpus,
        ...(desktop ? [] : ['--little-to-draw']),
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
    // The corpus can be removed when no test writes there any more. SIGINT is what runTests passes on; only once, since
    // a second one kills.
    cleanup.add(async () => {
      if (!isRunning) return;
      if (!isTold) process.emit('SIGINT');
      await run.catch(() => undefined);
    });
    return await run;
  } catch (error) {
    console.error(String(error));
    return 1;
  } finally {
    isRunning = false;
    await cleanup.run();
  }
}
