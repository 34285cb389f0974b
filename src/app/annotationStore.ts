import { type DocumentFacts, type Pass, type SidecarEdit } from '../core/annotation/model';
import { mergeConflictMarkers } from '../core/sidecar/conflictMarkers';
import { type SidecarOrigin } from '../core/sidecar/editSidecar';
import { mergeEdit, type MergedEdit } from '../core/sidecar/mergeEdit';
import {
  type ParsedSidecar,
  parseSidecar,
  parsingSidecar,
  type SidecarProblem,
  type StoredAnnotation,
} from '../core/sidecar/parseSidecar';
import { type Disposable, Emitter } from './event';
import { inSlices } from './inSlices';
import { type FileMove, MovedDocuments } from './movedDocuments';
import { OverwrittenChanges } from './overwrittenChanges';
import { type Clock, type DocumentUri, type FoundSidecar, type SidecarFiles, type SidecarReading } from './ports';
import { fileNameOf, sidecarUriOf } from './sidecarUri';
import { type AnnotationGate } from './visibility';

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

/** What a change comes to, and how the sidecar is to read where that is other than it does; what it says then, where that was read already. */
interface Changed<T> {
  readonly result: T;
  readonly source?: string | undefined;
  readonly parsed?: ParsedSidecar | undefined;
}

/** How changing a sidecar ended; `updated`: nothing stood in the way. */
type Update<T> =
  { readonly kind: 'updated'; readonly result: T } | Extract<EditOutcome, { readonly kind: 'failed' | 'contested' }>;

/** Lets everything be seen. */
const OPEN: AnnotationGate = {
  visible: (_document, annotations) => annotations,
  onDidChange: () => ({ dispose: () => undefined }),
};

const NONE: Omit<SidecarState, 'document'> = { source: undefined, parsed: undefined };

/** So often is a sidecar read again that another program seems to be in the midst of writing. */
const MAX_READINGS = 20;

/**
 * The sidecars, and the only writer of them. Edits of one sidecar queue. Each reads the file anew, and what git, another window or
 * a hand wrote meanwhile is merged with it; what another program wrote over is put back first.
 */
export class AnnotationStore implements Disposable {
  private readonly states = new Map<DocumentUri, SidecarState>();
  private readonly queues = new Map<DocumentUri, Promise<unknown>>();
  private readonly overwritten = new OverwrittenChanges();
  private readonly relocations = new MovedDocuments();
  /** What sidecars are about to be found to say. */
  private readonly prepared = new Map<DocumentUri, ParsedSidecar>();
  private readonly shown = new Map<DocumentUri, readonly StoredAnnotation[]>();
  private readonly subscription: Disposable;
  private readonly changes = new Emitter<DocumentUri>();
  private readonly writes = new Emitter<DocumentUri>();

  /** Fires with a document's address after its annotations, facts or problems changed. */
  readonly onDidChange = this.changes.event;

  /** Fires with a document's address after its sidecar was written here. */
  readonly onDidWrite = this.writes.event;

  constructor(
    private readonly files: SidecarFiles,
    private readonly clock: Pick<Clock, 'now' | 'pause'>,
    private readonly gate: AnnotationGate = OPEN,
  ) {
    this.subscription = gate.onDidChange(() => {
      this.shown.clear();
      for (const uri of this.states.keys()) if (this.states.get(uri)?.parsed?.stored.length) this.changes.fire(uri);
    });
  }

  /** What was last read; undefined where nothing was, and where there is no sidecar. */
  state(document: DocumentUri): SidecarState | undefined {
    return this.states.get(document);
  }

  /**
   * The document's annotations that the user is to see, in the sidecar's order; none where it has none or cannot be read. The one
   * place where an annotation is let in or left out: whoever shows, counts or compares annotations asks here.
   */
  annotations(document: DocumentUri): readonly StoredAnnotation[] {
    const parsed = this.states.get(document)?.parsed;
    if (!parsed) return [];
    const shown = this.shown.get(document) ?? this.gate.visible(document, parsed.annotations, parsed.passes);
    this.shown.set(document, shown);
    return shown;
  }

