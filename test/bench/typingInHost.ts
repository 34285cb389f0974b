import * as vscode from 'vscode';
import { type TestAccess } from '../../src/extension';
import { TEST_LINE } from '../run/suiteReporter';
import { distribution, share } from './distribution';
import { tellFigure } from './figures';
import { profileWhereAsked } from './hostProfile';
import { Stopwatch } from './stopwatch';

const PLACES = 14;
const SLOWEST_SHOWN = 12;
/** What is typed at each place: words, a figure, a quote whose marks stand open until the last letter. */
const TYPED = ', and 40 men said “no” ';
const PASTED = '\n\nFolbar talked of 30 boats. “We never sail at night,” said Ada Lomsed, who had seen 12 of them.';
/** Milliseconds from one key to the next, and after a word: what is put off gets its turn, and counts for the key before it. */
const KEY_PAUSE = 100;
const WORD_PAUSE = 400;

/** What of Pressmark works when an article changes: at once in the listener, or put off. `[contribution, method]` */
const WORK: readonly (readonly [string, string])[] = [
  ['textDocuments', 'changed'],
  ['highlights', 'draw'],
  ['inlayHints', 'provideInlayHints'],
  ['tagActions', 'provideCodeActions'],
  ['sidecarProblems', 'refresh'],
  ['documents', 'refresh'],
  ['documents', 'getChildren'],
  ['documents', 'getTreeItem'],
  ['annotations', 'refresh'],
  ['annotations', 'getChildren'],
  ['annotations', 'getTreeItem'],
];

/** What VS Code calls in place of a suite of tests. */
export async function run(): Promise<void> {
  const access = await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  const [file] = await vscode.workspace.findFiles('long.txt');
  const editor = await vscode.window.showTextDocument(file!);
  await vscode.commands.executeCommand('pressmark.annotations.focus'); // both trees are shown
  await vscode.commands.executeCommand('pressmark.documents.focus');
  await vscode.window.showTextDocument(editor.document);
  await pause(5000); // the corpus is listed, the article analysed and drawn
  const stopwatch = new Stopwatch(WORK.map(([contribution, method]) => [access.contributions[contribution]!, method]));

  const whole: number[] = [];
  const names: string[] = [];
  const processor: number[] = [];
  const parts = WORK.map((): number[] => []);
  const endProfile = await profileWhereAsked();
  for (let place = 0; place < PLACES; place++) {
    const line = Math.floor(((place + 0.5) / PLACES) * editor.document.lineCount);
    const at = editor.document.lineAt(line).range.end;
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(editor.selection);
    await pause(WORD_PAUSE);
    for (const { name, press, isLast } of keys(editor)) {
      stopwatch.reset();
      await press();
      await pause(isLast ? WORD_PAUSE : KEY_PAUSE);
      names.push(name);
      whole.push(stopwatch.total);
      processor.push(stopwatch.processorTime);
      stopwatch.times.forEach((time, i) => parts[i]!.push(time));
    }
  }
  await endProfile();
  const length = editor.document.getText().length;
  print(`${whole.length} keys in ${length} characters. Milliseconds that Pressmark works for each key:`);
  const lines = [
    ['everything', whole],
    ['everything, processor time', processor],
  ] as const;
  for (const [name, times] of [...lines, ...parts.map((times, i) => [WORK[i]!.join('.'), times] as const)])
    print(`  ${name.padEnd(33)}${distribution(times)}`);
  for (const [part, name, aim] of [
    [0.5, 'median', 'under 4'],
    [0.99, '99th percentile', 'under 16'],
  ] as const)
    tellFigure({
      bench: 'typing',
      what: `Work for each key in a million characters, ${name}`,
      unit: 'ms',
      values: { Pressmark: share(whole, part) },
      aim,
      lessIsBetter: true,
    });
  const slowest = [...whole.keys()].sort((a, b) => whole[b]! - whole[a]!).slice(0, SLOWEST_SHOWN);
  print('The slowest keys:');
  for (const key of slowest) {
    const shares = WORK.map(([, method], i) => [method, parts[i]![key]!] as const).filter(([, time]) => time >= 0.5);
    const sum = shares.map(([method, time]) => `${method} ${time.toFixed(1)}`).join(', ');
    print(`  ${names[key]!.padEnd(12)}${whole[key]!.toFixed(1)}: ${sum}`);
  }
}

interface Key {
  readonly name: string;
  readonly press: () => Thenable<unknown>;
  /** The last one of a word. */
  readonly isLast: boolean;
}

/** The keys that are pressed at one place. */
function keys(editor: vscode.TextEditor): readonly Key[] {
  const run = (command: string, argument?: object) => () => vscode.commands.executeCommand(command, argument);
  const paste = () => editor.edit(edit => edit.insert(editor.selection.active, PASTED));
  return [
    ...[...TYPED].map(text => ({ name: `“${text}”`, press: run('type', { text }), isLast: text === ' ' })),
    { name: 'Enter', press: run('type', { text: '\n' }), isLast: false },
    { name: 'Backspace', press: run('deleteLeft'), isLast: false },
    { name: 'Backspace', press: run('deleteLeft'), isLast: true },
    { name: 'paste', press: paste, isLast: true },
  ];
}

const print = (line: string): void => console.log(`${TEST_LINE} ${line}`);

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));
