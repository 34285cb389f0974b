import { mkdtemp, realpath, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Cleanup } from './cleanup';

/** A new folder that is removed in the end. */
export async function temporaryFolder(name: string, cleanup: Cleanup): Promise<string> {
  // The real path: VS Code's file watchers report that one, and tests compare.
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), `pressmark-${name}-`)));
  cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
