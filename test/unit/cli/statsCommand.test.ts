import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { HELP, helpOf } from '../../../src/cli/help';

const cli = (...args: readonly string[]) => spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });

describe('pressmark stats', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-stats-'));
    writeFileSync(join(folder, 'a.txt'), 'Tide\n\n“We will stay here,” said Runa Falk. Some 40 people came.\n');
    writeFileSync(join(folder, 'b.txt'), 'Nothing to be read.\n');
    writeFileSync(
      join(folder, 'a.txt.pressmark.yaml'),
      'version: 1\nannotations:\n  - id: a\n    quote: Tide\n    stance: favor\n    author: Ada\n  - id: b\n    quote: Tide\n    stance: "\\e[2Jx"\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('counts what a folder holds', () => {
    const { status, stdout } = cli('stats', '--json', folder);
    const stats = JSON.parse(stdout) as Record<string, unknown>;
    assert.equal(status, 0);
    assert.deepEqual(
      [stats.documents, stats.annotatedDocuments, stats.annotations, stats.quotes, stats.claims, stats.authors],
      [2, 1, 2, { direct: 1 }, { count: 1 }, { Ada: 1 }],
    );
  });

  it('prints a table in which nothing is an escape', () => {
    const { stdout } = cli('stats', folder);
    assert.match(stdout, /^ {2}documents +2 +1 annotated/);
    assert.match(stdout, /1 favor/);
    assert.ok(!stdout.includes('\u001b'));
  });

  it('ends with 2 where there is no folder', () => assert.equal(cli('stats', join(folder, 'none')).status, 2));
});

describe('pressmark --version', () => {
  it('is that of the package, which the action and the hook of pre-commit run', () => {
    const { status, stdout } = cli('--version');
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
    for (const [file, named] of [
      ['action.yml', `default: '${version}'`],
      ['.pre-commit-hooks.yaml', `pressmark@${version} check`],
    ] as const)
      assert.ok(readFileSync(file, 'utf8').includes(named), file);
  });
});

describe('pressmark --help', () => {
  const commands = [...HELP.split('Options of')[0]!.matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name]) => name!)
    .filter((name, at, all) => all.indexOf(name) === at);

  it('names every command', () =>
    assert.deepEqual([...commands].sort(), [
      'agree',
      'check',
      'compare',
      'detect',
      'export',
      'import',
      'merge',
      'report',
      'stats',
      'stories',
      'trace',
    ]));

  for (const command of commands)
    it(`says after ${command} what concerns it, with status 0`, () => {
      const { status, stdout } = cli(command, '--help');
      assert.equal(status, 0);
      assert.equal(stdout, helpOf(command));
      assert.match(
        stdout,
        new RegExp(`^Usage: pressmark ${command} [^]*\n  ${command} [^]*Exit status: 0 done, 2 wrong usage`),
      );
      for (const other of commands)
        if (other !== command) assert.doesNotMatch(stdout, new RegExp(`^  ${other} [A-Z-]`, 'm'));
    });
});
