import { QUOTE_TYPES } from './model';

/** What can be shown or hidden in the editor: each quote type, and numeric claims as one. */
export const HIGHLIGHT_KINDS = [...QUOTE_TYPES, 'claim'] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

/** What is shown unless the user says otherwise; reported speech would underline half an article. */
export const DEFAULT_HIGHLIGHT_KINDS: readonly HighlightKind[] = HIGHLIGHT_KINDS.filter(kind => kind !== 'indirect');
