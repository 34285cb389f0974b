import { cp, mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../e2e/eventually';
import { Workbench } from '../e2e/workbench';
import { Cleanup } from '../run/cleanup';
import { installExtension } from '../run/installExtension';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { packageVsix, vsixFile } from '../run/packageVsix';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { share } from './distribution';
import { loadText, tellFigure } from './figures';

const WINDOWS = 7;

/**
 * Opens a corpus in the VS Code of the tests, with Pressmark installed from its VSIX, again and again, and prints what VS Code says that activating it took
 * (the view Running Extensions: loading the code and `activate`). Then a folder that is no corpus, in which it must not be activated.
 * Returns the exit code: not 0 where it was.
 */
export async function benchStart(): Promise<number> {
  console.log(loadText());
  const cleanup = new Cleanup();
  try {
    await packageVsix();
    const extensionsFolder = await installExtension(
      await installServer(VSCODE_VERSION, cleanup),
      await vsixFile(),
      cleanup,
    );
    const parent = await temporaryFolder('start', cleanup);
    const corpus = path.join(parent, 'samples');
    await cp(path.join(repositoryRoot, 'samples'), corpus, { recursive: true });
    const workbench = await Workbench.open({ folder: corpus, extensionsFolder }, cleanup);
    const times: number[] = [];
    for (let window = 0; window < WINDOWS; window++) {
      if (window > 0) await workbench.reload();
      times.push(await eventually('Pressmark to be activated', () => activationTime(workbench)));
    }
    await workbench.close();
    console.log(`\nActivation in a corpus, ms in ${WINDOWS} windows: ${times.join(', ')}`);
    tellFigure({
      bench: 'start',
      what: 'Activation in a corpus, median',
      unit: 'ms',
      values: { Pressmark: share(times, 0.5) },
      aim: 'under 30',
      lessIsBetter: true,
    });

    const other = path.join(parent, 'other');
    await mkdir(other);
    await writeFile(path.join(other, 'main.c'), 'int main(void) { return 0; }\n');
    const elsewhere = await Workbench.open({ folder: other, extensionsFolder }, cleanup);
    await elsewhere.openFile('main.c');
    const time = await activationTime(elsewhere);
    console.log(`In a folder that is no corpus: ${time === undefined ? 'not activated' : `activated, ${time} ms`}`);
    return time === undefined ? 0 : 1;
  } finally {
    await cleanup.run();
  }
}

/** Milliseconds; undefined where Pressmark is not active. */
async function activationTime(workbench: Workbench): Promise<number | undefined> {
  await workbench.runCommand('Developer: Show Running Extensions');
  const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.first().waitFor();
  const row = rows.filter({ hasText: 'Pressmark' });
  if ((await row.count()) === 0) return undefined;
  const said = await row.locator('.activation-time').innerText();
  const ms = /(\d+)\s*ms/.exec(said)?.[1];
  return ms === undefined ? undefined : Number(ms);
}
