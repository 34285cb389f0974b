import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkFolder } from '../../../src/cli/checkCommand';
import { mergeCommand } from '../../../src/cli/mergeCommand';

/** MERGE_KILLS=100 for a long look. */
const KILLS = Number(process.env.MERGE_KILLS ?? 3);

const file = (stance: string): string => `version: 1\nannotations:\n  - id: a\n    quote: x\n    stance: ${stance}\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const write = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('pressmark merge', function () {
  this.timeout(20_000 + KILLS * 2_000);

  const merge = (base: string, ours: string | Uint8Array, theirs: string): Promise<number> =>
    mergeCommand([write('base', base), write('ours', ours), write('theirs', theirs)]);

  it('writes the result over OURS and ends with 0 where all is merged', async () => {
    const status = await merge(file('x'), file('y'), file('x').replace('quote: x', 'quote: x\n    start: 4'));
    assert.deepEqual([status, read('ours')], [0, file('y').replace('quote: x', 'quote: x\n    start: 4')]);
    assert.deepEqual(readdirSync(folder), ['base', 'ours', 'theirs']);
  });

  it('ends with 1 where both values are kept, and writes both', async () => {
    const status = await merge(file('x'), file('y'), file('z'));
    assert.deepEqual([status, read('ours')], [1, `${file('y')}    conflicts:\n      - stance: z\n`]);
  });

  it('ends with 1 and leaves OURS as it is where a file does not parse', async () => {
    for (const [ours, theirs] of [
      ['a: [', file('z')],
      [file('y'), 'a: ['],
      [new Uint8Array([0x61, 0xe9, 0x0a]), file('z')],
    ] as const) {
      assert.equal(await merge(file('x'), ours, theirs), 1);
      assert.deepEqual(readFileSync(join(folder, 'ours')), Buffer.from(ours));
    }
  });

  it('says it for programs: what was merged, or why not and where', () => {
    const said = (ours: string, theirs: string): unknown => {
      const files = [write('base', file('x')), write('ours', ours), write('theirs', theirs)];
      const { stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'merge', '--json', ...files], {
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      return JSON.parse(stdout.replaceAll(folder, ''));
    };
    assert.deepEqual(said(file('y'), file('x')), { file: '/ours', merged: true, conflicts: 0 });
    assert.deepEqual(said(file('y'), file('z')), {
      file: '/ours',
      merged: true,
      conflicts: 1,
      problem: { file: '/ours', message: '1 to choose from, see "conflicts:" in it' },
    });
    const { problem, ...rest } = said(file('y'), 'a: [') as { problem: { file: string; line: number; column: number } };
    assert.deepEqual(rest, { file: '/ours', merged: false });
    assert.deepEqual([problem.file, problem.line], ['/theirs', 1]);
  });

  it(`killed at any of ${KILLS} moments leaves OURS as it was, or merged`, async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `  - id: n${i}\n    quote: words ${i}\n`).join('');
    const [base, ours] = ['x', 'y'].map(stance => file(stance) + many) as [string, string];
    const change = (text: string): string => text.replace('words 7\n', 'words 7, and more\n');
    for (let kill = 0; kill < KILLS; kill++) {
      const files = [write('base', base), write('ours', ours), write('theirs', change(base))];
      const merging = spawn(process.execPath, ['dist/cli.js', 'merge', ...files], { stdio: 'ignore' });
      const ended = once(merging, 'exit');
      await pause(100 + ((kill * 37) % 900));
      merging.kill('SIGKILL');
      await ended;
      const found = read('ours');
      assert.ok(found === ours || found === change(ours), `torn: ${found.length} characters`);
    }
    // The next one clears away what those left that were killed while they wrote.
    assert.equal(await merge(base, ours, change(base)), 0);
    assert.deepEqual(readdirSync(folder), ['base', 'ours', 'theirs']);
  });

  it('ends with 2 where a command is called with other than what it takes', () => {
    for (const args of [
      ['merge', 'a', 'b'],
      ['merge', 'a', 'b', 'c', 'd'],
      ['merge', '--loud', 'a', 'b', 'c'],
      ['check'],
      ['check', join(folder, 'none')],
      ['agree'],
      ['agree', folder, folder],
      ['agree', '--loud', folder],
      ['agree', join(folder, 'none')],
    ])
      assert.equal(spawnSync(process.execPath, ['dist/cli.js', ...args]).status, 2, args.join(' '));
  });
});

describe('pressmark check', () => {
  const ARTICLE = 'A vote\n\nThe harbour stays as it is, the mayor said on Monday.\n';
  const at = (id: string, quote: string): string => {
    const start = ARTICLE.indexOf(quote);
    return `  - id: ${id}\n    quote: ${quote}\n    prefix: "${ARTICLE.slice(start - 4, start).replaceAll('\n', '\\n')}"\n    start: ${start}\n    end: ${start + quote.length}\n`;
  };
  const found = async (): Promise<readonly string[]> =>
    (await checkFolder(folder)).map(({ file: name, line, column, code }) => `${name}:${line}:${column} ${code}`);

  beforeEach(() => {
    write('a.txt', ARTICLE);
  });

  it('finds nothing where nothing is wrong', async () => {
    write('a.txt.pressmark.yaml', `version: 1\nannotations:\n${at('one', 'the mayor')}`);
    write('pressmark.yaml', 'tags: [denial]\n');
    assert.deepEqual(await found(), []);
    const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', folder, '--json'], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [0, '[]\n']);
  });

  const FAULTS: readonly (readonly [what: string, annotations: string, expected: readonly string[]])[] = [
    ['ids that stand twice', at('one', 'the mayor') + at('one', 'Monday'), ['8:9 duplicate-id']],
    [
      'passages that moved',
      at('one', 'the mayor').replace(/start: .*\n.*\n/, 'start: 1\n    end: 10\n'),
      ['3:1 moved'],
    ],
    [
      'passages that are lost',
      at('one', 'the mayor').replace('the mayor', 'No ferry will run before spring'),
      ['3:1 lost'],
    ],
    [
      'faults of the schema',
      `${at('one', 'the mayor')}    reliability: Z\n  - id: two\n`,
      ['8:18 invalid-value', '9:5 missing-field'],
    ],
    [
      'conflicts nobody settled',
      `${at('one', 'the mayor')}    conflicts:\n      - stance: favor\n`,
      ['9:9 unresolved-conflict'],
    ],
    ['conflict markers', `<<<<<<< a\n${at('one', 'the mayor')}=======\n>>>>>>> b\n`, ['3:1 conflict-markers']],
    ['what is not YAML', '  - [\n', ['4:1 not-yaml']],
  ];
  for (const [what, annotations, expected] of FAULTS)
    it(`finds ${what}, with line and column`, async () => {
      write('a.txt.pressmark.yaml', `version: 1\nannotations:\n${annotations}`);
      assert.deepEqual(
        await found(),
        expected.map(one => `a.txt.pressmark.yaml:${one}`),
      );
    });

  it('finds links whose document is gone or whose passage is lost, where their paths stand', async () => {
    const link = (document: string, quote: string, more = '') =>
      `      - {relation: supports, document: ${document}, quote: ${quote}${more}}\n`;
    const tags = 'version: 1\nannotations:\n  - id: gone\n    quote: nobody stayed\n';
    mkdirSync(join(folder, 'b'));
    write('b/b.txt', ARTICLE);
    write('b/b.txt.pressmark.yaml', `version: 1\nannotations:\n${at('two', 'Monday')}`);
    write('b/c.txt', ARTICLE);
    write('b/c.txt.pressmark.yaml', tags);
    const links = [
      link('b/b.txt', 'the mayor'),
      link('b/b.txt', 'no such words at all', ', annotation: two'),
      link('b/b.txt', 'no such words at all', ', annotation: three'),
      link('b/c.txt', 'the mayor', ', annotation: gone'),
      link('gone.txt', 'the mayor'),
      link(`../${basename(folder)}/b/b.txt`, 'the mayor'),
      link('/etc/hosts', 'the mayor'),
      link('b', 'the mayor'),
    ];
    write('a.txt.pressmark.yaml', `version: 1\nannotations:\n${at('one', 'the mayor')}    links:\n${links.join('')}`);
    assert.deepEqual(await found(), [
      'a.txt.pressmark.yaml:15:40 invalid-value',
      'a.txt.pressmark.yaml:11:40 link-lost',
      'a.txt.pressmark.yaml:12:40 link-lost',
      'a.txt.pressmark.yaml:13:40 link-missing',
      'a.txt.pressmark.yaml:14:40 link-nowhere',
      'b/c.txt.pressmark.yaml:3:1 lost',
    ]);
    const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', folder, '--json'], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.deepEqual((JSON.parse(stdout) as unknown[])[3], {
      file: 'a.txt.pressmark.yaml',
      line: 13,
      column: 40,
      severity: 'warning',
      code: 'link-missing',
      message: 'the link leads to "gone.txt", which is not there: put it back, change the path, or remove the link',
      annotation: 'one',
    });
  });

  it('reads nothing outside of the folder for a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'pressmark-outside-'));
    try {
      writeFileSync(join(outside, 'secret.txt'), 'the mayor\n');
      symlinkSync(outside, join(folder, 'linked'));
      symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
      const links = ['linked/secret.txt', 'secret.txt'].map(
        document => `      - {relation: supports, document: ${document}, quote: the mayor}\n`,
      );
      write('a.txt.pressmark.yaml', `version: 1\nannotations:\n${at('one', 'the mayor')}    links:\n${links.join('')}`);
      assert.deepEqual(await found(), [
        'a.txt.pressmark.yaml:9:40 link-nowhere',
        'a.txt.pressmark.yaml:10:40 link-nowhere',
      ]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('finds ids that two sidecars share, articles that are gone, files that are no text, faults of the codebook', async () => {
    mkdirSync(join(folder, 'b'));
    write('b/b.txt', ARTICLE);
    write('a.txt.pressmark.yaml', `version: 1\nannotations:\n${at('one', 'the mayor')}`);
    write('b/b.txt.pressmark.yaml', `version: 1\nannotations:\n${at('one', 'the mayor')}`);
    write('c.txt.pressmark.yaml', 'version: 1\n');
    write('d.txt.pressmark.yaml', new Uint8Array([0xe9]));
    write('pressmark.yaml', 'tags: denial\n');
    assert.deepEqual(await found(), [
      'b/b.txt.pressmark.yaml:3:1 duplicate-id',
      'c.txt.pressmark.yaml:1:1 article-missing',
      'd.txt.pressmark.yaml:1:1 unreadable',
      'pressmark.yaml:1:7 wrong-type',
    ]);
    const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', folder], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /^b\/b\.txt\.pressmark\.yaml:3:1: error: another annotation has the id "one", in a\.txt/m);
  });
});
