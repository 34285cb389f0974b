import { lstat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { resolveAnchors, resolveEach } from '../core/anchor/resolveAnchor';
import { type Link } from '../core/annotation/model';
import { resolvedPath } from '../core/corpus/relativePath';
import { type LinkEndState } from '../core/sidecar/linkProblems';
import { parseSidecar, type StoredAnnotation } from '../core/sidecar/parseSidecar';
import { articleNameOf, sidecarNameOf } from '../core/sidecar/sidecarName';
import { articleOf } from './corpusFolder';
import { liesIn } from './filesBelow';
import { readText } from './readText';

/**
 * Where the links of a sidecar lead, in a folder out of which none leads. Each article is read once, and none is kept. Nothing is said of links to what
 * cannot be read.
 */
export async function linkStates(
  folder: string,
  sidecar: string,
  annotations: readonly StoredAnnotation[],
): Promise<ReadonlyMap<Link, LinkEndState>> {
  const from = relative(folder, articleNameOf(sidecar)!).split(sep).join('/');
  const states = new Map<Link, LinkEndState>();
  const links = annotations.flatMap(annotation => annotation.links ?? []);
  for (const document of new Set(links.map(link => link.document))) {
    const all = links.filter(link => link.document === document);
    const path = resolvedPath(from, document);
    const found = path === undefined ? undefined : await statesIn(folder, join(folder, path), all);
    for (const [index, link] of all.entries()) {
      const state = path === undefined ? 'nowhere' : found?.[index];
      if (state !== undefined) states.set(link, state);
    }
  }
  return states;
}

async function statesIn(
  folder: string,
  article: string,
  links: readonly Link[],
): Promise<readonly LinkEndState[] | undefined> {
  const sidecar = sidecarNameOf(article);
  try {
    if (!(await liesIn(folder, article))) {
      const isThere = await lstat(article).catch(() => undefined);
      return links.map(() => (isThere ? 'nowhere' : 'missing'));
    }
    const text = (await articleOf(sidecar)) ?? '';
    // While there is the annotation that a link names, its passage is that one's.
    const isWanted = links.some(({ annotation }) => annotation !== undefined) && (await liesIn(folder, sidecar));
    const source = isWanted ? await readText(sidecar) : '';
    const { annotations } = parseSidecar(source);
    const places = resolveAnchors(text, annotations);
    const own = resolveEach(text, links);
    return links.map(({ annotation: id }, index) => {
      const about = id === undefined ? -1 : annotations.findIndex(annotation => annotation.id === id);
      return (places[about] ?? own[index]!).state;
    });
  } catch {
    return undefined;
  }
}
