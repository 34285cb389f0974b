import { type TextChange } from '../text/change';
import { type Language, type NumericClaim, type Quote } from './model';

/** What detection can be told; all of it optional. */
export interface DetectOptions {
  /** Overrides the language that the text itself suggests. */
  readonly language?: Language;
}

/** What was found in one text. Lists are in text order; offsets count in that text. */
export interface Detection {
  readonly language: Language;
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
}

/** Finds quotes and numeric claims. Linear time on any input; never throws. */
export function detect(_text: string, options: DetectOptions = {}): Detection {
  return { language: options.language ?? 'en', quotes: [], claims: [] };
}

/**
 * The detection of `text`, given that of the text before `change`. Equals `detect(text, options)`, and does only the work
 * that the change calls for.
 */
export function redetect(_before: Detection, text: string, _change: TextChange, options: DetectOptions = {}): Detection {
  return detect(text, options);
}
