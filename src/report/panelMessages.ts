import { type ReportDocument, type ReportPassage } from '../core/report/reportDocument';
import { type ReportFormat } from './formats';

/** What the panel tells its page. */
export type ToPage =
  /** First of all: the language, and texts in it by their English. */
  | {
      readonly kind: 'start';
      readonly language: string;
      readonly texts: Readonly<Record<string, string>>;
      readonly day: string;
    }
  /** Articles that are new or say something else, whole, and the addresses of those that are gone. */
  | { readonly kind: 'documents'; readonly changed: readonly ReportDocument[]; readonly removed: readonly string[] }
  /** Which corpus it is, and the addresses of its articles in their order. */
  | {
      readonly kind: 'corpus';
      readonly name: string;
      readonly order: readonly string[];
      /** Which passages are left in, in words; absent where all are. */
      readonly filter?: string;
      /** Names to count speakers under; see SpeakerNames. */
      readonly names: readonly (readonly [string, string])[];
    }
  /** The user wants it saved: the page makes the file and answers with `save`. */
  | { readonly kind: 'save'; readonly format: ReportFormat };

/** What the page tells the panel. */
export type FromPage =
  | { readonly kind: 'ready' }
  /** The user chose a mark. */
  | { readonly kind: 'open'; readonly title: string; readonly passages: readonly ReportPassage[] }
  | { readonly kind: 'save'; readonly format: ReportFormat; readonly content: string };
