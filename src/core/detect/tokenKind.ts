// What a token is. Constants of a module, as in wordClass.ts.

export const word = 1;
export const number = 2;
export const mark = 3;
export const punctuation = 4;
export const clitic = 5;
export const link = 6;
