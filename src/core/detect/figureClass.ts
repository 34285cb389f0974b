// What a word can be in a figure. Bits, as in wordClass.ts. Tables list words by these names.

/** one … ninety, zero. */
export const cardinal = 1 << 0;
/** hundred, thousand, million, mln. */
export const scale = 1 << 1;
/** half, third, quarter, tenths. */
export const fraction = 1 << 2;
/** dozens, hundreds, thousands, millions. */
export const vague = 1 << 3;
/** first, 2nd. */
export const ordinal = 1 << 4;
/** several, few: only before a scale. */
export const few = 1 << 5;
export const percent = 1 << 6;
export const percentagePoint = 1 << 7;
export const duration = 1 << 8;
export const measure = 1 << 9;
export const currency = 1 << 10;
/** times, fold: three times. */
export const times = 1 << 11;
/** twice, double. */
export const multiple = 1 << 12;
/** and, between the parts of a number. */
export const joiner = 1 << 13;
/** to, through, or, between two bounds. */
export const rangeJoiner = 1 << 14;
export const rise = 1 << 15;
export const fall = 1 << 16;
/** a, an before a scale or a fraction. */
export const article = 1 << 17;
/** A word before a number that makes it a name: page, Article, No. */
export const label = 1 << 18;
export const of = 1 << 19;
export const by = 1 << 20;
export const from = 1 << 21;
/** o'clock, am, pm, GMT. */
export const clock = 1 << 22;
/** half of a compound: "and a half". */
export const half = 1 << 23;
/** An irregular plural: people, men, children. */
export const plural = 1 << 24;
/** in, of: "two in five". */
export const outOf = 1 << 25;
export const idiom = 1 << 26;
/** The first word of a phrase that means a share: jeder dritte, tercera parte. */
export const share = 1 << 27;
/** minus. */
export const negative = 1 << 29;
/** as, what: twice as many, double what it was. */
export const compared = 1 << 28;
/** point, Komma: between a number in words and its decimals. */
export const decimalWord = 1 << 30;
/** A rise or a fall that is said behind its figure: a 5% increase, 5% lower. */
export const changeNoun = 1 << 31;
