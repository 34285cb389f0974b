// `npm run release -- VERSION`: sets the version, dates the changelog, builds, and puts into out/ what is published:
// the VSIX, the npm package (the command line), a bill of materials (CycloneDX) and checksums. Publishes nothing, commits nothing.
//   without VERSION   the same, of the version that there is
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = import.meta.dirname;
const run = async (command, args, cwd = root) =>
  (await promisify(execFile)(command, args, { cwd, maxBuffer: 1 << 26 })).stdout;

/** The npm package of the command line from `dist/cli.js`, into a folder; returns its path. It holds its libraries and so depends on none. */
export async function packNpm(destination) {
  const staging = await mkdtemp(join(tmpdir(), 'pressmark-pack-'));
  try {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const { name, version, license, keywords, bin, repository } = manifest;
    const { description } = {
      description: JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'))['extension.description'],
    };
    const engines = { node: manifest.engines.node };
    const own = { name, version, description, license, keywords, repository, engines, bin, files: ['dist/cli.js'] };
    await writeFile(join(staging, 'package.json'), `${JSON.stringify(own, undefined, 2)}\n`);
    for (const file of ['README.md', 'LICENSE', 'dist/cli.js']) await cp(join(root, file), join(staging, file));
    const [{ filename }] = JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', destination], staging));
    return join(destination, filename);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The changelog with its topmost version named and dated. */
export function datedChangelog(text, version, day) {
  const head = /^## \[(?:Unreleased|[^\]]+)\](?: – .*)?$/m.exec(text);
  if (!head) throw new Error('CHANGELOG.md has no version');
  return text.slice(0, head.index) + `## [${version}] – ${day}` + text.slice(head.index + head[0].length);
}

/** Where else the version stands: what runs the command line elsewhere names the one that it is released with. */
const RUNNERS = [
  ['action.yml', /(?<=\n {2}version:\n.*\n {4}default: ')[\d.]+/],
  ['.pre-commit-hooks.yaml', /(?<=pressmark@)[\d.]+/],
];

/** Names the version where else it stands. */
async function nameVersion(version) {
  for (const [file, place] of RUNNERS) {
    const text = await readFile(join(root, file), 'utf8');
    if (!place.test(text)) throw new Error(`${file} names no version`);
    await writeFile(join(root, file), text.replace(place, version));
  }
}

async function release(version) {
  const out = join(root, 'out');
  if (version !== undefined) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${version} is no version`);
    await run('npm', ['version', version, '--no-git-tag-version', '--allow-same-version']);
    await nameVersion(version);
    const changelog = join(root, 'CHANGELOG.md');
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(changelog, datedChangelog(await readFile(changelog, 'utf8'), version, day));
  }
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  await run('npm', ['run', 'package']);
  await packNpm(out);
  // Of what ships: libraries in the bundles, with versions, licences and hashes.
  await writeFile(
    join(out, 'sbom.cdx.json'),
    await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']),
  );
  const files = (await readdir(out)).sort();
  const sums = await Promise.all(
    files.map(
      async file =>
        `${createHash('sha256')
          .update(await readFile(join(out, file)))
          .digest('hex')}  ${file}\n`,
    ),
  );
  await writeFile(join(out, 'SHA256SUMS'), sums.join(''));
  console.log(sums.join(''));
}

if (process.argv[1] === import.meta.filename) await release(process.argv[2]);
