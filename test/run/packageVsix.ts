import { mkdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from './cleanup';
import { repositoryRoot } from './repositoryRoot';
import { tryCommand } from './runCommand';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

const manifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')) as Manifest;

/** Where the package of this version is put. */
export async function vsixFile(): Promise<string> {
  const { name, version } = await manifest();
  return path.join(repositoryRoot, 'out', `${name}-${version}.vsix`);
}

/** `npm run package`: the VSIX, from the production build, which it leaves in `dist/`. Returns the exit code. */
export async function packageVsix(): Promise<number> {
  const cleanup = new Cleanup();
  const file = await vsixFile();
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = path.join(repositoryRoot, 'node_modules/@vscode/vsce/vsce');
  // Without a public repository there is nothing that links in the README could point to: they stay as they are.
  const links = (await manifest()).repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  // The bundles hold the dependencies.
  const options = ['--no-dependencies', ...links, '--out', file];
  const code = await tryCommand(process.execPath, [vsce, 'package', ...options], { cwd: repositoryRoot, cleanup });
  await cleanup.run();
  return code;
}