  /** All of the document's annotations, for what must not depend on who looks: finding passages again, telling articles apart. */
  everyAnnotation(document: DocumentUri): readonly StoredAnnotation[] {
    return this.states.get(document)?.parsed?.annotations ?? [];
  }

  /** As everyAnnotation, of passages whose highlights were dismissed. */
  everyDismissal(document: DocumentUri): readonly StoredAnnotation[] {
    return this.states.get(document)?.parsed?.dismissals ?? [];
  }

  /** Who is done with the document. */
  passes(document: DocumentUri): readonly Pass[] {
    return this.states.get(document)?.parsed?.passes ?? [];
  }

  /** The document's passages whose highlights were dismissed by those whose annotations the user is to see, in the sidecar's order. */
  dismissals(document: DocumentUri): readonly StoredAnnotation[] {
    const parsed = this.states.get(document)?.parsed;
    return parsed?.dismissals.length ? this.gate.visible(document, parsed.dismissals, parsed.passes) : [];
  }

  /** One that the user is to see. */
  annotation(document: DocumentUri, id: string): StoredAnnotation | undefined {
    return this.annotations(document).find(annotation => annotation.id === id);
  }

  /** Documents with a sidecar that was read, or could not be. */
  get documents(): readonly DocumentUri[] {
    return [...this.states.keys()];
  }

  /** Reads the sidecar again; fires where it says something new. */
  async reload(document: DocumentUri): Promise<void> {
    await this.inTurn(document, async () => {
      const reading = await this.files.read(sidecarUriOf(document));
      const known = this.states.get(document)?.source;
      if (reading.kind === 'source' && reading.source === known) return;
      if (reading.kind === 'source') await this.prepare(document, reading.source);
      await this.update(document, () => ({ result: undefined }));
      this.prepared.delete(document);
    });
  }

