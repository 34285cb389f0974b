/** What annotations can be exported to. */
export const EXPORT_FORMATS = ['csv', 'jsonl', 'w3c', 'claimreview', 'brat', 'refi-qda'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The endings of the formats' files, without a dot. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  jsonl: 'jsonl',
  w3c: 'jsonld',
  claimreview: 'jsonld',
  brat: 'zip',
  'refi-qda': 'qdpx',
};

/** What annotations can be imported from. */
export const IMPORT_FORMATS = ['w3c', 'brat'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The endings of files that are offered for import, without a dot. */
export const IMPORT_ENDINGS: Readonly<Record<ImportFormat, readonly string[]>> = {
  w3c: ['json', 'jsonld', 'jsonl'],
  brat: ['ann', 'zip'],
};
