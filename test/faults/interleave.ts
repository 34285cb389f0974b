import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type Cleanup } from '../run/cleanup';
import { articleOf, CHANGES_EACH, judgementAfter, sentenceOf } from './changes';
import { startWindows } from './windows';

/** Windows that write at once. Besides them, a script does. */
const WINDOWS = 2;
/** The longest time between two changes by the script, in milliseconds. */
const SCRIPT_PAUSE_MS = 60;
/** So long after the last change the sidecar is looked at for changes that are still to be given back. */
const SETTLING_MS = 5_000;

/** Far longer than thousands of changes take, in milliseconds. */
const DEADLINE_MS = 3_600_000;

/** How it ended. */
export interface InterleaveResult {
  readonly changes: number;
  /** Of each change that is not there, what it was. */
  readonly lost: readonly string[];
  /** What is wrong with the sidecar. */
  readonly problems: readonly string[];
  /** What the windows said to their users. */
  readonly messages: readonly string[];
  /** The longest time between the script's reading the sidecar and its replacing it, in milliseconds. */
  readonly stalest: number;
  readonly seconds: number;
}

/** Two windows and a script write to one sidecar at the same time, `passages` passages each, in CHANGES_EACH changes. */
export async function interleave(passages: number, cleanup: Cleanup): Promise<InterleaveResult> {
  const writers = WINDOWS + 1;
  const job = { kind: 'interleave', writers, passages } as const;
  const { control, sidecar, open } = await startWindows(job, { article: articleOf(writers, passages) }, cleanup);
  await Promise.all(Array.from({ length: WINDOWS }, open));
  for (let writer = 0; writer < WINDOWS; writer++) await control.waitFor(`ready-${writer}`);
  const started = Date.now();
  control.signal('go');
  const stalest = await script(sidecar, WINDOWS, passages);
  for (let writer = 0; writer < WINDOWS; writer++) await control.waitFor(`done-${writer}`, DEADLINE_MS);
  const seconds = (Date.now() - started) / 1000;
  await pause(SETTLING_MS);
  const source = await readFile(sidecar, 'utf8');
  if (process.env.FAULT_KEEP) await writeFile(process.env.FAULT_KEEP, source);
  const { annotations, problems } = parseSidecar(source);
  const lost: string[] = [];
  for (let writer = 0; writer < writers; writer++) {
    for (let passage = 0; passage < passages; passage++) {
      const found = annotations.find(({ quote }) => quote === sentenceOf(writer, passage));
      const { stance, target, basis, note } = judgementAfter(CHANGES_EACH, writer, passage);
      const has = [
        found?.stance === stance,
        found?.target === target,
        found?.basis === basis,
        found?.note?.trim() === note,
      ];
      has.forEach((isThere, i) => isThere || lost.push(`change ${i + 1} of passage ${passage} by writer ${writer}`));
    }
  }
  control.signal('end');
  const changes = writers * passages * CHANGES_EACH;
  return { changes, lost, problems: problems.map(({ code }) => code), messages: control.messages, stalest, seconds };
}

/**
 * Edits the sidecar as a program does that knows YAML's lines and nothing of Pressmark: reads, changes, replaces. Resolves with the
 * longest time that took.
 */
async function script(sidecar: string, writer: number, passages: number): Promise<number> {
  let stalest = 0;
  for (let passage = 0; passage < passages; passage++) {
    for (let change = 1; change <= CHANGES_EACH; change++) {
      const read = performance.now();
      const source = await readFile(sidecar, 'utf8');
      await writeFile(`${sidecar}.script`, withChange(source, writer, passage, change));
      await rename(`${sidecar}.script`, sidecar);
      stalest = Math.max(stalest, performance.now() - read);
      await pause(Math.random() * SCRIPT_PAUSE_MS);
    }
  }
  return stalest;
}

function withChange(source: string, writer: number, passage: number, change: number): string {
  const id = `script${passage}`;
  const { stance, target, basis, note } = judgementAfter(change, writer, passage);
  if (change === 1)
    return `${source.trimEnd()}\n  - id: ${id}\n    quote: ${sentenceOf(writer, passage)}\n    stance: ${stance}\n`;
  const [key, value] = change === 2 ? ['target', target] : change === 3 ? ['basis', basis] : ['note', note];
  // Below the annotation's first line.
  return source.replace(new RegExp(`^ +- id: ${id}\n`, 'm'), line => `${line}    ${key}: ${value}\n`);
}
