import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { cacheFolder } from './cacheFolder';
import { type Cleanup } from './cleanup';

/**
 * The cache's folder of this name, which `fill` makes the first time. A folder that has its name is complete: it is
 * filled under another one and then renamed, so that an interrupted install is not taken for a whole one, and of two
 * processes that install at once the later one takes what the first made. The name holds the version of what is inside.
 */
export async function installOnce(
  name: string,
  cleanup: Cleanup,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = path.join(cacheFolder(), name);
  if (existsSync(target)) return target;
  const unfinished = path.join(cacheFolder(), `.${name}.${process.pid}`);
  await mkdir(unfinished, { recursive: true });
  const remove = cleanup.add(() => rm(unfinished, { recursive: true, force: true, maxRetries: 3 }));
  try {
    await removeAbandoned(name);
    await fill(unfinished);
    await rename(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    await remove();
  }
  return target;
}

/** Removes what processes that were killed in the middle of an install have left. */
async function removeAbandoned(name: string): Promise<void> {
  for (const entry of await readdir(cacheFolder())) {
    if (!entry.startsWith(`.${name}.`) || isRunning(Number(entry.slice(name.length + 2)))) continue;
    await rm(path.join(cacheFolder(), entry), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