  /** Forgets a document that left the corpus. */
  forget(document: DocumentUri): void {
    this.shown.delete(document);
    if (this.states.delete(document)) this.changes.fire(document);
    // Where its sidecar is gone too, what that read is to be forgotten.
    const look = () => this.files.update(sidecarUriOf(document), () => undefined).catch(() => undefined);
    void this.inTurn(document, look);
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
      const expected = seen?.source === undefined ? undefined : await this.expect(seen, edit, origin);
      for (let hasLooked = false; ; hasLooked = true) {
        const update = await this.update(document, ({ source, parsed }): Changed<MergedEdit | undefined> => {
          const mayHaveMoved = source === undefined && this.relocations.movedTo(document) !== undefined;
          if (mayHaveMoved && !hasLooked) return { result: undefined };
          const isExpected = expected !== undefined && source === seen?.source;
          const result = isExpected ? expected : mergeEdit(seen?.source, source, edit, origin, parsed);
          return result.kind === 'edited' ? { result, source: result.source, parsed: result.parsed } : { result };
        });
        if (update.kind !== 'updated') return update;
        const { result } = update;
        if (result) return result.kind === 'edited' ? doneBy(result) : result;
        const elsewhere = await this.sidecarMovedWith(document);
        if (elsewhere !== undefined) return this.edit(elsewhere, edit, facts);
      }
    });
  }

  /** Merges the versions of a sidecar in which git left conflict markers, and writes the result. Never rejects. */
  resolveMarkers(document: DocumentUri): Promise<MarkersOutcome> {
    return this.inTurn(document, async (): Promise<MarkersOutcome> => {
      const update = await this.update(document, ({ source }) => {
        const result = mergeConflictMarkers(source ?? '') ?? { kind: 'unchanged' as const };
        return { result, source: result.kind === 'merged' ? result.source : undefined };
      });
      if (update.kind !== 'updated') return update;
      const { result } = update;
      return result.kind === 'merged' ? { kind: 'done', conflicts: result.conflicts } : result;
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
    this.writes.dispose();
  }

  /**
   * Changes a sidecar: `change` says how it is to read in place of what it reads now. What another program wrote over is in what it is
   * given, and is written in any case. Keeps what the sidecar reads in the end. Never rejects.
   */
  private async update<T>(document: DocumentUri, change: (state: SidecarState) => Changed<T>): Promise<Update<T>> {
    const seen = this.states.get(document);
    const stateOf = (reading: SidecarReading): SidecarState => this.stateOf(document, reading);
    let found: SidecarState = { document, ...NONE };
    let left = found;
    let result: { readonly of: T } | undefined;
    const write = (reading: number) => (sidecar: FoundSidecar) => {
      result = undefined;
      found = left = stateOf(sidecar.reading);
      if (found.unreadable !== undefined || (reading < MAX_READINGS && isHalfWritten(found, seen))) return undefined;
      const restored = this.overwritten.restore(document, sidecar);
      const changed = change(restored === undefined ? found : stateOf({ kind: 'source', source: restored }));
      const source = changed.source ?? restored;
      result = { of: changed.result };
      if (source !== undefined) left = this.stateOf(document, { kind: 'source', source }, changed.parsed);
      return source;
    };
    try {
      for (let reading = 1; ; reading++) {
        const outcome = await this.files.update(sidecarUriOf(document), write(reading));
        this.keep(outcome === 'contested' ? found : left);
        if (outcome === 'written') this.writes.fire(document);
        if (outcome === 'contested') return { kind: 'contested' };
        if (found.unreadable !== undefined) return { kind: 'failed', reason: found.unreadable };
        if (result) return { kind: 'updated', result: result.of };
        await this.clock.pause();
      }
    } catch (error) {
      this.keep(found);
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What an edit makes of a sidecar that reads as it read last, which it mostly does: worked out in a turn of its own, since a long one holds the host up. */
  private async expect(
    { source, parsed }: SidecarState,
    edit: SidecarEdit,
    origin: SidecarOrigin,
  ): Promise<MergedEdit> {
    await this.clock.pause();
    const edited = mergeEdit(source, source, edit, origin, parsed);
    await this.clock.pause();
    return edited;
  }

  /** Where the document is whose sidecar went from here; undefined where none did, or where there is none. */
  private async sidecarMovedWith(document: DocumentUri): Promise<DocumentUri | undefined> {
    const moved = this.relocations.movedTo(document);
    if (moved === undefined) return undefined;
    const isThere = async (uri: DocumentUri): Promise<boolean> =>
      (await this.files.read(sidecarUriOf(uri))).kind !== 'missing';
    return !(await isThere(document)) && (await isThere(moved)) ? moved : undefined;
  }

  /** Reads in slices what would hold the host up where it is all read as the file is found. */
  private async prepare(document: DocumentUri, source: string): Promise<void> {
    const steps = parsingSidecar(source, this.states.get(document)?.parsed);
    const parsed = await inSlices(steps, this.clock, () => true);
    if (parsed) this.prepared.set(document, parsed);
  }

  private stateOf(document: DocumentUri, reading: SidecarReading, parsed?: ParsedSidecar): SidecarState {
    switch (reading.kind) {
      case 'missing':
        return { document, ...NONE };
      case 'unreadable':
        return { document, ...NONE, unreadable: reading.reason };
      case 'source': {
        const known = parsed ?? this.prepared.get(document) ?? this.states.get(document)?.parsed;
        return { document, source: reading.source, parsed: parseSidecar(reading.source, known) };
      }
    }
  }

  private keep(state: SidecarState): void {
    const known = this.states.get(state.document);
    if (known?.source === state.source && known?.unreadable === state.unreadable) return;
    this.shown.delete(state.document);
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

const doneBy = (
  edited: Extract<MergedEdit, { readonly kind: 'edited' }> & { readonly conflicts?: number },
): EditOutcome => ({
  kind: 'done',
  inverse: edited.inverse,
  conflicts: edited.conflicts ?? 0,
});

/** True where a sidecar that could be edited is suddenly empty or cannot be: a program that writes in place may be at it. */
const isHalfWritten = ({ source, parsed }: SidecarState, seen: SidecarState | undefined): boolean =>
  source !== undefined &&
  seen?.parsed?.editable === true &&
  (source === '' ? seen.source !== '' : parsed?.editable === false);
