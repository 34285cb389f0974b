import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { parse } from 'yaml';
import { type Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';

/** An annotation as it stands in a sidecar. */
export interface StoredAnnotation {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A corpus on disk that a test may annotate. */
export interface CorpusCopy {
  readonly folder: string;
  /** Paths below the folder, in order. */
  readonly articles: readonly string[];
  readonly hasCodebook: boolean;
}

const SAMPLES = path.join(repositoryRoot, 'samples');
/** Real articles, which lie beside the repository where it is worked on, and never in it. */
const REAL_ARTICLES = path.join(repositoryRoot, '../shared/corpus');

/** Copies the articles, without sidecars, and the codebook; of the real corpus where that is there, else the samples. */
export async function copyCorpus(cleanup: Cleanup): Promise<CorpusCopy> {
  const source = existsSync(REAL_ARTICLES) ? REAL_ARTICLES : SAMPLES;
  const folder = path.join(await temporaryFolder('e2e', cleanup), 'corpus');
  await cp(source, folder, { recursive: true, filter: file => !file.endsWith('.pressmark.yaml') });
  const files = await readdir(folder, { recursive: true });
  return {
    folder,
    articles: files.filter(file => /\.(txt|md)$/.test(file)).sort(),
    hasCodebook: files.includes('pressmark.yaml'),
  };
}

/** The annotations that stand in an article's sidecar; none where there is no sidecar. */
export async function readSidecar(folder: string, article: string): Promise<readonly StoredAnnotation[]> {
  const file = path.join(folder, `${article}.pressmark.yaml`);
  if (!existsSync(file)) return [];
  const { annotations = [] } = parse(await readFile(file, 'utf8')) as { annotations?: StoredAnnotation[] };
  return annotations;
}
