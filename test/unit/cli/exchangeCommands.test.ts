import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

let folder: string;
let corpus: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-exchange-'));
  corpus = join(folder, 'samples');
  cpSync('samples', corpus, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const pressmark = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const sidecars = (): readonly string[] =>
  readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.txt.pressmark.yaml') || file.endsWith('.md.pressmark.yaml'))
    .sort();
const annotations = () =>
  sidecars().map(file => [
    file,
    parseSidecar(readFileSync(join(corpus, file), 'utf8')).annotations.map(({ source: _source, ...one }) => one),
  ]);
const clear = (): void => sidecars().forEach(file => rmSync(join(corpus, file)));

describe('pressmark export and import', () => {
  for (const [format, name] of [
    ['w3c', 'out.jsonld'],
    ['brat', 'out.zip'],
  ] as const)
    it(`carry the samples through ${format} and back, and once more without a change`, () => {
      const before = annotations();
      const file = join(folder, name);
      assert.deepEqual(pressmark('export', '--format', format, '-o', file, corpus), {
        status: 0,
        stdout: `${file}: 9 annotations\n`,
        stderr: '',
      });
      clear();
      const added = { status: 0, stdout: '9 annotations added, 0 there already\n', stderr: '' };
      assert.deepEqual(pressmark('import', '--format', format, file, '--into', corpus), added);
      assert.deepEqual(annotations(), before);
      const known = { ...added, stdout: '0 annotations added, 9 there already\n' };
      assert.deepEqual(pressmark('import', '--format', format, file, '--into', corpus), known);
    });

  it('say it for programs, problems with their places', () => {
    const file = join(folder, 'out.jsonl');
    const said = (...args: readonly string[]): unknown => {
      const { stdout, stderr } = pressmark(...args, '--json');
      assert.equal(stderr, '');
      return JSON.parse(stdout);
    };
    assert.deepEqual(said('export', '--format=jsonl', '-o', file, corpus), {
      file,
      format: 'jsonl',
      annotations: 9,
      problems: [],
    });
    const w3c = join(folder, 'out.jsonld');
    pressmark('export', '--format=w3c', '-o', w3c, corpus);
    assert.deepEqual(said('import', '--format=w3c', w3c, '--into', corpus), { added: 0, known: 9, problems: [] });
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, 'no JSON');
    const { problems } = said('import', '--format=w3c', bad, join(folder, 'none.json'), '--into', corpus) as {
      problems: { readonly file: string; readonly code: string; readonly message: string }[];
    };
    assert.deepEqual(
      problems.map(({ file, code }) => [file, code]),
      [
        [join(folder, 'none.json'), 'unreadable'],
        [bad, 'unreadable'],
      ],
    );
    assert.equal(pressmark('export', '--format=csv', '--json', corpus).status, 2);
  });

  it('print what is text, and write what is an archive', () => {
    const csv = pressmark('export', '--format=csv', corpus);
    assert.deepEqual([csv.status, csv.stderr, csv.stdout.split('\r\n').length], [0, '', 11]);
    assert.equal(pressmark('export', '--format=claimreview', corpus).status, 0);
    const file = join(folder, 'out.qdpx');
    assert.equal(pressmark('export', '--format=refi-qda', '-o', file, corpus).status, 0);
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');
  });

  it('tell with file, line and column what is not exported', () => {
    const file = sidecars()[0]!;
    const text = readFileSync(join(corpus, file), 'utf8');
    writeFileSync(
      join(corpus, file),
      text.replace(/quote: the extension .*/, 'quote: Every lamp on the island went out at once'),
    );
    const { status, stderr } = pressmark('export', '--format=brat', '-o', join(folder, 'out.zip'), corpus);
    assert.equal(status, 1);
    const [first, ...more] = stderr.trim().split('\n');
    assert.match(
      first!,
      new RegExp(`^pressmark: ${file}:8:\\d: where the passage of "x4r7j0gs" is is not certain, left out$`),
    );
    assert.deepEqual(more, []);
  });

  it('tell with file and place what is not imported', () => {
    clear();
    const file = join(folder, 'in.json');
    const target = { source: 'none.txt', selector: { type: 'TextQuoteSelector', exact: 'a' } };
    writeFileSync(file, JSON.stringify({ rows: [{ id: 'a', target }] }));
    assert.deepEqual(pressmark('import', '--format=w3c', file, join(folder, 'gone.json'), '--into', corpus), {
      status: 1,
      stdout: '0 annotations added, 0 there already\n',
      stderr:
        `pressmark: ${folder}/gone.json: ENOENT: no such file or directory, open '${folder}/gone.json'\n` +
        `pressmark: ${file}:rows[0]: no article is "none.txt", not imported\n`,
    });
    assert.deepEqual(sidecars(), []);
  });

  it('end with 2 where they make no sense, and touch nothing', () => {
    const article = join(corpus, 'tolm-online/2025-05-17-fishers-march.txt');
    const annotated = join(corpus, sidecars()[0]!.replace('.pressmark.yaml', ''));
    const text = readFileSync(annotated, 'utf8');
    for (const args of [
      ['export', corpus],
      ['export', '--format=xml', corpus],
      ['export', '--format=csv'],
      ['export', '--format=csv', corpus, corpus],
      ['export', '--format=csv', join(folder, 'none')],
      ['export', '--format=brat', corpus],
      ['export', '--format=csv', '-o', annotated, corpus],
      ['export', '--format=csv', '-o', join(corpus, 'pressmark.yaml'), corpus],
      ['import', '--format=w3c', '--into', corpus],
      ['import', '--format=csv', article, '--into', corpus],
      ['import', '--format=w3c', article],
      ['import', '--format=w3c', article, '--into', article],
    ]) {
      const { status, stderr } = pressmark(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^pressmark: .+\n\nUsage:/);
    }
    assert.equal(readFileSync(annotated, 'utf8'), text);
    assert.ok(existsSync(join(corpus, 'pressmark.yaml')));
    assert.match(pressmark('export', '--help').stdout, /--format/);
  });
});
