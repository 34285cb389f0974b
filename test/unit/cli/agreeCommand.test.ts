import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FolderAgreement } from '../../../src/cli/folderAgreement';

const ARTICLE = `A vote

The harbour stays as it is, the mayor said on Monday. Fishers doubt it, and the council votes again in June.
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-agree-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

let ids = 0;
/** An annotation of the passage with these words, as it stands in ARTICLE. */
function annotation(quote: string, fields: Readonly<Record<string, string | number>>): string {
  const start = ARTICLE.indexOf(quote);
  const lines = Object.entries({ quote, start, end: start + quote.length, ...fields }).map(
    ([name, value]) => `    ${name}: ${value}\n`,
  );
  return `  - id: n${ids++}\n${lines.join('')}`;
}

function write(name: string, text: string, ...annotations: readonly string[]): void {
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.pressmark.yaml`), `version: 1\nannotations:\n${annotations.join('')}`);
}

function agree(...options: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'agree', ...options, folder], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const harbour = 'The harbour stays as it is';
const fishers = 'Fishers doubt it';

/** Two annotators who agree on stance and credibility, and on one grade of two. */
const writeTwo = (name: string, text = ARTICLE): void =>
  write(
    name,
    text,
    annotation(harbour, { stance: 'favor', target: 'port', reliability: 'A', credibility: 1, author: 'Ann' }),
    annotation('harbour stays as it is', {
      stance: 'favor',
      target: 'port',
      reliability: 'B',
      credibility: 1,
      author: 'Ben',
    }),
    annotation(fishers, { stance: 'against', target: 'port', reliability: 'C', credibility: 3, author: 'Ann' }),
    annotation(fishers, { stance: 'against', target: 'port', reliability: 'C', credibility: 3, author: 'Ben' }),
  );

describe('pressmark agree', () => {
  it('prints agreement for each document and for all of them', () => {
    writeTwo('a.txt');
    write('b.txt', ARTICLE, annotation(harbour, { stance: 'favor', author: 'Ann' }));
    const { status, stdout, stderr } = agree();
    assert.deepEqual([status, stderr], [0, '']);
    const table = (title: string): string => `${title}: 2 annotators (Ann, Ben)
               units  percent  kappa  weighted  alpha  ordinal
  passages     2                                0.976
  stance       2      100.0    1.000            1.000
  reliability  2      50.0     0.333  0.500     0.400  0.833
  credibility  2      100.0    1.000  1.000     1.000  1.000
`;
    assert.equal(stdout, `${table('a.txt')}\n${table('1 document')}\nLeft out: 1 document of one annotator\n`);
  });

  it('gives kappa for each two where there are more annotators', () => {
    writeTwo('a.txt');
    mkdirSync(join(folder, 'sub'));
    write(
      'sub/b.txt',
      ARTICLE,
      annotation(harbour, { stance: 'favor', author: 'Ann' }),
      annotation(harbour, { stance: 'neutral', author: 'Cid' }),
    );
    const { stdout } = agree();
    const [a, b, all, first, second, ...rest] = stdout.split('\n\n');
    assert.deepEqual(
      [a, b, all, first, second].map(block => block!.split('\n')[0]),
      [
        'a.txt: 2 annotators (Ann, Ben)',
        'sub/b.txt: 2 annotators (Ann, Cid)',
        '2 documents: 3 annotators (Ann, Ben, Cid)',
        'Ann and Ben',
        'Ann and Cid',
      ],
    );
    assert.deepEqual(rest, []);
    assert.match(all!, /^ {2}stance +3 +66\.7 +0\.545$/m);
    assert.match(first!, /^ {2}stance +2 +100\.0 +1\.000$/m);
    assert.match(second!, /^ {2}stance +1 +0\.0 +0\.000$/m);
    assert.match(second!, /^ {2}reliability +0 +– +– +–$/m);
  });

  it('gives the same as JSON, null where a figure cannot be told', () => {
    writeTwo('a.txt');
    write(
      'b.txt',
      ARTICLE,
      annotation(harbour, { stance: 'favor', author: 'Ann' }),
      annotation(fishers, { author: 'Ben' }),
    );
    const { status, stdout } = agree('--json');
    assert.equal(status, 0);
    const { documents, corpus, leftOut } = JSON.parse(stdout) as FolderAgreement;
    assert.deepEqual(
      documents.map(({ file, annotators }) => [file, annotators]),
      [
        ['a.txt', ['Ann', 'Ben']],
        ['b.txt', ['Ann', 'Ben']],
      ],
    );
    assert.deepEqual(documents[1]!.stance, { units: 0, percent: null, alpha: null });
    assert.deepEqual(documents[0]!.credibility, { units: 2, percent: 100, alpha: 1, ordinalAlpha: 1 });
    assert.deepEqual(corpus.credibility, documents[0]!.credibility);
    assert.ok(documents[1]!.passages.alpha! < corpus.passages.alpha!);
    assert.ok(corpus.passages.alpha! < documents[0]!.passages.alpha!);
    assert.deepEqual([corpus.documents, leftOut], [2, { documents: 0, unsigned: 0, unplaced: 0 }]);
  });

  it('finds passages where they are now', () => {
    writeTwo('a.txt');
    writeTwo('b.txt', `Corrected on Tuesday.\n\n${ARTICLE}`);
    const { stdout, stderr } = agree('--json');
    const { documents } = JSON.parse(stdout) as FolderAgreement;
    assert.equal(stderr, '');
    assert.deepEqual(documents[1]!.stance, documents[0]!.stance);
    assert.equal(documents[1]!.passages.units, 2);
  });

  it('tells on stderr what is wrong and left out, with file, line and column', () => {
    writeTwo('a.txt');
    write(
      'b.txt',
      ARTICLE,
      annotation(fishers, { stance: 'neutral', reliability: 'Z' }),
      '  - id: gone\n    quote: Nobody ever said these words here\n    author: Ann\n',
    );
    writeFileSync(join(folder, 'c.txt'), ARTICLE);
    writeFileSync(join(folder, 'c.txt.pressmark.yaml'), 'a: [');
    writeFileSync(join(folder, 'd.txt.pressmark.yaml'), 'version: 1\n');
    writeFileSync(join(folder, 'e.txt.pressmark.yaml'), new Uint8Array([0xe9]));
    const { status, stdout, stderr } = agree();
    assert.equal(status, 0);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map(line => /^(\S+:\d+:\d+): .*(\[.*\])$/.exec(line)?.slice(1).join(' ')),
      [
        'b.txt.pressmark.yaml:8:18 [invalid-value]',
        'b.txt.pressmark.yaml:9:1 [lost]',
        'c.txt.pressmark.yaml:1:5 [not-yaml]',
        'd.txt.pressmark.yaml:1:1 [article-missing]',
        'e.txt.pressmark.yaml:1:1 [unreadable]',
      ],
    );
    assert.match(stdout, /^Left out: 1 annotation without author, 1 annotation whose passage is in doubt$/m);
  });

  it('says so where nothing can be compared', () => {
    write('a.txt', ARTICLE, annotation(harbour, { stance: 'favor', author: 'Ann' }));
    assert.deepEqual(agree(), {
      status: 0,
      stdout: 'No document has annotations of two authors.\n\nLeft out: 1 document of one annotator\n',
      stderr: '',
    });
  });
});
