import { randomBytes } from 'node:crypto';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryNameOf } from '../core/sidecar/sidecarName';

/**
 * Replaces a file's text so that whoever reads it, and whatever happens meanwhile, sees the old text or the new one, whole: a file
 * beside it is written, flushed to the disk and renamed over it. Its mode is kept; of a symbolic link the target is replaced.
 * Rejects with the system's error where that fails; the file is then as it was.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return file;
    throw error;
  });
  const mode = await stat(target).then(
    found => found.mode & 0o7777,
    () => undefined,
  );
  const temporary = temporaryNameOf(target, randomBytes(4).toString('hex'));
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      // The umask may have taken something off.
      if (mode !== undefined) await handle.chmod(mode);
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target));
}

/** The new name is on the disk too, where the system can say so (Windows cannot). */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
