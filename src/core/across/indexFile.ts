import { withRoom } from '../withRoom';
import { checksum } from './checksum';
import { isFeatureRow } from './features';
import { type IndexEntry } from './indexEntry';
import { type NumberedTallies } from './tally';

/** "PMIX" in the order of the machine's bytes: a file from a machine with the other order is not read. */
const MAGIC = 0x504d4958;
/** To be counted up whenever what is kept of a document, or how it is found, changes: files of other versions are made anew. */
const VERSION = 4;
/** Numbers before the content: MAGIC, VERSION, bytes of the list, numbers of all rows, sum over the content. */
const HEADER = 5;
const SUM = 4;
/** A UTF-16 code unit takes so many bytes of UTF-8 at the most. */
const MOST_BYTES = 3;

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
/** Each name stands once, but where it is both a speaker's and a thing's: most are named by many. */
type Listed = readonly [names: readonly string[], entries: readonly ListedEntry[]];

/**
 * Makes files of entries: a header, the rows as numbers, a list of the rest in UTF-8. Of a large index there are a hundred megabytes to write: all files are made in one
 * memory, and nothing else is kept of an entry until its file is made.
 */
export class IndexFileWriter {
  private words = new Uint32Array(1 << 16);
  private end = HEADER;
  /** Those of the file. */
  private names: string[] = [];
  /** Of each list's names the places that they have in the file, counted from 1; 0 for those that it has not. */
  private readonly places = new Map<readonly string[], Int32Array>();
  private readonly entries = new TextBytes();

  /** Adds an entry to the file that is being made. */
  add({ id, key, row, speakers, things, digest, stamp }: IndexEntry): void {
    this.reserve(row.length);
    this.words.set(row, this.end);
    this.end += row.length;
    const entry: ListedEntry = [id, key, row.length, this.listed(speakers), this.listed(things), digest, stamp ?? ''];
    this.entries.add((this.entries.length > 0 ? ',' : '') + JSON.stringify(entry));
  }

  /** The file of what was added; the next one is another. Its memory is used again when something is added. */
  finish(): Uint8Array {
    const { entries } = this;
    const names = new TextEncoder().encode(`[${JSON.stringify(this.names)},[`);
    entries.add(']]');
    const bytes = names.length + entries.length;
    const length = this.end + Math.ceil(bytes / 4);
    this.reserve(length - this.end);
    const file = this.words.subarray(0, length);
    const list = new Uint8Array(file.buffer, 4 * this.end, 4 * (length - this.end));
    list.set(names);
    list.set(entries.bytes, names.length);
    list.fill(0, bytes);
    file.set([MAGIC, VERSION, bytes, this.end - HEADER]);
    file[SUM] = checksum(file, HEADER, VERSION);
    this.end = HEADER;
    this.names = [];
    for (const places of this.places.values()) places.fill(0);
    entries.clear();
    return new Uint8Array(file.buffer, 0, file.byteLength);
  }

  private listed({ names, row }: NumberedTallies): ListedTallies {
    const listed: number[] = [];
    if (row.length === 0) return listed;
    const places = this.placesOf(names);
    for (let at = 0; at < row.length; at += 2) {
      const number = row[at]!;
      places[number] ||= this.names.push(names[number]!);
      listed.push(places[number] - 1, row[at + 1]!);
    }
    return listed;
  }

  private placesOf(names: readonly string[]): Int32Array {
    const places = withRoom(this.places.get(names) ?? new Int32Array(), names.length);
    this.places.set(names, places);
    return places;
  }

  /** Makes room for so many numbers more. */
  private reserve(count: number): void {
    this.words = withRoom(this.words, this.end + count);
  }
}

/** Text put together in UTF-8, in memory that is used again. */
class TextBytes {
  length = 0;
  private room = new Uint8Array(1 << 16);
  private readonly encoder = new TextEncoder();

  get bytes(): Uint8Array {
    return this.room.subarray(0, this.length);
  }

  add(text: string): void {
    this.room = withRoom(this.room, this.length + MOST_BYTES * text.length);
    this.length += this.encoder.encodeInto(text, this.room.subarray(this.length)).written;
  }

  clear(): void {
    this.length = 0;
  }
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
      for (const listedOf of [speakers, things])
        for (let place = 0; place < listedOf.length; place += 2)
          if (typeof names[listedOf[place]!] !== 'string') throw new RangeError('A name is not in the list.');
      const entry = { id, key, row, speakers: { names, row: speakers }, things: { names, row: things }, digest };
      return stamp === '' ? entry : { ...entry, stamp };
    });
    return at === HEADER + numbers! ? entries : undefined;
  } catch {
    return undefined;
  }
}
