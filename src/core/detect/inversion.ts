import { type TokenRange } from './nounPhrase';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** "dit-il", "assure-t-elle": the pronoun behind the verb's hyphen at this token. */
export function pronounBehindHyphen(tokens: Tokens, hyphen: number): TokenRange | undefined {
  if (!tokens.isSign(hyphen, '-') || !tokens.isGlued(hyphen)) return undefined;
  const next = hyphen + 1;
  const pronoun = tokens.isSign(next + 1, '-') && tokens.lengthOf(next) === 1 ? next + 2 : next;
  return tokens.has(pronoun, WordClass.subjectPronoun) ? { first: pronoun, last: pronoun } : undefined;
}

/** "a-t-elle ajouté": the helper before the hyphen of a pronoun, which starts at this token; -1 where none is. */
export function helperBeforeHyphen(tokens: Tokens, pronoun: number): number {
  let hyphen = pronoun - 1;
  if (tokens.isSign(hyphen, '-') && tokens.lengthOf(hyphen - 1) === 1 && tokens.isSign(hyphen - 2, '-')) hyphen -= 2;
  const isHyphened = tokens.isSign(hyphen, '-') && tokens.isGlued(hyphen);
  return isHyphened && tokens.has(hyphen - 1, WordClass.auxiliary) ? hyphen - 1 : -1;
}
