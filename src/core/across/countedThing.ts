import { CLAIM_KINDS, type ClaimKind, type NumericClaim } from '../detect/model';

/**
 * What claims are listed by: the thing counted in small letters ("boats"), where the text names it; else `#` and the claim's kind. Money is listed
 * together whatever its currency, and so are shares: what they are of is said in too many ways.
 */
export function countedThing({ kind, unit }: NumericClaim): string {
  const name = kind === 'count' ? unit?.trim().replace(/\s+/g, ' ').toLowerCase() : undefined;
  return name ? name.slice(0, MOST_CHARACTERS) : `#${kind}`;
}

/** A longer name is a mistake of detection, or of the text's. */
const MOST_CHARACTERS = 60;

/** The kind that a key of `countedThing` stands for; undefined where it is the name of a thing. */
export const kindOfThing = (thing: string): ClaimKind | undefined =>
  thing.startsWith('#') ? CLAIM_KINDS.find(kind => thing === `#${kind}`) : undefined;
