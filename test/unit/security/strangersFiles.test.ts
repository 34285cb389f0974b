import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { filesBelow } from '../../../src/cli/filesBelow';
import { UNKNOWN_POSITION } from '../../../src/core/annotation/model';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
import { glob, MAX_GLOB_LENGTH } from '../../../src/core/corpus/glob';
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../../../src/core/corpus/articleFilter';
import { resolveAnchors } from '../../../src/core/anchor/resolveAnchor';
import { readImport } from '../../../src/core/exchange/readImport';
import { unzip, zip } from '../../../src/core/exchange/zip';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { MAX_SIDECAR_LENGTH } from '../../../src/core/sidecar/readYaml';
import { updateFile } from '../../../src/node/updateFile';

describe("a stranger's sidecar or codebook", () => {
  it('changes no prototype by its keys', () => {
    const keys = '__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes\n';
    const nested = keys.replace(/^/gm, '    ').trimEnd();
    parseSidecar(
      `version: 1\n${keys}document:\n  __proto__: {polluted: yes}\nannotations:\n  - id: a\n    quote: x\n${nested}\n`,
    );
    parseCodebook(
      `${keys}stances:\n  - __proto__: {polluted: yes}\n    name: __proto__\nsources: [{name: __proto__, reliability: A}]\n`,
    );
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('is not expanded where aliases multiply: it reads in the time of what is written', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level < 60; level++) lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const bomb = `${lines.join('\n')}\n`;
    assert.deepEqual(parseSidecar(`version: 1\n${bomb}annotations: *a59\n`).annotations, []);
    assert.deepEqual(parseCodebook(`${bomb}stances: *a59\n`).stances ?? [], []);
  });

  it('is not read where it is longer than a sidecar is', () =>
    assert.equal(parseSidecar('#'.repeat(MAX_SIDECAR_LENGTH + 1)).problems[0]?.code, 'too-large'));

  for (const number of ['1e999', '-1', '9'.repeat(400), '.inf', '.nan', '0x7fffffffffffffff', '1.5'])
    it(`leads nowhere outside of the article by a place of ${number.slice(0, 20)}`, () => {
      const { annotations, problems } = parseSidecar(
        `version: 1\nannotations:\n  - id: a\n    quote: harbour\n    start: ${number}\n    end: ${number}\n`,
      );
      assert.deepEqual([annotations[0]?.start, annotations[0]?.end], [UNKNOWN_POSITION, UNKNOWN_POSITION]);
      assert.deepEqual([...new Set(problems.map(({ code }) => code))], ['wrong-type']);
      const [found] = resolveAnchors('The harbour is shut.', annotations);
      const span = found && 'span' in found ? found.span : undefined;
      assert.deepEqual(span, { start: 4, end: 11 });
    });
});

describe("a stranger's archive", () => {
  const files = ['a.ann', 'b.ann'].map(path => ({ path, text: 'T1\tQuote 0 1\tx\n'.repeat(40) }));
  const size = files[0]!.text.length;

  it('is not unpacked where all of it together is too large', () => {
    assert.equal(unzip(zip(files), () => true, 2 * size).length, 2);
    assert.throws(() => unzip(zip(files), () => true, 2 * size - 1), /more than/);
  });

  it('unpacks to no more than it says', () => {
    const [file] = unzip(saying(zip(files), 10), path => path === 'a.ann', size);
    assert.ok(file!.text.length <= 10);
  });

  it('is not read where it says that it is of more than 200 MB', () => {
    const [reading] = readImport('brat', 'a.zip', saying(zip(files), 201 * 1024 * 1024));
    assert.deepEqual(
      reading?.problems.map(({ code }) => code),
      ['unreadable'],
    );
  });

  /** The archive with another size of its first file in its directory. */
  function saying(archive: Uint8Array, bytes: number): Uint8Array {
    const changed = archive.slice();
    const at = Buffer.from(changed).indexOf('PK\u0001\u0002', 'latin1');
    new DataView(changed.buffer).setUint32(at + 24, bytes, true);
    return changed;
  }
});

