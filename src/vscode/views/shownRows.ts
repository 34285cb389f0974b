/** So many rows of a list are shown at first, and as many more each time more are asked for. */
const PAGE = 100;

/** How many rows of long lists are shown beyond the first, by the list's name. */
export class ShownRows {
  private readonly added = new Map<string, number>();

  /** The most rows of a list that are shown; `first` before more were asked for. */
  most(of: string, first = PAGE): number {
    return first + (this.added.get(of) ?? 0);
  }

  showMore(of: string, more = PAGE): void {
    this.added.set(of, (this.added.get(of) ?? 0) + more);
  }
}
