import { mergeSidecars } from '../core/sidecar/mergeSidecars';
import { updateFile } from '../node/updateFile';
import { parsedArgs } from './parsedArgs';
import { type Place, placeOf } from './placeOf';
import { problemText } from './problemText';
import { readText } from './readText';
import { tell, terminalJson } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark merge [--json] BASE OURS THEIRS`: merges three sidecars and writes the result over OURS, as a git merge driver does. Resolves to
 * 0 where all is merged, to 1 where both values of something are kept, or where OURS was left as it is because a file cannot be
 * read as a sidecar.
 */
export async function mergeCommand(args: readonly string[]): Promise<number> {
  const { files, json } = optionsOf(args);
  const { conflicts, problem } = await merge(files);
  if (json) {
    const merged = conflicts !== undefined;
    const said = { file: files[1], merged, ...(merged ? { conflicts } : {}), ...(problem ? { problem } : {}) };
    process.stdout.write(`${terminalJson(said)}\n`);
  } else if (problem) {
    const { file, line, column, message } = problem;
    tell(`pressmark: ${line === undefined ? file : `${file}:${line}:${column}`}: ${message}\n`);
  }
  return problem ? 1 : 0;
}

/** How merging ended. `conflicts` is absent where OURS is as it was. */
interface Merged {
  readonly conflicts?: number;
  readonly problem?: {
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
  };
}

async function merge([base, ours, theirs]: Files): Promise<Merged> {
  const failed = (file: string, message: string, place?: Place): Merged => ({ problem: { file, ...place, message } });
  const texts: string[] = [];
  for (const file of [base, ours, theirs]) {
    try {
      texts.push(await readText(file));
    } catch (error) {
      return failed(file, (error as Error).message);
    }
  }
  const [baseText, ourText, theirText] = texts as [string, string, string];
  const result = mergeSidecars(baseText, ourText, theirText);
  if (result.kind === 'refused') {
    const [file, text] = result.side === 'ours' ? [ours, ourText] : [theirs, theirText];
    const [problem] = result.problems;
    if (!problem) return failed(ours, 'written in a way that cannot be merged; it is as it was');
    return failed(file, `${problemText(problem)}; ${ours} is as it was`, placeOf(text, problem.span.start));
  }
  try {
    let isAsRead = true;
    const update = await updateFile(ours, ({ source }) => {
      isAsRead = source === ourText;
      return isAsRead && result.source !== ourText ? result.source : undefined;
    });
    if (!isAsRead || update === 'contested') return failed(ours, 'was changed meanwhile; it is as it is');
  } catch (error) {
    return failed(ours, (error as Error).message);
  }
  const { conflicts } = result;
  if (conflicts === 0) return { conflicts };
  return { conflicts, ...failed(ours, `${conflicts} to choose from, see "conflicts:" in it`) };
}

type Files = readonly [base: string, ours: string, theirs: string];

function optionsOf(args: readonly string[]): { readonly files: Files; readonly json: boolean } {
  const { values, positionals } = parsedArgs(args, { json: { type: 'boolean', default: false } });
  const [base, ours, theirs, ...more] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
    throw new UsageError('merge takes three files: BASE OURS THEIRS');
  return { files: [base, ours, theirs], json: values.json };
}
