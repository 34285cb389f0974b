import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { stateFolder } from '../../../src/node/stateFolder';
import { updateFile } from '../../../src/node/updateFile';

/** UPDATE_KILLS=300 for a long look. */
const KILLS = Number(process.env.UPDATE_KILLS ?? 2);

describe('updating a file', function () {
  this.timeout(30_000 + KILLS * 5_000);

  let root: string;
  let folder: string;
  let children: ChildProcess[];
  const tmp = process.env.TMPDIR;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'pressmark-update-')));
    for (const name of ['desk', 'tmp']) mkdirSync(path.join(root, name));
    folder = path.join(root, 'desk');
    process.env.TMPDIR = path.join(root, 'tmp');
    children = [];
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    if (tmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = tmp;
    rmSync(root, { recursive: true, force: true });
  });
  const write = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const start = (...args: readonly string[]) => {
    const child = spawn(process.execPath, ['dist/test/unit/node/writerProcess.js', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return { child, lines: createInterface(child.stdout) };
  };
  const hang = async (file: string): Promise<ChildProcess> => {
    const { child, lines } = start('hang', file);
    await once(lines, 'line');
    return child;
  };
  const locks = (): readonly string[] => readdirSync(stateFolder()!).filter(name => name.includes('.lock'));

  it('creates it, and leaves nothing else beside it and no lock', async () => {
    const file = path.join(folder, 'file');
    const found: unknown[] = [];
    const update = await updateFile(file, ({ source }) => {
      found.push(source);
      return 'new';
    });
    assert.deepEqual(
      [update, found, read('file'), readdirSync(folder), locks()],
      ['written', [undefined], 'new', ['file'], []],
    );
  });

  it('keeps its mode, and changes the target of a link', async () => {
    const target = write('target', 'old');
    chmodSync(target, 0o640);
    symlinkSync('target', path.join(folder, 'link'));
    assert.equal(await updateFile(path.join(folder, 'link'), ({ source }) => `${source}, new`), 'written');
    assert.deepEqual([read('target'), statSync(target).mode & 0o777], ['old, new', 0o640]);
    assert.deepEqual(readdirSync(folder), ['link', 'target']);
  });

  it('leaves it alone where there is nothing to write, or where it is no UTF-8', async () => {
    const file = write('file', 'old');
    const { ino } = statSync(file);
    assert.equal(await updateFile(file, () => undefined), 'unchanged');
    assert.deepEqual([statSync(file).ino, locks()], [ino, []]);
    writeFileSync(file, Buffer.from([0x61, 0xe9, 0x0a]));
    await assert.rejects(
      updateFile(file, () => 'new'),
      { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' },
    );
    assert.deepEqual(readFileSync(file), Buffer.from([0x61, 0xe9, 0x0a]));
  });

  it('asks again where a program that knows of no lock wrote meanwhile, in place or by renaming', async () => {
    const file = write('file', '1');
    const asked: unknown[] = [];
    await updateFile(file, ({ source }) => {
      asked.push(source);
      if (asked.length === 1) writeFileSync(file, '2');
      if (asked.length === 2) renameSync(write('script', '3'), file);
      return `${source}, mine`;
    });
    assert.deepEqual([asked, read('file')], [['1', '2', '3'], '3, mine']);
  });

  it('gives up where somebody always writes first, and leaves what he wrote', async () => {
    const file = write('file', '');
    let writes = 0;
    const update = await updateFile(file, () => {
      writeFileSync(file, `theirs ${++writes}`);
      return 'mine';
    });
    assert.deepEqual(
      [update, read('file'), readdirSync(folder), locks()],
      ['contested', `theirs ${writes}`, ['file'], []],
    );
  });

  it('lets processes take turns: no change of any is lost', async () => {
    const file = write('file', '');
    const writers = ['a', 'b'];
    await Promise.all(writers.map(async name => once(start('append', file, name, '20').child, 'exit')));
    const lines = read('file').trimEnd().split('\n');
    for (const name of writers)
      assert.deepEqual(
        lines.filter(line => line.startsWith(name)),
        Array.from({ length: 20 }, (_, i) => `${name}${i}`),
      );
    assert.deepEqual([lines.length, readdirSync(folder), locks()], [40, ['file'], []]);
  });

  it(`loses nothing of what a process had said is written when it is killed, ${KILLS} times, and goes on at once`, async () => {
    const file = write('file', '');
    const said: string[] = [];
    let started = 0;
    const next = async () => {
      const writer = start('append', file, `${'ab'[started % 2]!}${started++}.`, '1000');
      writer.lines.on('line', line => said.push(line));
      await once(writer.lines, 'line');
      return writer;
    };
    // There is always another one at it.
    const writers = [await next()];
    for (let kill = 0; kill < KILLS; kill++) {
      writers.push(await next());
      const { child, lines } = writers.shift()!;
      await pause(Math.random() * 20);
      const [exit, end] = [once(child, 'exit'), once(lines, 'close')];
      child.kill('SIGKILL');
      await Promise.all([exit, end]);
      const there = read('file');
      const whole = there.split('\n');
      assert.deepEqual(
        [whole.pop(), said.filter(line => !whole.includes(line)), new Set(whole).size],
        ['', [], whole.length],
      );
    }
    const before = performance.now();
    await updateFile(file, ({ source }) => `${source}end\n`);
    assert.ok(performance.now() - before < 5_000);
    assert.ok(said.length > KILLS);
  });

  it('takes over at once from a process that died in the midst of it, and clears away what that left', async () => {
    const file = write('file', 'old');
    const child = await hang(file);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    assert.deepEqual([readdirSync(folder).length, locks().length], [2, 1]);
    const started = performance.now();
    assert.equal(await updateFile(file, () => 'new'), 'written');
    assert.ok(performance.now() - started < 5_000);
    assert.deepEqual([read('file'), readdirSync(folder), locks()], ['new', ['file'], []]);
  });

  it('waits for a process that lives, and not for ever: one that had its turn for so long loses it', async () => {
    const file = write('file', 'old');
    await hang(file);
    const update = updateFile(file, () => 'new');
    const first = await Promise.race([update, new Promise(resolve => setTimeout(resolve, 200, 'waits'))]);
    assert.deepEqual([first, read('file')], ['waits', 'old']);
    const [lock] = locks().filter(name => name.endsWith('.lock'));
    utimesSync(path.join(stateFolder()!, lock!), new Date(0), new Date(0));
    assert.equal(await update, 'written');
    assert.equal(read('file'), 'new');
  });

  it('waits for another turn where it hung so long that its own was taken from it', async () => {
    const file = write('file', 'old');
    let asked = 0;
    let isOver = false;
    await updateFile(file, ({ source }) => {
      asked++;
      if (asked === 1) writeFileSync(file, 'older');
      if (asked === 2) {
        const taken = path.join(stateFolder()!, locks()[0]!);
        writeFileSync(taken, `${process.ppid}.another`);
        setTimeout(() => {
          isOver = true;
          writeFileSync(file, 'theirs');
          rmSync(taken);
        }, 50);
      }
      if (asked === 3) assert.ok(isOver);
      return `${source}, mine`;
    });
    assert.deepEqual([asked, read('file')], [3, 'theirs, mine']);
  });

  it('does without turns where there is no folder that is the user’s alone', async () => {
    const file = write('file', 'old');
    rmSync(stateFolder()!, { recursive: true });
    symlinkSync(folder, path.join(root, 'tmp', `pressmark-${process.getuid!()}`));
    assert.equal(stateFolder(), undefined);
    assert.equal(await updateFile(file, () => 'new'), 'written');
    assert.deepEqual([read('file'), readdirSync(folder)], ['new', ['file']]);
  });

  it('knows what the file lately read, also what another process wrote, and forgets it', async () => {
    const file = write('file', 'old\n');
    await once(start('append', file, 'a', '2').child, 'exit');
    const versionsOf = async (): Promise<readonly (readonly [string, boolean])[]> => {
      let versions: readonly (readonly [string, boolean])[] = [];
      await updateFile(file, found => {
        versions = found.versions.map(({ source, written }) => [source, written] as const);
        return undefined;
      });
      return versions;
    };
    const expected = [
      ['old\n', false],
      ['old\na0\n', true],
      ['old\na0\na1\n', true],
    ];
    assert.deepEqual(await versionsOf(), expected);
    const state = stateFolder()!;
    for (const name of readdirSync(state)) {
      const old = name.replace(/-\d+-([01])$/, '-1000-$1');
      renameSync(path.join(state, name), path.join(state, old));
    }
    await updateFile(file, () => 'new');
    assert.deepEqual(await versionsOf(), [['new', true]]);
    rmSync(file);
    assert.deepEqual(await versionsOf(), []);
  });
});
