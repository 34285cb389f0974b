import { readFileSync, renameSync } from 'node:fs';
import { access, constants, open, realpath, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryNameOf } from '../core/sidecar/sidecarName';

/** What came of replacing a file; `changed`: it does not read as expected (any more), and was left as it is. */
export type Replacement = 'written' | 'changed';

/** Who writes is done in milliseconds. A file in the making that has stood for so long was left behind. */
const LEFT_BEHIND_MS = 3_000;
const RETRY_MS = 5;

/**
 * Replaces a file's text so that whoever reads it, and whatever happens meanwhile, sees the old text or the new one, whole: a file
 * beside it is written, flushed to the disk and renamed over it. While that file stands no other Pressmark writes, so that of two
 * that write at once the second sees what the first wrote. Nothing is written where the file does not read `expected` (undefined:
 * where there is one). The mode is kept; of a symbolic link the target is replaced. Rejects with the system's error where that
 * fails; the file is then as it was.
 */
export async function replaceFile(file: string, text: string, expected: string | undefined): Promise<Replacement> {
  const target = (await ifThere(realpath(file))) ?? file;
  const found = await ifThere(stat(target));
  // Renaming asks the folder for leave, not the file.
  if (found) await access(target, constants.W_OK);
  const temporary = temporaryNameOf(target);
  const handle = await take(temporary, found && found.mode & 0o7777);
  try {
    if (textOf(target) !== expected) {
      await handle.close();
      await unlink(temporary);
      return 'changed';
    }
    // The umask may have taken something off.
    if (found) await handle.chmod(found.mode & 0o7777);
    await handle.writeFile(text, 'utf8');
    await handle.sync();
    await handle.close();
    // Somebody without our manners may have written meanwhile: between this look and the renaming there is nothing.
    const isUnchanged = textOf(target) === expected;
    if (isUnchanged) renameSync(temporary, target);
    else await unlink(temporary);
    if (isUnchanged) await flushFolder(dirname(target));
    return isUnchanged ? 'written' : 'changed';
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Creates the file in the making; waits while another writer has one, and clears away one that was left behind. */
async function take(temporary: string, mode: number | undefined): Promise<FileHandle> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      return await open(temporary, 'wx', mode);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = await ifThere(stat(temporary));
    const age = other ? Date.now() - other.mtimeMs : 0;
    if (age > LEFT_BEHIND_MS || waited > LEFT_BEHIND_MS) {
      await ifThere(unlink(temporary));
      waited = 0;
    } else await pause(RETRY_MS * (1 + Math.random()));
  }
}

/** The file's text; undefined where there is none. What is no UTF-8 is equal to no text. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The new name is on the disk too, where the system can say so (Windows cannot). */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
