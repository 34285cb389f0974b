/** Names and paths in the order that the user's language gives them, numbers by their value: 2 before 10. */
export const naturalOrder: (a: string, b: string) => number = new Intl.Collator(undefined, { numeric: true }).compare;
