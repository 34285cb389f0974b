import { type ReportPassage } from '../core/report/reportDocument';
import { type PageElement } from './element';

/** What a mark of a chart says, and leads to. */
export interface Mark {
  /** In words: “Skerrow Courier, harbour expansion, against: 3 passages”. */
  readonly title: string;
  readonly passages: readonly ReportPassage[];
}

/** The numbers behind a chart. */
export interface Table {
  readonly columns: readonly { readonly heading: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** An entry of a chart's key: a class of its marks, and what it means. */
export interface KeyEntry {
  readonly look: string;
  /** The sign that repeats the colour; empty where the look does not differ by colour alone. */
  readonly sign: string;
  readonly text: string;
}

/** One part of a report: a chart, what it says in words, and the table behind it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What can be seen in the chart, or why there is none. */
  readonly summary: string;
  readonly key: readonly KeyEntry[];
  /** Absent where there is nothing to draw. */
  readonly chart?: PageElement;
  /** By the `data-mark` of the chart's elements. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Absent where there are no numbers. */
  readonly table?: Table;
  readonly notes: readonly string[];
}

/** How a report is drawn. */
export interface Drawing {
  /** Pixels. */
  readonly width: number;
  /** BCP 47, for dates and numbers. */
  readonly language: string;
}
