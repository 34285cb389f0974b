import { type DocumentFacts, type SidecarEdit } from '../core/annotation/model';
import { type AnnotationStore, type EditOutcome } from './annotationStore';
import { addressAfter, type FileMove } from './movedDocuments';
import { type DocumentUri } from './ports';

/** One change that can be taken back. */
export interface Step {
  readonly document: DocumentUri;
  readonly edit: SidecarEdit;
}

/** How an undo or a redo ended; `nothing`: there was no step to take. */
export type StepOutcome = { readonly kind: 'nothing' } | { readonly step: Step; readonly outcome: EditOutcome };

/** The session's annotation changes, across documents, newest last. Every change a user makes goes through here. */
export class History {
  private readonly undoable: Step[] = [];
  private readonly redoable: Step[] = [];

  constructor(private readonly store: AnnotationStore) {}

  /** Makes a change that can be undone. */
  async change(document: DocumentUri, edit: SidecarEdit, facts?: DocumentFacts): Promise<EditOutcome> {
    const outcome = await this.store.edit(document, edit, facts);
    if (outcome.kind === 'done') {
      this.undoable.push({ document, edit: outcome.inverse });
      this.redoable.length = 0;
    }
    return outcome;
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
      steps.forEach((step, i) => (steps[i] = { ...step, document: addressAfter(step.document, move) }));
  }

  private async step(from: Step[], to: Step[]): Promise<StepOutcome> {
    const step = from.pop();
    if (!step) return { kind: 'nothing' };
    const outcome = await this.store.edit(step.document, step.edit);
    if (outcome.kind === 'done') to.push({ document: step.document, edit: outcome.inverse });
    else if (outcome.kind !== 'unchanged') from.push(step);
    return { step, outcome };
  }
}
