import { LANGUAGES, type Language } from './model';
import { SIGNATURES } from './signatures';

/** The language shows in the first lines: no more is read, so that an edit further down need not ask again. */
const READ_LENGTH = 4096;
/** A text with fewer known words than this, or with a lead smaller than this, is taken for English. */
const LEAST_LEAD = 2;

/** The language whose frequent words are most in the text's first characters; English where none leads. Constant time. */
export function identifyLanguage(text: string): Language {
  const counts = new Map<Language, number>();
  for (const word of text
    .slice(0, READ_LENGTH)
    .toLowerCase()
    .split(/[^\p{L}]+/u))
    for (const language of SIGNATURES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const english = (counts.get('en') ?? 0) + LEAST_LEAD;
  let best: Language = 'en';
  let most = english;
  for (const language of LANGUAGES) {
    const count = counts.get(language) ?? 0;
    if (language !== 'en' && count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
