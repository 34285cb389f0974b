import { setTimeout as pause } from 'node:timers/promises';
import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { type TestAccess } from '../../src/extension';
import { COMMANDS } from '../../src/vscode/names';
import { ApiCounts } from './apiCounts';
import { Control, type SoakJob } from './control';
import { Ledger } from './ledger';
import { countListeners, countObjects } from './reachable';
import { type SoakReport } from './soakReport';
import { SoakWork } from './soakWork';

const MEGABYTE = 1024 * 1024;
/**
 * Bytes that VS Code keeps for each row of a tree that it ever drew, shown or not: ExtHostTreeView registers a DisposableStore for each
 * and takes none of them out (1.100 and 1.139). By snapshots of the heap: the store 40, its Set 32, that one's table 185.
 */
const KEPT_OF_ROW = 257;

/** What VS Code calls in place of a suite of tests: one life of the host. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const control = Control.beside(folder.fsPath);
  const life = control.enlist();
  const job = control.job as SoakJob;
  const lines: string[] = [];
  const work = new SoakWork(folder, job, new Ledger(control.acknowledged, line => control.acknowledge(line)), life);
  try {
    const measured = await live(work, job, lines);
    control.put(`report-${life}`, { ...measured, lines: [...lines, ...work.lines], wrong: work.wrong });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const report: SoakReport = { lines: [...lines, ...work.lines], wrong: work.wrong, leftOver: [], failure };
    control.put(`report-${life}`, report);
    return;
  }
  if (!job.isLast) for (;;) await work.save();
}

async function live(
  work: SoakWork,
  { first, rounds, isLast }: SoakJob,
  lines: string[],
): Promise<Pick<SoakReport, 'leftOver' | 'growth'>> {
  const counts = new ApiCounts();
  const access = await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  await work.begin(access);
  // What was made before counting began is made anew: a folder's watcher.
  await vscode.commands.executeCommand(COMMANDS.refresh);
  await atRest(work);
  const before = { api: counts.all, listeners: countListeners(access), objects: countObjects(access) };
  const memory = await megabytes();
  work.rows = 0;
  for (let round = first; round < first + rounds; round++) {
    await work.round(round);
    if (process.env.SOAK_VERBOSE) lines.push(`round ${round}: ${(await megabytes()).toFixed(1)} MB`);
  }
  if (!isLast) return { leftOver: [] };
  await work.end();
  await atRest(work);
  const after = { api: counts.all, listeners: countListeners(access), objects: countObjects(access) };
  const whole = (await megabytes()) - memory;
  const growth = whole - (work.rows * KEPT_OF_ROW) / MEGABYTE;
  const leftOver = Object.entries(after.api)
    .filter(([name, count]) => count > (before.api[name] ?? 0))
    .map(([name, count]) => `${count - (before.api[name] ?? 0)} of ${name}\n${counts.stacks(name)[0] ?? ''}`);
  if (after.listeners > before.listeners)
    leftOver.push(`${after.listeners - before.listeners} listeners of Pressmark's own events`);
  lines.push(
    `memory of the host: ${memory.toFixed(1)} MB before, ${(memory + whole).toFixed(1)} MB after`,
    `without what VS Code keeps of the ${work.rows} rows that it drew: ${growth.toFixed(1)} MB more`,
    `listeners of Pressmark's own events: ${before.listeners} before, ${after.listeners} after`,
    `of VS Code's API: ${JSON.stringify(before.api)} before, ${JSON.stringify(after.api)} after`,
  );
  const grown = [...after.objects].map(([name, count]) => [name, count - (before.objects.get(name) ?? 0)] as const);
  const most = grown.filter(([, count]) => count > 500).sort((a, b) => b[1] - a[1]);
  lines.push(`objects that Pressmark holds more of: ${most.map(([name, count]) => `${count} ${name}`).join(', ')}`);
  return { leftOver, growth };
}

/** Nothing is open, and nothing is under way. */
async function atRest(work: SoakWork): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await work.caughtUp('at rest');
  // What is put off (a second look, a tree to be drawn, VS Code's own closing of documents) comes to its end.
  await pause(5000);
}

/** What is alive in this process, after collecting. */
async function megabytes(): Promise<number> {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) {
    collect();
    await pause(200);
  }
  const { heapUsed, external } = process.memoryUsage();
  if (process.env.SOAK_SNAPSHOTS) v8.writeHeapSnapshot(`${process.env.SOAK_SNAPSHOTS}/${Date.now()}.heapsnapshot`);
  return (heapUsed + external) / MEGABYTE;
}
