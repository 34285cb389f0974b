import { GRAMMARS } from './grammars';
import { LANGUAGES, type Language } from './model';

/** The languages that a frequent short word belongs to. */
export const SIGNATURES: ReadonlyMap<string, readonly Language[]> = signatures();

function signatures(): Map<string, Language[]> {
  const byWord = new Map<string, Language[]>();
  for (const language of LANGUAGES)
    for (const word of GRAMMARS[language].table.signature.split(/\s+/))
      byWord.set(word, [...(byWord.get(word) ?? []), language]);
  return byWord;
}
