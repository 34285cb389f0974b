import { parentPort, workerData } from 'node:worker_threads';
import { type DetectOptions } from '../core/detect/detect';
import { serveBatches } from './answerThreads';
import { agreeCommand } from './agreeCommand';
import { checkCommand } from './checkCommand';
import { compareCommand } from './compareCommand';
import { detectCommand } from './detectCommand';
import { exportCommand } from './exportCommand';
import { importCommand } from './importCommand';
import { mergeCommand } from './mergeCommand';
import { reportCommand } from './reportCommand';
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
  ['stories', storiesCommand],
  ['trace', traceCommand],
]);

const HELP = `Usage: pressmark COMMAND [OPTION...] [FILE...]

Commands:
  detect FILE...       print the quotes and numeric claims of articles
  detect --jsonl       read {"id","text"} lines on stdin, write {"id","quotes","claims"} lines
  agree DIR            print how far those who annotated the same documents agree
  check DIR            list what is wrong with the sidecars below a folder, by file, line and column
  export --format FORMAT DIR
                       print the annotations of the sidecars below a folder
  import --format FORMAT FILE... --into DIR
                       add annotations to the sidecars of the articles below a folder; what is there stays as it is
  merge BASE OURS THEIRS
                       merge three sidecars, write the result over OURS: a merge driver for git
  report DIR           print the report on the articles below a folder, with its charts and tables
  stories DIR          group the articles below a folder by the event that they tell of, and name copies
  stories --jsonl      read {"id","text"} lines on stdin, write {"id","story"} lines
  trace DIR [FILE:LINE]
                       find the quotes of all articles, or those on a line of one, in the others: verbatim, trimmed,
                       altered, in other words
  compare DIR          lay figures of one thing in several articles side by side, and tell whether they agree

Options of detect:
  --json               one JSON array instead of tables
  --language=CODE      en, de, fr or es instead of what the text suggests
  --threads=N          with --jsonl: read the input in N threads: faster from some 50 MB on
  --stats              with --jsonl: end stderr with {"chars":N,"ms":N}

Options of agree:
  --json               {"documents":[{"file",...}],"corpus":{...},"leftOut":{...}} instead of tables

Options of check:
  --json               a JSON array of {"file","line","column","severity","code","message","annotation"?}

Options of stories, trace and compare:
  --json               a JSON array instead of a listing
  --quote=TEXT         with trace: find these words

Options of export:
  --format=FORMAT      csv, jsonl, w3c, claimreview, brat (a .zip) or refi-qda (a .qdpx)
  -o, --output=FILE    write to FILE; brat and refi-qda are always written to one

Options of import:
  --format=FORMAT      w3c (Hypothesis too: .json, .jsonl) or brat (.ann, or a .zip of them)
  --into=DIR           the folder of the articles

Options of report:
  --html, --markdown   one HTML file that needs nothing else (the default), or Markdown with the tables alone
  -o, --output=FILE    write to FILE

  --help               this text

Exit status: 0 done, 2 wrong usage; 1
  detect: some input was left out (stderr says which)
  check:  something is wrong
  export: something could not be exported (stderr says what)
  import: something was not imported, or its passage not found (stderr says what)
  report: an article or a sidecar could not be read (stderr says which)
  merge:  both values of something were kept, or OURS was left as it is (stderr says which)
  stories, trace, compare: something could not be read (stderr says which)
`;

/** Runs the command line; resolves to the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  try {
    if (!command) throw new UsageError(name === undefined ? 'no command' : `unknown command "${name}"`);
    return await command(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(`pressmark: ${error.message}\n\n${HELP}`);
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
