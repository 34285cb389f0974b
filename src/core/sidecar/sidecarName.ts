/** What an article's file name is followed by in the name of its sidecar. */
export const SIDECAR_SUFFIX = '.pressmark.yaml';

/** The codebook at a workspace folder's root. It is no sidecar. */
export const CODEBOOK_NAME = 'pressmark.yaml';

/** The name of the sidecar that lies beside an article: `vote.txt` has `vote.txt.pressmark.yaml`. Works on paths too. */
export const sidecarNameOf = (articleName: string): string => articleName + SIDECAR_SUFFIX;

/** True for the name (or path) of a sidecar. A bare `.pressmark.yaml` belongs to no article and is none. */
export const isSidecarName = (name: string): boolean => articleNameOf(name) !== undefined;

/** The name (or path) of the article that a sidecar belongs to; undefined where `name` is no sidecar's. */
export function articleNameOf(name: string): string | undefined {
  if (!name.endsWith(SIDECAR_SUFFIX)) return undefined;
  const article = name.slice(0, -SIDECAR_SUFFIX.length);
  return article === '' || article.endsWith('/') || article.endsWith('\\') ? undefined : article;
}

const TEMPORARY_SUFFIX = '.pressmark-new';

/** The name (or path) of the file in the making that a process writes beside a file before it renames it over it. */
export const temporaryNameOf = (name: string, process: number): string => `${name}.${process}${TEMPORARY_SUFFIX}`;

/** True for what an interrupted write left behind. */
export const isTemporaryName = (name: string): boolean => name.endsWith(TEMPORARY_SUFFIX);
