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
  const parts = uri.slice(folder.uri.length + 1).split('/');
  return { folder, path: parts.map(part => fileNameOf(part)).join('/') };
}

/** The address that a path in a sidecar leads to, from a document; undefined where it is none, or leads out of the folder. */
export function addressOf(from: CorpusPath, path: string): DocumentUri | undefined {
  const resolved = resolvedPath(from.path, path);
  return resolved === undefined ? undefined : `${from.folder.uri}/${resolved.split('/').map(encoded).join('/')}`;
}

/** As VS Code writes a part of a path in an address. */
const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
