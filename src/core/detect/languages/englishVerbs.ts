/** The forms of a list of verbs, each list parted by blanks. */
export interface VerbForms {
  readonly finite: string;
  readonly base: string;
  readonly gerund: string;
}

/** The forms of regular English verbs given by their infinitives: add, adds, added, adding. */
export function regularVerbs(infinitives: string): VerbForms {
  const verbs = infinitives.trim().split(/\s+/);
  return {
    finite: verbs.flatMap(verb => [thirdPerson(verb), past(verb)]).join(' '),
    base: verbs.join(' '),
    gerund: verbs.map(gerund).join(' '),
  };
}

/** Stress falls on a last syllable of this shape, so its consonant doubles: admitted, not offered. */
const DOUBLING = new Set([
  'admit',
  'quip',
  'snap',
  'slam',
  'dub',
  'blog',
  'chat',
  'rip',
  'refer',
  'infer',
  'commit',
  'concur',
  'regret',
]);
const YIELDS_IES = /[^aeiou]y$/;

const thirdPerson = (verb: string): string =>
  YIELDS_IES.test(verb) ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (YIELDS_IES.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

const gerund = (verb: string): string => (/[^e]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${doubled(verb)}ing`);

const doubled = (verb: string): string => (DOUBLING.has(verb) ? verb + verb.at(-1)! : verb);
