import { type StoryTerms } from './storyTerms';

/** What clustering looks at of an article. */
export interface StoryDocument {
  readonly terms: StoryTerms;
  /** Days since 1970; absent where the article's date is not known. */
  readonly day?: number;
  /** The latest month that it mentions with its year, as the month's first day: it was hardly written before that. */
  readonly notBefore?: number;
}

/** How often a stem occurs: in how many of the corpus' documents. */
export type DocumentCount = (stem: number) => number;

/** Articles that tell of one event are at least so alike on average. Between .15 and .20 B³ F1 on ECB+ stays within 89 and 91. */
export const STORY_LIKENESS = 0.18;
/** Of an article's terms so many count: its weightiest and rarest. */
const VECTOR_TERMS = 60;
/** A term that more have finds nobody by itself; of those who have it, the latest so many are told apart better by it. */
const MOST_POSTINGS = 400;
const COMMON_POSTINGS = 100;
/** So many of an article's nearest are candidates. */
const MOST_NEIGHBOURS = 24;
const MOST_RELATED = 8;
/** Below this share of STORY_LIKENESS two articles are not even looked at together. */
const CANDIDATE_SHARE = 0.5;
/** Of a story's terms so many are kept. */
const STORY_TERMS = 240;
/**
 * A corpus may be one story alone, whose own words are in all of its articles: each word counts as if so many other articles lacked it.
 * Without this, the articles of one ECB+ topic alone fall apart (B³ F1 55 in place of 70); with 573 of them it changes nothing.
 */
const BACKGROUND = 100;
/** Articles that lie so many days apart lose nothing, and half of their likeness with each so many days more. */
const SAME_DAYS = 3;
const HALVING_DAYS = 14;
/** What is left at least where only the text tells that an article was written later: what it mentions may lie ahead of it. */
const LEAST_BY_MENTION = 0.4;

/** Documents by number, in the order in which they were given. */
export interface StoryMap {
  /** Each document's story: the least number of a document in it. */
  readonly storyOf: Int32Array;
  /** Documents of other stories that are nearest to each, at most MOST_RELATED: the same persons, or what came of it. */
  readonly related: readonly (readonly number[])[];
}

/** A vector of length 1 (or a sum of them), sorted by stem. */
interface Vector {
  readonly stems: Uint32Array;
  readonly weights: Float32Array;
}

/** What clustering is given: a list, or what unpacks each document when it is looked at. */
export interface StoryDocuments {
  readonly length: number;
  at(index: number): StoryDocument | undefined;
}

interface Cluster {
  sum: Vector;
  size: number;
  days: number;
  dated: number;
  notBefore: number;
  /** Increases with each merge: what was reckoned before is void. */
  version: number;
  /** Made with the first candidate: most documents of many corpora have none. */
  near: Set<number> | undefined;
}

/**
 * Groups articles that tell of one event. Agglomerative clustering by average likeness (UPGMA), reckoned exactly from the sums of the stories' vectors; candidates come from an
 * index of rare terms, so that no two articles are compared that share none. Yields between steps of a few microseconds to milliseconds.
 * Deterministic in the order of the documents.
 */
export function* clusterStories(documents: StoryDocuments, countOf: DocumentCount): Generator<void, StoryMap> {
  const vectors: Vector[] = [];
  const clusters: (Cluster | undefined)[] = [];
  for (let index = 0; index < documents.length; index++) {
    const { terms, day, notBefore } = documents.at(index)!;
    const sum = vectorOf(terms, documents.length, countOf);
    vectors.push(sum);
    clusters.push({
      sum,
      size: 1,
      days: day ?? 0,
      dated: day === undefined ? 0 : 1,
      notBefore: notBefore ?? -Infinity,
      version: 0,
      near: undefined,
    });
    if (index % 32 === 31) yield;
  }
  const pairs = new PairHeap();
  const consider = (a: number, b: number): void => {
    const likeness = likenessOf(clusters[a]!, clusters[b]!);
    if (likeness >= STORY_LIKENESS)
      pairs.push({
        likeness,
        a: Math.min(a, b),
        b: Math.max(a, b),
        versions: clusters[a]!.version + clusters[b]!.version,
      });
  };
  const nearest: number[][] = vectors.map(() => []);
  yield;
  yield* candidates(vectors, (a, b) => {
    if (nearest[a]!.length < MOST_RELATED) nearest[a]!.push(b);
    if (nearest[b]!.length < MOST_RELATED) nearest[b]!.push(a);
    (clusters[a]!.near ??= new Set()).add(b);
    (clusters[b]!.near ??= new Set()).add(a);
    consider(a, b);
  });
  const storyOf = Int32Array.from(vectors.keys());
  let steps = 0;
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    if (++steps % 16 === 0) yield;
    const first = clusters[pair.a];
    const second = clusters[pair.b];
    if (!first || !second || first.version + second.version !== pair.versions) continue;
    merge(clusters, pair.a, pair.b);
    storyOf[pair.b] = pair.a;
    for (const other of first.near ?? []) consider(pair.a, other);
  }
  for (let at = 0; at < storyOf.length; at++) storyOf[at] = storyOf[storyOf[at]!]!;
  const related: (readonly number[])[] = [];
  for (const [document, near] of nearest.entries()) {
    related.push(near.filter(other => storyOf[other] !== storyOf[document]));
    if (document % 512 === 511) yield;
  }
  return { storyOf, related };
}

