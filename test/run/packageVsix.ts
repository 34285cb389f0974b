import { mkdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from './cleanup';
import { repositoryRoot } from './repositoryRoot';
import { tryCommand } from './runCommand';

/** Where the package of this version is put. */
export async function vsixFile(): Promise<string> {
  const manifest = await readFile(path.join(repositoryRoot, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(manifest) as { readonly name: string; readonly version: string };
  return path.join(repositoryRoot, 'out', `${name}-${version}.vsix`);
}

/** `npm run package`: the VSIX, from the production build, which it leaves in `dist/`. Returns the exit code. */
export async function packageVsix(): Promise<number> {
  const cleanup = new Cleanup();
  const file = await vsixFile();
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = path.join(repositoryRoot, 'node_modules/@vscode/vsce/vsce');
  // The bundles hold the dependencies. Links in the README stay as they are: there is no public repository to point to.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  const code = await tryCommand(process.execPath, [vsce, 'package', ...options], { cwd: repositoryRoot, cleanup });
  await cleanup.run();
  return code;
}
