import { bearerOf } from './apposition';
import { pronounBehindHyphen } from './inversion';
import { type MarkedSpan } from './marks';
import { isObjectPronoun, nounPhraseAfter, type TokenRange } from './nounPhrase';
import { type Tokens } from './tokens';
import * as WordClass from './wordClass';

/** So many tokens of a quotation are searched. */
const REACH = 120;

/** A verb of saying with its subject behind it. */
export interface Incise {
  readonly cue: TokenRange;
  readonly speaker: TokenRange;
}

/** What French and Spanish set off within the marks: « Le pont, a-t-elle ajouté, rouvrira. » «El puente —dijo— abrirá». The first one; undefined where there is none. */
export function inciseIn(tokens: Tokens, { open, close }: MarkedSpan): Incise | undefined {
  const end = Math.min(close, tokens.count, open + REACH);
  for (let token = open + 2; token < end; token++) {
    if (!tokens.isSign(token, ',') && !tokens.isSign(token, '—')) continue;
    const incise = inciseAt(tokens, token + 1, end);
    if (incise) return incise;
  }
  return undefined;
}

function inciseAt(tokens: Tokens, first: number, end: number): Incise | undefined {
  let verb = isObjectPronoun(tokens, first) ? first + 1 : first;
  let subject: TokenRange | undefined;
  if (tokens.has(verb, WordClass.auxiliary)) {
    subject = pronounBehindHyphen(tokens, verb + 1);
    verb = (subject?.last ?? verb) + 1;
  }
  if (!tokens.has(verb, WordClass.speech | WordClass.quoting) || !tokens.has(verb, WordClass.finite)) return undefined;
  let last = verb;
  if (!subject) {
    subject = pronounBehindHyphen(tokens, verb + 1) ?? nounPhraseAfter(tokens, verb + 1, end);
    if (!subject) return undefined;
    last = subject.last;
  }
  const isSetOff = last + 1 >= end || STOPS.some(sign => tokens.isSign(last + 1, sign));
  return isSetOff ? { cue: { first: verb, last: verb }, speaker: bearerOf(tokens, subject) } : undefined;
}

const STOPS = [',', '.', ';', ':', '!', '?', '…', '—'] as const;
