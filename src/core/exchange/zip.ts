import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type ExportedFile } from './exportedCorpus';

/** The first day that a zip can say: an archive tells nothing of when it was made, so that the same files make the same one. */
const FIRST_DAY = new Date(1980, 0, 1, 12);

/** An archive of text files, in UTF-8. */
export const zip = (files: readonly ExportedFile[]): Uint8Array => {
  const encoder = new TextEncoder();
  const entries = files.map(({ path, text }) => [path, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: FIRST_DAY });
};

/**
 * The files of an archive whose names `wanted` takes, as text. Throws an Error where it is no archive, or where they are larger than
 * `limit` bytes in all: a small archive can unpack to a very large one. (No file unpacks to more than the archive says of it.)
 */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean, limit: number): readonly ExportedFile[] {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      size += originalSize;
      if (size > limit) throw new Error(`more than ${limit} bytes up to ${name}`);
      return true;
    },
  });
  return Object.entries(files).map(([path, content]) => ({ path, text: strFromU8(content) }));
}
