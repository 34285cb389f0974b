import { CODEBOOK_NAME, isSidecarName, isTemporaryName } from '../sidecar/sidecarName';
import { glob } from './glob';

/** Which files are articles where nobody said otherwise: what the settings' defaults are in package.json. */
export const DEFAULT_INCLUDE = '**/*.{txt,md}';
export const DEFAULT_EXCLUDE = '**/{.*,node_modules}/**';

/** Tells articles from other files by their path within a folder (slashes, no leading one). */
export interface ArticleFilter {
  isArticle(path: string): boolean;
  /** True where nothing below this folder can be an article. */
  isExcludedFolder(path: string): boolean;
}

/**
 * A filter from the globs of the settings. An empty `exclude` excludes nothing. Sidecars, codebooks and what an interrupted write
 * left behind are never articles.
 */
export function articleFilter(include: string, exclude: string): ArticleFilter {
  const included = glob(include);
  const excluded = exclude ? glob(exclude) : () => false;
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const isOwnName = (name: string): boolean => isSidecarName(name) || isTemporaryName(name) || name === CODEBOOK_NAME;
  return {
    isArticle: path => included(path) && !excluded(path) && !isOwnName(nameOf(path)),
    isExcludedFolder: path => excluded(path) || (excluded(`${path}/x`) && excluded(`${path}/x/x`)),
  };
}
