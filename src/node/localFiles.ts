import { type FileUpdate, type FoundFile, updateFile } from './updateFile';

/** What can be done with files of the machine itself, by their paths, that an editor's file systems cannot do. */
export interface LocalFiles {
  readonly update: (path: string, change: (found: FoundFile) => string | undefined) => Promise<FileUpdate>;
}

/** Undefined in a browser (localFiles.browser.ts). */
export const localFiles: LocalFiles | undefined = { update: updateFile };
