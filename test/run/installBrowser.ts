import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type Cleanup } from './cleanup';
import { installOnce } from './installOnce';
import { repositoryRoot } from './repositoryRoot';
import { runCommand } from './runCommand';

/** A browser on disk, and what it needs in its environment. */
export interface InstalledBrowser {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** `CHROME_PATH`, else an installed Chromium or Chrome, else the one that `@sparticuz/chromium` carries. */
export async function installBrowser(cleanup: Cleanup): Promise<InstalledBrowser> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = COMMANDS.flatMap(command => folders.map(folder => path.join(folder, command)));
  const installed = process.env.CHROME_PATH ?? [...candidates, ...MAC_APPLICATIONS].find(existsSync);
  if (installed) return { executable: installed, environment: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome was found. Install one, or say where it is with CHROME_PATH.');
  }
  const folder = await unpackChromium(cleanup);
  // NSS, which Chromium needs and a server often lacks.
  return {
    executable: path.join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
  };
}

async function unpackChromium(cleanup: Cleanup): Promise<string> {
  const manifest = path.join(repositoryRoot, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  return installOnce(`chromium-${version}`, cleanup, async folder => {
    console.log(`Unpacking Chromium ${version}, once (about 210 MB, in the cache folder)`);
    // The package unpacks into the temporary folder, and brings its libraries along when it is told that it runs on a
    // Lambda. Both are read from the environment, so it gets a process, and an environment, of its own.
    const unpack = "import('@sparticuz/chromium').then(module => module.default.executablePath())";
    const environment = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await runCommand(process.execPath, ['--eval', unpack], { cwd: repositoryRoot, environment, cleanup });
  });
}
