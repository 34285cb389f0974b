import { createHash } from 'node:crypto';
import { cp, copyFile, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { type Cleanup } from './cleanup';
import { installOnce } from './installOnce';
import { repositoryRoot } from './repositoryRoot';
import { runCommand } from './runCommand';

/** The VS Code that the tests run in and `npm start` opens: the oldest one that Pressmark supports. */
export const VSCODE_VERSION = '1.100.3';

/** A VS Code server on disk. */
export interface InstalledServer {
  /** `server-main.js`, to be run by `node`. */
  readonly main: string;
  readonly node: string;
}

/**
 * VS Code's built server, from the npm package code-server, which carries it. Two lock files in `server/<version>/` pin
 * and verify it: one for code-server, one for the dependencies of the VS Code inside, whose own lock file `npm ci`
 * refuses (it lacks a peer dependency; `npm install --package-lock-only` mends that, and changes no version).
 * No install script is run: VS Code gets by without its native modules, and its ripgrep is linked in from a package.
 */
export async function installServer(version: string, cleanup: Cleanup): Promise<InstalledServer> {
  const locks = path.join(repositoryRoot, 'test/run/server', version);
  const digest = createHash('sha256');
  for (const file of LOCK_FILES) digest.update(await readFile(path.join(locks, file)));
  const name = `vscode-server-${version}-${digest.digest('hex').slice(0, 8)}`;

  const folder = await installOnce(name, cleanup, async folder => {
    console.log(`Installing VS Code ${version}'s server, once (about 250 MB, in the cache folder)`);
    const started = Date.now();
    for (const file of ['package.json', 'package-lock.json'])
      await copyFile(path.join(locks, file), path.join(folder, file));
    await npmInstall(folder, cleanup);
    const server = path.join(folder, SERVER);
    await rm(path.join(server, 'npm-shrinkwrap.json'));
    await copyFile(path.join(locks, 'vscode/package-lock.json'), path.join(server, 'package-lock.json'));
    await npmInstall(server, cleanup);
    const ripgrep = path.join(
      folder,
      'node_modules/@vscode/ripgrep-universal/bin',
      `${process.platform}-${process.arch}`,
    );
    await cp(ripgrep, path.join(server, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
    console.log(`Installed VS Code ${version}'s server in ${Math.round((Date.now() - started) / 1000)} s`);
  });
  return { main: path.join(folder, SERVER, 'out/server-main.js'), node: process.execPath };
}

const LOCK_FILES = ['package.json', 'package-lock.json', 'vscode/package-lock.json'];
const SERVER = 'node_modules/code-server/lib/vscode';

async function npmInstall(folder: string, cleanup: Cleanup): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand(command, args, { cwd: folder, cleanup });
}
