import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPORT = `Ferry to run again

The ferry between Lunden and Aske will run again in May, the council of Lunden decided on Monday.

“We will pay for the new engine, and we will not raise the fares,” said mayor Ana Brandt. At least 120 people had asked for the ferry to come back.

The Aske fishers doubt it. The engine broke down in March, and the yard in Lunden has not found a new one since.
`;
const OTHER = `Lunden keeps its ferry

LUNDEN – Mayor Ana Brandt has promised that the ferry from Lunden to Aske will come back in May.

“We will pay for the new engine,” Brandt said after the council had met. 95 people had asked for the ferry to come back, the mayor said.
`;
const ASIDE = `A bakery closes

The last bakery of Norrby closes its doors after ninety years. Nobody wants to get up at two in the morning any more, says its owner Piet Hallam.
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-across-'));
  mkdirSync(join(folder, 'herald'));
  writeFileSync(join(folder, 'a.txt'), REPORT);
  writeFileSync(join(folder, 'herald/b.txt'), OTHER);
  writeFileSync(join(folder, 'c.md'), ASIDE);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

const json = <T>(args: readonly string[]): T => {
  const { status, stdout, stderr } = run([...args, '--json']);
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as T;
};

describe('pressmark stories', () => {
  it('answers lines with their stories, in order', () => {
    const record = (id: unknown, text: string): string => `${JSON.stringify({ id, text })}\n`;
    const { status, stdout, stderr } = run(
      ['stories', '--jsonl'],
      `${record('one', REPORT)}nothing\n\n${record(2, ASIDE)}${record('one', OTHER)}`,
    );
    assert.deepEqual([status, stderr], [1, 'line 2: not JSON\n']);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
      [
        { id: 'one', story: 'one' },
        { id: 2, story: 2 },
        { id: 'one', story: 'one' },
      ],
    );
  });

  it('lists the stories below a folder and names copies', () => {
    writeFileSync(join(folder, 'copy.txt'), `Home » News » Ferry\n\n${REPORT}\nLeave a Comment\n`);
    const { status, stdout } = run(['stories', folder]);
    assert.equal(status, 0);
    assert.match(stdout, /^Ferry to run again \(3 articles\)$/m);
    assert.match(stdout, /^ {2}– {2}copy\.txt +copy of a\.txt \(100 %\)$/m);
    assert.match(stdout, /^1 story told by several articles, 1 told by one alone$/m);
  });

  it('takes facts from the sidecars, in JSON too', () => {
    writeFileSync(
      join(folder, 'a.txt.pressmark.yaml'),
      'version: 1\ndocument:\n  title: From the sidecar\n  date: 2025-05-03\n',
    );
    const stories = json<{ documents: { file: string; title?: string; date?: string }[] }[]>(['stories', folder]);
    assert.deepEqual(
      stories.map(({ documents }) => documents.map(({ file }) => file)),
      [['a.txt', 'herald/b.txt'], ['c.md']],
    );
    const { title, date } = stories[0]!.documents[0]!;
    assert.deepEqual([title, date], ['From the sidecar', '2025-05-03']);
  });

  it('tells which file it could not read', () => {
    writeFileSync(join(folder, 'd.txt'), new Uint8Array([0xe9, 0x20]));
    const { status, stderr } = run(['stories', folder]);
    assert.deepEqual([status, stderr], [1, 'pressmark: d.txt: not UTF-8 text\n']);
  });
});

describe('pressmark trace', () => {
  it('lists where quotes stand elsewhere, each pair once', () => {
    const { status, stdout } = run(['trace', folder]);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `a.txt:5:1: “We will pay for the new engine, and we will not raise the fares,” (Ana Brandt)
  trimmed     herald/b.txt:5:2: We will pay for the new engine
              cut within the sentence there

1 quote, 1 place elsewhere
`,
    );
  });

  it('traces the quotes on a line', () => {
    const [quote, ...others] = json<
      { speaker: string; traces: { kind: string; file: string; line: number; column: number; longer: string }[] }[]
    >(['trace', folder, 'herald/b.txt:5']);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [
        quote!.speaker,
        ...quote!.traces.map(({ kind, file, line, column, longer }) => [kind, file, line, column, longer]),
      ],
      ['Ana Brandt', ['trimmed', 'a.txt', 5, 2, 'there']],
    );
  });

  it('finds words that are given', () => {
    const altered = 'We will pay for the old engine, and we will not raise the fares';
    const [quote] = json<{ traces: { kind: string; file: string; text: string; changes: unknown }[] }[]>([
      'trace',
      folder,
      '--quote',
      altered,
    ]);
    assert.deepEqual(
      quote!.traces.filter(({ file }) => file === 'a.txt').map(({ kind, changes }) => [kind, changes]),
      [['altered', [{ kind: 'replaced', here: 'old', there: 'new' }]]],
    );
    const { stdout } = run(['trace', folder, '--quote', 'Nobody ever said these words of any ferry']);
    assert.match(stdout, /^1 quote, 0 places elsewhere$/m);
  });

  const WRONG: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['trace'], /trace takes a folder/],
    [['trace', '.', 'a.txt'], /a\.txt is no FILE:LINE/],
    [['trace', '.', 'a.txt:1', '--quote', 'x'], /not both/],
    [['trace', 'nowhere'], /nowhere is no folder/],
    [['stories', '--jsonl', '.'], /--jsonl reads stdin/],
    [['compare'], /compare takes one folder/],
  ];
  for (const [args, message] of WRONG)
    it(`refuses ${args.join(' ')}`, () => {
      const { status, stderr } = run(args);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
});

describe('pressmark compare', () => {
  it('lays figures side by side with both passages', () => {
    const { status, stdout } = run(['compare', folder]);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `differ
  a.txt:5:91: At least 120 people
      At least 120 people had asked for the ferry to come back.
  herald/b.txt:5:74: 95 people
      95 people had asked for the ferry to come back, the mayor said.

0 same, 0 consistent, 1 differ
`,
    );
  });

  it('gives the same as JSON', () => {
    const [pair, ...others] = json<
      {
        agreement: string;
        claims: { file: string; text: string; start: number; end: number; min?: number; max?: number }[];
      }[]
    >(['compare', folder]);
    assert.deepEqual(others, []);
    assert.equal(pair!.agreement, 'differ');
    assert.deepEqual(
      pair!.claims.map(({ file, text, min, max }) => [file, text, min, max]),
      [
        ['a.txt', 'At least 120 people', 120, undefined],
        ['herald/b.txt', '95 people', 95, 95],
      ],
    );
    for (const { file, start, end, text } of pair!.claims)
      assert.equal(readFileSync(join(folder, file), 'utf8').slice(start, end), text);
  });

  it('prints an empty array where nothing can be compared', () => {
    rmSync(join(folder, 'herald'), { recursive: true });
    assert.deepEqual(json(['compare', folder]), []);
    assert.deepEqual(json(['trace', folder]), []);
  });
});
