import { type LocalFiles } from './localFiles';

/** A browser has no files of its own; esbuild.mjs puts this in the place of localFiles.ts there. */
export const localFiles: LocalFiles | undefined = undefined;
