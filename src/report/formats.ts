/** What a report can be saved as. */
export const REPORT_FORMATS = ['html', 'markdown'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The ending of each format's files. */
export const REPORT_ENDINGS: Readonly<Record<ReportFormat, string>> = { html: 'html', markdown: 'md' };
