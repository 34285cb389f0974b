import { appendFileSync } from 'node:fs';
import * as os from 'node:os';

/** Names a file that figures are added to, a line of JSON each. */
export const FIGURES_VARIABLE = 'PRESSMARK_FIGURES';

/** Something that was measured, of Pressmark and maybe of others in the same run. */
export interface Figure {
  /** The script that measured it: `detect` for `npm run bench:detect`. */
  readonly bench: string;
  readonly what: string;
  readonly unit: string;
  /** By who was measured; Pressmark is the first. */
  readonly values: Readonly<Record<string, number>>;
  /** What is aimed at, in words. */
  readonly aim?: string;
  /** True where less is better. False: more is. */
  readonly lessIsBetter: boolean;
}

/** Notes a figure for `npm run bench`; without that it does nothing: what a bench prints says it as well. */
export function tellFigure(figure: Figure): void {
  const file = process.env[FIGURES_VARIABLE];
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** How busy the machine is, which a reader of times has to know. */
export const loadText = (): string =>
  `Load of this machine, 1 minute: ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} cores`;

/** Three digits that count, or all there are before the point; percentages near 100 need two behind it. */
export const shown = (value: number): string =>
  value >= 90 && value < 100 ? value.toFixed(2) : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
