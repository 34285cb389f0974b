import { TABLES } from '../detect/grammars';
import { LANGUAGES } from '../detect/model';
import { once } from '../detect/once';
import { wordHash } from './words';

const HASHES: () => ReadonlySet<number> = once(
  () => new Set(LANGUAGES.flatMap(language => TABLES[language].signature.trim().split(/\s+/).map(wordHash))),
);

/** Whether a word (its hash in `Words.hashes`) says nothing of what a text is about: articles, pronouns, days of the week. */
export const isFunctionWord = (hash: number): boolean => HASHES().has(hash);
