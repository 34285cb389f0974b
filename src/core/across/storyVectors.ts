import { MOST_TERMS, type StoryTerms } from './storyTerms';

/** How often a stem occurs: in how many of the corpus' documents. */
export type DocumentCount = (stem: number) => number;

/** Of an article's terms so many count: its weightiest and rarest. */
const VECTOR_TERMS = 60;
/** Of a story's terms so many are kept. */
const STORY_TERMS = 240;
/**
 * A corpus may be one story alone, whose own words are in all of its articles: each word counts as if so many other articles lacked it.
 * Without this, the articles of one ECB+ topic alone fall apart (B³ F1 55 in place of 70); with 573 of them it changes nothing.
 */
const BACKGROUND = 100;

/** A vector of length 1 (or a sum of them), sorted by stem: the part of two lists from `start` to `end`. */
export interface Vector {
  readonly stems: Uint32Array;
  readonly weights: Float32Array;
  readonly start: number;
  readonly end: number;
}

/** What vectors are made of: each document's terms. */
export interface TermedDocuments {
  readonly length: number;
  at(document: number): { readonly terms: StoryTerms };
  /** The stems of those terms alone: what is asked for millions of times. */
  stemsOf(document: number): Uint32Array;
}

/**
 * The vectors of documents. Of each only the weights are kept, and which of the document's stems they are of: half of what the vectors themselves would take,
 * which for 100,000 articles is the most that is needed at once.
 */
export class DocumentVectors {
  private readonly places: Uint8Array;
  private readonly weights: Float32Array;
  /** Where each document's begin, and behind the last one's. */
  private readonly starts: Int32Array;
  /** What a document's terms weigh that are not everywhere, and where they stand. */
  private readonly rated = new Float64Array(MOST_TERMS);
  private readonly ratedPlaces = new Uint8Array(MOST_TERMS);

  private constructor(
    private readonly documents: TermedDocuments,
    private readonly countOf: DocumentCount,
  ) {
    this.places = new Uint8Array(documents.length * VECTOR_TERMS);
    this.weights = new Float32Array(documents.length * VECTOR_TERMS);
    this.starts = new Int32Array(documents.length + 1);
  }

  /** In steps. */
  static *of(documents: TermedDocuments, countOf: DocumentCount): Generator<void, DocumentVectors> {
    const vectors = new DocumentVectors(documents, countOf);
    for (let document = 0; document < documents.length; document++) {
      vectors.read(document);
      if (document % 32 === 31) yield;
    }
    return vectors;
  }

  get lists(): readonly ArrayBufferView[] {
    return [this.places, this.weights];
  }

  /** A document's vector, written into one that holds until it is asked for again. */
  into(vector: ScratchVector, document: number): Vector {
    const stems = this.documents.stemsOf(document);
    const start = this.starts[document]!;
    const length = this.starts[document + 1]! - start;
    for (let i = 0; i < length; i++) {
      vector.stems[i] = stems[this.places[start + i]!]!;
      vector.weights[i] = this.weights[start + i]!;
    }
    vector.end = length;
    return vector;
  }

  /** The weightiest terms, by how rare they are; of equals those whose stems are less. */
  private read(document: number): void {
    const { stems, weights } = this.documents.at(document).terms;
    const { rated, ratedPlaces } = this;
    const start = this.starts[document]!;
    let count = 0;
    for (let at = 0; at < stems.length && count < MOST_TERMS; at++) {
      const rarity = Math.log((this.documents.length + BACKGROUND) / this.countOf(stems[at]!));
      if (rarity <= 0) continue;
      ratedPlaces[count] = at;
      rated[count++] = weights[at]! * rarity;
    }
    // Of those that weigh as much as the last one there is room for only some.
    const inOrder = rated.slice(0, count).sort();
    const least = count > VECTOR_TERMS ? inOrder[count - VECTOR_TERMS]! : 0;
    let room = Math.min(count, VECTOR_TERMS) - countAbove(inOrder, least);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      if (rated[i]! < least || (rated[i] === least && room-- <= 0)) continue;
      this.places[start + kept] = ratedPlaces[i]!;
      rated[kept++] = rated[i]!;
    }
    let squares = 0;
    for (let i = 0; i < kept; i++) squares += rated[i]! * rated[i]!;
    const length = Math.sqrt(squares) || 1;
    for (let i = 0; i < kept; i++) this.weights[start + i] = rated[i]! / length;
    this.starts[document + 1] = start + kept;
  }
}

