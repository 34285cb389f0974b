import { BestPairs } from './bestPairs';
import { NearestDocuments, Neighbours } from './storyNeighbours';
import { type StoryTerms } from './storyTerms';
import { type DocumentCount, DocumentVectors, product, ScratchVector, type Vector, VectorSums } from './storyVectors';

/** What clustering looks at of an article. */
export interface StoryDocument {
  readonly terms: StoryTerms;
  /** Days since 1970; absent where the article's date is not known. */
  readonly day?: number;
  /** The latest month that it mentions with its year, as the month's first day: it was hardly written before that. */
  readonly notBefore?: number;
}

/** Articles that tell of one event are at least so alike on average. Between .15 and .20 B³ F1 on ECB+ stays within 89 and 91. */
export const STORY_LIKENESS = 0.18;
/** A term that more have finds nobody by itself; of those who have it, the latest so many are told apart better by it. */
const MOST_POSTINGS = 400;
const COMMON_POSTINGS = 100;
const COMMON_FROM = MOST_POSTINGS - COMMON_POSTINGS;
/** So many of an article's nearest are candidates. */
const MOST_NEIGHBOURS = 24;
/** Below this share of STORY_LIKENESS two articles are not even looked at together. */
const CANDIDATE_SHARE = 0.5;
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
  readonly related: (document: number) => readonly number[];
}

/** What clustering is given: unpacks each document when it is looked at. */
export interface StoryDocuments {
  readonly length: number;
  at(index: number): StoryDocument;
  /** The stems of its terms alone. */
  stemsOf(index: number): Uint32Array;
}

/** Is given lists that nobody looks at any more. Those of 100,000 articles take 140 MB, and their garbage is collected long after. */
export type Release = (lists: readonly ArrayBufferView[]) => void;

interface Cluster {
  /** Absent of one document alone, whose vector is that. */
  sum: Vector | undefined;
  size: number;
  days: number;
  dated: number;
  notBefore: number;
  /** Increases with each merge: what was reckoned before is void. */
  version: number;
}

/**
 * Groups articles that tell of one event. Agglomerative clustering by average likeness (UPGMA), reckoned exactly from the sums of the stories' vectors; candidates come from an
 * index of rare terms, so that no two articles are compared that share none. Yields between steps of a few microseconds to milliseconds.
 * Deterministic in the order of the documents.
 */
export function* clusterStories(
  documents: StoryDocuments,
  countOf: DocumentCount,
  release: Release = () => undefined,
): Generator<void, StoryMap> {
  const vectors = yield* DocumentVectors.of(documents, countOf);
  const clusters: (Cluster | undefined)[] = [];
  for (let index = 0; index < documents.length; index++) {
    const { day, notBefore } = documents.at(index);
    clusters.push({
      sum: undefined,
      size: 1,
      days: day ?? 0,
      dated: day === undefined ? 0 : 1,
      notBefore: notBefore ?? -Infinity,
      version: 0,
    });
    if (index % 32 === 31) yield;
  }
  const scratch = [new ScratchVector(), new ScratchVector()] as const;
  const vectorOf = (cluster: number, into: 0 | 1): Vector =>
    clusters[cluster]!.sum ?? vectors.into(scratch[into], cluster);
  const best = new BestPairs(documents.length);
  /**
   * Finds which of these a cluster is most alike: by the mean likeness of their members, less where their days lie apart. What was its best before is
   * void.
   */
  const findBest = (cluster: number, others: readonly number[]): void => {
    const own = clusters[cluster]!;
    const vector = vectorOf(cluster, 0);
    let partner = -1;
    let most = STORY_LIKENESS;
    for (const other of others) {
      const share = shareOfDays(own, clusters[other]!);
      if (share < STORY_LIKENESS) continue;
      const likeness = share * (product(vector, vectorOf(other, 1)) / (own.size * clusters[other]!.size));
      if (likeness < most || (likeness === most && partner >= 0 && partner < other)) continue;
      [partner, most] = [other, likeness];
    }
    if (partner < 0) best.delete(cluster);
    else best.set(cluster, partner, most, clusters[partner]!.version);
  };
  const nearest = new NearestDocuments(documents.length);
  const near = new Neighbours(documents.length, documents.length * MOST_NEIGHBOURS);
  yield;
  // Of each pair one side has to know: here the later document, and below the cluster that was made last.
  const postings = yield* candidates(
    documents.length,
    document => vectorOf(document, 0),
    (document, others) => {
      for (const other of others) {
        nearest.tell(document, other);
        near.add(document, other);
      }
      findBest(document, others);
    },
  );
  release(postings.lists);
  const sums = new VectorSums();
  let steps = 0;
  for (let pair = best.first; pair; pair = best.first) {
    if (++steps % 16 === 0) yield;
    const [a, b] = [Math.min(pair.cluster, pair.partner), Math.max(pair.cluster, pair.partner)];
    if (clusters[pair.partner]?.version !== pair.version) {
      near.refresh(pair.cluster);
      findBest(pair.cluster, near.of(pair.cluster));
      continue;
    }
    const sum = sums.sumOf(vectorOf(a, 0), vectorOf(b, 1));
    for (const { sum: former } of [clusters[a]!, clusters[b]!]) if (former) sums.giveBack(former);
    merge(clusters[a]!, clusters[b]!, sum);
    clusters[b] = undefined;
    best.delete(b);
    near.merge(a, b);
    findBest(a, near.of(a));
  }
  const storyOf = Int32Array.from({ length: documents.length }, (_, document) => near.clusterOf(document));
  release([...vectors.lists, ...near.lists, ...sums.lists]);
  const related = (document: number): readonly number[] =>
    nearest.of(document).filter(other => storyOf[other] !== storyOf[document]);
  return { storyOf, related };
}

