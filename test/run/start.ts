import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from './cleanup';
import { installOnce } from './installOnce';
import { installServer, VSCODE_VERSION } from './installServer';
import { repositoryRoot } from './repositoryRoot';
import { tryCommand } from './runCommand';
import { startServer } from './startServer';
import { temporaryFolder } from './temporaryFolder';
import { workbenchAddress } from './workbenchAddress';

/**
 * `npm start [-- FOLDER] [--desktop]`: VS Code with Pressmark in it, on a folder of articles or on a copy of the
 * samples, until Ctrl-C. It is our server and the user's browser, or with `--desktop` the `code` that is on the PATH.
 */
export async function start(args: readonly string[]): Promise<number> {
  const cleanup = new Cleanup();
  try {
    return await open(args, cleanup);
  } finally {
    await cleanup.run();
  }
}

async function open(args: readonly string[], cleanup: Cleanup): Promise<number> {
  const [named] = args.filter(arg => !arg.startsWith('-'));
  const folder = named === undefined ? await copySamples(cleanup) : path.resolve(process.env.INIT_CWD ?? '.', named);
  if (!existsSync(folder)) {
    console.error(`There is no folder ${folder}`);
    return 1;
  }
  if (args.includes('--desktop')) {
    const command = ['--new-window', `--extensionDevelopmentPath=${repositoryRoot}`, folder];
    return tryCommand('code', command, { cwd: repositoryRoot, cleanup });
  }
  const server = await startServer(
    await installServer(VSCODE_VERSION, cleanup),
    { dataFolder: await temporaryFolder('profile', cleanup) },
    cleanup,
  );
  const address = workbenchAddress(server.authority, { folder, extensionDevelopmentPath: repositoryRoot });
  console.log(`\nPressmark in VS Code ${VSCODE_VERSION}, on ${folder}\n\n  ${address}\n\nCtrl-C ends it.`);
  openInBrowser(address);
  return await server.ended;
}

/**
 * A copy of the samples in the cache folder, so that annotating them leaves the repository clean. It is kept, with what
 * was annotated, until the samples change.
 */
async function copySamples(cleanup: Cleanup): Promise<string> {
  const samples = path.join(repositoryRoot, 'samples');
  const digest = createHash('sha256');
  for (const entry of (await readdir(samples, { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )) {
    digest.update(entry.name).update(await readFile(path.join(entry.parentPath, entry.name)));
  }
  return installOnce(`samples-${digest.digest('hex').slice(0, 8)}`, cleanup, copy =>
    cp(samples, copy, { recursive: true }),
  );
}

/** Opens the user's browser where there is a display to show it; the address is printed in any case. */
function openInBrowser(address: string): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const command = process.platform === 'darwin' ? 'open' : (DISPLAY ?? WAYLAND_DISPLAY) ? 'xdg-open' : undefined;
  if (command === undefined) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
