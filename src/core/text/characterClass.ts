// Bits of CHARACTER_CLASSES. Constants of a module: the build puts their values where they are used.

export const blank = 1;
export const letter = 2;
export const digit = 4;
export const capital = 8;
export const apostrophe = 16;
export const mark = 32;
export const lead = 64;
