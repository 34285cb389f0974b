import { readFile } from 'node:fs/promises';

/** A file's text, byte order mark included. Rejects with an Error that says why it cannot be read as UTF-8 text. */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Error('not UTF-8 text', { cause: error });
  }
}
