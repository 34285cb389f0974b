import assert from 'node:assert/strict';
import { type Clock } from '../../../src/app/ports';
import { type Part, Parts } from '../../../src/vscode/parts';
import { stillClock } from '../app/memoryPorts';

/** Files of code by their names, as the build writes them, and the names in the order in which they were asked for. */
class Files {
  readonly asked: string[] = [];
  constructor(private readonly texts: Record<string, string>) {}

  readonly read = (file: string): Promise<string> => {
    this.asked.push(file);
    const text = this.texts[file];
    return text === undefined ? Promise.reject(new Error(`no ${file}`)) : Promise.resolve(text);
  };

  add(file: string, text: string): void {
    this.texts[file] = text;
  }
}

const COUNTED = {
  'base.js': 'require("host").log("base"); exports.base = 1',
  'top.js': 'require("host").log("top"); exports.sum = require("./base.js").base + require("./extension.js").start',
};

function started(
  files?: Files,
  modules: Record<string, unknown> = {},
  clock: Pick<Clock, 'now' | 'pause'> = stillClock,
) {
  const log: string[] = [];
  const parts = new Parts(clock);
  const host = { log: (what: string) => log.push(what) };
  const hostRequire = (id: string): unknown => {
    if (id === 'host') return host;
    if (id in modules) return modules[id];
    throw new Error(`Cannot load module '${id}'`);
  };
  parts.begin({ start: 10 }, hostRequire);
  if (files) parts.readWith(files.read);
  return { parts, log };
}

describe('parts of the code', () => {
  it('are read and evaluated in their order, with what the start bundle and those before them export', async () => {
    const files = new Files({ ...COUNTED });
    const { parts, log } = started(files);
    assert.equal((await parts.load(['./base.js', './top.js'])).sum, 11);
    assert.deepEqual(log, ['base', 'top']);
    assert.deepEqual(files.asked, ['base.js', 'top.js']);
  });

  it('are loaded once, whoever asks and when', async () => {
    const files = new Files({ ...COUNTED });
    const { parts, log } = started(files);
    const [one, other] = await Promise.all([parts.load(['./base.js', './top.js']), parts.load(['./base.js'])]);
    assert.equal(await parts.load(['./base.js', './top.js']), one);
    assert.equal(other.base, 1);
    assert.deepEqual(log, ['base', 'top']);
    assert.deepEqual(files.asked, ['base.js', 'top.js']);
  });

  it('are found by the host’s require where it has one for files', async () => {
    const top: Part = { sum: 3 };
    const { parts } = started(undefined, { './base.js': {}, './top.js': top });
    assert.equal(await parts.load(['./base.js', './top.js']), top);
  });

  it('are asked for again where one could not be read', async () => {
    const files = new Files({ 'base.js': COUNTED['base.js'] });
    const { parts, log } = started(files);
    await assert.rejects(parts.load(['./base.js', './top.js']), /no top\.js/);
    files.add('top.js', COUNTED['top.js']);
    assert.equal((await parts.load(['./base.js', './top.js'])).sum, 11);
    assert.deepEqual(log, ['base', 'top']);
  });

  it('let other work in after a slice', async () => {
    let [now, pauses] = [0, 0];
    const clock = { now: () => now, pause: () => Promise.resolve(void pauses++) };
    const modules = { './quick.js': {}, './long.js': {}, './last.js': {} };
    const { parts } = started(undefined, modules, clock);
    await parts.load(['./quick.js', './last.js']);
    assert.equal(pauses, 0);
    Object.defineProperty(modules, './long.js', { get: () => ((now += 10), {}) });
    const again = started(undefined, modules, clock).parts;
    await again.load(['./quick.js', './long.js', './last.js']);
    assert.equal(pauses, 1);
  });

  it('say which file it is that cannot be had', async () => {
    const { parts } = started();
    await assert.rejects(parts.load(['./none.js']), /none\.js/);
  });
});
