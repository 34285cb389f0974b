/** Number words with their values from lines of "word value" pairs: `one 1 two 2`; a fraction may be written 1/3. */
export function wordValues(pairs: string): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [word, value] of pairsOf(pairs)) {
    const [above, below] = value.split('/');
    numbers[word] = below === undefined ? Number(above) : Number(above) / Number(below);
  }
  return numbers;
}

/** Words with a code, from groups of `CODE: word word`; a group without a code has the empty one. */
export function wordCodes(groups: readonly string[]): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const group of groups) {
    const [code = '', words = ''] = group.split(':');
    for (const word of words.trim().split(/\s+/)) codes[word] = code.trim();
  }
  return codes;
}

function* pairsOf(pairs: string): Generator<readonly [string, string]> {
  const words = pairs.trim().split(/\s+/);
  for (let i = 0; i + 1 < words.length; i += 2) yield [words[i]!, words[i + 1]!];
}

/** The keys of a table as a list of words. */
export const wordsOf = (values: Readonly<Record<string, unknown>>): string => Object.keys(values).join(' ');
