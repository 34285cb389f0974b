/**
 * A command: its id, and what it does with the argument it was called with (from a menu, a hover, the palette: anything). A tree's menu
 * tells the row that is meant, and then all that are selected.
 */
export interface Command {
  readonly id: string;
  readonly run: (argument: unknown, selected?: unknown) => unknown;
}