/** The second goes into the first. */
function merge(first: Cluster, second: Cluster, sum: Vector): void {
  first.sum = sum;
  first.size += second.size;
  first.days += second.days;
  first.dated += second.dated;
  first.notBefore = Math.max(first.notBefore, second.notBefore);
  first.version += second.version + 1;
}

/** What the days of two leave of their likeness. */
function shareOfDays(a: Cluster, b: Cluster): number {
  if (a.dated > 0 && b.dated > 0) return nearness(Math.abs(dayOf(a) - dayOf(b)));
  const gap = a.dated > 0 ? b.notBefore - dayOf(a) : b.dated > 0 ? a.notBefore - dayOf(b) : 0;
  return Math.max(LEAST_BY_MENTION, nearness(gap));
}

const dayOf = ({ days, dated }: Cluster): number => days / dated;

const nearness = (days: number): number => 2 ** (-Math.max(0, days - SAME_DAYS) / HALVING_DAYS);

/** Tells of each document the earlier ones with which it shares rare terms enough to be worth a look, the nearest first. Returns what it looked them up in. */
function* candidates(
  length: number,
  vectorOf: (document: number) => Vector,
  tell: (document: number, earlier: readonly number[]) => void,
): Generator<void, Postings> {
  const postings = yield* Postings.of(length, vectorOf);
  const sums = new Float32Array(length);
  const touched: number[] = [];
  for (let document = 0; document < length; document++) {
    postings.add(document, vectorOf(document), sums, touched);
    const near: number[] = [];
    for (const other of touched) if (sums[other]! >= CANDIDATE_SHARE * STORY_LIKENESS) near.push(other);
    // The nearest are told first, and it does not matter in which order they were found.
    near.sort((a, b) => sums[b]! - sums[a]! || a - b);
    near.length = Math.min(near.length, MOST_NEIGHBOURS);
    tell(document, near);
    for (const other of touched) sums[other] = 0;
    touched.length = 0;
    if (document % 4 === 0) yield;
  }
  return postings;
}

/**
 * Which documents have a stem and with which weight: lists one behind the other in two arrays, of stems alone that several documents have. Of a list that is longer than MOST_POSTINGS its
 * last COMMON_POSTINGS are asked for, so no more are kept: they take turns in its last places.
 */
class Postings {
  private constructor(
    private readonly numbers: ReadonlyMap<number, number>,
    /** Where each list begins, and how many were added to it so far, by the stem's number. */
    private readonly starts: Int32Array,
    private readonly added: Int32Array,
    private readonly documents: Int32Array,
    private readonly weights: Float32Array,
  ) {}

  /** Room for the lists of all documents; they are added one by one. */
  static *of(length: number, vectorOf: (document: number) => Vector): Generator<void, Postings> {
    const counts = new Map<number, number>();
    for (let document = 0; document < length; document++) {
      const { stems, start, end } = vectorOf(document);
      for (let at = start; at < end; at++) counts.set(stems[at]!, (counts.get(stems[at]!) ?? 0) + 1);
      if (document % 64 === 63) yield;
    }
    const starts = new Int32Array(counts.size);
    const numbers = new Map<number, number>();
    let size = 0;
    for (const [stem, count] of counts) {
      if (count === 1) continue;
      starts[numbers.size] = size;
      numbers.set(stem, numbers.size);
      size += Math.min(count, MOST_POSTINGS);
    }
    yield;
    return new Postings(numbers, starts, new Int32Array(starts.length), new Int32Array(size), new Float32Array(size));
  }

  get lists(): readonly ArrayBufferView[] {
    return [this.documents, this.weights];
  }

  /** Adds a document to its stems' lists; adds up how much it has in common with those that are in them, and notes which these are. */
  add(document: number, { stems, weights, start: from, end: to }: Vector, sums: Float32Array, touched: number[]): void {
    for (let at = from; at < to; at++) {
      const number = this.numbers.get(stems[at]!);
      if (number === undefined) continue;
      const weight = weights[at]!;
      const start = this.starts[number]!;
      const added = this.added[number]!;
      const end = start + Math.min(added, MOST_POSTINGS);
      for (let k = added > MOST_POSTINGS ? end - COMMON_POSTINGS : start; k < end; k++) {
        const other = this.documents[k]!;
        if (sums[other] === 0) touched.push(other);
        sums[other]! += weight * this.weights[k]!;
      }
      const place = start + (added < MOST_POSTINGS ? added : COMMON_FROM + ((added - COMMON_FROM) % COMMON_POSTINGS));
      this.documents[place] = document;
      this.weights[place] = weight;
      this.added[number] = added + 1;
    }
  }
}
