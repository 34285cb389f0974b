import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const report = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['dist/cli.js', 'report', ...args], { encoding: 'utf8' });

describe('pressmark report', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-report-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints the samples as one HTML page', () => {
    const { status, stdout, stderr } = report('samples');
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(stdout.startsWith('<!DOCTYPE html>') && stdout.endsWith('</html>\n'));
    assert.equal(stdout.match(/<svg /g)?.length, 5);
  });

  it('prints them as Markdown, each annotation in the last table', () => {
    const { status, stdout } = report('--markdown', 'samples');
    assert.equal(status, 0);
    const passages = stdout.slice(stdout.indexOf('## All passages')).split('\n');
    assert.equal(passages.filter(line => line.startsWith('| ')).length, 2 + 9);
  });

  it('prints them for programs: the tables, with numbers as numbers', () => {
    const { status, stdout } = report('--json', 'samples');
    assert.equal(status, 0);
    const { totals, sections } = JSON.parse(stdout) as {
      readonly totals: readonly { readonly count: number; readonly of: string }[];
      readonly sections: readonly { readonly id: string; readonly columns: string[]; readonly rows: unknown[][] }[];
    };
    assert.ok(totals.some(({ count, of }) => count === 9 && of === 'tagged passages'));
    assert.equal(sections.find(({ id }) => id === 'passages')!.rows.length, 9);
    const stances = sections.find(({ id }) => id === 'stances')!;
    assert.deepEqual(stances.columns.slice(0, 2), ['Target', 'Outlet']);
    assert.ok(stances.rows.every(row => row.slice(2).every(cell => typeof cell === 'number')));
  });

  it('writes to a file, and not over an article', () => {
    const file = join(folder, 'report.html');
    assert.equal(report('-o', file, 'samples').status, 0);
    assert.ok(readFileSync(file, 'utf8').endsWith('</html>\n'));
    const article = join(folder, 'a.txt');
    writeFileSync(article, 'The quay\n');
    assert.equal(report('-o', article, folder).status, 2);
    assert.equal(readFileSync(article, 'utf8'), 'The quay\n');
  });

  it('tells what is wrong with a sidecar, and reports on the rest', () => {
    writeFileSync(join(folder, 'a.txt'), 'The quay\n');
    writeFileSync(join(folder, 'a.txt.pressmark.yaml'), 'version: 1\nannotations:\n  - id: aa11bb22\n');
    const { status, stdout, stderr } = report('--markdown', folder);
    assert.equal(status, 0);
    assert.match(stderr, /a\.txt\.pressmark\.yaml:3:/);
    assert.match(stdout, /^1 article · /m);
  });

  it('takes one folder, and one format', () => {
    assert.equal(report().status, 2);
    assert.equal(report('--html', '--markdown', folder).status, 2);
    assert.equal(report('--json', '--markdown', folder).status, 2);
  });
});
