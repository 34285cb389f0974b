import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { assertNothingLost } from '../sidecar/assertNothingLost';
import { branchesArbitrary } from '../sidecar/branches';

/** MERGE_PAIRS=500 for the figure in docs/benchmarks.md; MERGE_SEED repeats a run. */
const PAIRS = Number(process.env.MERGE_PAIRS ?? 2);
const SEED = Number(process.env.MERGE_SEED ?? Date.now() % 1e9);
const DOCUMENTS = ['harbour.txt.pressmark.yaml', 'ferry.txt.pressmark.yaml'];

describe('pressmark merge as a merge driver of git', function () {
  this.timeout(60_000 + PAIRS * 10_000);
  let folder: string;
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) if (text !== '') writeFileSync(join(folder, name), text);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'x');
  };
  /** The files after a merge; conflicts included. */
  const merge = (into: string, other: string): readonly string[] => {
    git('checkout', '-q', '-f', '--detach', into);
    const { stderr } = spawnSync('git', ['merge', '-q', '--no-edit', other], { cwd: folder, encoding: 'utf8' });
    assert.doesNotMatch(stderr, /as it (is|was)/);
    return DOCUMENTS.map(name => readFileSync(join(folder, name), 'utf8'));
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-git-'));
    git('init', '-q');
    for (const [key, value] of [
      ['user.name', 'Ada'],
      ['user.email', 'ada@desk.example'],
      ['core.autocrlf', 'false'],
      ['gc.auto', '0'],
      ['merge.pressmark.driver', `"${process.execPath}" "${resolve('dist/cli.js')}" merge %O %A %B`],
    ] as const)
      git('config', key, value);
    writeFileSync(join(folder, '.gitattributes'), '*.pressmark.yaml merge=pressmark\n');
    commit({});
    git('branch', 'root');
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it(`merges ${PAIRS} pairs of branches: nothing is lost, and both orders give the same files (seed ${SEED})`, () => {
    const usable = branchesArbitrary.filter(({ ours, theirs }) => ours !== '' && theirs !== '');
    const pairs = fc.sample(fc.tuple(usable, usable), { numRuns: PAIRS, seed: SEED });
    for (const documents of pairs) {
      const version = (side: 'base' | 'ours' | 'theirs') =>
        Object.fromEntries(DOCUMENTS.map((name, i) => [name, documents[i]![side]]));
      git('checkout', '-q', '-f', '-B', 'base', 'root');
      commit(version('base'));
      for (const side of ['ours', 'theirs'] as const) {
        git('checkout', '-q', '-B', side, 'base');
        commit(version(side));
      }
      const result = merge('ours', 'theirs');
      assert.deepEqual(merge('theirs', 'ours'), result);
      for (const [i, { base, ours, theirs }] of documents.entries()) assertNothingLost(base, ours, theirs, result[i]!);
    }
  });

  it('says with its exit status that both values were kept, and git that the file is in conflict', () => {
    const file = (stance: string): string =>
      `version: 1\nannotations:\n  - id: a\n    quote: x\n    stance: ${stance}\n`;
    git('checkout', '-q', '-f', '-B', 'base', 'root');
    commit({ [DOCUMENTS[0]!]: file('neutral') });
    for (const [side, stance] of [
      ['ours', 'favor'],
      ['theirs', 'against'],
    ] as const) {
      git('checkout', '-q', '-B', side, 'base');
      commit({ [DOCUMENTS[0]!]: file(stance) });
    }
    git('checkout', '-q', 'ours');
    const { status, stderr } = spawnSync('git', ['merge', 'theirs'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /1 to choose from, see "conflicts:"/);
    assert.equal(
      readFileSync(join(folder, DOCUMENTS[0]!), 'utf8'),
      `${file('against')}    conflicts:\n      - stance: favor\n`,
    );
    assert.match(git('status', '--porcelain'), /^UU harbour/m);
  });

  it('shows an annotation that was added to a sidecar of 200 as the lines of that annotation', () => {
    const origin = { articleName: 'ferry.txt', facts: { title: 'A ferry' } };
    const annotation = (id: string, start: number) => ({
      id,
      quote: `words at ${start}`,
      prefix: 'just before ',
      suffix: ' just after',
      start,
      end: start + 12,
      stance: 'against',
      note: 'One line.\nAnother.',
    });
    const add = (source: string | undefined, id: string, start: number): string => {
      const result = editSidecar(source, { kind: 'add', annotation: annotation(id, start) }, origin);
      assert.ok(result.kind === 'edited');
      return result.source;
    };
    const first = add(undefined, 'id000', 0);
    const lines = first.slice(first.indexOf('  - id:'));
    const others = Array.from({ length: 199 }, (_, i) =>
      lines
        .replace('id000', `id${String(i + 1).padStart(3, '0')}`)
        .replace(/at 0$/m, `at ${(i + 1) * 50}`)
        .replace(/start: 0$/m, `start: ${(i + 1) * 50}`)
        .replace(/end: 12$/m, `end: ${(i + 1) * 50 + 12}`),
    );
    const source = first + others.join('');
    assert.equal(parseSidecar(source).annotations.length, 200);
    git('checkout', '-q', '-f', '-B', 'many', 'root');
    commit({ [DOCUMENTS[1]!]: source });
    for (const start of [0, 4_975, 20_000]) {
      const added = add(source, 'added', start);
      const span = parseSidecar(added).annotations.find(({ id }) => id === 'added')!.source;
      writeFileSync(join(folder, DOCUMENTS[1]!), added);
      const changed = git('diff', '-U0')
        .split('\n')
        .filter(line => /^[-+](?![-+])/.test(line));
      const own = added.slice(span.start, span.end).trimEnd().split('\n');
      assert.deepEqual(
        changed.map(line => line[0]),
        own.map(() => '+'),
      );
      // git may take an equal first line of the neighbour for the added one: what it shows is as long, and says the id.
      assert.ok(changed.some(line => line.includes('id: added')));
    }
  });
});