/** Puts the second into the first, which has the lower number. */
function merge(clusters: (Cluster | undefined)[], a: number, b: number): void {
  const first = clusters[a]!;
  const second = clusters[b]!;
  first.sum = sumOf(first.sum, second.sum);
  first.size += second.size;
  first.days += second.days;
  first.dated += second.dated;
  first.notBefore = Math.max(first.notBefore, second.notBefore);
  first.version += second.version + 1;
  clusters[b] = undefined;
  for (const other of second.near ?? []) {
    const { near } = clusters[other]!;
    near!.delete(b);
    if (other === a) continue;
    near!.add(a);
    first.near!.add(other);
  }
  first.near!.delete(b);
}

/** The mean likeness of their members, less where their days lie apart. */
function likenessOf(a: Cluster, b: Cluster): number {
  const likeness = product(a.sum, b.sum) / (a.size * b.size);
  if (a.dated > 0 && b.dated > 0) return likeness * nearness(Math.abs(dayOf(a) - dayOf(b)));
  const gap = a.dated > 0 ? b.notBefore - dayOf(a) : b.dated > 0 ? a.notBefore - dayOf(b) : 0;
  return likeness * Math.max(LEAST_BY_MENTION, nearness(gap));
}

const dayOf = ({ days, dated }: Cluster): number => days / dated;

const nearness = (days: number): number => 2 ** (-Math.max(0, days - SAME_DAYS) / HALVING_DAYS);

/** The weightiest terms, by how rare they are. */
function vectorOf({ stems, weights }: StoryTerms, documents: number, countOf: DocumentCount): Vector {
  const rated: [stem: number, weight: number][] = [];
  for (let at = 0; at < stems.length; at++) {
    const rarity = Math.log((documents + BACKGROUND) / countOf(stems[at]!));
    if (rarity > 0) rated.push([stems[at]!, weights[at]! * rarity]);
  }
  return unitVector(rated, VECTOR_TERMS);
}

function unitVector(rated: [stem: number, weight: number][], most: number): Vector {
  if (rated.length > most) {
    rated.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    rated.length = most;
    rated.sort((x, y) => x[0] - y[0]);
  }
  const length = Math.sqrt(rated.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    stems: Uint32Array.from(rated, ([stem]) => stem),
    weights: Float32Array.from(rated, ([, weight]) => weight / length),
  };
}

function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.stems.length && j < b.stems.length;) {
    const difference = a.stems[i]! - b.stems[j]!;
    if (difference === 0) sum += a.weights[i]! * b.weights[j]!;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return sum;
}

/** Of a story of many articles the weakest terms are dropped: what one article in forty says. */
function sumOf(a: Vector, b: Vector): Vector {
  const stems: number[] = [];
  const weights: number[] = [];
  for (let i = 0, j = 0; i < a.stems.length || j < b.stems.length;) {
    const first = i < a.stems.length ? a.stems[i]! : Infinity;
    const second = j < b.stems.length ? b.stems[j]! : Infinity;
    stems.push(Math.min(first, second));
    weights.push((first <= second ? a.weights[i]! : 0) + (second <= first ? b.weights[j]! : 0));
    if (first <= second) i++;
    if (second <= first) j++;
  }
  if (stems.length > STORY_TERMS) {
    const bar = Float32Array.from(weights).sort()[stems.length - STORY_TERMS]!;
    const kept = [...stems.keys()].filter(at => weights[at]! >= bar);
    return { stems: Uint32Array.from(kept, at => stems[at]!), weights: Float32Array.from(kept, at => weights[at]!) };
  }
  return { stems: Uint32Array.from(stems), weights: Float32Array.from(weights) };
}

