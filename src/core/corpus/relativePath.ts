import { LONE_SURROGATE } from '../text/loneSurrogate';

/** What no path in a sidecar holds: control characters, a backslash, half a character. */
const FORBIDDEN = new RegExp(String.raw`[\u0000-\u001f\u007f\\]|${LONE_SURROGATE}`);

/**
 * True for a path that can be a document's, from another document's folder: parts with slashes between them, of which the first may be
 * `..`. No absolute path, no address, no backslash, no empty part, and no `.` or `..` behind a name: a path is written in one way. A colon
 * is a letter like any other (`Re: vote.txt`): what becomes of a path is put behind that of the corpus.
 */
export function isRelativePath(path: string): boolean {
  if (path === '' || FORBIDDEN.test(path)) return false;
  const parts = path.split('/');
  const names = parts.slice(parts.findIndex(part => part !== '..'));
  return parts.some(part => part !== '..') && names.every(part => part !== '' && part !== '.' && part !== '..');
}

/**
 * The path from one document's folder to another document; both paths are from the corpus' folder, with slashes. `a/b.txt`, `a/c.txt`:
 * `c.txt`; `a/b.txt`, `d/c.txt`: `../d/c.txt`.
 */
export function relativePath(from: string, to: string): string {
  const [folder, parts] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < folder.length && common < parts.length - 1 && folder[common] === parts[common]) common++;
  return [...folder.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}

/**
 * The path, from the corpus' folder, of the document that `path` leads to from the document `from`; undefined where it is no such
 * path (see isRelativePath), or leads out of the corpus. It is a stranger's: this is the one place where it becomes a document's.
 */
export function resolvedPath(from: string, path: string): string | undefined {
  if (!isRelativePath(path)) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/'))
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  return parts.join('/');
}
