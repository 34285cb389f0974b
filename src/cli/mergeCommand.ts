import { mergeSidecars } from '../core/sidecar/mergeSidecars';
import { updateFile } from '../node/updateFile';
import { parsedArgs } from './parsedArgs';
import { placeOf } from './placeOf';
import { problemText } from './problemText';
import { readText } from './readText';
import { tell } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark merge BASE OURS THEIRS`: merges three sidecars and writes the result over OURS, as a git merge driver does. Resolves to
 * 0 where all is merged, to 1 where both values of something are kept, or where OURS was left as it is because a file cannot be
 * read as a sidecar.
 */
export async function mergeCommand(args: readonly string[]): Promise<number> {
  const [base, ours, theirs] = filesOf(args);
  const complain = (file: string, reason: string): number => {
    tell(`pressmark: ${file}: ${reason}\n`);
    return 1;
  };
  const texts: string[] = [];
  for (const file of [base, ours, theirs]) {
    try {
      texts.push(await readText(file));
    } catch (error) {
      return complain(file, (error as Error).message);
    }
  }
  const [baseText, ourText, theirText] = texts as [string, string, string];
  const result = mergeSidecars(baseText, ourText, theirText);
  if (result.kind === 'refused') {
    const [file, text] = result.side === 'ours' ? [ours, ourText] : [theirs, theirText];
    const [problem] = result.problems;
    if (!problem) return complain(ours, 'written in a way that cannot be merged; it is as it was');
    const { line, column } = placeOf(text, problem.span.start);
    return complain(`${file}:${line}:${column}`, `${problemText(problem)}; ${ours} is as it was`);
  }
  try {
    let isAsRead = true;
    const update = await updateFile(ours, ({ source }) => {
      isAsRead = source === ourText;
      return isAsRead && result.source !== ourText ? result.source : undefined;
    });
    if (!isAsRead || update === 'contested') return complain(ours, 'was changed meanwhile; it is as it is');
  } catch (error) {
    return complain(ours, (error as Error).message);
  }
  if (result.conflicts === 0) return 0;
  return complain(ours, `${result.conflicts} to choose from, see "conflicts:" in it`);
}

function filesOf(args: readonly string[]): readonly [string, string, string] {
  const { positionals } = parsedArgs(args, {});
  const [base, ours, theirs, ...more] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
    throw new UsageError('merge takes three files: BASE OURS THEIRS');
  return [base, ours, theirs];
}