describe("a stranger's folder", () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'pressmark-strangers-')));
    folder = join(root, 'corpus');
    mkdirSync(folder);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const secret = (text: string): string => {
    writeFileSync(join(root, 'secret.yaml'), text);
    return join(root, 'secret.yaml');
  };

  it('has no file outside of it read through a link, by name or by folder', async () => {
    const target = secret('key: 1\n');
    writeFileSync(join(folder, 'a.txt'), 'x');
    symlinkSync(target, join(folder, 'b.txt'));
    symlinkSync(root, join(folder, 'up'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'c.txt'));
    assert.deepEqual(await filesBelow(folder, path => path.endsWith('.txt')), [
      join(folder, 'a.txt'),
      join(folder, 'c.txt'),
    ]);
  });

  it('has no other file written through a link with the name of a sidecar', async () => {
    const target = secret('key: 1\n');
    const link = join(folder, 'a.txt.pressmark.yaml');
    symlinkSync(target, link);
    await assert.rejects(
      updateFile(link, () => 'version: 1\n'),
      /no sidecar/,
    );
    assert.equal(readFileSync(target, 'utf8'), 'key: 1\n');
  });

  it('may have its sidecars elsewhere', async () => {
    const target = join(root, 'a.txt.pressmark.yaml');
    writeFileSync(target, 'version: 1\n');
    const link = join(folder, 'a.txt.pressmark.yaml');
    symlinkSync(target, link);
    await updateFile(link, () => 'version: 1\n# x\n');
    assert.equal(readFileSync(target, 'utf8'), 'version: 1\n# x\n');
  });
});

describe('globs from the settings of an untrusted workspace', () => {
  const NAME = 'a'.repeat(200);
  const PATTERNS = [
    '**/*a*a*a*a*a*a*a*a*a*a*a*a*b',
    '{a,aa}'.repeat(100),
    '{'.repeat(900),
    '**/'.repeat(300),
    '[*'.repeat(500),
    '{[}]*',
  ];
  for (const pattern of PATTERNS)
    it(`take no longer than they are long: ${pattern.slice(0, 30)}`, () => {
      const started = process.cpuUsage();
      glob(pattern)(NAME);
      assert.ok(process.cpuUsage(started).user / 1000 < 1000);
    });

  it('take nothing where they are too long', () => assert.equal(glob('*'.repeat(MAX_GLOB_LENGTH + 1))('a'), false));

  it('mean the same after more characters than are remembered', () => {
    const takes = glob('**/{a*b,*c}/?.txt');
    const everyLetter = Array.from({ length: 30_000 }, (_, i) => String.fromCharCode(0x4e00 + (i % 20_000))).join('');
    for (const path of [`a${everyLetter}b/x.txt`, `${everyLetter}c/x.txt`, `${everyLetter}/y/a${everyLetter}b/x.txt`])
      assert.deepEqual([path, `${path}x`, `x/${path}`].map(takes), [true, false, true]);
    assert.deepEqual(['ab/x.txt', 'c/x.txt', 'a/x.txt', 'ab/xx.txt'].map(takes), [true, true, false, false]);
  });

  it('mean what they mean elsewhere', () => {
    const segment = fc.constantFrom('a', 'ab', '.git', 'node_modules', 'b.txt', 'c.MD', '[x]', 'ä');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
    const piece = fc.constantFrom(
      '*',
      '**',
      'a',
      '?',
      '{a,b.txt}',
      '{.*,node_modules}',
      '*.{txt,md}',
      '[ab]',
      '[^a]*',
      'a*',
      '.git',
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
    const options = { dot: true, nocase: true, noextglob: true } as const;
    // For picomatch `a/**` is `a` as well, and `a*/**` is not: ours is what lies below, which `/**/*` says to both.
    const same = (globbed: string, at: string): void =>
      assert.equal(
        glob(globbed)(at),
        picomatch(globbed.replace(/(?:\/\*\*)+$/, '/**/*'), options)(at),
        `${globbed} on ${at}`,
      );
    for (const known of [
      DEFAULT_INCLUDE,
      DEFAULT_EXCLUDE,
      '{docs,notes}/**',
      '!**/*.md',
      './a/*',
      '{a,b{c,d}}/*.txt',
      '{1..3}.txt',
      '\\*.txt',
    ])
      fc.assert(
        fc.property(path, at => same(known, at)),
        { numRuns: 50 },
      );
    fc.assert(fc.property(pattern, path, same), { numRuns: 500 });
  });
});
