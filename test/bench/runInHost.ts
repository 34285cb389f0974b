import { runTests } from '@vscode/test-electron';
import * as path from 'node:path';
import { type Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { loadText } from './figures';

/** Where VS Code keeps what it knows of a folder, for another window to know it. */
export interface KnownWindow {
  readonly profile: string;
  readonly port: number;
}

/**
 * Runs `dist/test/bench/<script>.js` in the Node extension host of our server, with this folder open, for so many minutes at most. What has nothing to do with what is measured is off
 * (code.ts): the git extension alone starts processes, each of which holds the host up for a tenth of a second. Returns the exit code.
 */
export async function runInHost(
  script: string,
  corpus: string,
  cleanup: Cleanup,
  { minutes = 5, known }: { readonly minutes?: number; readonly known?: KnownWindow } = {},
): Promise<number> {
  console.log(loadText());
  try {
    return await runTests({
      vscodeExecutablePath: path.join(repositoryRoot, 'dist/test/run/code.js'),
      reuseMachineInstall: true,
      extensionDevelopmentPath: repositoryRoot,
      extensionTestsPath: path.join(repositoryRoot, `dist/test/bench/${script}.js`),
      launchArgs: [
        corpus,
        '--little-to-draw',
        `--minutes=${minutes}`,
        ...(known ? [`--user-data-dir=${known.profile}`, `--port=${known.port}`] : []),
      ],
    });
  } catch (error) {
    console.error(String(error));
    return 1;
  } finally {
    await cleanup.run();
  }
}
