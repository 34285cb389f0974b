import * as vscode from 'vscode';
import { type TestAccess } from '../../src/extension';
import { TEST_LINE } from '../run/suiteReporter';
import { distribution } from './distribution';
import { tellFigure } from './figures';
import { profileWhereAsked } from './hostProfile';
import { threadTime } from './threadTime';

const IDS = Array.from({ length: 500 }, (_, i) => `bench${i}`);
const EDITS = 5;
/** Lines that are scrolled at once, and how long each screen is looked at. */
const SCREEN = 20;
const LOOK_MS = 300;
const REPLIES = 3;
/** Milliseconds of a task that is worth counting: most turns of the host do nothing. */
const SHORTEST = 1;

/** What VS Code calls in place of a suite of tests. */
export async function run(): Promise<void> {
  const access = await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  const { notes } = access;
  // Who answers is not asked for.
  await vscode.workspace.getConfiguration('pressmark').update('author', 'Mara Lind', vscode.ConfigurationTarget.Global);
  const [file] = await vscode.workspace.findFiles('discussed.txt');
  const first = { document: file!.toString(), id: 'bench0' };
  const last = { document: file!.toString(), id: 'bench499' };

  // VS Code's own extensions for the Markdown of comments start with the first.
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# A' }),
  );
  await pause(3000);

  const endProfile = await profileWhereAsked();
  const tasks = new Tasks();
  let drawn = nextDrawing(notes, () => notes.threadOf(first) !== undefined);
  const started = performance.now();
  const editor = await vscode.window.showTextDocument(file!);
  await drawn;
  print(`Threads drawn ${(performance.now() - started).toFixed(0)} ms after the article was opened`);
  await pause(500);
  tasks.report('The article of 500 notes is opened');

  await workOn(first);

  const { lineCount } = editor.document;
  drawn = nextDrawing(notes, () => notes.threadOf(last) !== undefined);
  for (let line = 0; line < lineCount; line += SCREEN) {
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await pause(LOOK_MS);
  }
  await drawn;
  await pause(2000); // VS Code has drawn them too
  tasks.report('It is read to the end');
  await workOn(last);
  await endProfile();
  tasks.stop();

  /** Puts lines in above all notes, and answers this one. */
  async function workOn(reference: { readonly document: string; readonly id: string }): Promise<void> {
    const thread = notes.threadOf(reference)!;
    const count = IDS.filter(id => notes.threadOf({ ...reference, id })).length;
    for (let i = 0; i < EDITS; i++) {
      const { line } = thread.range!.start;
      drawn = nextDrawing(notes, () => thread.range!.start.line !== line);
      await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n'));
      await drawn;
    }
    tasks.report(`A line is put in above all of them ${EDITS} times, ${count} are drawn`);

    for (let i = 0; i < REPLIES; i++) {
      const before = thread.comments.length;
      drawn = nextDrawing(notes, () => thread.comments.length > before);
      await vscode.commands.executeCommand('pressmark.replyToNote', { thread, text: `Reply ${i}` });
      await drawn;
    }
    tasks.report(`One of them is answered ${REPLIES} times, ${count} are drawn`);
  }
}

/** Milliseconds of the host's tasks, whosever they are: Pressmark's, VS Code's own. Looking at the clock makes next to no garbage to collect. */
class Tasks {
  private lengths: number[] = [];
  private since = performance.now();
  private worked = threadTime();
  /** The longest that a task worked: the host waits in the rest, since the window and other programs work on the same cores. */
  private longestOwn = 0;
  private isWatching = true;
  private readonly turn = (): void => {
    const length = performance.now() - this.since;
    if (length >= SHORTEST) this.lengths.push(length);
    if (length > this.longestOwn) this.longestOwn = Math.max(this.longestOwn, threadTime() - this.worked);
    if (!this.isWatching) return;
    setImmediate(this.turn);
    this.worked = threadTime();
    this.since = performance.now();
  };

  constructor() {
    setImmediate(this.turn);
  }

  /** Prints those since the last report. */
  report(what: string): void {
    print(`${what}: ${this.lengths.length} tasks of ${SHORTEST} ms and more, in milliseconds`);
    for (const [figure, value] of [
      ['the longest task of the host by the clock', Math.max(0, ...this.lengths)],
      ['the longest task of the host, without its waits for the processor', this.longestOwn],
    ] as const)
      tellFigure({
        bench: 'notes',
        what: `${what}: ${figure}`,
        unit: 'ms',
        values: { Pressmark: value },
        aim: 'under 50',
        lessIsBetter: true,
      });
    print(`  ${distribution(this.lengths)}   without waits for the processor at most ${this.longestOwn.toFixed(0)}`);
    this.lengths = [];
    this.longestOwn = 0;
  }

  stop(): void {
    this.isWatching = false;
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
