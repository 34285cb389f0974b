// What a word can be in a sentence. Bits: a word can be several things ("claims"). Tables list words by these names. Constants of a module, not of an
// object: the build puts their values where they are used.

/** Any form of a verb of saying. */
export const speech = 1 << 0;
/** Any form of a verb of thinking, wanting, finding. */
export const thought = 1 << 1;
/** Any form of a verb that puts words on something: called, described, accused. */
export const naming = 1 << 2;
/** A verb form that has a subject of its own: said, says. */
export const finite = 1 << 3;
/** Infinitive and plural present: say. */
export const base = 1 << 4;
export const gerund = 1 << 5;
/** The verb names its hearer before what is said: told them that. */
export const hearer = 1 << 6;
export const auxiliary = 1 << 7;
export const be = 1 << 8;
export const determiner = 1 << 9;
export const possessive = 1 << 10;
export const preposition = 1 << 11;
export const subjectPronoun = 1 << 12;
export const objectPronoun = 1 << 13;
export const coordinator = 1 << 14;
export const subordinator = 1 << 15;
export const relative = 1 << 16;
export const that = 1 << 17;
export const adverb = 1 << 18;
/** Stands before a name and is no part of it: President, Mr, spokesman. */
export const title = 1 << 19;
export const time = 1 << 20;
export const abbreviation = 1 << 21;
/** A thing that has a title: book, film, programme. */
export const work = 1 << 22;
/** A word that speaks of words: term, word, so-called. */
export const term = 1 << 23;
/** Any other common finite verb; it ends a noun phrase. */
export const verb = 1 << 24;
export const negation = 1 << 25;
export const infinitiveMarker = 1 << 26;
/** A noun that says something: statement, report. */
export const statement = 1 << 27;
export const month = 1 << 28;
/** A group of people or an office that speaks without a name: police, officials. */
export const person = 1 << 29;
/** A verb that is a cue only right beside quotation marks: read, chanted, laughed. */
export const quoting = 1 << 30;
/** Before marks it says that the words are a coinage: so-called, the term. */
export const coinage = 1 << 31;
