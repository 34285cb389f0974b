import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * The files below a folder that `wanted` takes by their paths within it (slashes), as paths with the folder's, in order. Linked folders,
 * those that begin with a dot and `node_modules` are not entered; a linked
 * file is taken where it lies in the folder too, so that a stranger's folder cannot have others of the user's read. Rejects where a folder cannot be read.
 */
export async function filesBelow(folder: string, wanted: (path: string) => boolean): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [''];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await readdir(join(folder, next), { withFileTypes: true })) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') pending.push(path);
      } else if (wanted(path) && (!entry.isSymbolicLink() || (await liesIn(folder, join(folder, path)))))
        files.push(join(folder, path));
    }
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** True for a file that lies in a folder, wherever links on the way lead. */
export async function liesIn(folder: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  return target?.startsWith(`${await realpath(folder)}${sep}`) ?? false;
}
