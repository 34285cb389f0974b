import { type Annotation, type DocumentFacts, type SidecarEdit } from '../core/annotation/model';
import { mergeConflictMarkers } from '../core/sidecar/conflictMarkers';
import { mergeEdit } from '../core/sidecar/mergeEdit';
import { mergeSidecars } from '../core/sidecar/mergeSidecars';
import { type ParsedSidecar, parseSidecar, type SidecarProblem } from '../core/sidecar/parseSidecar';
import { type Disposable, Emitter } from './event';
import { type FileMove, MovedDocuments } from './movedDocuments';
import { type Clock, type DocumentUri, type SidecarFiles } from './ports';
import { fileNameOf, sidecarUriOf } from './sidecarUri';

/** What is known of one document's sidecar. */
export interface SidecarState {
  readonly document: DocumentUri;
  /** The sidecar's text; undefined where there is none, or where it could not be read. */
  readonly source: string | undefined;
  /** Undefined where there is no sidecar, or where it could not be read. */
  readonly parsed: ParsedSidecar | undefined;
  /** Why the sidecar could not be read. */
  readonly unreadable?: string;
}

/**
 * How an edit ended. `inverse` takes it back. `conflicts`: so many values stand in the sidecar to choose from, because somebody else
 * changed the same meanwhile.
 */
export type EditOutcome =
  | { readonly kind: 'done'; readonly inverse: SidecarEdit; readonly conflicts: number }
  /** The annotation is not there any more, or already says so. */
  | { readonly kind: 'unchanged' }
  /** The sidecar has problems that writing would make worse; it is untouched. */
  | { readonly kind: 'refused'; readonly problems: readonly SidecarProblem[] }
  /** Reading or writing failed; the sidecar is as it was. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Others kept writing to the sidecar whenever this was to be written. */
  | { readonly kind: 'contested' };

/** How resolving the conflict markers in a sidecar ended; `unchanged`: it has none, or none that come in order. */
export type MarkersOutcome =
  { readonly kind: 'done'; readonly conflicts: number } | Exclude<EditOutcome, { readonly kind: 'done' }>;

const NONE: Omit<SidecarState, 'document'> = { source: undefined, parsed: undefined };

/** So often is an edit tried again where somebody else wrote first: each time somebody got on. */
const MAX_ATTEMPTS = 100;

/** So often is a sidecar read again that another program seems to be in the midst of writing. */
const MAX_READINGS = 20;

/**
 * So long after writing, a sidecar that lost what was written is taken for one that another program read before and wrote after, and
 * gets it back. Long enough for a watcher to tell, shorter than a person takes to remove it.
 */
const SETTLING_MS = 500;

/** A text that a sidecar lately had when it was written here, or before. */
interface Version {
  readonly source: string;
  readonly statements: ReadonlyMap<string, string>;
  /** The annotations that were changed here to come to it. */
  readonly changed: readonly string[];
  readonly at: number;
}

/**
 * The sidecars, and the only writer of them. Edits of one sidecar queue. Each reads the file anew, and what git, another window or
 * a hand wrote meanwhile is merged with it.
 */
export class AnnotationStore implements Disposable {
  private readonly states = new Map<DocumentUri, SidecarState>();
  private readonly queues = new Map<DocumentUri, Promise<unknown>>();
  private readonly versions = new Map<DocumentUri, readonly Version[]>();
  private readonly relocations = new MovedDocuments();
  private readonly changes = new Emitter<DocumentUri>();
  private readonly writes = new Emitter<DocumentUri>();

  /** Fires with a document's address after its annotations, facts or problems changed. */
  readonly onDidChange = this.changes.event;

  /** Fires with a document's address after its sidecar was written here. */
  readonly onDidWrite = this.writes.event;

  constructor(
    private readonly files: SidecarFiles,
    private readonly clock: Pick<Clock, 'now' | 'pause'>,
  ) {}

  /** What was last read; undefined where nothing was, and where there is no sidecar. */
  state(document: DocumentUri): SidecarState | undefined {
    return this.states.get(document);
  }

