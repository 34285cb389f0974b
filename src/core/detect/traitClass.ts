// What else is to be known of a word. Bits, as in wordClass.ts.

/** A title that only men bear: Mr, chairman. */
export const masculine = 1 << 0;
export const feminine = 1 << 1;
/** A pronoun that can stand for one man: he. */
export const masculinePronoun = 1 << 2;
export const femininePronoun = 1 << 3;
/** It brings in somebody who has no name: a, another. */
export const indefinite = 1 << 4;
/** A small word within a name: van, de. */
export const particle = 1 << 5;
/** A preposition that joins nouns to one phrase: of, for. */
export const joining = 1 << 6;
/** The first word of a phrase that reports: according to. */
export const opensReport = 1 << 7;
/** With a capital it ends the name of a street: Street, Ave. */
export const street = 1 << 8;
/** Behind a number it begins the name of a street: rue, place. */
export const road = 1 << 9;
/** A verb form that says of a clause that somebody else claims it: sei, werde. */
export const reportedMood = 1 << 10;
/** It brings in who said so: as the mayor explained. */
export const likening = 1 << 11;
/** A determiner that no subject has: dem, einen. */
export const oblique = 1 << 12;
/** A verb whose object may be the one who speaks: zitiert. */
export const citing = 1 << 13;
