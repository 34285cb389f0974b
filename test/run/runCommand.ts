import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Cleanup } from './cleanup';

export interface CommandOptions {
  readonly cwd: string;
  readonly cleanup: Cleanup;
  /** Set on top of our own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets what the command writes; without it, the command writes where we do. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a command to its end and returns its exit code (1 when a signal ended it, or when it is too late to start). */
export async function tryCommand(command: string, args: readonly string[], options: CommandOptions): Promise<number> {
  const { cwd, cleanup, environment, onOutput } = options;
  if (cleanup.isEnding) return 1;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
  });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  const stop = cleanup.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await ended;
  });
  child.stdout?.setEncoding('utf8').on('data', onOutput ?? noOutput);
  child.stderr?.setEncoding('utf8').on('data', onOutput ?? noOutput);
  const [code] = await ended;
  await stop();
  return code ?? 1;
}

/** Runs a command to its end; throws when it fails. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<void> {
  const code = await tryCommand(command, args, options);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
}

const noOutput = (): void => undefined;
