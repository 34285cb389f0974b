import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, copyFile, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { type Cleanup } from './cleanup';
import { installOnce } from './installOnce';
import { repositoryRoot } from './repositoryRoot';
import { runCommand } from './runCommand';

/** The oldest VS Code that Pressmark supports, and one of today. */
export const OLDEST_VSCODE = '1.100.3';
export const NEWEST_VSCODE = '1.139.1';

/** Names the VS Code to run in where it is not the oldest. */
export const VSCODE_VARIABLE = 'PRESSMARK_VSCODE';

/** The VS Code that the tests run in and `npm start` opens: what is oldest is likeliest to lack something. */
export const VSCODE_VERSION = process.env[VSCODE_VARIABLE] ?? OLDEST_VSCODE;

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
 * No install script is run: VS Code gets by without its native modules. What it lacks comes from packages: the ripgrep of 1.100, and
 * the Node of 1.139.
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
    const ripgrep = path.join(folder, 'node_modules/@vscode/ripgrep-universal/bin', PLATFORM);
    if (existsSync(ripgrep))
      await cp(ripgrep, path.join(server, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
    console.log(`Installed VS Code ${version}'s server in ${Math.round((Date.now() - started) / 1000)} s`);
  });
  const ownNode = path.join(folder, `node_modules/node-${PLATFORM}/bin/node`);
  return {
    main: path.join(folder, SERVER, 'out/server-main.js'),
    node: existsSync(ownNode) ? ownNode : process.execPath,
  };
}

const PLATFORM = `${process.platform}-${process.arch}`;

const LOCK_FILES = ['package.json', 'package-lock.json', 'vscode/package-lock.json'];
const SERVER = 'node_modules/code-server/lib/vscode';

async function npmInstall(folder: string, cleanup: Cleanup): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand(command, args, { cwd: folder, cleanup });
}
