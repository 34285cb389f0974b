import { type DocumentFacts, type SidecarEdit } from '../core/annotation/model';
import { type AnnotationStore, type EditOutcome } from './annotationStore';
import { addressAfter, type FileMove } from './movedDocuments';
import { type DocumentUri } from './ports';

/** One sidecar's change. */
export interface SidecarChange {
  readonly document: DocumentUri;
  readonly edit: SidecarEdit;
}

/** Changes one sidecar; `facts` are noted where this creates it. */
export type MakeChange = (document: DocumentUri, edit: SidecarEdit, facts?: DocumentFacts) => Promise<EditOutcome>;

/** What is taken back at once: the changes of one or of many sidecars, in the order in which they are to be made. */
type Step = readonly SidecarChange[];

/**
 * How an undo or a redo ended, at the last document that it came to; `nothing`: there was no step to take. Where one document's change
 * cannot be made, those before it are, and it and the others stay to be tried again.
 */
export type StepOutcome =
  { readonly kind: 'nothing' } | { readonly document: DocumentUri; readonly outcome: EditOutcome };

/** The session's annotation changes, across documents, newest last. Every change a user makes goes through here. */
export class History {
  private readonly undoable: Step[] = [];
  private readonly redoable: Step[] = [];

  constructor(private readonly store: AnnotationStore) {}

  /** Makes a change that can be undone. */
  change(document: DocumentUri, edit: SidecarEdit, facts?: DocumentFacts): Promise<EditOutcome> {
    return this.asOne(change => change(document, edit, facts));
  }

  /** Makes changes of any number of sidecars that are undone as one: all that `work` makes by the function it is given. */
  async asOne<T>(work: (change: MakeChange) => Promise<T>): Promise<T> {
    const inverses: SidecarChange[] = [];
    try {
      return await work(async (document, edit, facts) => {
        const outcome = await this.store.edit(document, edit, facts);
        if (outcome.kind === 'done') inverses.unshift({ document, edit: outcome.inverse });
        return outcome;
      });
    } finally {
      if (inverses.length) {
        this.undoable.push(inverses);
        this.redoable.length = 0;
      }
    }
  }

  /** Takes back the last change. A change that cannot be taken back now (a broken sidecar, say) stays to be tried again. */
  undo(): Promise<StepOutcome> {
    return this.step(this.undoable, this.redoable);
  }

  /** Makes the last undone change again. */
  redo(): Promise<StepOutcome> {
    return this.step(this.redoable, this.undoable);
  }

  /** A document or a folder has another address now: its changes are taken back there. */
  moved(move: FileMove): void {
    for (const steps of [this.undoable, this.redoable])
      steps.forEach((step, i) => {
        steps[i] = step.map(change => ({ ...change, document: addressAfter(change.document, move) }));
      });
  }

  private async step(from: Step[], to: Step[]): Promise<StepOutcome> {
    const step = from.pop();
    if (!step?.length) return { kind: 'nothing' };
    const inverses: SidecarChange[] = [];
    let conflicts = 0;
    let last: { readonly document: DocumentUri; readonly outcome: EditOutcome } | undefined;
    for (const [i, { document, edit }] of step.entries()) {
      const outcome = await this.store.edit(document, edit);
      if (outcome.kind === 'done') {
        inverses.unshift({ document, edit: outcome.inverse });
        conflicts += outcome.conflicts;
        last = { document, outcome: { ...outcome, conflicts } };
      } else if (outcome.kind !== 'unchanged' || !last) last = { document, outcome };
      if (outcome.kind === 'done' || outcome.kind === 'unchanged') continue;
      from.push(step.slice(i));
      break;
    }
    if (inverses.length) to.push(inverses);
    return last!;
  }
}
