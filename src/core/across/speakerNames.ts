import { type Quote } from '../detect/model';
import { isFunctionWord } from './functionWords';
import { WordFlag, WordReader } from './words';

/**
 * The name under which a quote's speaker is known in its article; undefined where the text gives none ("he", "a spokesman").
 */
export function speakerNameOf({ speaker, speakerName }: Quote): string | undefined {
  const name = speakerName ?? speaker?.text;
  return name !== undefined && isName(name) ? name : undefined;
}

/** A name ends in a word with a capital that is no pronoun: "Vladimir Putin", "The Kremlin"; not "The Russian president", "der Minister". */
function isName(text: string): boolean {
  const words = new WordReader().read(text);
  const last = words.length - 1;
  if (last < 0 || isFunctionWord(words.hashes[last]!)) return false;
  if (last > 0 && isFunctionWord(words.hashes[0]!) && !text.startsWith('The ')) return false;
  const letter = text.charAt(words.starts[last]!);
  return (words.flags[last]! & WordFlag.number) === 0 && letter !== letter.toLowerCase();
}

/** A name as it is compared: its words' stems, titles and small words left out. */
export function nameStems(name: string): readonly number[] {
  const words = new WordReader().read(name);
  const stems: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const letter = name.charAt(words.starts[at]!);
    if (letter !== letter.toLowerCase() && !isFunctionWord(words.hashes[at]!)) stems.push(words.stems[at]!);
  }
  return stems;
}

/** Whether two names can be one person's: the last words are the same, and one has all that the other has ("Putin", "Vladimir Putin"). */
export function canBeOne(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0 || a.at(-1) !== b.at(-1)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every(stem => long.includes(stem));
}
