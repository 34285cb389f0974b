import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type DigestReading } from '../../../src/core/across/articleDigest';
import { unpackFeatures } from '../../../src/core/across/features';
import { fileStamp } from '../../../src/core/corpus/fileStamp';
import { DigestThread } from '../../../src/node/digestThread';
import { FileDigester, type FileRequest } from '../../../src/node/fileDigester';

const ARTICLE = `Ferry fares rise

SKERROW, 3 May (LPA) – “We carried 4,200 people last week,” said the ferry master, Ada Holm.
`;

describe('digesting files in another thread', function () {
  this.timeout(20_000);

  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'pressmark-digest-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): FileRequest => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return { path: file };
  };
  const digestOf = (reading: DigestReading) => {
    assert.ok(reading?.kind === 'digest');
    return reading.digest;
  };
  const here = (request: FileRequest): DigestReading => new FileDigester().digest(request, true);

  it('answers each batch in its order, with what is found in this thread', async () => {
    const thread = new DigestThread(path.resolve('dist/web/digest.js'));
    const texts = ['', ARTICLE, ARTICLE.repeat(40), 'Nothing is said here.', '\r\n“Wait,” he said.\r\n'];
    const requests = texts.map((text, i) => write(`${i}.txt`, text));
    const [first, second] = await Promise.all([thread.digest(requests, true), thread.digest(requests.slice(1), true)]);
    assert.deepEqual(first, requests.map(here));
    assert.deepEqual(second, requests.slice(1).map(here));
    const { quotes, claims, features } = digestOf(first[1]);
    assert.deepEqual([quotes, claims], [1, 1]);
    assert.ok(unpackFeatures(features!.row).grams.length > 0);
    const [bare] = await thread.digest(requests.slice(1, 2), false);
    assert.equal(digestOf(bare).features, undefined);
  });

  it('does not read a file that has its stamp still, and reads one that has another', () => {
    const request = write('report.txt', ARTICLE);
    const { mtime, size } = statSync(request.path);
    const stamp = fileStamp(mtime.getTime(), size);
    assert.deepEqual(here({ ...request, stamp }), { kind: 'unchanged' });
    const found = here({ ...request, stamp: `${stamp}0` });
    assert.ok(found?.kind === 'digest' && found.stamp === stamp);
  });

  it('leaves to others what is no plain text, and what is not there', function () {
    const strange = {
      'no UTF-8': write('latin.txt', Buffer.from('Kessl\xe4nder', 'latin1')),
      'a NUL': write('binary.txt', 'a\0b'),
      'a volume': write('volume.txt', 'x'.repeat(4 * 1024 * 1024 + 1)),
      'no file': { path: path.join(folder, 'none.txt') },
      'a folder': { path: path.join(folder, 'folder.txt') },
    };
    mkdirSync(path.join(folder, 'folder.txt'));
    for (const [what, request] of Object.entries(strange)) assert.equal(here(request), undefined, what);
  });

  it('does not wait for a pipe that was put in an article’s place', function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    assert.equal(here({ path: path.join(folder, 'pipe.txt') }), undefined);
  });

  it('leaves all to others when its program breaks down, and for good', async () => {
    const program = path.join(folder, 'program.js');
    writeFileSync(program, "require('worker_threads').parentPort.once('message', () => process.exit(1));");
    const thread = new DigestThread(program);
    const requests = [write('report.txt', ARTICLE)];
    const answers = await Promise.all([thread.digest(requests, true), thread.digest(requests, true)]);
    assert.deepEqual(answers, [[], []]);
    assert.deepEqual(await thread.digest(requests, true), []);
  });
});
