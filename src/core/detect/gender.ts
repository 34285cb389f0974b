/** What a pronoun or a title says of the person it stands for. */
export const GENDERS = ['masculine', 'feminine'] as const;
export type Gender = (typeof GENDERS)[number];

/** Pronouns that can stand for one person, of all languages. */
export const PRONOUNS: Readonly<Record<Gender, readonly string[]>> = {
  masculine: ['he', 'er', 'il', 'él'],
  feminine: ['she', 'sie', 'elle', 'ella'],
};

/** The gender of a pronoun that can stand for one person; undefined for any other word. */
export function pronounGender(text: string): Gender | undefined {
  if (text.length > LONGEST) return undefined;
  const word = text.toLowerCase();
  return GENDERS.find(gender => PRONOUNS[gender].includes(word));
}

const LONGEST = 4;