/** Memory for one document's vector. */
export class ScratchVector implements Vector {
  readonly stems = new Uint32Array(VECTOR_TERMS);
  readonly weights = new Float32Array(VECTOR_TERMS);
  readonly start = 0;
  end = 0;
}

/** How many of sorted numbers are greater than one of them. */
function countAbove(sorted: Float64Array, least: number): number {
  let count = 0;
  while (count < sorted.length && sorted[sorted.length - 1 - count]! > least) count++;
  return count;
}

/** The sum of the products of what two vectors have in common. */
export function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = a.start, j = b.start; i < a.end && j < b.end;) {
    const difference = a.stems[i]! - b.stems[j]!;
    if (difference === 0) sum += a.weights[i]! * b.weights[j]!;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return sum;
}

/** Sums are kept in pieces of so many terms. */
const PIECE = 32;
/** Terms in a block of pieces. */
const BLOCK = 1 << 16;

/**
 * Adds vectors up. Sums lie in blocks, one behind the other, and what one that is no longer wanted took is given to the next of its size: each merge of two stories makes a sum
 * and leaves two, which as lists of their own are a hundred megabytes of garbage for 100,000 articles.
 */
export class VectorSums {
  private stems = new Uint32Array(1024);
  private weights = new Float32Array(1024);
  /** Vectors that were given back, by how many pieces they take. */
  private readonly free: Vector[][] = [];
  /** The block that is being filled, and how far it is. */
  private blockStems = new Uint32Array(0);
  private blockWeights = new Float32Array(0);
  private filled = 0;
  private readonly blocks: ArrayBufferView[] = [];

  get lists(): readonly ArrayBufferView[] {
    return this.blocks;
  }

  /** Of a story of many articles the weakest terms are dropped: what one article in forty says. */
  sumOf(a: Vector, b: Vector): Vector {
    const most = a.end - a.start + b.end - b.start;
    if (most > this.stems.length) [this.stems, this.weights] = [new Uint32Array(2 * most), new Float32Array(2 * most)];
    const { stems, weights } = this;
    let count = 0;
    for (let i = a.start, j = b.start; i < a.end || j < b.end; count++) {
      const first = i < a.end ? a.stems[i]! : Infinity;
      const second = j < b.end ? b.stems[j]! : Infinity;
      stems[count] = Math.min(first, second);
      weights[count] = (first <= second ? a.weights[i]! : 0) + (second <= first ? b.weights[j]! : 0);
      if (first <= second) i++;
      if (second <= first) j++;
    }
    if (count > STORY_TERMS) {
      const bar = weights.slice(0, count).sort()[count - STORY_TERMS]!;
      let kept = 0;
      for (let at = 0; at < count; at++) {
        if (weights[at]! < bar) continue;
        stems[kept] = stems[at]!;
        weights[kept++] = weights[at]!;
      }
      count = kept;
    }
    const sum = this.take(count);
    sum.stems.set(stems.subarray(0, count), sum.start);
    sum.weights.set(weights.subarray(0, count), sum.start);
    return sum;
  }

  /** Takes back a sum that nobody looks at any more. */
  giveBack(sum: Vector): void {
    (this.free[piecesOf(sum.end - sum.start)] ??= []).push(sum);
  }

  private take(count: number): Vector {
    const pieces = piecesOf(count);
    const used = this.free[pieces]?.pop();
    if (used) return { stems: used.stems, weights: used.weights, start: used.start, end: used.start + count };
    const size = pieces * PIECE;
    if (this.filled + size > this.blockStems.length) {
      this.blockStems = new Uint32Array(Math.max(BLOCK, size));
      this.blockWeights = new Float32Array(this.blockStems.length);
      this.blocks.push(this.blockStems, this.blockWeights);
      this.filled = 0;
    }
    const start = this.filled;
    this.filled += size;
    return { stems: this.blockStems, weights: this.blockWeights, start, end: start + count };
  }
}

const piecesOf = (count: number): number => Math.max(1, Math.ceil(count / PIECE));
