import { type Annotation } from '../core/annotation/model';
import { relativePath } from '../core/corpus/relativePath';
import { type AnnotationStore, type EditOutcome } from './annotationStore';
import { addressOf, type CorpusPath, corpusPathOf } from './corpusPaths';
import { addressAfter, type FileMove } from './movedDocuments';
import { type DocumentUri, type Folder } from './ports';
import { type Exists } from './sidecarMoves';
import { documentUriOf } from './sidecarUri';

/** What became of one sidecar's links; never `unchanged`. */
export interface RelinkedSidecar {
  readonly document: DocumentUri;
  readonly outcome: EditOutcome;
}

/** A sidecar that has links, by its document's address before files were moved and after. */
interface LinkedSidecar {
  readonly was: DocumentUri;
  readonly now: DocumentUri;
}

/**
 * Brings links along when files were renamed or moved: a sidecar that went somewhere else gets its paths from there, and links to an
 * article that went lead to where it is. Each move is told once, after the files have gone; taking one back is a move like any other.
 */
export class LinksAlong {
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: AnnotationStore,
    private readonly folders: () => readonly Folder[],
    private readonly exists: Exists,
  ) {}

  /** `files`: articles, sidecars and folders, with their new addresses. Resolves with the sidecars that were to be written. Never rejects. */
  along(files: readonly FileMove[]): Promise<readonly RelinkedSidecar[]> {
    // What is known now: the watchers will soon say that sidecars are gone from where they were.
    const linked = linkedSidecars(this.store, sidecarMovesAmong(files), foldersAmong(files));
    const done = this.working.then(() => this.relink(files, linked));
    this.working = done;
    return done;
  }

  private async relink(
    files: readonly FileMove[],
    linked: readonly LinkedSidecar[],
  ): Promise<readonly RelinkedSidecar[]> {
    const articles = await this.articleMoves(files);
    const outcomes: RelinkedSidecar[] = [];
    for (const { was, now } of linked) {
      if (was !== now) await this.store.reload(now);
      const documents = this.newPaths(was, now, articles);
      if (documents.size === 0) continue;
      const outcome = await this.store.edit(now, { kind: 'relink', documents });
      if (outcome.kind !== 'unchanged') outcomes.push({ document: now, outcome });
    }
    return outcomes;
  }

  /** An article whose sidecar alone is moved to it has been renamed elsewhere. */
  private async articleMoves(files: readonly FileMove[]): Promise<readonly FileMove[]> {
    const alone: FileMove[] = [];
    for (const { from, to } of sidecarMovesAmong(files))
      if (!(await this.exists(from)) && (await this.exists(to))) alone.push({ from, to });
    return [...foldersAmong(files), ...alone];
  }

  /** By what the links of a sidecar read, what they are to read; only those that are to read otherwise. */
  private newPaths(was: DocumentUri, now: DocumentUri, articles: readonly FileMove[]): ReadonlyMap<string, string> {
    const folders = this.folders();
    const [from, to] = [was, now].map(uri => corpusPathOf(folders, uri));
    return from && to ? newPaths(this.store.everyAnnotation(now), from, to, articles) : new Map<string, string>();
  }
}

/**
 * By what links read in a sidecar beside the document `from`, what they are to read in one beside `to` after these moves; only those that
 * are to read otherwise.
 */
export function newPaths(
  annotations: readonly Annotation[],
  from: CorpusPath,
  to: CorpusPath,
  moves: readonly FileMove[] = [],
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { document } of annotations.flatMap(({ links = [] }) => links)) {
    const path = paths.has(document) ? document : newPath(document, from, to, moves);
    if (path !== document) paths.set(document, path);
  }
  return paths;
}

/** What a link reads from where its sidecar is now; the same where it leads nowhere, or to where no path leads from there. */
function newPath(document: string, from: CorpusPath, to: CorpusPath, articles: readonly FileMove[]): string {
  const before = addressOf(from, document);
  const target = before === undefined ? undefined : corpusPathOf([to.folder], after(before, articles));
  return target ? relativePath(to.path, target.path) : document;
}

function linkedSidecars(
  store: Pick<AnnotationStore, 'documents' | 'everyAnnotation'>,
  sidecars: readonly FileMove[],
  folders: readonly FileMove[],
): readonly LinkedSidecar[] {
  const forth = (uri: DocumentUri): DocumentUri => sidecarAfter(uri, sidecars, folders);
  const [sidecarsBack, foldersBack] = [sidecars, folders].map(moves =>
    moves.map(({ from, to }) => ({ from: to, to: from })),
  );
  // One that moved by itself is looked at in any case: the watchers may have said that it is gone, and not yet that it is there.
  const found = new Map(sidecars.map(({ from, to }): [DocumentUri, LinkedSidecar] => [to, { was: from, now: to }]));
  for (const known of store.documents) {
    if (!store.everyAnnotation(known).some(({ links }) => links !== undefined)) continue;
    const now = forth(known);
    // The watchers may have been quicker: then it is known by its new address already.
    const was = now === known ? sidecarAfter(known, sidecarsBack!, foldersBack!) : known;
    found.set(now, { was, now });
  }
  return [...found.values()];
}

/** Where a document's sidecar is after moves of sidecars, and of what may be folders. */
const sidecarAfter = (uri: DocumentUri, sidecars: readonly FileMove[], folders: readonly FileMove[]): DocumentUri =>
  sidecars.find(({ from }) => from === uri)?.to ??
  after(
    uri,
    folders.filter(({ from }) => from !== uri),
  );

/** Where a file is after one of these moves, of itself or of its folder. */
function after(uri: DocumentUri, moves: readonly FileMove[]): DocumentUri {
  const move = moves.find(known => addressAfter(uri, known) !== uri);
  return move ? addressAfter(uri, move) : uri;
}

/** The sidecars among files that were moved, by their documents. */
const sidecarMovesAmong = (files: readonly FileMove[]): readonly FileMove[] =>
  files.flatMap(file => {
    const [from, to] = [file.from, file.to].map(documentUriOf);
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });

/** The articles and folders among files that were moved. */
const foldersAmong = (files: readonly FileMove[]): readonly FileMove[] =>
  files.filter(({ from, to }) => documentUriOf(from) === undefined && documentUriOf(to) === undefined);
