import { WORK_SLICE_MS } from '../app/inSlices';
import { type Clock } from '../app/ports';

/** What a part of Pressmark's code exports. */
export type Part = Readonly<Record<string, unknown>>;

type Require = (id: string) => unknown;

/** The start bundle, which is loaded by the editor itself. */
const START = './extension.js';

/**
 * Loads the parts of Pressmark's code that are not in its start bundle, when they are first used. The build makes calls of `load` of every
 * `import()` in the sources (parts.mjs), and hands `begin` what the start bundle has.
 *
 * Node's `require` finds the files by itself. In a web worker there is none for files: there they are read and evaluated as that host does
 * with the start bundle. Only files of the extension itself: `load` is given names that the build wrote, never any that come from outside.
 */
export class Parts {
  private readonly loaded = new Map<string, Part>();
  private readonly loading = new Map<string, Promise<Part>>();
  private hostRequire: Require = id => {
    throw new Error(`${id}: not begun`);
  };
  private read: ((file: string) => Promise<string>) | undefined;

  constructor(private readonly clock: Pick<Clock, 'now' | 'pause'>) {}

  /** Called at the end of the start bundle, with its exports and its `require`. */
  begin(start: Part, hostRequire: Require): void {
    this.loaded.set(START, start);
    this.hostRequire = hostRequire;
  }

  /** From now on parts are read as texts by their names, beside the start bundle: `require` cannot find them here. */
  readWith(read: (file: string) => Promise<string>): void {
    this.read = read;
  }

  /**
   * Loads files in this order, each when all before it are; none of them twice. After a slice of work other work is let in. Returns what
   * the last one exports. Rejects with a message for people where one cannot be loaded; it may be tried again.
   */
  async load(files: readonly string[]): Promise<Part> {
    // Texts come from afar: all are asked for at once.
    const missing = files.filter(file => !this.loading.has(file));
    const texts = new Map(missing.map(file => [file, this.textOf(file)]));
    // Which one could not be read is told when its turn comes, if it does.
    for (const text of texts.values()) text.catch(() => undefined);
    let last: Part = {};
    let sliceStart = this.clock.now();
    for (const file of files) {
      if (this.clock.now() - sliceStart >= WORK_SLICE_MS) {
        await this.clock.pause();
        sliceStart = this.clock.now();
      }
      let part = this.loading.get(file);
      if (!part) {
        part = this.evaluated(file, texts.get(file));
        this.loading.set(file, part);
        part.catch(() => this.loading.delete(file));
      }
      last = await part;
    }
    return last;
  }

  private async textOf(file: string): Promise<string | undefined> {
    return this.read?.(file.slice('./'.length));
  }

  private async evaluated(file: string, text: Promise<string | undefined> | undefined): Promise<Part> {
    const source = await text;
    const part = source === undefined ? (this.hostRequire(file) as Part) : this.evaluate(file, source);
    this.loaded.set(file, part);
    return part;
  }

  private evaluate(file: string, source: string): Part {
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the extension's own file; what a web worker has in place of `require`
    const run = new Function(
      'module',
      'exports',
      'require',
      `${source}\n//# sourceURL=pressmark/${file.slice('./'.length)}`,
    ) as (module: { exports: Part }, exports: Part, require: Require) => void;
    run(module, module.exports, id => this.loaded.get(id) ?? this.hostRequire(id));
    return module.exports;
  }
}
