import { type DocumentFacts } from '../annotation/model';
import { type Detection } from '../detect/detect';
import { drained } from '../drained';
import { fingerprinting } from './fingerprint';
import { dayOfDate, latestMonth } from './mentionedDates';
import { isSpoken, quoteGrams } from './quoteGrams';
import { readingBody } from './readBody';
import { type StoryTerms, TermReader } from './storyTerms';
import { WordReader } from './words';

/** What the corpus index keeps of a document, about a kilobyte: enough to find its copies, its story and where its quotes may stand. */
export interface Features {
  /** Words of the article itself, without what a web page adds. */
  readonly words: number;
  /** Days since 1970 of the article's date; absent where it is not known. */
  readonly day?: number;
  /** The latest month that the text names, as days since 1970 (mentionedDates.ts). */
  readonly notBefore?: number;
  readonly terms: StoryTerms;
  readonly fingerprint: Uint32Array;
  /** What its quotes are found again by (quoteGrams.ts). */
  readonly grams: Uint32Array;
}

/** Reads what the index keeps; keeps the memory that it reads in. */
export class FeatureReader {
  private readonly words = new WordReader();
  private readonly terms = new TermReader();

  /** Linear time. `facts` are those of the sidecar, else derived ones; only their date is looked at. */
  read(text: string, detection: Pick<Detection, 'quotes'>, facts: DocumentFacts): Features {
    return drained(this.reading(text, detection, facts));
  }

  /** As read, in steps. Between two of them the reader must not be used for another text. */
  *reading(text: string, { quotes }: Pick<Detection, 'quotes'>, facts: DocumentFacts): Generator<void, Features> {
    const grams = yield* quoteGrams(this.words, text, quotes);
    const words = yield* readingBody(this.words, text);
    const day = dayOfDate(facts.date);
    const notBefore = latestMonth(words);
    yield;
    const terms = yield* this.terms.reading(words);
    return {
      words: words.length,
      ...(day === undefined ? {} : { day }),
      ...(notBefore === undefined ? {} : { notBefore }),
      terms,
      fingerprint: yield* fingerprinting(words, quotes.filter(isSpoken)),
      grams,
    };
  }
}

/** Numbers before the lists: words, day, notBefore, then how long each list is. */
const HEADER = 6;
/** Days since 1970 are stored so much higher: 0 is "not known". */
const DAY_SHIFT = 1 << 20;

/** Features as one list of numbers: a typed array for each document and not six, in memory as on disk. */
export function packFeatures({ words, day, notBefore, terms, fingerprint, grams }: Features): Uint32Array {
  const lists = [terms.stems, fingerprint, grams];
  const size = lists.reduce((sum, list) => sum + list.length, HEADER);
  const row = new Uint32Array(size + Math.ceil(terms.weights.length / 4));
  row.set([words, packedDay(day), packedDay(notBefore), ...lists.map(({ length }) => length)]);
  let at = HEADER;
  for (const list of lists) {
    row.set(list, at);
    at += list.length;
  }
  new Uint8Array(row.buffer, 4 * at).set(terms.weights);
  return row;
}

/** What `packFeatures` packed, as views of the row. */
export function unpackFeatures(row: Uint32Array): Features {
  const [words, day, notBefore, stems, fingerprint, grams] = row as unknown as readonly number[];
  const first = HEADER + stems!;
  const second = first + fingerprint!;
  const third = second + grams!;
  return {
    words: words!,
    ...(day === 0 ? {} : { day: day! - DAY_SHIFT }),
    ...(notBefore === 0 ? {} : { notBefore: notBefore! - DAY_SHIFT }),
    terms: {
      stems: row.subarray(HEADER, first),
      weights: new Uint8Array(row.buffer, row.byteOffset + 4 * third, stems),
    },
    fingerprint: row.subarray(first, second),
    grams: row.subarray(second, third),
  };
}

/** The fingerprint of a packed row alone: what is asked for most. */
export const fingerprintIn = (row: Uint32Array): Uint32Array =>
  row.subarray(HEADER + row[3]!, HEADER + row[3]! + row[4]!);

/** The grams of a packed row alone. */
export const gramsIn = (row: Uint32Array): Uint32Array =>
  row.subarray(HEADER + row[3]! + row[4]!, HEADER + row[3]! + row[4]! + row[5]!);

/** The stems of a packed row alone. */
export const stemsIn = (row: Uint32Array): Uint32Array => row.subarray(HEADER, HEADER + row[3]!);

/** How many words the text of a packed row has. */
export const wordsIn = (row: Uint32Array): number => row[0]!;

/** The day of a packed row; undefined where it is not known. */
export const dayIn = (row: Uint32Array): number | undefined => (row[1] === 0 ? undefined : row[1]! - DAY_SHIFT);

/** Gives a packed row another day. */
export function setDayIn(row: Uint32Array, day: number | undefined): void {
  row[1] = packedDay(day);
}

/** True where a row read back from a disk holds what its header says. */
export const isFeatureRow = (row: Uint32Array): boolean =>
  row.length >= HEADER && row.length === HEADER + row[3]! + row[4]! + row[5]! + Math.ceil(row[3]! / 4);

const packedDay = (day: number | undefined): number => (day === undefined ? 0 : Math.floor(day) + DAY_SHIFT);
