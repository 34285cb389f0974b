/** So many rows of a list are shown at first, and as many more each time more are asked for. */
const PAGE = 100;

/** How many rows of long lists are shown, by the list's name. */
export class ShownRows {
  private readonly shown = new Map<string, number>();

  /** The most rows of a list that are shown. */
  most(of: string): number {
    return this.shown.get(of) ?? PAGE;
  }

  showMore(of: string): void {
    this.shown.set(of, this.most(of) + PAGE);
  }
}
