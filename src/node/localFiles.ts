import { replaceFile, type Replacement } from './replaceFile';

/** What can be done with files of the machine itself, by their paths, that an editor's file systems cannot do. */
export interface LocalFiles {
  readonly replace: (path: string, text: string, expected: string | undefined) => Promise<Replacement>;
}

/** Undefined in a browser (localFiles.browser.ts). */
export const localFiles: LocalFiles | undefined = { replace: replaceFile };
