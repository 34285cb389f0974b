import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { detectionTable } from '../../../src/cli/detectionTable';
import { detectLines } from '../../../src/cli/detectLines';
import { detect } from '../../../src/core/detect/detect';

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function answers(input: string, options = {}, chunkLength = input.length) {
  const bytes = Buffer.from(input);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkLength) chunks.push(bytes.subarray(at, at + chunkLength));
  const output = new Collected();
  const errors = new Collected();
  const status = await detectLines(Readable.from(chunks), output, errors, options);
  return {
    status,
    errors: errors.text,
    lines: output.text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as { id: unknown; quotes: { start: number; end: number }[] }),
  };
}

const record = (id: unknown, text: string): string => JSON.stringify({ id, text });

describe('pressmark detect --jsonl', () => {
  it('answers each line in order, offsets counting in the text as given', async () => {
    const text = '\ufeffA\r\n“Wé go 😀,” Brandt said.';
    const { status, lines, errors } = await answers(`${record(7, text)}\n\n${record('b', '')}`);
    assert.deepEqual([status, errors, lines.map(({ id }) => id)], [0, '', [7, 'b']]);
    const [{ start, end }] = lines[0]!.quotes as [{ start: number; end: number }];
    assert.equal(text.slice(start, end), '“Wé go 😀,”');
  });
  it('reads characters that chunks cut in half', async () => {
    const { lines } = await answers(`${record('é', '“Wé go 😀,” Brandt said.')}\n`, {}, 3);
    assert.equal(lines[0]?.id, 'é');
  });
  it('names bad lines and skips them', async () => {
    const { status, lines, errors } = await answers(
      `${record('a', 'x')}\n{\n[]\n{"text":"x"}\n{"id":1,"text":2}\n${record('b', 'y')}\n`,
    );
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(errors.trim().split('\n'), [
      'line 2: not JSON',
      'line 3: no "id"',
      'line 4: no "id"',
      'line 5: no "text"',
    ]);
  });
  it('ends with its own count where that is asked for', async () => {
    const { errors } = await answers(`${record('a', 'four')}\n`, { stats: true });
    assert.match(errors, /^\{"chars":4,"ms":\d+\}\n$/);
  });
});

describe('pressmark detect --jsonl in several threads', () => {
  const cli = (input: string, ...options: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'detect', '--jsonl', ...options], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { status, stdout, stderr };
  };
  const text = 'Ana Brandt said the town had 40 buses. “We need more,” she added.\n\n'.repeat(200);
  const long = `${Array.from({ length: 50 }, (_, i) => record(i, text.slice(i))).join('\n')}\n{\n${record('last', text)}`;

  it('answers what one thread answers, in the same order', () => {
    const alone = cli(long, '--threads=1');
    assert.equal(alone.stdout.split('\n').length, 52);
    assert.equal(alone.stderr, 'line 51: not JSON\n');
    assert.deepEqual(cli(long, '--threads=3'), alone);
  });
  it('answers what one thread answers where a large input makes it several by itself', () => {
    const large = `${`${' '.repeat(1 << 20)}\n`.repeat(33)}${long}`;
    const alone = cli(large, '--threads=1');
    assert.equal(alone.stderr, 'line 84: not JSON\n');
    assert.deepEqual(cli(large), alone);
  });
  it('is refused for a number of threads that is none', () => {
    const { status, stderr } = cli('', '--threads=none');
    assert.equal(status, 2);
    assert.match(stderr, /--threads is a number from 1 to 16/);
  });
});

describe('the table of a file', () => {
  it('has a row for each quote and claim with its place, under the title', () => {
    const text = 'The bridge\n\n“We lost 40 boats,” Brandt said.';
    assert.deepEqual(detectionTable('a.txt', { title: 'The bridge' }, text, detect(text)).split('\n'), [
      'The bridge (a.txt)',
      '  place  what          text                 said by, value',
      '  3:1    direct quote  “We lost 40 boats,”  Brandt (said)',
      '  3:10   count         40 boats             40 boats',
      '',
      '',
    ]);
  });
});
