import { type Annotation, type DocumentFacts, type SidecarEdit } from '../core/annotation/model';
import { editSidecar } from '../core/sidecar/editSidecar';
import { type ParsedSidecar, parseSidecar, type SidecarProblem } from '../core/sidecar/parseSidecar';
import { type Disposable, Emitter } from './event';
import { type FileMove, MovedDocuments } from './movedDocuments';
import { type DocumentUri, type SidecarFiles } from './ports';
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

/** How an edit ended. `inverse` takes it back. */
export type EditOutcome =
  | { readonly kind: 'done'; readonly inverse: SidecarEdit }
  /** The annotation is not there any more, or already says so. */
  | { readonly kind: 'unchanged' }
  /** The sidecar has problems that writing would make worse; it is untouched. */
  | { readonly kind: 'refused'; readonly problems: readonly SidecarProblem[] }
  /** Reading or writing failed; the sidecar is as it was. */
  | { readonly kind: 'failed'; readonly reason: string };

const NONE: Omit<SidecarState, 'document'> = { source: undefined, parsed: undefined };

/**
 * The sidecars, and the only writer of them. Edits of one sidecar queue; each reads the file anew, so that what git, another
 * window or a hand wrote meanwhile is kept.
 */
export class AnnotationStore implements Disposable {
  private readonly states = new Map<DocumentUri, SidecarState>();
  private readonly queues = new Map<DocumentUri, Promise<unknown>>();
  private readonly relocations = new MovedDocuments();
  private readonly changes = new Emitter<DocumentUri>();

  /** Fires with a document's address after its annotations, facts or problems changed. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly files: SidecarFiles) {}

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
      this.keep(await this.read(document));
    });
  }

  /** Forgets a document that left the corpus. */
  forget(document: DocumentUri): void {
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
      const before = await this.read(document);
      this.keep(before);
      const elsewhere = before.source === undefined ? await this.sidecarMovedWith(document) : undefined;
      if (elsewhere !== undefined) return this.edit(elsewhere, edit, facts);
      if (before.unreadable !== undefined) return { kind: 'failed', reason: before.unreadable };
      const result = editSidecar(before.source, edit, { articleName: fileNameOf(document), facts });
      if (result.kind !== 'edited') return result;
      try {
        await this.files.write(sidecarUriOf(document), result.source);
      } catch (error) {
        return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
      }
      this.keep({ document, source: result.source, parsed: parseSidecar(result.source) });
      return { kind: 'done', inverse: result.inverse };
    });
  }

  dispose(): void {
    this.changes.dispose();
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
