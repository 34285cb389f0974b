import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type Cleanup } from '../run/cleanup';
import { articleOf, sentenceOf } from './changes';
import { startWindows } from './windows';

const ANNOTATIONS = 40;
/** A host is killed so long at the most after its first save, in milliseconds: in that time it saves again and again. */
const LIFE_MS = 700;
/** Far more than a window takes to open and save, in milliseconds. */
const DEADLINE_MS = 120_000;

/** How it ended. */
export interface KillResult {
  readonly kills: number;
  /** Changes of which the user was told that they were saved. */
  readonly acknowledged: number;
  /** Where the sidecar was not whole after a kill: what was wrong. */
  readonly torn: readonly string[];
  /** Acknowledged changes that were not there after a kill. */
  readonly lost: readonly string[];
  readonly seconds: number;
}

/** Kills the extension host again and again while it saves, each time at a moment of its own; opens the window anew each time. */
export async function killHosts(
  kills: number,
  cleanup: Cleanup,
  report: (line: string) => void = () => undefined,
): Promise<KillResult> {
  const started = Date.now();
  const files = { article: articleOf(1, ANNOTATIONS), sidecar: sidecarAtFirst() };
  const { control, sidecar, open } = await startWindows({ kind: 'save' }, files, cleanup);
  const torn: string[] = [];
  const lost: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const before = control.acknowledged.length;
    const page = await open();
    const deadline = Date.now() + DEADLINE_MS;
    while (control.acknowledged.length === before) {
      if (Date.now() > deadline) throw new Error(`Nothing was saved after kill ${kill}.`);
      await pause(10);
    }
    await pause(Math.random() * LIFE_MS);
    process.kill(control.processOf(kill)!, 'SIGKILL');
    await page.close();
    const source = await readFile(sidecar, 'utf8');
    const { annotations, problems } = parseSidecar(source);
    if (problems.length || annotations.length !== ANNOTATIONS || !source.endsWith('\n'))
      torn.push(`kill ${kill}: ${annotations.length} annotations, ${problems.map(({ code }) => code).join(', ')}`);
    const saved = new Map(annotations.map(({ id, basis }) => [id, basis ?? '']));
    for (const [id, basis] of lastOfEach(control.acknowledged))
      if (isEarlier(saved.get(id) ?? '', basis)) lost.push(`kill ${kill}: ${id} says ${saved.get(id)}, not ${basis}`);
    if ((kill + 1) % 10 === 0)
      report(`${kill + 1} kills, ${control.acknowledged.length} changes, ${torn.length} torn, ${lost.length} lost`);
  }
  const seconds = (Date.now() - started) / 1000;
  return { kills, acknowledged: control.acknowledged.length, torn, lost, seconds };
}

/** What each annotation was last acknowledged to say. */
const lastOfEach = (acknowledged: readonly string[]): ReadonlyMap<string, string> =>
  new Map(acknowledged.map(line => line.split(' ') as [id: string, basis: string]));

/** `writer.change`, counted up: what stands there may be newer than what was acknowledged, never older. */
function isEarlier(a: string, b: string): boolean {
  const [[writerA = -1, changeA = -1], [writerB = -1, changeB = -1]] = [
    a.split('.').map(Number),
    b.split('.').map(Number),
  ];
  return writerA < writerB || (writerA === writerB && changeA < changeB);
}

function sidecarAtFirst(): string {
  const entries = Array.from(
    { length: ANNOTATIONS },
    (_, i) => `  - id: boat${i}\n    quote: ${sentenceOf(0, i)}\n    stance: against\n`,
  );
  return `version: 1\nannotations:\n${entries.join('')}`;
}
