import * as vscode from 'vscode';
import { type TestAccess } from '../../src/extension';
import { TEST_LINE } from '../run/suiteReporter';
import { distribution } from './distribution';
import { tellFigure } from './figures';
import { profileWhereAsked } from './hostProfile';

const EDITS = 5;
const REPLIES = 3;
/** Milliseconds of a task that is worth counting: most turns of the host do nothing. */
const SHORTEST = 1;

/** What VS Code calls in place of a suite of tests. */
export async function run(): Promise<void> {
  const access = await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  const { notes } = access;
  const [file] = await vscode.workspace.findFiles('discussed.txt');
  const reference = { document: file!.toString(), id: 'bench499' };

  const endProfile = await profileWhereAsked();
  const tasks = new Tasks();
  let drawn = nextDrawing(notes, () => notes.threadOf(reference) !== undefined);
  const started = performance.now();
  const editor = await vscode.window.showTextDocument(file!);
  await drawn;
  print(`500 threads drawn ${(performance.now() - started).toFixed(0)} ms after the article was opened`);
  await pause(500);
  tasks.report('The article is opened, its threads are created');
  await endProfile();
  const thread = notes.threadOf(reference)!;
  await pause(2000); // VS Code has drawn them too

  for (let i = 0; i < EDITS; i++) {
    const { line } = thread.range!.start;
    drawn = nextDrawing(notes, () => thread.range!.start.line !== line);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n'));
    await drawn;
  }
  tasks.report(`A line is put in above all 500, ${EDITS} times`);

  for (let i = 0; i < REPLIES; i++) {
    const before = thread.comments.length;
    drawn = nextDrawing(notes, () => thread.comments.length > before);
    await vscode.commands.executeCommand('pressmark.replyToNote', { thread, text: `Reply ${i}` });
    await drawn;
  }
  tasks.report(`One of 500 is answered, ${REPLIES} times`);
  tasks.stop();
}

/** Milliseconds of the host's tasks, whosever they are: Pressmark's, VS Code's own. Processor time counts all threads. */
class Tasks {
  private wall: number[] = [];
  private processor: number[] = [];
  private turns = 0;
  private isWatching = true;

  constructor() {
    this.watch(performance.now(), process.cpuUsage());
  }

  /** Prints those since the last report. */
  report(what: string): void {
    print(
      `${what}: ${this.wall.length} tasks of ${SHORTEST} ms and more in ${this.turns} turns of the host. Milliseconds for each:`,
    );
    tellFigure({
      bench: 'notes',
      what: `${what}: the longest task of the host`,
      unit: 'ms',
      values: { Pressmark: Math.max(0, ...this.wall) },
      aim: 'under 50',
      lessIsBetter: true,
    });
    print(`  ${'wall clock'.padEnd(20)}${distribution(this.wall)}`);
    print(`  ${'processor time'.padEnd(20)}${distribution(this.processor)}`);
    this.wall = [];
    this.processor = [];
    this.turns = 0;
  }

  stop(): void {
    this.isWatching = false;
  }

  /** From one turn of the host's event loop to the next. */
  private watch(since: number, usage: NodeJS.CpuUsage): void {
    setImmediate(() => {
      const { user, system } = process.cpuUsage(usage);
      const wall = performance.now() - since;
      this.turns++;
      if (wall >= SHORTEST) {
        this.wall.push(wall);
        this.processor.push((user + system) / 1000);
      }
      if (this.isWatching) this.watch(performance.now(), process.cpuUsage());
    });
  }
}

/** Resolves at the drawing after which the condition holds. */
const nextDrawing = (notes: TestAccess['notes'], condition: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const listener = notes.onDidDraw(() => {
      if (!condition()) return;
      listener.dispose();
      resolve();
    });
  });

const print = (line: string): void => console.log(`${TEST_LINE} ${line}`);

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));
