import * as os from 'node:os';
import { Cleanup } from '../run/cleanup';
import { CHANGES_EACH } from './changes';
import { interleave } from './interleave';
import { killHosts } from './killHosts';

const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/**
 * Two real windows and a script that write to one sidecar, FAULT_CHANGES changes in all; then FAULT_KILLS times `kill -9` of the
 * extension host while it saves. Prints what was lost. Returns the exit code: 0 when nothing was.
 */
export async function benchFaults(): Promise<number> {
  const passages = Math.ceil(numberOf('FAULT_CHANGES', 120) / (3 * CHANGES_EACH));
  const kills = numberOf('FAULT_KILLS', 5);
  console.log(`Load of this machine, 1 minute: ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} cores`);
  let failures = 0;
  const run = async (work: (cleanup: Cleanup) => Promise<readonly string[]>): Promise<void> => {
    const cleanup = new Cleanup();
    try {
      const wrong = await work(cleanup);
      failures += wrong.length;
      for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
    } finally {
      await cleanup.run();
    }
  };
  if (passages > 0)
    await run(async cleanup => {
      const { changes, lost, problems, messages, stalest, seconds } = await interleave(passages, cleanup);
      console.log(`${changes} changes by two windows and a script in ${seconds.toFixed(0)} s: ${lost.length} lost`);
      console.log(`  the script replaced what it had read at most ${stalest.toFixed(0)} ms before`);
      for (const message of messages) console.log(`  a window said: ${message}`);
      return [...lost, ...problems];
    });
  if (kills > 0)
    await run(async cleanup => {
      const result = await killHosts(kills, cleanup, line => console.log(`  ${line}`));
      const { torn, lost, acknowledged, seconds } = result;
      console.log(
        `${result.kills} kills in ${seconds.toFixed(0)} s, ${acknowledged} changes acknowledged: ${torn.length} torn, ${lost.length} lost`,
      );
      return [...torn, ...lost];
    });
  return failures === 0 ? 0 : 1;
}
