import { COPY_KINDS } from './copies';
import { type StoredRelation, type Story } from './corpusIndex';
import { mixed, wordHash } from './words';

/** What an index has worked out of its documents together. */
export interface StoredStories {
  readonly stories: readonly Story[];
  readonly relations: readonly StoredRelation[];
  /** In how many documents each stem is. */
  readonly stems: Iterable<readonly [stem: number, documents: number]>;
}

/** "PMST", see indexFile.ts. */
const MAGIC = 0x504d5354;
/** To be counted up whenever stories or copies are found in another way. */
const VERSION = 1;
/** Numbers before the content: MAGIC, VERSION, sum over the content. */
const HEADER = 3;

/** Adds up to what the stories of these documents, read from these texts, depend on, in whatever order they come. */
export const documentHash = (id: string, key: string, day: number | undefined): number =>
  wordHash(`${id} ${key} ${day ?? ''}`);

/** `ids`: the documents, in an order in which they can be given again; `hashes`: the sum of their hashes. */
export function encodeStories(
  ids: readonly string[],
  hashes: number,
  { stories, relations, stems }: StoredStories,
): Uint8Array {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const numbersOf = (list: readonly string[]): number[] => list.flatMap(id => numbers.get(id) ?? []);
  const told: number[] = [];
  for (const { documents, related } of stories) {
    const [own, near] = [numbersOf(documents), numbersOf(related)];
    told.push(own.length, near.length);
    // A story of a long corpus is longer than what can be handed over as arguments.
    for (const number of own) told.push(number);
    for (const number of near) told.push(number);
  }
  const shared = relations.flatMap(({ shorter, longer, kind, shared: hits }) => [
    numbers.get(shorter)!,
    numbers.get(longer)!,
    COPY_KINDS.indexOf(kind),
    hits,
  ]);
  const counted = [...stems].flat();
  const content = [hashes % 2 ** 32, Math.floor(hashes / 2 ** 32), ids.length, told.length, shared.length];
  const words = new Uint32Array(HEADER + content.length + told.length + shared.length + counted.length);
  let at = HEADER;
  for (const list of [content, told, shared, counted]) {
    words.set(list, at);
    at += list.length;
  }
  words.set([MAGIC, VERSION, sumOf(words)]);
  return new Uint8Array(words.buffer);
}

/** What `encodeStories` was given; undefined where the file is damaged, of another version, or of other documents. */
export function decodeStories(bytes: Uint8Array, ids: readonly string[], hashes: number): StoredStories | undefined {
  if (bytes.length % 4 !== 0 || bytes.length < 4 * (HEADER + 5)) return undefined;
  const words = new Uint32Array(bytes.slice().buffer);
  const [magic, version, sum, low, high, count, toldLength, sharedLength] = words as unknown as readonly number[];
  if (magic !== MAGIC || version !== VERSION || sum !== sumOf(words)) return undefined;
  if (count !== ids.length || low !== hashes % 2 ** 32 || high !== Math.floor(hashes / 2 ** 32)) return undefined;
  const toldEnd = HEADER + 5 + toldLength!;
  const sharedEnd = toldEnd + sharedLength!;
  const idsFrom = (start: number, end: number): string[] =>
    Array.from(words.subarray(start, end), number => ids[number]!);
  const stories: Story[] = [];
  for (let at = HEADER + 5; at < toldEnd;) {
    const start = at + 2;
    const middle = start + words[at]!;
    const end = middle + words[at + 1]!;
    stories.push({ documents: idsFrom(start, middle), related: idsFrom(middle, end) });
    at = end;
  }
  const relations: StoredRelation[] = [];
  for (let at = toldEnd; at < sharedEnd; at += 4) {
    const kind = COPY_KINDS[words[at + 2]!]!;
    relations.push({ shorter: ids[words[at]!]!, longer: ids[words[at + 1]!]!, kind, shared: words[at + 3]! });
  }
  const stems: [number, number][] = [];
  for (let at = sharedEnd; at + 1 < words.length; at += 2) stems.push([words[at]!, words[at + 1]!]);
  return { stories, relations, stems };
}

function sumOf(words: Uint32Array): number {
  let sum = VERSION;
  for (let at = HEADER; at < words.length; at++) sum = Math.imul(sum ^ words[at]!, 0x01000193) + 1;
  return mixed(sum);
}
