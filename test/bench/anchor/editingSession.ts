import { type SeededRandom } from '../seededRandom';
import { elsewhere, randomPiece, randomStep } from './randomScript';
import { type TrackedChange, type TrackedText, typed } from './trackedText';

interface Done {
  readonly before: TrackedText;
  readonly changes: readonly TrackedChange[];
}

/** Somebody at an editor: writes, cuts, pastes, replaces all over the file, undoes and redoes. */
export class EditingSession {
  private readonly undoable: Done[] = [];
  private readonly redoable: Done[] = [];
  private readonly removed = new Map<string, readonly number[]>();
  private clipboard: Pick<TrackedChange, 'text' | 'origins'> | undefined;

  constructor(
    public text: TrackedText,
    private readonly random: SeededRandom,
    private readonly others: readonly string[],
  ) {}

  /** Does one thing and returns the changes that the editor tells of it. */
  step(): readonly TrackedChange[] {
    const kind = this.random.below(10);
    if (kind < 2 && this.undoable.length) return this.undo();
    if (kind === 2 && this.redoable.length) return this.redo();
    if (kind === 3) return this.cut();
    if (kind < 6 && this.clipboard) return this.paste(this.clipboard);
    return this.make(randomStep(this.text, this.random, this.others));
  }

  private cut(): readonly TrackedChange[] {
    const piece = randomPiece(this.text.text, this.random);
    this.clipboard = this.text.stretch(piece);
    return this.make([{ ...piece, ...typed('') }]);
  }

  private paste(clipboard: Pick<TrackedChange, 'text' | 'origins'>): readonly TrackedChange[] {
    const at = elsewhere(this.text.text, { start: 0, end: 0 }, this.random);
    if (this.random.below(4)) this.clipboard = undefined;
    return this.make([{ start: at, end: at, ...this.text.paste(clipboard) }]);
  }

  private make(changes: readonly TrackedChange[]): readonly TrackedChange[] {
    if (changes.some(change => this.isAmbiguous(change))) return [];
    this.undoable.push({ before: this.text, changes });
    this.redoable.length = 0;
    for (const { start, end } of changes)
      if (end > start) this.removed.set(this.text.text.slice(start, end), this.text.origins.slice(start, end));
    this.text = this.text.edit(changes);
    return changes;
  }

  /** To put in the very words that were deleted elsewhere tells an editor nothing else than to put those back. */
  private isAmbiguous({ text, origins }: TrackedChange): boolean {
    const removed = this.removed.get(text);
    return removed?.some((origin, i) => origin !== origins[i]) ?? false;
  }

  private undo(): readonly TrackedChange[] {
    const done = this.undoable.pop()!;
    this.redoable.push(done);
    this.text = done.before;
    return done.before.inverse(done.changes);
  }

  private redo(): readonly TrackedChange[] {
    const done = this.redoable.pop()!;
    this.undoable.push(done);
    this.text = this.text.edit(done.changes);
    return done.changes;
  }
}
