import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, relative, sep } from 'node:path';
import { AnnotationStore } from '../app/annotationStore';
import { type ExchangedDocument, type Watching } from '../app/exportAnnotations';
import { type ArticleFiles, type Clock, MAX_ARTICLE_SIZE, type SidecarFiles } from '../app/ports';
import { articleNameOf } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { updateFile } from '../node/updateFile';
import { readText } from './readText';

/** Articles of the machine, by their `file:` addresses, as UTF-8. */
export const nodeArticles: Pick<ArticleFiles, 'read'> = {
  async read(uri) {
    const file = fileURLToPath(uri);
    try {
      const { size } = await stat(file);
      if (size > MAX_ARTICLE_SIZE) return { kind: 'tooLarge', bytes: size };
      return { kind: 'text', text: canonicalText(await readText(file)), undecodable: false };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: (error as Error).message };
    }
  },
};

const sidecars: SidecarFiles = {
  async read(uri) {
    try {
      return { kind: 'source', source: await readText(fileURLToPath(uri)) };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: (error as Error).message };
    }
  },
  update: (uri, change) =>
    updateFile(fileURLToPath(uri), ({ source, at, versions }) =>
      change({ reading: source === undefined ? { kind: 'missing' } : { kind: 'source', source }, at, versions }),
    ),
};

export const nodeClock: Pick<Clock, 'now' | 'pause'> = { now: () => performance.now(), pause: () => setImmediate() };

/** The annotations of the machine's sidecars. */
export const nodeStore = (): AnnotationStore => new AnnotationStore(sidecars, nodeClock);

/** The documents that files are or, where they are sidecars, are of; named by their path below the folder. */
export function documentsOf(folder: string, files: readonly string[]): readonly ExchangedDocument[] {
  const paths = files.map(file => relative(folder, articleNameOf(file) ?? file));
  return [...new Set(paths)].map(path => ({
    uri: pathToFileURL(join(folder, path)).href,
    path: path.split(sep).join('/'),
  }));
}

/** A command runs to its end: whoever stops it stops the process. */
export const unwatched: Watching = { signal: new AbortController().signal, advance: () => undefined };

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
