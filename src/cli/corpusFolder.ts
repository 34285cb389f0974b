import { stat } from 'node:fs/promises';
import { articleNameOf, CODEBOOK_NAME, isSidecarName } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { filesBelow } from './filesBelow';
import { readText } from './readText';
import { parsedArgs } from './parsedArgs';
import { UsageError } from './usageError';

/** What a command that takes one folder was called with. Throws UsageError where that is no folder. */
export async function folderOptions(
  command: string,
  args: readonly string[],
): Promise<{ readonly folder: string; readonly json: boolean }> {
  const { values, positionals } = parsedArgs(args, { json: { type: 'boolean', default: false } });
  const folder = onlyFolder(command, positionals);
  await expectFolder(folder);
  return { folder, json: values.json };
}

/** The one folder that a command takes. Throws UsageError where it was given none or more. */
export function onlyFolder(command: string, positionals: readonly string[]): string {
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError(`${command} takes one folder`);
  return folder;
}

/** Rejects with a UsageError where there is no folder. */
export async function expectFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`${folder} is no folder`);
}

/** Sidecars below a folder and the codebook in it, in order. */
export const corpusFilesBelow = (folder: string): Promise<readonly string[]> =>
  filesBelow(folder, path => isSidecarName(path) || path === CODEBOOK_NAME);

/** The article's canonical text; undefined where it is not there. Rejects with an Error that names it where it cannot be read. */
export async function articleOf(sidecar: string): Promise<string | undefined> {
  const article = articleNameOf(sidecar)!;
  try {
    return canonicalText(await readText(article));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${article}: ${(error as Error).message}`, { cause: error });
  }
}
