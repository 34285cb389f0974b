import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readdir, stat, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Cleanup } from '../run/cleanup';
import { installExtension } from '../run/installExtension';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { vsixFile } from '../run/packageVsix';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { Workbench } from './workbench';

/** What ships, and no more. The last is written by VS Code as it installs. */
const SHIPS = [
  /^package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^(readme\.md|changelog\.md|LICENSE(\.txt)?)$/i,
  /^dist\/(extension|web\/[\w-]+|webview\/report)\.js$/,
  /^dist\/samples\.json$/,
  /^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^media\/(icon\.png|pressmark(-light)?\.svg|gutter\/(others-)?[a-z]+-(dark|light)\.svg)$/,
  /^media\/walkthrough\/[a-z]+(-light)?\.webp$/,
  /^(schemas|syntaxes)\/[a-z.-]+\.json$/i,
  /^\.vsixmanifest$/,
];

describe('the VSIX', () => {
  const cleanup = new Cleanup();
  let extensions: string;

  before(async () => {
    extensions = await installExtension(await installServer(VSCODE_VERSION, cleanup), await vsixFile(), cleanup);
  });
  after(() => cleanup.run());

  it('holds only what ships', async () => {
    const [folder] = (await readdir(extensions)).filter(name => name.startsWith('pressmark.pressmark-'));
    const installed = path.join(extensions, folder ?? assert.fail('not installed'));
    const entries = await readdir(installed, { recursive: true, withFileTypes: true });
    const files = entries
      .filter(entry => entry.isFile())
      .map(entry => path.relative(installed, path.join(entry.parentPath, entry.name)));
    assert.deepEqual(
      files.filter(file => !SHIPS.some(pattern => pattern.test(file))),
      [],
    );
    const scripts = [
      'dist/extension.js',
      'dist/web/digest.js',
      'dist/web/extension.js',
      'dist/web/features.js',
      'dist/webview/report.js',
    ];
    for (const needed of [
      'package.json',
      ...scripts,
      'dist/samples.json',
      'media/pressmark.svg',
      'media/pressmark-light.svg',
    ]) {
      assert.ok(files.includes(needed), needed);
    }
  });

  // The budget is 350 KB for what is loaded at the start; it is far below, and this keeps it there.
  for (const [bundle, kilobytes] of [
    ['dist/extension.js', 10],
    ['dist/web/extension.js', 20],
  ] as const)
    it(`starts with a ${bundle} of less than ${kilobytes} KB`, async () => {
      const { size } = await stat(path.join(repositoryRoot, bundle));
      assert.ok(size < kilobytes * 1000, `${size} bytes`);
    });

  // Detection with its tables of four languages is 165 of it, the YAML library 98, what commands alone need 78.
  it('has code of less than 830 KB for the host in all, each part of less than 350 KB', async () => {
    const folder = path.join(repositoryRoot, 'dist/web');
    const parts = (await readdir(folder)).filter(file => file.endsWith('.js'));
    const sizes = await Promise.all(parts.map(async file => (await stat(path.join(folder, file))).size));
    assert.ok(parts.includes('extension.js'));
    assert.ok(Math.max(...sizes) < 350_000, `${parts[sizes.indexOf(Math.max(...sizes))]}: ${Math.max(...sizes)} bytes`);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < 830_000, `${total} bytes`);
  });

  // The code of both hosts is 327 KB of it, the walkthrough's pictures 310, three translations 65, the report's page 28.
  it('is smaller than 820 KB', async () => {
    const { size } = await stat(await vsixFile());
    assert.ok(size < 820_000, `${size} bytes`);
  });

  it('has a report page of less than 90 KB', async () => {
    const { size } = await stat(path.join(repositoryRoot, 'dist/webview/report.js'));
    assert.ok(size < 90_000, `${size} bytes`);
  });

  it('works where it is installed', async () => {
    const folder = path.join(await temporaryFolder('e2e', cleanup), 'samples');
    await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
    const workbench = await Workbench.open({ folder, extensionsFolder: extensions }, cleanup);
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.row('Documents', /^Progress, they call it, .*\d+ quotes, \d+ claims/);
  });
});

describe('the npm package', () => {
  const cleanup = new Cleanup();
  after(() => cleanup.run());

  it('works in an empty folder: npx pressmark check samples', async () => {
    const folder = await temporaryFolder('e2e', cleanup);
    const { packNpm } = (await import(pathToFileURL(path.join(repositoryRoot, 'release.mjs')).href)) as {
      readonly packNpm: (destination: string) => Promise<string>;
    };
    const run = promisify(execFile);
    const tarball = await packNpm(folder);
    await run('npm', ['install', '--offline', '--no-save', '--prefix', folder, tarball], { cwd: folder });
    await cp(path.join(repositoryRoot, 'samples'), path.join(folder, 'samples'), { recursive: true });
    const { stdout, stderr } = await run('npx', ['--offline', 'pressmark', 'check', 'samples'], { cwd: folder });
    assert.deepEqual([stdout, stderr], ['', '']);
    await writeFile(path.join(folder, 'samples/none.txt.pressmark.yaml'), 'a: [');
    const failure = (await run('npx', ['--offline', 'pressmark', 'check', 'samples'], { cwd: folder }).catch(
      (error: unknown) => error,
    )) as { readonly code: number; readonly stdout: string };
    assert.equal(failure.code, 1);
    assert.match(failure.stdout, /^none\.txt\.pressmark\.yaml:\d+:\d+: error: not YAML/m);
  });
});
