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
/** Of the samples; with quotes on its first screen. */
const ARTICLE = 'lorrin-press-agency/2025-05-12-seabed-survey.txt';

/**
 * Opens a corpus in the VS Code of the tests, with Pressmark installed from its VSIX, again and again, and prints what VS Code says that activating it took
 * (the view Running Extensions: loading the code and `activate`), and when the article that is open has its first highlight. Then a folder that is no corpus, in which it must not be activated
 * at the start. Returns the exit code: not 0 where it was.
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
    await workbench.page.addInitScript(noteFirstHighlight);
    await workbench.page.goto(withFileOpen(workbench.page.url(), path.join(corpus, ARTICLE)));
    const times: number[] = [];
    const pictures: number[] = [];
    for (let window = 0; window < WINDOWS; window++) {
      await workbench.reload();
      pictures.push(await firstHighlight(workbench));
      times.push(await eventually('Pressmark to be activated', () => activationTime(workbench)));
      await workbench.runCommand('View: Close Editor'); // That of running extensions.
    }
    await workbench.close();
    console.log(`\nActivation in a corpus, ms in ${WINDOWS} windows: ${times.join(', ')}`);
    console.log(`From opening the page to the first highlight, ms: ${pictures.map(Math.round).join(', ')}`);
    tellFigure({
      bench: 'start',
      what: 'From opening the page to the first highlight, median',
      unit: 'ms',
      values: { Pressmark: share(pictures, 0.5) },
      lessIsBetter: true,
    });
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
    const said = (time: number | undefined): string => (time === undefined ? 'not activated' : `activated, ${time} ms`);
    const atStart = await activationTime(elsewhere);
    await elsewhere.runCommand('View: Close Editor');
    // Told and no failure: on a busy machine VS Code now and then takes a file for plain text before it knows better, and a plain text is
    // a reason to look for a corpus once.
    await elsewhere.openFile('main.c');
    const withCode = await activationTime(elsewhere);
    console.log(`In a folder that is no corpus: ${said(atStart)}; with code open: ${said(withCode)}`);
    return atStart === undefined ? 0 : 1;
  } finally {
    await cleanup.run();
  }
}

/** A window's address that opens a file as well. */
function withFileOpen(address: string, file: string): string {
  const url = new URL(address);
  const payload = JSON.parse(url.searchParams.get('payload') ?? '[]') as unknown[];
  payload.push(['openFile', `vscode-remote://${url.host}${file}`]);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Runs in each page that is loaded. Looks in each frame. */
function noteFirstHighlight(): void {
  const look = (): void => {
    if (document.querySelector('.editor-instance .view-overlays .cdr[class*="ced-"]'))
      Object.assign(globalThis, { firstHighlight: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds from when the browser began to load the page; VS Code's own start, which is most of it, is in it. */
async function firstHighlight(workbench: Workbench): Promise<number> {
  const found = await workbench.page.waitForFunction(
    () => (globalThis as { readonly firstHighlight?: number }).firstHighlight,
  );
  return (await found.jsonValue())!;
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
