import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import * as path from 'node:path';

/**
 * The folder for what the Pressmarks of one user on one machine tell each other: locks and texts that were just written over. Undefined
 * where there is none that is the user's alone; the folder for temporary files may be anybody's.
 */
export function stateFolder(): string | undefined {
  try {
    const { uid } = userInfo();
    const folder = path.join(tmpdir(), uid < 0 ? 'pressmark' : `pressmark-${uid}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOurs = uid < 0 || (found.uid === uid && (found.mode & 0o022) === 0);
    return found.isDirectory() && isOurs ? folder : undefined;
  } catch {
    return undefined;
  }
}
