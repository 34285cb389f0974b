import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { type Cleanup } from '../run/cleanup';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { launchBrowser } from '../run/launchBrowser';
import { repositoryRoot } from '../run/repositoryRoot';
import { startServer } from '../run/startServer';
import { temporaryFolder } from '../run/temporaryFolder';
import { workbenchAddress } from '../run/workbenchAddress';
import { Control, type Job } from './control';

/** Windows on one server, in one browser, that show one folder; in each of them a writer does the job. */
export interface Windows {
  readonly control: Control;
  readonly sidecar: string;
  readonly open: () => Promise<Page>;
}

/** What is opened: a folder or a `.code-workspace` file, and `dist/test/faults/<script>.js`, which runs in place of tests. */
export interface WindowsContent {
  readonly folder: string;
  readonly script: string;
}

/** Starts the server and the browser. The folder holds one article, and a sidecar where one is given. */
export async function startWindows(
  job: Job,
  files: { readonly article: string; readonly sidecar?: string },
  cleanup: Cleanup,
): Promise<Windows> {
  const root = await temporaryFolder('faults', cleanup);
  const folder = path.join(root, 'desk');
  for (const name of ['desk', 'control']) await mkdir(path.join(root, name));
  const article = path.join(folder, 'launches.txt');
  const sidecar = `${article}.pressmark.yaml`;
  await writeFile(article, files.article);
  await writeFile(path.join(folder, 'pressmark.yaml'), 'version: 1\n');
  if (files.sidecar !== undefined) await writeFile(sidecar, files.sidecar);
  const control = Control.beside(folder);
  control.setJob(job);
  const open = await windowOpener({ folder, script: 'writerInHost' }, cleanup);
  return {
    control,
    sidecar,
    open: async () => {
      const page = await open();
      void obey(page, control);
      return page;
    },
  };
}

/** Starts the server and the browser; what is returned opens a window, and another one each time. */
export async function windowOpener({ folder, script }: WindowsContent, cleanup: Cleanup): Promise<() => Promise<Page>> {
  const server = await startServer(
    await installServer(VSCODE_VERSION, cleanup),
    {
      dataFolder: await temporaryFolder('profile', cleanup),
      settings: { 'pressmark.author': 'Fault Tester', 'git.enabled': false },
    },
    cleanup,
  );
  const browser = await launchBrowser(cleanup);
  const address = workbenchAddress(server.authority, {
    folder,
    extensionDevelopmentPath: repositoryRoot,
    extensionTestsPath: path.join(repositoryRoot, `dist/test/faults/${script}.js`),
  });
  return async () => {
    // A browser profile each: of two windows that share one, the second runs no tests.
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      if (process.env.FAULT_VERBOSE) console.log(type, ...args);
    });
    await page.exposeFunction('codeAutomationExit', () => undefined);
    await page.goto(address, { timeout: 120_000 });
    return page;
  };
}

/** A user who is told that a change could not be saved tries again. What is said is noted, so that it is not overlooked. */
async function obey(page: Page, control: Control): Promise<void> {
  const said = new Set<string>();
  while (!page.isClosed()) {
    try {
      const toasts = page.locator('.notifications-toasts .notification-list-item');
      for (const text of await toasts.locator('.notification-list-item-message').allInnerTexts()) {
        if (!said.has(text)) control.note(text);
        said.add(text);
      }
      const tryAgain = toasts.getByRole('button', { name: 'Try Again' }).first();
      if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 1000 });
    } catch {
      // The page was closed, or the message went by itself.
    }
    await pause(500);
  }
}
