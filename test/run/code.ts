import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { parseArgs, format } from 'node:util';
import { Cleanup } from './cleanup';
import { installServer, VSCODE_VERSION } from './installServer';
import { launchBrowser } from './launchBrowser';
import { startServer } from './startServer';
import { TEST_LINE } from './suiteReporter';
import { temporaryFolder } from './temporaryFolder';
import { workbenchAddress } from './workbenchAddress';

/**
 * Speaks the part of `code`'s command line that runs an extension's tests, for `@vscode/test-electron`: but VS Code is
 * its server, shown in a headless browser. Ends with the tests' exit code; everything it started ends with it.
 *
 * Of what the workbench logs it prints what tests report (lines that start with `[test]`), and errors that pass
 * through the extension; all of it with --verbose, and the last of it when the tests did not come to their end.
 */
async function main(cleanup: Cleanup): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false, // test-electron also says what only a desktop needs
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      port: { type: 'string' },
      minutes: { type: 'string' },
      'little-to-draw': { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const extensionDevelopmentPath = path.resolve(text('extensionDevelopmentPath') ?? '.');

  const server = await startServer(
    await installServer(VSCODE_VERSION, cleanup),
    {
      dataFolder: text('user-data-dir') ?? (await temporaryFolder('profile', cleanup)),
      extensionsFolder: text('extensions-dir'),
      port: text('port'),
      settings: {
        ...(values['little-to-draw'] ? LITTLE_TO_DRAW : {}),
        ...(text('extensionDevelopmentKind') === 'web' ? await runInWebWorker(extensionDevelopmentPath) : {}),
      },
    },
    cleanup,
  );
  const browser = await launchBrowser(cleanup);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

  const log: string[] = [];
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const entry = format(...args);
    const ours = entry.startsWith(TEST_LINE) || (type === 'error' && entry.includes(extensionDevelopmentPath));
    if (ours || values.verbose) console.log(entry);
    else log.push(`${type}: ${entry}`);
  });
  const ended = new Promise<number>((resolve, reject) => {
    const minutes = Number(text('minutes') ?? MINUTES);
    setTimeout(() => reject(new Error(`the tests did not end within ${minutes} minutes`)), minutes * 60_000).unref();
    page.once('crash', () => reject(new Error('the page crashed')));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  const extensionTestsPath = text('extensionTestsPath');
  const content = { folder: positionals[0], extensionDevelopmentPath, extensionTestsPath };
  try {
    await page.goto(workbenchAddress(server.authority, content));
    return await ended;
  } catch (error) {
    console.error(`${log.slice(-30).join('\n')}\n${String(error)}`);
    return 1;
  }
}

/** With --little-to-draw: what no host test looks at, and costs the page a tenth of its time. */
const LITTLE_TO_DRAW = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'git.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.statusBar.visible': false,
};

/** Longer than any run of the host tests, shorter than any CI's patience. */
const MINUTES = 10;

/**
 * Makes the server run the extension's `browser` bundle in the web-worker extension host, as vscode.dev does. VS Code on
 * a desktop is told by --extensionDevelopmentKind=web; the web workbench reads that, then does not heed it (1.100).
 */
async function runInWebWorker(extensionFolder: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path.join(extensionFolder, 'package.json'), 'utf8');
  const { publisher, name } = JSON.parse(text) as { readonly publisher: string; readonly name: string };
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

const cleanup = new Cleanup();
void main(cleanup)
  .catch((error: unknown) => {
    console.error(error);
    return 1;
  })
  .then(async code => {
    await cleanup.run();
    process.exit(code);
  });
