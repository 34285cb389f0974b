import { parentPort, workerData } from 'node:worker_threads';
import { version } from '../../package.json';
import { type DetectOptions } from '../core/detect/detect';
import { serveBatches } from './answerThreads';
import { agreeCommand } from './agreeCommand';
import { checkCommand } from './checkCommand';
import { compareCommand } from './compareCommand';
import { detectCommand } from './detectCommand';
import { exportCommand } from './exportCommand';
import { HELP, helpOf } from './help';
import { importCommand } from './importCommand';
import { mergeCommand } from './mergeCommand';
import { reportCommand } from './reportCommand';
import { statsCommand } from './statsCommand';
import { storiesCommand } from './storiesCommand';
import { tell } from './terminal';
import { traceCommand } from './traceCommand';
import { UsageError } from './usageError';

/** A command's work: its arguments in, its exit status out. Throws UsageError where it cannot make sense of the arguments. */
type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['agree', agreeCommand],
  ['check', checkCommand],
  ['compare', compareCommand],
  ['detect', detectCommand],
  ['export', exportCommand],
  ['import', importCommand],
  ['merge', mergeCommand],
  ['report', reportCommand],
  ['stats', statsCommand],
  ['stories', storiesCommand],
  ['trace', traceCommand],
]);

/** Runs the command line; resolves to the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(name !== undefined && COMMANDS.has(name) ? helpOf(name) : HELP);
    return 0;
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  try {
    if (!command) throw new UsageError(name === undefined ? 'no command' : `unknown command "${name}"`);
    return await command(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(`pressmark: ${error.message}\n\n${command ? helpOf(name!) : HELP}`);
    return 2;
  }
}

if (parentPort) serveBatches(parentPort, workerData as DetectOptions);
else {
  // A reader that has seen enough (head, a closed pager) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  void main(process.argv.slice(2)).then(status => {
    process.exitCode = status;
  });
}