/** Tells each pair of documents, the later one first, that share rare terms enough to be worth a look. */
function* candidates(
  vectors: readonly Vector[],
  tell: (later: number, earlier: number) => void,
): Generator<void, void> {
  const postings = yield* Postings.of(vectors);
  const sums = new Float32Array(vectors.length);
  const touched: number[] = [];
  for (const [document, vector] of vectors.entries()) {
    postings.add(document, vector, sums, touched);
    const near: number[] = [];
    for (const other of touched) if (sums[other]! >= CANDIDATE_SHARE * STORY_LIKENESS) near.push(other);
    if (near.length > MOST_NEIGHBOURS) {
      near.sort((a, b) => sums[b]! - sums[a]! || a - b);
      near.length = MOST_NEIGHBOURS;
    }
    for (const other of near) tell(document, other);
    for (const other of touched) sums[other] = 0;
    touched.length = 0;
    if (document % 4 === 0) yield;
  }
}

/** Which documents have a stem and with which weight: lists one behind the other in two arrays, of stems alone that several documents have. */
class Postings {
  private constructor(
    private readonly numbers: ReadonlyMap<number, number>,
    /** Where each list begins, and ends so far, by the stem's number. */
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    private readonly documents: Int32Array,
    private readonly weights: Float32Array,
  ) {}

  /** Room for the lists of all vectors; they are added one by one. */
  static *of(vectors: readonly Vector[]): Generator<void, Postings> {
    const counts = new Map<number, number>();
    for (const [document, { stems }] of vectors.entries()) {
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      if (document % 64 === 63) yield;
    }
    const starts = new Int32Array(counts.size);
    const numbers = new Map<number, number>();
    let size = 0;
    for (const [stem, count] of counts) {
      if (count === 1) continue;
      starts[numbers.size] = size;
      numbers.set(stem, numbers.size);
      size += count;
    }
    yield;
    return new Postings(numbers, starts, starts.slice(), new Int32Array(size), new Float32Array(size));
  }

  /** Adds a document to its stems' lists; adds up how much it has in common with those that are in them, and notes which these are. */
  add(document: number, { stems, weights }: Vector, sums: Float32Array, touched: number[]): void {
    for (let at = 0; at < stems.length; at++) {
      const number = this.numbers.get(stems[at]!);
      if (number === undefined) continue;
      const weight = weights[at]!;
      const end = this.ends[number]!;
      const start = this.starts[number]!;
      for (let k = end - start > MOST_POSTINGS ? end - COMMON_POSTINGS : start; k < end; k++) {
        const other = this.documents[k]!;
        if (sums[other] === 0) touched.push(other);
        sums[other]! += weight * this.weights[k]!;
      }
      this.documents[end] = document;
      this.weights[end] = weight;
      this.ends[number] = end + 1;
    }
  }
}

interface Pair {
  readonly likeness: number;
  readonly a: number;
  readonly b: number;
  /** The sum of both clusters' versions when the likeness was reckoned. */
  readonly versions: number;
}

/** A binary heap; the most alike comes out first, among equals the one of the earliest documents. */
class PairHeap {
  private readonly pairs: Pair[] = [];

  push(pair: Pair): void {
    const { pairs } = this;
    let at = pairs.length;
    for (; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(pair, pairs[parent]!)) break;
      pairs[at] = pairs[parent]!;
      at = parent;
    }
    pairs[at] = pair;
  }

  pop(): Pair | undefined {
    const { pairs } = this;
    const top = pairs[0];
    const last = pairs.pop();
    if (!last || pairs.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= pairs.length) break;
      if (child + 1 < pairs.length && isBefore(pairs[child + 1]!, pairs[child]!)) child++;
      if (!isBefore(pairs[child]!, last)) break;
      pairs[at] = pairs[child]!;
      at = child;
    }
    pairs[at] = last;
    return top;
  }
}

const isBefore = (x: Pair, y: Pair): boolean =>
  x.likeness > y.likeness || (x.likeness === y.likeness && (x.a < y.a || (x.a === y.a && x.b < y.b)));
