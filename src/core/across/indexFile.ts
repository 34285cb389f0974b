import { checksum } from './checksum';
import { isFeatureRow } from './features';
import { type IndexEntry } from './indexEntry';
import { type Tally } from './tally';

/** "PMIX" in the order of the machine's bytes: a file from a machine with the other order is not read. */
const MAGIC = 0x504d4958;
/** To be counted up whenever what is kept of a document, or how it is found, changes: files of other versions are made anew. */
const VERSION = 4;
/** Numbers before the content: MAGIC, VERSION, bytes of the list, numbers of all rows, sum over the content. */
const HEADER = 5;
const SUM = 4;

type ListedEntry = readonly [
  id: string,
  key: string,
  row: number,
  speakers: ListedTallies,
  things: ListedTallies,
  digest: IndexEntry['digest'],
  /** Empty where it is not known. */
  stamp: string,
];
/** A name's place in the list of names, how often it comes, the next one's place … */
type ListedTallies = readonly number[];
/** Each name stands once: most are named by many. */
type Listed = readonly [names: readonly string[], entries: readonly ListedEntry[]];

/** Some entries as a file: a header, the rows as numbers, a list of the rest in UTF-8. */
export function encodeIndexFile(entries: readonly IndexEntry[]): Uint8Array {
  const names = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  const listed = (tallies: readonly Tally[]): ListedTallies =>
    tallies.flatMap(({ name, count }) => [placeOf(name), count]);
  const ofEntries = entries.map(({ id, key, row, speakers, things, digest, stamp }): ListedEntry => [
    id,
    key,
    row.length,
    listed(speakers),
    listed(things),
    digest,
    stamp ?? '',
  ]);
  const list: Listed = [[...names.keys()], ofEntries];
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  const numbers = entries.reduce((sum, { row }) => sum + row.length, 0);
  const words = new Uint32Array(HEADER + numbers + Math.ceil(bytes.length / 4));
  let at = HEADER;
  for (const { row } of entries) {
    words.set(row, at);
    at += row.length;
  }
  new Uint8Array(words.buffer).set(bytes, 4 * at);
  words.set([MAGIC, VERSION, bytes.length, numbers]);
  words[SUM] = checksum(words, HEADER, VERSION);
  return new Uint8Array(words.buffer);
}

/** The entries of a file, their rows views of one memory; undefined where it is damaged, cut short, or of another version. */
export function decodeIndexFile(bytes: Uint8Array): readonly IndexEntry[] | undefined {
  if (bytes.length < 4 * HEADER || bytes.length % 4 !== 0) return undefined;
  // Copied, and by no method of its own: what slices a Node Buffer keeps the memory that it shares with others.
  const words = new Uint32Array(new Uint8Array(bytes).buffer);
  const [magic, version, length, numbers, sum] = words as unknown as readonly number[];
  if (magic !== MAGIC || version !== VERSION) return undefined;
  if (words.length !== HEADER + numbers! + Math.ceil(length! / 4) || sum !== checksum(words, HEADER, VERSION))
    return undefined;
  const list = new TextDecoder().decode(new Uint8Array(words.buffer, 4 * (HEADER + numbers!), length));
  let at = HEADER;
  try {
    const [names, listed] = JSON.parse(list) as Listed;
    const entries = listed.map(([id, key, size, speakers, things, digest, stamp]): IndexEntry => {
      const row = words.subarray(at, (at += size));
      if (!isFeatureRow(row)) throw new RangeError('A row is not as long as it says.');
      const entry = { id, key, row, speakers: tallies(names, speakers), things: tallies(names, things), digest };
      return stamp === '' ? entry : { ...entry, stamp };
    });
    return at === HEADER + numbers! ? entries : undefined;
  } catch {
    return undefined;
  }
}

function tallies(names: readonly string[], listed: ListedTallies): readonly Tally[] {
  const found: Tally[] = [];
  for (let at = 0; at + 1 < listed.length; at += 2) {
    const name = names[listed[at]!];
    if (typeof name !== 'string') throw new RangeError('A name is not in the list.');
    found.push({ name, count: Number(listed[at + 1]) });
  }
  return found;
}
