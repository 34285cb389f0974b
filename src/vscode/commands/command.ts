/** A command: its id, and what it does with the argument it was called with (from a menu, a hover, the palette: anything). */
export interface Command {
  readonly id: string;
  readonly run: (argument: unknown) => unknown;
}
