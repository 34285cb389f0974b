import { type ReportPassage } from '../core/report/reportDocument';

/** What a mark of the report stands for, with a quote's words where they are known. */
export type ShownPassage = ReportPassage & { readonly words?: string };
