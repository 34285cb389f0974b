/** What a pronoun or a title says of the person it stands for. */
export const GENDERS = ['masculine', 'feminine'] as const;
export type Gender = (typeof GENDERS)[number];

/** The gender of a pronoun that can stand for one person; undefined for any other word. */
export const pronounGender = (text: string): Gender | undefined =>
  text.length <= LONGEST ? PRONOUNS.get(text.toLowerCase()) : undefined;

const LONGEST = 4;

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'er', 'il', 'él'].map(pronoun => [pronoun, 'masculine'] as const),
  ...['she', 'sie', 'elle', 'ella'].map(pronoun => [pronoun, 'feminine'] as const),
]);
