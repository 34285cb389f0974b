import { LANGUAGES } from '../detect/model';
import { once } from '../detect/once';
import { functionWordsOf } from '../detect/signatures';
import { wordHash } from './words';

const HASHES: () => ReadonlySet<number> = once(
  () => new Set(LANGUAGES.flatMap(language => functionWordsOf(language).map(wordHash))),
);

/** Whether a word (its hash in `Words.hashes`) says nothing of what a text is about: articles, pronouns, prepositions. */
export const isFunctionWord = (hash: number): boolean => HASHES().has(hash);
