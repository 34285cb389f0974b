import { resolvedPath } from '../core/corpus/relativePath';
import { type DocumentUri, type Folder } from './ports';
import { fileNameOf } from './sidecarUri';

/** A document's folder of the workspace, and its path below that, with slashes. */
export interface CorpusPath {
  readonly folder: Folder;
  readonly path: string;
}

/** The place of an address in the innermost of these folders; undefined where it is in none. */
export function corpusPathOf(folders: readonly Folder[], uri: DocumentUri): CorpusPath | undefined {
  const around = folders.filter(folder => uri.startsWith(`${folder.uri}/`));
  if (around.length === 0) return undefined;
  const folder = around.reduce((a, b) => (b.uri.length > a.uri.length ? b : a));
  return { folder, path: pathBelow(folder.uri, uri) };
}

/** The path of a document below its folder, with slashes. */
export const pathBelow = (folder: string, uri: DocumentUri): string => decodePath(uri.slice(folder.length + 1));

/** Most paths are as they are: that is all that filtering 100,000 of them has time for. */
export const decodePath = (encoded: string): string =>
  encoded.includes('%')
    ? encoded
        .split('/')
        .map(part => fileNameOf(part))
        .join('/')
    : encoded;

/** The address that a path in a sidecar leads to, from a document; undefined where it is none, or leads out of the folder. */
export function addressOf(from: CorpusPath, path: string): DocumentUri | undefined {
  const resolved = resolvedPath(from.path, path);
  return resolved === undefined ? undefined : `${from.folder.uri}/${resolved.split('/').map(encoded).join('/')}`;
}

/** As VS Code writes a part of a path in an address. */
const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
