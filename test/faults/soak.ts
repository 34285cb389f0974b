import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { Control } from './control';
import { Ledger } from './ledger';
import { BRANCHES, git, makeDesk, SMALL_DISK } from './soakDesk';
import { type SoakReport } from './soakReport';
import { windowOpener } from './windows';

/** Rounds of work for each minute: a round is about six minutes of a busy editor's work, and takes half a minute. */
const ROUNDS_A_MINUTE = 2;
/** Lives that end in `kill -9` while the host saves; each has a tenth of the rounds, the last life has the rest. */
const KILLED_LIVES = Number(process.env.SOAK_KILLS ?? 3);
/** A host is killed so long at the most after it began to save, in milliseconds. */
const KILL_MS = 700;
/** What the host's memory may have grown by in the end, in megabytes. */
const MOST_GROWTH_MB = 20;

/**
 * `npm run soak`: SOAK_MINUTES (10) minutes of scripted editing in the real extension host, in which everything goes wrong that can:
 * see docs/benchmarks.md. Prints what was lost and what was left over. Returns the exit code: 0 when nothing was.
 */
export async function soak(): Promise<number> {
  const cleanup = new Cleanup();
  const minutes = Number(process.env.SOAK_MINUTES ?? 10);
  const rounds = Math.max(KILLED_LIVES + 1, Math.round(minutes * ROUNDS_A_MINUTE));
  console.log(`Load of this machine, 1 minute: ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} cores`);
  const wrong: string[] = [];
  try {
    const root = await temporaryFolder('soak', cleanup);
    const desk = path.join(root, 'desk');
    for (const name of ['desk', 'control']) await mkdir(path.join(root, name));
    await makeDesk(desk);
    await writeFile(path.join(root, 'soak.code-workspace'), JSON.stringify({ folders: [{ path: 'desk' }] }));
    const smallDisk = mountSmallDisk(path.join(desk, SMALL_DISK), cleanup);
    const control = Control.beside(desk);
    const open = await windowOpener({ folder: path.join(root, 'soak.code-workspace'), script: 'soakInHost' }, cleanup);
    const started = Date.now();
    const short = Math.max(1, Math.floor(rounds / 10));
    for (let life = 0, first = 0; life <= KILLED_LIVES; life++) {
      const isLast = life === KILLED_LIVES;
      const count = isLast ? rounds - first : short;
      control.setJob({ kind: 'soak', first, rounds: count, isLast, smallDisk });
      first += count;
      const page = await open();
      // However slow the machine: five times what it should take, and a quarter of an hour.
      await control.waitFor(`report-${life}`, (15 + (5 * count) / ROUNDS_A_MINUTE) * 60_000);
      const report = control.get<SoakReport>(`report-${life}`);
      if (!isLast && !report.failure) {
        await pause(Math.random() * KILL_MS);
        process.kill(control.processOf(life)!, 'SIGKILL');
      }
      await page.close();
      const ledger = new Ledger(control.acknowledged);
      wrong.push(...report.wrong, ...(report.failure ? [report.failure] : []), ...(await lost(desk, ledger)));
      console.log(
        `Life ${life + 1}, ${isLast ? 'to its end' : 'killed while it saved'}: ${ledger.changes} changes so far`,
      );
      for (const line of report.lines) console.log(`  ${line}`);
      for (const name of report.leftOver) wrong.push(`left over: ${name}`);
      if (report.growth !== undefined && report.growth > MOST_GROWTH_MB)
        wrong.push(`The host's memory grew by ${report.growth.toFixed(1)} MB.`);
      if (report.failure) break;
    }
    console.log(`${rounds} rounds in ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
    if (process.env.SOAK_KEEP) execFileSync('cp', ['-r', root, process.env.SOAK_KEEP]);
  } finally {
    await cleanup.run();
  }
  console.log(wrong.length === 0 ? 'Nothing was lost, nothing was left over.' : `${wrong.length} wrong:`);
  for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
  return wrong.length === 0 ? 0 : 1;
}

/** A disk of a megabyte; undefined where we may not mount one. */
function mountSmallDisk(folder: string, cleanup: Cleanup): string | undefined {
  try {
    execFileSync('mkdir', [folder]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    console.log('No disk can be mounted here: a full one and one without leave are the test provider alone.');
    return undefined;
  }
  cleanup.add(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

/** What of all changes that were acknowledged is not there: on the branch that is checked out, on the other one, on the other disk. */
async function lost(desk: string, ledger: Ledger): Promise<readonly string[]> {
  const current = git(desk, 'branch', '--show-current').trim();
  const missing: string[] = [];
  for (const branch of [...BRANCHES, SMALL_DISK]) {
    for (const document of ledger.documents(branch)) {
      const file = path.join(desk, `${document}.pressmark.yaml`);
      const source =
        branch === current || branch === SMALL_DISK
          ? existsSync(file)
            ? await readFile(file, 'utf8')
            : ''
          : shown(desk, branch, `${document}.pressmark.yaml`);
      const { annotations, problems } = parseSidecar(source);
      if (source && problems.length)
        missing.push(`${branch}:${document} is not whole: ${problems.map(({ code }) => code).join(', ')}`);
      missing.push(...ledger.lost(branch, document, new Map(annotations.map(({ id, basis }) => [id, basis ?? '']))));
    }
  }
  return missing;
}

/** A file as it stands on a branch; empty where there is none. */
function shown(desk: string, branch: string, file: string): string {
  try {
    return git(desk, 'show', `${branch}:${file}`);
  } catch {
    return '';
  }
}
