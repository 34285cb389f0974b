import { type FileMove } from './movedDocuments';
import { documentUriOf, sidecarUriOf } from './sidecarUri';

/** What becomes of sidecars when files are moved. */
export interface SidecarMoves {
  /** Sidecars that go along with their articles. */
  readonly moves: readonly FileMove[];
  /** Sidecars that stay where they are: there is one already where they would go. */
  readonly blocked: readonly FileMove[];
}

/** Tells whether there is a file at an address. */
export type Exists = (uri: string) => Promise<boolean>;

/**
 * The sidecars that move when these files do. One in a folder moves with it, and one that is among the files by itself: neither is
 * named here. Nothing ever goes where there is a sidecar.
 */
export async function sidecarMoves(files: readonly FileMove[], exists: Exists): Promise<SidecarMoves> {
  const leaving = new Set(files.map(file => file.from));
  const concerned = files
    .filter(({ from, to }) => documentUriOf(from) === undefined && documentUriOf(to) === undefined)
    .map(({ from, to }) => ({ from: sidecarUriOf(from), to: sidecarUriOf(to) }))
    .filter(({ from }) => !leaving.has(from));
  const there = await Promise.all(concerned.map(({ from }) => exists(from)));
  const found = concerned.filter((_, i) => there[i]);
  // Where case makes no difference, the same name in another case is the same file.
  const isBlocked = async ({ from, to }: FileMove): Promise<boolean> =>
    from.toLowerCase() !== to.toLowerCase() && (await exists(to));
  const blocked = await Promise.all(found.map(isBlocked));
  return { moves: found.filter((_, i) => !blocked[i]), blocked: found.filter((_, i) => blocked[i]) };
}

/** The sidecars that go when these files are deleted; one in a folder goes with it, and so does one that is among the files. */
export async function sidecarsOfDeleted(files: readonly string[], exists: Exists): Promise<readonly string[]> {
  const sidecars = files.filter(file => documentUriOf(file) === undefined).map(sidecarUriOf);
  const there = await Promise.all(sidecars.map(exists));
  return sidecars.filter((sidecar, i) => there[i] && !files.includes(sidecar));
}
