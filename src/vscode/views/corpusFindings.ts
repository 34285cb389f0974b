import { type SourceFinding } from '../../app/acrossSources';
import { type Disposable } from '../../app/event';

/** So many findings are looked for at a time. */
const PAGE = 100;

/**
 * The findings of the corpus as far as somebody wants to see them: a corpus of thousands has thousands, and to look for all takes minutes. Keeps rows, not
 * articles. `paused`: there may be more.
 */
export class CorpusFindings<Row> implements Disposable {
  rows: Row[] = [];
  state: 'idle' | 'running' | 'paused' | 'done' = 'idle';
  private search: AsyncGenerator<readonly SourceFinding[], void> | undefined;
  /** Counts searches: one that was given up on stops at its next step. */
  private current = 0;

  constructor(
    private readonly start: (isWanted: () => boolean) => AsyncGenerator<readonly SourceFinding[], void>,
    private readonly rowOf: (finding: SourceFinding, at: number) => Row,
    private readonly changed: () => void,
  ) {}

  /** Looks for another page. */
  run(): void {
    if (this.state === 'running' || this.state === 'done') return;
    this.state = 'running';
    void this.find(this.current, this.rows.length + PAGE);
  }

  /** Gives up on a search that is under way: nobody sees what it finds. */
  stop(): void {
    if (this.state === 'running') this.reset();
  }

  /** Forgets what was found: it may not be so any more. */
  reset(): void {
    this.current++;
    this.rows = [];
    this.search = undefined;
    this.state = 'idle';
  }

  dispose(): void {
    this.reset();
  }

  private async find(search: number, most: number): Promise<void> {
    const isWanted = (): boolean => this.current === search;
    this.search ??= this.start(isWanted);
    const found = this.search;
    while (this.rows.length < most) {
      const step = await found.next();
      if (!isWanted()) return;
      if (step.done) {
        this.state = 'done';
        this.changed();
        return;
      }
      for (const finding of step.value) this.rows.push(this.rowOf(finding, this.rows.length));
      this.changed();
    }
    this.state = 'paused';
    this.changed();
  }
}
