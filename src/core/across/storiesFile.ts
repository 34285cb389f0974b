import { withRoom } from '../withRoom';
import { checksum } from './checksum';
import { COPY_KINDS } from './copies';
import { type StoredRelation, type Story } from './corpusIndex';
import { wordHash } from './words';

/** What an index has worked out of its documents together. */
export interface StoredStories {
  readonly stories: readonly Story[];
  readonly relations: Iterable<StoredRelation>;
  /** In how many documents each stem is. */
  readonly stems: Iterable<readonly [stem: number, documents: number]>;
}

/** "PMST", see indexFile.ts. */
const MAGIC = 0x504d5354;
/** To be counted up whenever stories or copies are found in another way. */
const VERSION = 2;
/** Numbers before the content: MAGIC, VERSION, sum over the content. */
const HEADER = 3;

/** Adds up to what the stories of these documents, read from these texts, depend on, in whatever order they come. */
export const documentHash = (id: string, key: string, day: number | undefined): number =>
  wordHash(`${id} ${key} ${day ?? ''}`);

/** So many stories, relations or stems are done in a step: under a millisecond. */
const STEP = 512;

/** `ids`: the documents, in an order in which they can be given again; `hashes`: the sum of their hashes. */
export function* encodeStories(
  ids: readonly string[],
  hashes: number,
  { stories, relations, stems }: StoredStories,
): Generator<void, Uint8Array> {
  const numbers = new Map<string, number>();
  for (const [number, id] of ids.entries()) {
    numbers.set(id, number);
    if (number % STEP === 0) yield;
  }
  const numbersOf = (list: readonly string[]): number[] => list.flatMap(id => numbers.get(id) ?? []);
  const told = new NumberList();
  let steps = 0;
  for (const { documents, related } of stories) {
    const [own, near] = [numbersOf(documents), numbersOf(related)];
    told.push(own.length, near.length);
    for (const number of own) told.push(number);
    for (const number of near) told.push(number);
    if (++steps % STEP === 0) yield;
  }
  const shared = new NumberList();
  for (const { shorter, longer, kind, shared: hits } of relations) {
    shared.push(numbers.get(shorter)!, numbers.get(longer)!, COPY_KINDS.indexOf(kind), hits);
    if (++steps % STEP === 0) yield;
  }
  const counted = new NumberList();
  for (const [stem, documents] of stems) {
    counted.push(stem, documents);
    if (++steps % STEP === 0) yield;
  }
  const content = [hashes % 2 ** 32, Math.floor(hashes / 2 ** 32), ids.length, told.length, shared.length];
  const words = new Uint32Array(HEADER + content.length + told.length + shared.length + counted.length);
  words.set(content, HEADER);
  let at = HEADER + content.length;
  for (const list of [told, shared, counted]) {
    words.set(list.values, at);
    at += list.length;
    yield;
  }
  words.set([MAGIC, VERSION, checksum(words, HEADER, VERSION)]);
  return new Uint8Array(words.buffer);
}

/** What `encodeStories` was given; undefined where the file is damaged, of another version, or of other documents. */
export function* decodeStories(
  bytes: Uint8Array,
  ids: readonly string[],
  hashes: number,
): Generator<void, StoredStories | undefined> {
  if (bytes.length % 4 !== 0 || bytes.length < 4 * (HEADER + 5)) return undefined;
  const words = new Uint32Array(bytes.slice().buffer);
  const [magic, version, sum, low, high, count, toldLength, sharedLength] = words as unknown as readonly number[];
  if (magic !== MAGIC || version !== VERSION || sum !== checksum(words, HEADER, VERSION)) return undefined;
  if (count !== ids.length || low !== hashes % 2 ** 32 || high !== Math.floor(hashes / 2 ** 32)) return undefined;
  yield;
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
    if (stories.length % STEP === 0) yield;
  }
  const relations = relationsIn(words.subarray(toldEnd, sharedEnd), ids);
  return { stories, relations, stems: pairsIn(words.subarray(sharedEnd)) };
}

function* relationsIn(words: Uint32Array, ids: readonly string[]): Generator<StoredRelation, void> {
  for (let at = 0; at < words.length; at += 4) {
    const kind = COPY_KINDS[words[at + 2]!]!;
    yield { shorter: ids[words[at]!]!, longer: ids[words[at + 1]!]!, kind, shared: words[at + 3]! };
  }
}

function* pairsIn(words: Uint32Array): Generator<readonly [number, number], void> {
  for (let at = 0; at + 1 < words.length; at += 2) yield [words[at]!, words[at + 1]!];
}

/** Numbers of 32 bits in a list that grows. */
class NumberList {
  length = 0;
  private room = new Uint32Array(1 << 12);

  push(...numbers: readonly number[]): void {
    this.room = withRoom(this.room, this.length + numbers.length);
    for (const number of numbers) this.room[this.length++] = number;
  }

  get values(): Uint32Array {
    return this.room.subarray(0, this.length);
  }
}
