import { join } from 'node:path';
import type { DigestReading } from '../core/across/articleDigest';
import type { FileRequest } from './fileDigester';
import { DigestThread } from './digestThread';
import { type FileUpdate, type FoundFile, updateFile } from './updateFile';

/** What can be done with files of the machine itself, by their paths, that an editor's file systems cannot do. */
export interface LocalFiles {
  readonly update: (path: string, change: (found: FoundFile) => string | undefined) => Promise<FileUpdate>;
  /** Digests articles in another thread: as many as were asked for, in that order; those that are undefined, or not there, are special. Never rejects. */
  readonly digest: (requests: readonly FileRequest[], withFeatures: boolean) => Promise<readonly DigestReading[]>;
}

const thread = new DigestThread(join(__dirname, 'web', 'digest.js'));

/** Undefined in a browser (localFiles.browser.ts). */
export const localFiles: LocalFiles | undefined = {
  update: updateFile,
  digest: (requests, withFeatures) => thread.digest(requests, withFeatures),
};
