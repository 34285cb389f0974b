import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { open } from 'node:fs/promises';
import * as path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isSidecarName, temporaryNameOf } from '../core/sidecar/sidecarName';
import { type SidecarVersion } from '../core/sidecar/sidecarVersion';
import { FileLock } from './fileLock';
import { ifThere } from './ifThere';
import { stateFolder } from './stateFolder';
import { VersionFiles } from './versionFiles';

/** A file as it was found. */
export interface FoundFile {
  /** Its text, byte order mark included; undefined where there is no file. */
  readonly source: string | undefined;
  /** When it came to read so, in milliseconds. */
  readonly at: number;
  /** What it lately read, on this machine; the newest last. */
  readonly versions: readonly SidecarVersion[];
}

/** `unchanged`: there was nothing to write. `contested`: others kept writing whenever this was to be written. */
export type FileUpdate = 'written' | 'unchanged' | 'contested';

/** So often is a change made again because another program wrote first. */
const MAX_ATTEMPTS = 50;

/** From then on the host waits for the disk: somebody who writes every few milliseconds would else always be first. */
const PATIENT_ATTEMPTS = 3;

/** What else is done meanwhile goes on while the disk is flushed. */
const flush = promisify(fsync);

/**
 * Changes a file in one step as far as programs can see that know nothing of Pressmark: `change` says what is to be in place of what
 * was found (undefined: nothing is to be written), and is asked again with what is there by then wherever somebody wrote meanwhile.
 * Whoever reads the file, and whatever happens meanwhile, sees the old text or the new one, whole: a file beside it is written,
 * flushed to the disk and renamed over it. Pressmarks take turns (FileLock). The mode is kept; of a symbolic link the target is
 * changed, but for a sidecar's that is none. Rejects with the system's error where that fails, with ERR_ENCODING_INVALID_ENCODED_DATA where the text is no UTF-8; the file is then as it was.
 */
export async function updateFile(file: string, change: (found: FoundFile) => string | undefined): Promise<FileUpdate> {
  const target = realPathOf(file);
  // A stranger's folder can hold a link to any file of the user's, under a sidecar's name.
  if (isSidecarName(path.basename(file)) && !isSidecarName(path.basename(target)))
    throw new Error(`it is a link to ${target}, which is no sidecar`);
  const folder = stateFolder();
  const history = folder === undefined ? undefined : new VersionFiles(folder, target);
  const temporary = temporaryNameOf(target, process.pid);
  const lock = folder === undefined ? undefined : new FileLock(folder, target);
  let hasTurn = await takeTurn(lock, target);
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      // The host has its turn, however often this fails.
      if (attempt > 1) await turn();
      // It hung, and another took its turn.
      if (hasTurn && !lock!.isHeld) hasTurn = await takeTurn(lock, target);
      const before = look(target);
      // It was removed on purpose; what is put there next was not made of what it read.
      if (!before) history?.forget();
      const versions = history?.list() ?? [];
      const source = change({ source: before?.source, at: before?.stat.ctimeMs ?? 0, versions });
      if (source === undefined) return 'unchanged';
      // Renaming asks the folder for leave, not the file.
      if (before) accessSync(target, constants.W_OK);
      await prepare(temporary, source, before?.stat.mode, attempt > PATIENT_ATTEMPTS);
      // Somebody without our manners may have written meanwhile: between this look and the renaming there is nothing.
      if ((hasTurn && !lock!.isHeld) || !isAsFound(target, before)) continue;
      renameSync(temporary, target);
      const found = { source: before?.source ?? '', at: before?.stat.ctimeMs ?? 0, written: false };
      const isKnown = versions.at(-1)?.source === found.source;
      try {
        history?.note([...(isKnown ? [] : [found]), { source, at: statSync(target).ctimeMs, written: true }]);
      } catch {
        // It is written all the same; should another program write over it at once, nobody will know.
      }
      await flushFolder(path.dirname(target));
      return 'written';
    }
    return 'contested';
  } finally {
    ifThere(() => unlinkSync(temporary));
    lock?.release();
  }
}

/** False where there are no turns to take: a full disk for temporary files is no reason not to save. */
async function takeTurn(lock: FileLock | undefined, target: string): Promise<boolean> {
  if (!lock) return false;
  try {
    for (const dead of await lock.take()) ifThere(() => unlinkSync(temporaryNameOf(target, dead)));
    return true;
  } catch {
    return false;
  }
}

/** Writes the file in the making, onto the disk. */
async function prepare(temporary: string, source: string, mode: number | undefined, atOnce: boolean): Promise<void> {
  // One that is there is of a process that is gone, and had our number.
  ifThere(() => unlinkSync(temporary));
  const handle = openSync(temporary, 'wx');
  try {
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    writeFileSync(handle, source, 'utf8');
    if (atOnce) fsyncSync(handle);
    else await flush(handle);
  } finally {
    closeSync(handle);
  }
}

interface Look {
  readonly source: string;
  readonly bytes: Buffer;
  readonly stat: Stats;
}

/** How a file reads; undefined where there is none. */
function look(file: string): Look | undefined {
  return ifThere(() => {
    // Older than the text rather than newer, should somebody write between the two: then it is no longer as found.
    const stat = statSync(file);
    const bytes = readFileSync(file);
    return { source: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bytes, stat };
  });
}

/** True where nobody replaced the file and it reads as it did. */
function isAsFound(file: string, before: Look | undefined): boolean {
  const bytes = ifThere(() => readFileSync(file));
  if (!bytes || !before) return bytes === before;
  if (!bytes.equals(before.bytes)) return false;
  // Last of all, since it is quickest: a program that renames as we do is seen up to here.
  const now = ifThere(() => statSync(file));
  return now?.ino === before.stat.ino && now.ctimeMs === before.stat.ctimeMs;
}

/** Where the file is, or is to be, past all links. */
const realPathOf = (file: string): string =>
  ifThere(() => realpathSync(file)) ?? path.join(realpathSync(path.dirname(file)), path.basename(file));

/** The new name is on the disk too, where the system can say so (Windows cannot). */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