  /** The document's annotations in the sidecar's order; none where it has none or cannot be read. */
  annotations(document: DocumentUri): readonly Annotation[] {
    return this.states.get(document)?.parsed?.annotations ?? [];
  }

  annotation(document: DocumentUri, id: string): Annotation | undefined {
    return this.annotations(document).find(annotation => annotation.id === id);
  }

  /** Documents with a sidecar that was read, or could not be. */
  get documents(): readonly DocumentUri[] {
    return [...this.states.keys()];
  }

  /** Reads the sidecar again; fires where it says something new. */
  async reload(document: DocumentUri): Promise<void> {
    await this.inTurn(document, async () => {
      await this.current(document);
    });
  }

  /** Forgets a document that left the corpus. */
  forget(document: DocumentUri): void {
    this.versions.delete(document);
    if (this.states.delete(document)) this.changes.fire(document);
  }

  /**
   * A document or a folder has another address, or is about to: edits of it that come for the old one go to the sidecar that is at
   * the new one.
   */
  moved(move: FileMove): void {
    this.relocations.note(move);
  }

  /** There is an article at this address: edits of it are meant for no other. */
  settled(document: DocumentUri): void {
    this.relocations.settle(document);
  }

  /**
   * Carries out one edit and resolves once the sidecar is written. `facts` are noted where this creates the sidecar. Never
   * rejects.
   */
  edit(document: DocumentUri, edit: SidecarEdit, facts: DocumentFacts = {}): Promise<EditOutcome> {
    return this.inTurn(document, async (): Promise<EditOutcome> => {
      const seen = this.states.get(document);
      const origin = { articleName: fileNameOf(document), facts };
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        const before = await this.current(document, seen);
        const elsewhere = before.source === undefined ? await this.sidecarMovedWith(document) : undefined;
        if (elsewhere !== undefined) return this.edit(elsewhere, edit, facts);
        if (before.unreadable !== undefined) return { kind: 'failed', reason: before.unreadable };
        const result = mergeEdit(seen?.source, before.source, edit, origin);
        if (result.kind !== 'edited') return result;
        const error = await this.write(before, result.source);
        if (error === undefined) return { kind: 'done', inverse: result.inverse, conflicts: result.conflicts ?? 0 };
        if (error !== 'changed') return { kind: 'failed', reason: error };
        await this.clock.pause();
      }
      return { kind: 'contested' };
    });
  }

  /** Merges the versions of a sidecar in which git left conflict markers, and writes the result. Never rejects. */
  resolveMarkers(document: DocumentUri): Promise<MarkersOutcome> {
    return this.inTurn(document, async (): Promise<MarkersOutcome> => {
      const before = await this.current(document);
      if (before.unreadable !== undefined) return { kind: 'failed', reason: before.unreadable };
      const result = mergeConflictMarkers(before.source ?? '');
      if (result?.kind !== 'merged') return result ?? { kind: 'unchanged' };
      const error = await this.write(before, result.source);
      // The user is at this file and goes on choosing: what is written next is no mistake.
      this.versions.delete(document);
      if (error === undefined) return { kind: 'done', conflicts: result.conflicts };
      return error === 'changed' ? { kind: 'contested' } : { kind: 'failed', reason: error };
    });
  }

  dispose(): void {
    this.changes.dispose();
    this.writes.dispose();
  }

  /** The sidecar as it is now, with what another program overwrote right after it was written here. Fires where it is news. */
  private async current(document: DocumentUri, seen?: SidecarState): Promise<SidecarState> {
    let state = await this.read(document);
    for (let reading = 1; reading < MAX_READINGS; reading++) {
      const whole = this.withWritten(state);
      if (whole === undefined && !isHalfWritten(state, seen)) break;
      const error = whole === undefined ? 'changed' : await this.write(state, whole);
      if (error === undefined) return this.states.get(document)!;
      if (error !== 'changed') break;
      await this.clock.pause();
      state = await this.read(document);
    }
    this.keep(state);
    return state;
  }

  /**
   * What a sidecar must read to have what was lately written to it; undefined where it has it. It lacks it where all that was changed
   * here lately reads as in one of the versions before.
   */
  private withWritten({ document, source, parsed }: SidecarState): string | undefined {
    const versions = this.lately(document);
    const last = versions.at(-1);
    if (!last || !source || versions.some(version => version.source === source)) return undefined;
    const now = statements(parsed);
    const changed = [...new Set(versions.flatMap(version => version.changed))];
    const origin = versions.findLast(({ statements: said }) => changed.every(id => said.get(id) === now.get(id)));
    const merged = origin && origin !== last ? mergeSidecars(origin.source, last.source, source) : undefined;
    return merged?.kind === 'merged' && merged.source !== source ? merged.source : undefined;
  }

  /** The versions that somebody may have read so lately that he writes over them without a thought; the newest last. */
  private lately(document: DocumentUri): readonly Version[] {
    const since = this.clock.now() - SETTLING_MS;
    const versions = this.versions.get(document) ?? [];
    const kept = versions.filter(({ at }, index) => (versions[index + 1]?.at ?? at) >= since);
    if (kept.length > 0) this.versions.set(document, kept);
    else this.versions.delete(document);
    return kept;
  }

  /** Writes over what was read. Undefined where that was done, `changed` where the file is not what was read, else why not. */
  private async write(before: SidecarState, source: string): Promise<string | undefined> {
    const { document } = before;
    try {
      if ((await this.files.write(sidecarUriOf(document), source, before.source)) === 'changed') return 'changed';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    const parsed = parseSidecar(source);
    const at = this.clock.now();
    const versions = this.lately(document);
    const [was, is] = [statements(before.parsed), statements(parsed)];
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter(id => was.get(id) !== is.get(id));
    const read = { source: before.source ?? '', statements: was, changed: [], at };
    const written = { source, statements: is, changed, at };
    const isKnown = versions.at(-1)?.source === read.source;
    this.versions.set(document, [...versions, ...(isKnown ? [] : [read]), written]);
    this.keep({ document, source, parsed });
    this.writes.fire(document);
    return undefined;
  }

  /** Where the document is whose sidecar went from here; undefined where none did, or where there is none. */
  private async sidecarMovedWith(document: DocumentUri): Promise<DocumentUri | undefined> {
    const moved = this.relocations.movedTo(document);
    if (moved === undefined) return undefined;
    return (await this.files.read(sidecarUriOf(moved))).kind === 'missing' ? undefined : moved;
  }

  private async read(document: DocumentUri): Promise<SidecarState> {
    const reading = await this.files.read(sidecarUriOf(document));
    switch (reading.kind) {
      case 'missing':
        return { document, ...NONE };
      case 'unreadable':
        return { document, ...NONE, unreadable: reading.reason };
      case 'source': {
        const known = this.states.get(document);
        const parsed = known?.source === reading.source ? known.parsed : parseSidecar(reading.source);
        return { document, source: reading.source, parsed };
      }
    }
  }

  private keep(state: SidecarState): void {
    const known = this.states.get(state.document);
    if (known?.source === state.source && known?.unreadable === state.unreadable) return;
    if (state.source === undefined && state.unreadable === undefined) this.states.delete(state.document);
    else this.states.set(state.document, state);
    this.changes.fire(state.document);
  }

  /** Runs work after all earlier work on the same sidecar has ended. */
  private inTurn<T>(document: DocumentUri, work: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(document) ?? Promise.resolve()).then(work, work);
    this.queues.set(document, turn);
    void turn.finally(() => {
      if (this.queues.get(document) === turn) this.queues.delete(document);
    });
    return turn;
  }
}

/** True where a sidecar that could be edited is suddenly empty or cannot be: a program that writes in place may be at it. */
const isHalfWritten = ({ source, parsed }: SidecarState, seen: SidecarState | undefined): boolean =>
  source !== undefined &&
  seen?.parsed?.editable === true &&
  (source === '' ? seen.source !== '' : parsed?.editable === false);

/** What a sidecar says of each annotation, comparable. */
const statements = (parsed: ParsedSidecar | undefined): ReadonlyMap<string, string> =>
  new Map(parsed?.annotations.map(({ source: _source, ...annotation }) => [annotation.id, JSON.stringify(annotation)]));
