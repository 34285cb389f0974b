/** The list, sorted in place where it is not in order yet: most are, and to see that takes less than to sort them. Keeps the order of equals. */
export function ordered<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  for (let index = 1; index < list.length; index++)
    if (compare(list[index - 1]!, list[index]!) > 0) return list.sort(compare);
  return list;
}
